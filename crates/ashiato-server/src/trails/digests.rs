//! The digests of hours that are over.
//!
//! A chain begins when a trail begins to log with validation, or validation is switched on, and ends with the hour in which
//! either ends; where files of that time are delivered only later, with the hour of the last of them. Each digest covers what
//! was delivered in its time. The digest of an hour that passed while nothing could be made is a backfill digest; those are a
//! chain of their own, as AWS's clients expect.
//!
//! Source: CloudTrail User Guide, "CloudTrail digest file structure".

use ashiato_meta::trail_digests::{self, TrailDigest};
use ashiato_meta::trail_files::{self, TrailFile};
use ashiato_meta::trails::{self, Trail};
use ashiato_meta::{Kind, Millis, Tx, trail_coverage, trail_periods};
use ashiato_trail::digest::{self, CoveredFile, Previous, SignedDigest, Subject};
use ashiato_trail::place::Place;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::clock;
use super::due::{Asked, Due, next};
use super::keys::{ensure_key, signing_key};
use super::{Failed, Trails, note};
use crate::state::State;

/// How many digests of one trail and region are made at a look: after a month's pause the others have their turn too.
const AT_ONCE_MAX: usize = 100;

/// Makes every digest whose time is over.
pub(super) async fn make_due(own: &Trails, state: &State) -> Result<(), Failed> {
    let mut tx = state.kept.meta.read().await?;
    let mut validated = Vec::new();
    for trail in trails::list(&mut tx, &state.kept.account).await? {
        if !trail_periods::list(&mut tx, &trail.arn).await?.is_empty() {
            validated.push(trail);
        }
    }
    drop(tx);
    for trail in validated {
        let made = async {
            clock::watch(state, &trail).await?;
            interrupt(own, state, &trail).await?;
            make(own, state, &trail, None).await
        };
        // A trail whose digests cannot be made holds up no other's.
        note("make digests", made.await);
    }
    Ok(())
}

/// Makes the last digests of a trail that is about to be deleted: what was delivered up to now is covered.
pub(super) async fn make_last(own: &Trails, state: &State, trail: &Trail) -> Result<(), Failed> {
    // Times are whole seconds, and the second that is now is in.
    let end = Millis((state.now().0.div_euclid(1000) + 1) * 1000);
    make(own, state, trail, Some(end)).await
}

/// After a pause for which no digests are made up, a new chain begins.
async fn interrupt(own: &Trails, state: &State, trail: &Trail) -> Result<(), Failed> {
    let now = state.now();
    let mut tx = state.kept.meta.read().await?;
    let is_open = trail_periods::list(&mut tx, &trail.arn).await?.last().is_some_and(|last| last.ended.is_none());
    let floor = trail_periods::floor(&mut tx, &trail.arn).await?.filter(|_| is_open);
    drop(tx);
    let Some(floor) = floor.filter(|floor| now.0 - floor.0 > trail_periods::CLOCK_BEHIND_MAX_MILLIS) else {
        return Ok(());
    };
    let mut tx = state.kept.meta.write().await?;
    trails::hold(&mut tx, &trail.arn).await?;
    if trail_periods::floor(&mut tx, &trail.arn).await? == Some(floor) {
        let began = Millis(now.0 - (now.0 - floor.0) % own.every());
        tracing::warn!(trail = trail.arn, "no digests are made of more than a month that passed: a new chain begins");
        trail_periods::interrupt(&mut tx, &trail.arn, floor, began).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Makes a trail's due digests, of every region. `cut`: its last ones end then.
async fn make(own: &Trails, state: &State, trail: &Trail, cut: Option<Millis>) -> Result<(), Failed> {
    let mut tx = state.kept.meta.read().await?;
    let mut regions = trail_files::regions(&mut tx, &trail.arn).await?;
    if !regions.contains(&trail.region) {
        regions.push(trail.region.clone());
    }
    let asked = Asked { every: own.every(), now: cut.unwrap_or(state.now()), cut };
    let mut oldest = i64::MAX;
    let mut due = Vec::new();
    for region in regions {
        let next = next(&mut tx, trail, &region, &asked).await?;
        oldest = oldest.min(next.period);
        if next.due.is_some() {
            due.push(region);
        }
    }
    let periods = trail_periods::list(&mut tx, &trail.arn).await?;
    drop(tx);
    if due.is_empty() {
        // Of those before all is made. There are few at a time, but a trail may be stopped and started for years.
        if cut.is_none() && periods.first().is_some_and(|first| first.number < oldest) {
            let mut tx = state.kept.meta.write().await?;
            trail_periods::forget(&mut tx, &trail.arn, oldest).await?;
            tx.commit().await?;
        }
        return Ok(());
    }
    ensure_key(state, state.now()).await?;
    for region in due {
        // One chain that cannot go on holds up no other.
        if let Err(why) = make_in(state, trail, &region, &asked).await {
            tracing::error!(trail = trail.arn, region, %why, "make a digest");
        }
    }
    Ok(())
}

async fn make_in(state: &State, trail: &Trail, region: &str, asked: &Asked) -> Result<(), Failed> {
    for _ in 0..AT_ONCE_MAX {
        let mut tx = state.kept.meta.write().await?;
        match trails::hold(&mut tx, &trail.arn).await {
            Err(error) if error.kind == Kind::NotFound => break,
            held => held?,
        }
        // What is read from here on no other server changes before this ends.
        let trail = trails::get(&mut tx, &trail.arn).await?;
        let Some(due) = next(&mut tx, &trail, region, asked).await?.due else { break };
        make_one(state, &mut tx, (&trail, region), due).await?;
        tx.commit().await?;
    }
    Ok(())
}

impl Trails {
    fn every(&self) -> i64 {
        i64::try_from(self.settings.digest_every.as_millis()).unwrap_or(i64::MAX)
    }
}

async fn make_one(state: &State, tx: &mut Tx, (trail, region): (&Trail, &str), due: Due) -> Result<(), Failed> {
    let now = (state.clock)();
    let time = (due.covers_from, due.end);
    let files = trail_coverage::uncovered(tx, &trail.arn, region, time).await?;
    let covered = files.iter().map(covered).collect::<Result<Vec<_>, _>>()?;
    let chain = (trail.arn.as_str(), region, due.period);
    let previous = trail_digests::last_of_kind(tx, chain, due.covers_from, due.is_backfill).await?;
    let signing_key = signing_key(tx, state, Millis(now.timestamp_millis())).await?;
    let subject = Subject {
        bucket: trail.bucket.clone(),
        place: Place {
            prefix: trail.prefix.clone(),
            organization: None,
            account: trail.account.as_str().to_string(),
            region: region.to_string(),
        },
        trail: trail.name.clone(),
        home_region: trail.region.clone(),
        start: moment(due.start)?,
        end: moment(due.end)?,
        backfill: due.is_backfill.then_some(now),
    };
    let previous = previous.map(|previous| Previous {
        bucket: previous.bucket,
        key: previous.object_key,
        hash_value: previous.hash,
        signature: previous.signature,
    });
    let made = digest::make(&subject, previous, covered, &signing_key)?;
    // What covers nothing but what was recorded of deliveries is delivered without a record, or it would be covered next.
    let is_told = files.iter().any(|file| file.is_of_deliveries == 0);
    let row = TrailDigest {
        trail: trail.arn.clone(),
        region: region.to_string(),
        period_start: due.start,
        period_end: due.end,
        period: due.period,
        bucket: made.digest.bucket.clone(),
        object_key: made.digest.key.clone(),
        hash: made.as_previous.hash_value.clone(),
        signature: made.as_previous.signature.clone(),
        is_backfill: due.is_backfill,
        body: Some(Stored::of(&made, is_told).text()?),
        delivered: None,
    };
    if trail_digests::plan(tx, &row).await? != row {
        return Err(Failed(format!("{} is there already, and is another", row.object_key)));
    }
    let covered = trail_coverage::cover(tx, &trail.arn, region, time).await?;
    if covered != files.len() as u64 {
        return Err(Failed(format!("{covered} log files are covered by {}, which lists others", row.object_key)));
    }
    Ok(())
}

/// A digest's object as it is kept until it is delivered.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stored {
    /// Base64.
    gzip: String,
    /// Names and values.
    pub(super) metadata: Vec<(String, String)>,
    /// Whether its delivery is recorded.
    #[serde(default)]
    pub(super) is_told: bool,
}

impl Stored {
    fn of(made: &SignedDigest, is_told: bool) -> Stored {
        let metadata = made.metadata.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        Stored { gzip: BASE64.encode(&made.gzip), metadata, is_told }
    }

    fn text(&self) -> Result<String, Failed> {
        serde_json::to_string(self).map_err(|why| Failed(format!("keep a digest: {why}")))
    }

    pub(super) fn read(text: &str) -> Result<Stored, Failed> {
        serde_json::from_str(text).map_err(|why| Failed(format!("read a digest that is kept: {why}")))
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, Failed> {
        BASE64.decode(&self.gzip).map_err(|why| Failed(format!("read a digest that is kept: {why}")))
    }
}

fn covered(file: &TrailFile) -> Result<CoveredFile, Failed> {
    let missing = || Failed(format!("{} is delivered and not described", file.object_key));
    Ok(CoveredFile {
        bucket: file.bucket.clone(),
        key: file.object_key.clone(),
        hash_value: file.sha256.clone().ok_or_else(missing)?,
        newest_event_time: moment(file.newest.ok_or_else(missing)?)?,
        oldest_event_time: moment(file.oldest.ok_or_else(missing)?)?,
    })
}

fn moment(time: Millis) -> Result<DateTime<Utc>, Failed> {
    DateTime::from_timestamp_millis(time.0).ok_or_else(|| Failed(format!("{} is no moment", time.0)))
}
