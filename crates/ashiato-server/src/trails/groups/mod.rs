//! From the journal into the log groups of trails, within seconds of a call.
//!
//! Each trail has a place of its own in the journal: one whose log group takes nothing waits by itself, and is tried again
//! ever later. It keeps the journal from being reclaimed meanwhile, but not for ever: [`giving_up`].
//!
//! Every event is there once, whatever happens. A batch is on the disk together with a mark that says up to which record
//! its stream has the trail's events; the place moves on afterwards, in the transaction that stores what metric filters
//! counted. After a crash between the two the same records are read again: what the mark covers is not appended again,
//! and is counted for the first time.

mod destination;
mod giving_up;
mod reader;
mod wanted;

pub(crate) use destination::{Destination, Refusal, stream_name};
pub(crate) use giving_up::TOLD_MILLIS;

use ashiato_meta::trails::Trail;
use ashiato_meta::{Tx, trail_log_readers};
use ashiato_trail::journal::Journal;
use chrono::{DateTime, Utc};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::Mutex;

use super::waits::Waits;
use super::{Failed, Trails, plan};
use crate::state::State;
use reader::{Reader, Took};

/// How much of the journal is read at once.
const READ_BYTES_MAX: usize = 8 << 20;

/// What is at hand of log groups.
#[derive(Debug, Default)]
pub(super) struct LogGroups {
    /// Who reads, reads alone. The last record that was there when somebody last looked: a trail that is seen for the first
    /// time begins after it. `None`: nobody has looked yet.
    seen: Mutex<Option<u64>>,
    waits: Waits,
}

impl LogGroups {
    /// What failed a moment ago is tried again at once.
    pub(super) fn end_waits(&self) {
        self.waits.end(Instant::now());
    }
}

impl Trails {
    /// Has the log group that a trail was given get what is recorded from now on; of one that has none, nothing is kept.
    /// In the transaction that changes the trail.
    pub(crate) async fn begin_group(&self, state: &State, tx: &mut Tx, trail: &Trail) -> ashiato_meta::Result<()> {
        let Some(journal) = state.recorder.journal() else { return Ok(()) };
        match &trail.log_group_arn {
            Some(_) => {
                let now = number(journal.committed_through());
                trail_log_readers::begin(tx, &trail.arn, &self.settings.server, now).await
            }
            None => trail_log_readers::end(tx, &trail.arn).await,
        }
    }
}

/// Reads what the journal holds for log groups, as far as they take it.
pub(super) async fn read_on(own: &Trails, state: &State) -> Result<(), Failed> {
    let Some(journal) = state.recorder.journal() else { return Ok(()) };
    let mut seen = own.groups.seen.lock().await;
    let waits = &own.groups.waits;
    // What is recorded meanwhile is for the next time: on a busy server there is always more.
    let end = journal.committed_through();
    loop {
        if *seen == Some(end) && !waits.is_any_due(Instant::now()) {
            return Ok(());
        }
        let readers = reader::all(own, state, seen.unwrap_or(end)).await?;
        waits.keep_only(&readers.iter().map(|reader| reader.trail.arn.as_str()).collect());
        *seen = Some(end);
        let is_due = |reader: &Reader| reader.at() < end && !waits.is_waiting(&reader.trail.arn, Instant::now());
        let due: Vec<Reader> = readers.into_iter().filter(is_due).collect();
        if due.is_empty() {
            return plan::reclaim(own, state).await;
        }
        if !step(own, state, journal, due).await? {
            return Ok(());
        }
    }
}

/// Moves readers on by as much as is read at once. `false`: nothing was there.
async fn step(own: &Trails, state: &State, journal: &Arc<Journal>, mut due: Vec<Reader>) -> Result<bool, Failed> {
    let from = due.iter().map(Reader::at).min().unwrap_or(0) + 1;
    let read = journal.read_async(from.max(journal.first()), READ_BYTES_MAX).await;
    let entries = read.map_err(|why| Failed(format!("read the journal: {why}")))?;
    let Some(last) = entries.last().map(|entry| entry.number) else { return Ok(false) };
    let selected = due.iter_mut().map(|reader| (reader.selected.take(), reader.at())).collect::<Vec<_>>();
    let wanted = tokio::task::spawn_blocking(move || wanted::wanted(&entries, &selected)).await;
    let wanted = wanted.map_err(|why| Failed(why.to_string()))?;
    let now = (state.clock)();
    let mut tried = Vec::new();
    for (reader, wanted) in due.into_iter().zip(wanted) {
        let outcome = reader.deliver(own, state, wanted, now).await;
        match &outcome {
            Ok(_) => own.groups.waits.succeeded(&reader.trail.arn),
            Err(_) => own.groups.waits.failed(&reader.trail.arn, Instant::now()),
        }
        tried.push((reader, outcome));
    }
    // Each turn leaves out a metric that there is no room for.
    while let Some((reader, metric)) = note(state, journal, &tried, (last, now)).await? {
        if let (_, Ok(took)) = &mut tried[reader] {
            took.counted.remove(metric);
        }
    }
    tried.iter().filter_map(|(_, outcome)| outcome.as_ref().ok()).for_each(|took| took.changed(state));
    Ok(true)
}

/// Notes how far each came, all of them or none. Tells whose metric, and which, there is no room for.
async fn note(
    state: &State,
    journal: &Journal,
    tried: &[(Reader, Result<Took, String>)],
    (last, now): (u64, DateTime<Utc>),
) -> Result<Option<(usize, usize)>, Failed> {
    let mut tx = state.kept.meta.write().await?;
    for (at, (reader, outcome)) in tried.iter().enumerate() {
        match outcome {
            Ok(took) => {
                if let Some(metric) = reader.went_on((&mut tx, state), took, last, now).await? {
                    return Ok(Some((at, metric)));
                }
            }
            Err(why) => reader.failed(&mut tx, why, journal, now).await?,
        }
    }
    tx.commit().await?;
    Ok(None)
}

/// As the state keeps the journal's numbers.
fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
