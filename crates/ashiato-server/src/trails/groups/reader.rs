//! A trail on its way through the journal.

use ashiato_meta::trail_log_readers::{self, LogReader};
use ashiato_meta::trail_status::{self, Delivered};
use ashiato_meta::trails::{self, Trail};
use ashiato_meta::{Kind, Millis, Place, Tx, trail_periods};
use ashiato_trail::journal::Journal;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

use super::super::log_role::session_begins;
use super::super::selected::{self, Selected};
use super::super::{Failed, Trails};
use super::destination::Destination;
use super::wanted::Wanted;
use super::{giving_up, number};
use crate::logs::{Counted, add_counted, append_once, counted_changed};
use crate::state::State;

/// A trail with a log group, and its place.
pub(super) struct Reader {
    pub(super) trail: Trail,
    place: LogReader,
    /// `None`: it never logged, or what it selects cannot be read.
    pub(super) selected: Option<Selected>,
    /// What is wrong with what it selects.
    unreadable: Option<String>,
}

/// What a log group took.
pub(super) struct Took {
    events: usize,
    too_large: usize,
    place: Option<Place>,
    pub(super) counted: Counted,
}

/// All trails with a log group. One that is seen for the first time begins after the record of this number.
pub(super) async fn all(own: &Trails, state: &State, seen: u64) -> Result<Vec<Reader>, Failed> {
    let server = &own.settings.server;
    let mut tx = state.kept.meta.read().await?;
    let places = trail_log_readers::of_server(&mut tx, server).await?;
    let mut places: HashMap<String, LogReader> = places.into_iter().map(|place| (place.trail.clone(), place)).collect();
    let mut readers = Vec::new();
    let mut new = Vec::new();
    for trail in trails::list(&mut tx, &state.kept.account).await? {
        if trail.log_group_arn.is_none() {
            continue;
        }
        let status = trail_status::get(&mut tx, &trail.arn).await?;
        let place = places.remove(&trail.arn).unwrap_or_else(|| {
            new.push(trail.arn.clone());
            beginning(&trail.arn, server, seen)
        });
        let floor = trail_periods::floor(&mut tx, &trail.arn).await?;
        let now = floor.map_or(state.now(), |floor| floor.max(state.now()));
        let (selected, unreadable) = match Selected::of(&trail, &status, selected::Reader { server, now }) {
            Ok(selected) => (selected, None),
            Err(why) => (None, Some(why.to_string())),
        };
        readers.push(Reader { trail, place, selected, unreadable });
    }
    drop(tx);
    for arn in new {
        let mut tx = state.kept.meta.write().await?;
        match trail_log_readers::begin(&mut tx, &arn, server, number(seen)).await {
            Ok(()) => tx.commit().await?,
            // It was deleted meanwhile.
            Err(error) if error.kind == Kind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(readers)
}

fn beginning(trail: &str, server: &str, seen: u64) -> LogReader {
    LogReader {
        trail: trail.to_string(),
        server: server.to_string(),
        number: number(seen),
        failing_since: None,
        notice: None,
        noticed: None,
    }
}

impl Reader {
    /// The last record that its log group has, or is not to have.
    pub(super) fn at(&self) -> u64 {
        u64::try_from(self.place.number).unwrap_or(0)
    }

    /// What names it in the marks of log groups: other trails, and other servers' journals, may write to the same stream.
    fn origin(&self) -> u64 {
        let digest = Sha256::digest(format!("{}\n{}", self.place.server, self.trail.arn));
        u64::from_be_bytes(std::array::from_fn(|index| digest[index]))
    }

    /// Writes what it wants to its log group. The error is told by GetTrailStatus.
    pub(super) async fn deliver(
        &self,
        own: &Trails,
        state: &State,
        wanted: Wanted,
        now: DateTime<Utc>,
    ) -> Result<Took, String> {
        if let Some(why) = &self.unreadable {
            return Err(why.clone());
        }
        let mut took = Took { events: 0, too_large: wanted.too_large, place: None, counted: Counted::new() };
        if wanted.batches.is_empty() {
            return Ok(took);
        }
        let mut tx = state.kept.meta.read().await.map_err(|error| error.to_string())?;
        let destination = Destination::find(&mut tx, &self.trail, now).await.map_err(|refusal| refusal.status())?;
        for batch in &wanted.batches {
            let is_there = destination.target.stream(&mut tx, &batch.stream).await.map_err(|why| with_causes(&why))?;
            let may = destination.expect_may_write(&batch.stream, is_there.is_some());
            may.map_err(|refusal| refusal.status())?;
        }
        drop(tx);
        // What is recorded of a session that is begun for nothing but such records would go on for ever.
        let is_told = wanted.batches.iter().flat_map(|batch| &batch.events).any(|event| !event.is_own);
        session_begins(&own.log_roles, state, &self.trail, (is_told, now)).await?;
        took.place = Some(destination.target.place.clone());
        for batch in wanted.batches {
            took.events += batch.events.len();
            let appended = append_once(state, &destination.target, self.origin(), batch).await;
            took.counted.extend(appended.map_err(|why| with_causes(&why))?);
        }
        Ok(took)
    }

    /// Notes that the log group has everything up to a record.
    /// Tells which of the metrics that were counted there is no room for: then nothing is noted.
    pub(super) async fn went_on(
        &self,
        (tx, state): (&mut Tx, &State),
        took: &Took,
        last: u64,
        now: DateTime<Utc>,
    ) -> Result<Option<usize>, Failed> {
        let at = Millis(now.timestamp_millis());
        if let Some(place) = &took.place
            && let Some(exceeding) = add_counted(tx, state, place, &took.counted).await?
        {
            return Ok(Some(exceeding));
        }
        let mut place = LogReader { number: number(last.max(self.at())), failing_since: None, ..self.place.clone() };
        if took.too_large > 0 {
            let count = took.too_large;
            let why =
                format!("Events of more than 256 KB left out, {count} of them: only the trail's log files have them.");
            tracing::warn!(trail = self.trail.arn, why, "events are not in a log group");
            (place.notice, place.noticed) = (Some(why), Some(at));
        }
        trail_log_readers::store(tx, &place).await?;
        if took.events > 0 {
            unless_gone(trail_status::succeeded(tx, &self.trail.arn, Delivered::Logs, at).await)?;
        }
        Ok(None)
    }

    /// Notes that the log group took nothing. What has waited for too long is let go.
    pub(super) async fn failed(
        &self,
        tx: &mut Tx,
        why: &str,
        journal: &Journal,
        now: DateTime<Utc>,
    ) -> Result<(), Failed> {
        let at = Millis(now.timestamp_millis());
        tracing::warn!(trail = self.trail.arn, why, "a log group takes no events");
        let since = self.place.failing_since.unwrap_or(at);
        let mut place = LogReader { failing_since: Some(since), ..self.place.clone() };
        if giving_up::is_over(since, at, journal.is_filling()) {
            let why = giving_up::notice(since, at);
            tracing::error!(trail = self.trail.arn, why, "events are not in a log group");
            place.number = number(journal.committed_through()).max(place.number);
            (place.notice, place.noticed) = (Some(why), Some(at));
        }
        trail_log_readers::store(tx, &place).await?;
        unless_gone(trail_status::failed(tx, &self.trail.arn, Delivered::Logs, at, why).await)
    }
}

impl Took {
    /// Has alarms look at what was counted.
    pub(super) fn changed(&self, state: &State) {
        if let Some(place) = &self.place {
            counted_changed(state, place, &self.counted);
        }
    }
}

/// A trail that was deleted meanwhile has no status any more.
fn unless_gone(noted: ashiato_meta::Result<()>) -> Result<(), Failed> {
    match noted {
        Err(error) if error.kind != Kind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn with_causes(why: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(why.source(), |cause| cause.source());
    causes.fold(why.to_string(), |text, cause| format!("{text}: {cause}"))
}
