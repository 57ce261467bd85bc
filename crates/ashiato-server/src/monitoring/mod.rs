//! CloudWatch as the rest of the server uses it: metrics that are added to, and alarms that watch them.
//!
//! What comes for a metric is kept in the state, by the minute ([`add`]). [`watch`] looks at alarms: at those of a metric
//! at once when something was added to it, at all of them when a minute is over. [`evaluate`] is what decides, from the
//! points and the time alone; [`act`] makes the new state, its history and the messages to topics durable in one
//! transaction, so that a message is neither lost nor sent for a state that never was.
//!
//! [Why so](../../../../docs/decisions/alarms.md).

mod metric;
mod add;
mod datapoint;
mod watched;
mod evaluate;
mod decide;
mod reason;
mod numbers;
mod history;
mod message;
mod regions;
mod act;
mod watch;
mod upkeep;
#[cfg(test)]
mod tests;

pub(crate) use act::{NewState, arn, set_state};
pub(crate) use add::{Refusal, add, changed};
pub(crate) use datapoint::{Datapoint, datapoint};
pub(crate) use history::{ConfigurationChange, configuration_changed};
pub(crate) use metric::MetricName;
pub(crate) use reason::INITIAL as INITIAL_REASON;
pub(crate) use upkeep::KEPT_MILLIS_MAX;
pub(crate) use watched::{Watched, is_period, metric, statistic, unit_text};

use ashiato_meta::Place;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use tokio::sync::Notify;

/// What is kept at hand of alarms.
#[derive(Debug, Default)]
pub struct Monitoring {
    /// Metrics that were added to since alarms were last looked at: place, namespace, name.
    added: Mutex<BTreeSet<(String, String, String)>>,
    /// Rung when there are some.
    woken: Notify,
}

impl Monitoring {
    fn note(&self, place: &Place, metric: &MetricName) {
        let mut added = self.added.lock().unwrap_or_else(PoisonError::into_inner);
        added.insert((place.as_str().to_string(), metric.namespace.clone(), metric.name.clone()));
        drop(added);
        self.woken.notify_one();
    }

    fn take(&self) -> BTreeSet<(String, String, String)> {
        std::mem::take(&mut *self.added.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
