//! What metric filters count, by the minute in which events happened.

use ashiato_meta::metric_filters::{self, MetricFilter, Minute};
use ashiato_meta::{Place, Tx};
use ashiato_trail::filter_pattern::{FilterPattern, number_at};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{Destination, Failure};
use crate::state::State;

const MINUTE_MILLIS: i64 = 60_000;

/// What an event counts for, as the state keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Transformation {
    pub(crate) metric: String,
    pub(crate) namespace: String,
    /// A number, or `$.selector` or `$field` of the event.
    pub(crate) value: String,
    pub(crate) default_value: Option<f64>,
    pub(crate) unit: Option<String>,
}

/// By namespace and metric, and by minute: how many values and their sum.
pub(crate) type Counted = BTreeMap<(String, String, i64), (i64, f64)>;

pub(super) async fn count(
    state: &State,
    place: &Place,
    destination: &Destination,
    events: Vec<(i64, String)>,
) -> Result<(), Failure> {
    let counted = of(&destination.filters, events).await;
    if counted.is_empty() {
        return Ok(());
    }
    let mut tx = state.kept.meta.write().await?;
    store(&mut tx, place, counted).await?;
    tx.commit().await?;
    Ok(())
}

/// What filters make of events.
pub(crate) async fn of(filters: &[MetricFilter], events: Vec<(i64, String)>) -> Counted {
    if filters.is_empty() {
        return Counted::new();
    }
    let filters = filters.to_vec();
    // Patterns on a megabyte of JSON are no work for the threads that requests come in on.
    let counted = tokio::task::spawn_blocking(move || counted(&filters, &events)).await;
    counted.unwrap_or_else(|panicked| {
        tracing::error!(%panicked, "count for metric filters");
        Counted::new()
    })
}

/// Adds it to what the metrics had.
pub(crate) async fn store(tx: &mut Tx, place: &Place, counted: Counted) -> ashiato_meta::Result<()> {
    for ((namespace, metric, minute), (samples, total)) in counted {
        let more = Minute { minute, samples, total };
        metric_filters::count(tx, place, &namespace, &metric, more).await?;
    }
    Ok(())
}

fn counted(filters: &[MetricFilter], events: &[(i64, String)]) -> Counted {
    let mut counted = Counted::new();
    for filter in filters {
        let read = FilterPattern::parse(&filter.pattern).ok().zip(serde_json::from_str(&filter.transformation).ok());
        let Some((pattern, transformation)) = read else {
            tracing::error!(filter = filter.name, "a metric filter cannot be read");
            continue;
        };
        let transformation: Transformation = transformation;
        for (time, message) in events {
            if !pattern.matches(message) {
                continue;
            }
            let Some(value) = value(&transformation.value, &pattern, message) else { continue };
            let minute = time - time.rem_euclid(MINUTE_MILLIS);
            let key = (transformation.namespace.clone(), transformation.metric.clone(), minute);
            let sum = counted.entry(key).or_default();
            *sum = (sum.0 + 1, sum.1 + value);
        }
    }
    counted
}

/// What an event that matches counts for; nothing where it has no number there.
fn value(value: &str, pattern: &FilterPattern, message: &str) -> Option<f64> {
    match value {
        _ if value.starts_with("$.") || value.starts_with("$[") => number_at(value, message).ok().flatten(),
        _ if value.starts_with('$') => pattern.extract(message).get(value)?.parse().ok(),
        _ => value.parse().ok(),
    }
    .filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ashiato_meta::Millis;

    #[test]
    fn events_count_in_their_minutes() {
        let filter = |pattern: &str, value: &str| MetricFilter {
            group_id: "g".into(),
            name: "f".into(),
            pattern: pattern.into(),
            transformation: serde_json::to_string(&Transformation {
                metric: "m".into(),
                namespace: "n".into(),
                value: value.into(),
                default_value: None,
                unit: None,
            })
            .expect("it is written"),
            created: Millis(0),
        };
        let events = |texts: &[(i64, &str)]| -> Vec<(i64, String)> {
            texts.iter().map(|(time, text)| (*time, text.to_string())).collect()
        };
        let told = |filter: MetricFilter, texts: &[(i64, &str)]| -> Vec<(i64, i64, f64)> {
            let counted = counted(&[filter], &events(texts));
            counted.into_iter().map(|((_, _, minute), (samples, total))| (minute, samples, total)).collect()
        };
        let texts = [(59_999, "ERROR a"), (60_000, "ERROR b"), (60_001, "fine"), (119_999, "ERROR c")];
        assert_eq!(told(filter("ERROR", "1"), &texts), [(0, 1, 1.0), (60_000, 2, 2.0)]);
        let sizes = [(1, r#"{"size": 2}"#), (2, r#"{"size": "2"}"#), (3, r#"{"size": 0.5}"#)];
        assert_eq!(told(filter("{ $.size = * }", "$.size"), &sizes), [(0, 2, 2.5)]);
        assert_eq!(told(filter("[a, b]", "$b"), &[(1, "x 3"), (2, "x y")]), [(0, 1, 3.0)]);
        assert!(told(filter("{", "1"), &texts).is_empty());
    }
}
