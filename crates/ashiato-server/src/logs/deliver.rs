//! What another part of the server writes to a log group, as a trail does that delivers to CloudWatch Logs: each event
//! once, whatever happens to the server meanwhile.
//!
//! A batch is on the disk together with the number of its last event. A writer that does not know how far it came before
//! a crash writes again, and what is there already is left out.

use ashiato_meta::log_groups::LogGroup;
use ashiato_meta::metric_filters::{self, MetricFilter};
use ashiato_meta::{Kind, Place, Tx, log_groups, log_streams};
use ashiato_trail::log_events::Mark;

use super::batches::Batch;
use super::count::{self, Counted};
use super::{Failure, stream_number, with_group};
use crate::state::State;

/// A log group that is written to.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub(crate) place: Place,
    group: LogGroup,
    filters: Vec<MetricFilter>,
}

impl Target {
    /// The group of a name; `NotFound` where there is none.
    pub(crate) async fn find(tx: &mut Tx, place: Place, name: &str) -> ashiato_meta::Result<Target> {
        let group = log_groups::get(tx, &place, name).await?;
        let filters = metric_filters::of_group(tx, &group.id).await?;
        Ok(Target { place, group, filters })
    }

    /// The number of a stream; `None` where there is no such stream.
    pub(crate) async fn stream(&self, tx: &mut Tx, name: &str) -> Result<Option<u32>, Failure> {
        match log_streams::get(tx, &self.group.id, name).await {
            Ok(found) => stream_number(found.number).map(Some),
            Err(error) if error.kind == Kind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes a stream, where nobody has meanwhile, and tells its number.
    async fn create_stream(&self, state: &State, name: &str) -> Result<u32, Failure> {
        let mut tx = state.kept.meta.write().await?;
        if let Some(number) = self.stream(&mut tx, name).await? {
            return Ok(number);
        }
        let number = log_streams::create(&mut tx, &self.group.id, name, state.now()).await?;
        tx.commit().await?;
        stream_number(number)
    }
}

/// Appends the events of a batch that are not there yet from this origin: those whose numbers are beyond the last one that
/// is. The stream is made where it is not there. When this returns all of them are durable.
///
/// Tells what metric filters make of all of them, there already or not: to be stored in the transaction in which the writer
/// notes how far it is, so that nothing counts twice.
///
/// # Errors
/// `NotFound` of the state where the group is gone; whatever keeps the events from being written.
pub(crate) async fn append_once(state: &State, target: &Target, origin: u64, batch: Batch) -> Result<Counted, Failure> {
    let Some(last) = batch.events.last() else { return Ok(Counted::new()) };
    let mark = Mark { origin, number: last.number };
    let mut tx = state.kept.meta.read().await?;
    let found = target.stream(&mut tx, &batch.stream).await?;
    drop(tx);
    let stream = match found {
        Some(stream) => stream,
        None => target.create_stream(state, &batch.stream).await?,
    };
    let ingested = state.now().0;
    let events = with_group(state, &target.group.id, move |group| {
        let there = group.marked(stream, origin).unwrap_or(0);
        let missing = batch.events.iter().filter(|event| event.number > there);
        let mut missing: Vec<(i64, &str)> = missing.map(|event| (event.time, event.message.as_str())).collect();
        missing.sort_by_key(|(time, _)| *time);
        if !missing.is_empty() {
            group.append_marked((stream, mark), ingested, &missing)?;
        }
        Ok(batch.events)
    })
    .await?;
    let events = events.into_iter().map(|event| (event.time, event.message)).collect();
    Ok(count::of(state, &target.filters, events).await)
}
