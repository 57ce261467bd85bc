//! The digests of hours that are over.
//!
//! A chain begins when a trail starts to log, and ends with the hour in which it stops. The digest of an hour that passed
//! while nothing could be made is a backfill digest; those are a chain of their own, as AWS's clients expect.

use ashiato_meta::trail_digests::{self, TrailDigest};
use ashiato_meta::trail_files::{self, TrailFile};
use ashiato_meta::trail_status::{self, TrailStatus};
use ashiato_meta::trails::{self, Trail};
use ashiato_meta::{Millis, Tx};
use ashiato_trail::digest::{self, CoveredFile, Previous, SignedDigest, Subject};
use ashiato_trail::place::Place;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::keys::{ensure_key, signing_key};
use super::{Failed, Trails};
use crate::state::State;

/// How many digests of one trail and region are made at a look: after a year's pause the others have their turn too.
const AT_ONCE_MAX: usize = 100;

/// Makes every digest whose time is over.
pub(super) async fn make_due(own: &Trails, state: &State, now: DateTime<Utc>) -> Result<(), Failed> {
    let mut tx = state.kept.meta.read().await?;
    let mut chains = Vec::new();
    for trail in trails::list(&mut tx, &state.kept.account).await? {
        let status = trail_status::get(&mut tx, &trail.arn).await?;
        if !trail.validates_files || status.started.is_none() {
            continue;
        }
        let mut regions = trail_files::regions(&mut tx, &trail.arn).await?;
        if !regions.contains(&trail.region) {
            regions.push(trail.region.clone());
        }
        for region in regions {
            let last = trail_digests::last(&mut tx, &trail.arn, &region).await?;
            if next(last.as_ref(), &status, own.every(), now).is_some() {
                chains.push((trail.clone(), status.clone(), region));
            }
        }
    }
    drop(tx);
    if !chains.is_empty() {
        ensure_key(state, Millis(now.timestamp_millis())).await?;
    }
    for (trail, status, region) in chains {
        for _ in 0..AT_ONCE_MAX {
            let mut tx = state.kept.meta.write().await?;
            let last = trail_digests::last(&mut tx, &trail.arn, &region).await?;
            let Some(due) = next(last.as_ref(), &status, own.every(), now) else { break };
            // One chain that cannot go on holds up no other.
            if let Err(why) = make(state, &mut tx, (&trail, &region), due, now).await {
                tracing::error!(trail = trail.arn, region, %why, "make a digest");
                break;
            }
            tx.commit().await?;
        }
    }
    Ok(())
}

impl Trails {
    fn every(&self) -> i64 {
        i64::try_from(self.settings.digest_every.as_millis()).unwrap_or(i64::MAX)
    }
}

/// A digest whose time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Due {
    start: Millis,
    end: Millis,
    begins_chain: bool,
    is_backfill: bool,
}

/// The next digest of a trail and region, where its time is over. Times are whole seconds.
fn next(last: Option<&TrailDigest>, status: &TrailStatus, every: i64, now: DateTime<Utc>) -> Option<Due> {
    let started = whole_second(status.started?);
    let last_end = last.map(|last| last.period_end);
    let continues = last_end.filter(|end| end.0 > started.0);
    let start = continues.unwrap_or(started);
    if !status.is_logging && status.stopped.is_none_or(|stopped| start.0 > stopped.0) {
        return None;
    }
    let end = Millis(start.0 + every);
    let over_for = now.timestamp_millis() - end.0;
    (over_for >= 0).then_some(Due {
        start,
        end,
        begins_chain: continues.is_none(),
        // Another hour has passed since: this one was missed.
        is_backfill: over_for >= every,
    })
}

fn whole_second(time: Millis) -> Millis {
    Millis(time.0.div_euclid(1000) * 1000)
}

async fn make(
    state: &State,
    tx: &mut Tx,
    (trail, region): (&Trail, &str),
    due: Due,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let files = trail_files::uncovered(tx, &trail.arn, region, due.end).await?;
    let covered = files.iter().map(covered).collect::<Result<Vec<_>, _>>()?;
    let previous = match due.begins_chain {
        true => None,
        false => trail_digests::last_of_kind(tx, &trail.arn, region, due.is_backfill).await?,
    };
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
        bucket: made.digest.bucket.clone(),
        object_key: made.digest.key.clone(),
        hash: made.as_previous.hash_value.clone(),
        signature: made.as_previous.signature.clone(),
        is_backfill: due.is_backfill,
        body: Some(Stored::of(&made, is_told).text()?),
        delivered: None,
    };
    trail_digests::plan(tx, &row).await?;
    trail_files::cover(tx, &trail.arn, region, due.end).await?;
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
