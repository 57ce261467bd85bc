//! Log groups as the rest of the server writes to them: events appended, once where it is said where they are from, metric
//! filters counted, what is too old removed.
//!
//! Groups, streams and filters are in the state; events are below the data folder ([`ashiato_trail::log_events`]), so
//! that each server of those that share a state keeps the events that it was given.

mod batches;
mod count;
mod deliver;
mod upkeep;

pub(crate) use batches::{BATCH_BYTES_MAX, Batch, EVENT_BYTES_MORE, Numbered, SPAN_MILLIS_MAX, batches};
pub(crate) use count::{Counted, Transformation, add as add_counted, changed as counted_changed};
pub(crate) use deliver::{Target, append_once};
pub(crate) use upkeep::oldest;

use ashiato_meta::Place;
use ashiato_meta::log_groups::LogGroup;
use ashiato_meta::metric_filters::MetricFilter;
use ashiato_trail::error::ErrorKind;
use ashiato_trail::log_events::Group;
use std::fmt;
use std::sync::Arc;

use crate::state::State;

/// Why events were not taken.
#[derive(Debug)]
pub enum Failure {
    /// The state did not answer, or what is named is not there.
    State(ashiato_meta::Error),
    /// The events could not be written or read.
    Events(ashiato_trail::error::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keep log events")
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Failure::State(error) => Some(error),
            Failure::Events(error) => Some(error),
        }
    }
}

impl From<ashiato_meta::Error> for Failure {
    fn from(error: ashiato_meta::Error) -> Failure {
        Failure::State(error)
    }
}

/// Where events go.
#[derive(Debug, Clone)]
pub(crate) struct Destination {
    pub(crate) group: LogGroup,
    /// The stream's number.
    pub(crate) stream: u32,
    pub(crate) filters: Vec<MetricFilter>,
}

/// Appends events and counts those that metric filters are for.
pub(crate) async fn append(
    state: &State,
    place: &Place,
    destination: &Destination,
    events: Vec<(i64, String)>,
) -> Result<(), Failure> {
    let (stream, ingested) = (destination.stream, state.now().0);
    let events = with_group(state, &destination.group.id, move |group| {
        let given: Vec<(i64, &str)> = events.iter().map(|(time, text)| (*time, text.as_str())).collect();
        group.append(stream, ingested, &given)?;
        Ok(events)
    })
    .await?;
    count::count(state, place, destination, events).await
}

/// Does something with a group's events, on a thread that may wait for the disk.
pub(crate) async fn with_group<T: Send + 'static>(
    state: &State,
    id: &str,
    work: impl FnOnce(&Group) -> Result<T, ashiato_trail::error::Error> + Send + 'static,
) -> Result<T, Failure> {
    let (events, id) = (Arc::clone(&state.kept.log_events), id.to_string());
    let done = tokio::task::spawn_blocking(move || work(&*events.group(&id)?)).await;
    let done = done.unwrap_or_else(|panicked| {
        Err(ashiato_trail::error::Error::new(ErrorKind::Internal, "work on log events").because(panicked))
    });
    done.map_err(Failure::Events)
}

/// A stream's number as events are kept by it.
pub(crate) fn stream_number(number: i64) -> Result<u32, Failure> {
    let too_many = |_| ashiato_trail::error::Error::new(ErrorKind::Invalid, "a log group has had 2^32 streams");
    u32::try_from(number).map_err(|why| Failure::Events(too_many(why)))
}
