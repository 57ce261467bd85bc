//! What metric filters count, by the minute in which events happened.

use ashiato_meta::metric_filters::MetricFilter;
use ashiato_meta::metric_points::Point;
use ashiato_meta::{Millis, Place, Tx};
use ashiato_trail::filter_pattern::{FilterPattern, number_at};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{Destination, Failure};
use crate::monitoring::{self, MetricName, Refusal};
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

/// By metric, and by minute and unit: what was counted.
type Tallies = BTreeMap<MetricName, BTreeMap<(i64, String), Tally>>;

/// What was counted in a minute.
#[derive(Debug, Clone, PartialEq, Default)]
struct Tally {
    values: Vec<f64>,
    /// What the minute stands for where nothing is counted in it.
    fallback: Option<f64>,
}

/// What filters make of events: points, by metric.
pub(crate) type Counted = Vec<(MetricName, Vec<Point>)>;

pub(super) async fn count(
    state: &State,
    place: &Place,
    destination: &Destination,
    events: Vec<(i64, String)>,
) -> Result<(), Failure> {
    let mut counted = of(state, &destination.filters, events).await;
    while !counted.is_empty() {
        let mut tx = state.kept.meta.write().await?;
        match add(&mut tx, state, place, &counted).await? {
            None => {
                tx.commit().await?;
                break;
            }
            Some(at) => drop(counted.remove(at)),
        }
    }
    changed(state, place, &counted);
    Ok(())
}

/// What filters make of events.
pub(crate) async fn of(state: &State, filters: &[MetricFilter], events: Vec<(i64, String)>) -> Counted {
    if filters.is_empty() {
        return Counted::new();
    }
    let (filters, now) = (filters.to_vec(), state.now());
    // Patterns on a megabyte of JSON are no work for the threads that requests come in on.
    let tallied = tokio::task::spawn_blocking(move || counted(&filters, &events)).await;
    let tallied = tallied.unwrap_or_else(|panicked| {
        tracing::error!(%panicked, "count for metric filters");
        Tallies::new()
    });
    let points = |minutes: BTreeMap<(i64, String), Tally>| -> Vec<Point> {
        minutes.into_iter().map(|(of, tally)| point(of, &tally, now)).collect()
    };
    tallied.into_iter().map(|(metric, minutes)| (metric, points(minutes))).collect()
}

/// Adds to all metrics, or tells which of them there is no room for: then the transaction is not to be committed. The events
/// are taken; that a filter does not count is for the log to tell.
pub(crate) async fn add(
    tx: &mut Tx,
    state: &State,
    place: &Place,
    counted: &Counted,
) -> ashiato_meta::Result<Option<usize>> {
    for (at, (metric, points)) in counted.iter().enumerate() {
        match monitoring::add(tx, state, place, metric, points).await {
            Ok(()) => {}
            Err(Refusal::State(error)) => return Err(error),
            Err(Refusal::Exceeded(why)) => {
                tracing::warn!(metric = metric.name, why, "a metric filter does not count");
                return Ok(Some(at));
            }
        }
    }
    Ok(None)
}

/// Has alarms look at what was added to.
pub(crate) fn changed(state: &State, place: &Place, counted: &Counted) {
    counted.iter().for_each(|(metric, _)| monitoring::changed(state, place, metric));
}

fn counted(filters: &[MetricFilter], events: &[(i64, String)]) -> Tallies {
    let mut counted = Tallies::new();
    for filter in filters {
        let read = FilterPattern::parse(&filter.pattern).ok().zip(serde_json::from_str(&filter.transformation).ok());
        let Some((pattern, transformation)) = read else {
            tracing::error!(filter = filter.name, "a metric filter cannot be read");
            continue;
        };
        let transformation: Transformation = transformation;
        let metric = MetricName::new(&transformation.namespace, &transformation.metric, []);
        let unit = transformation.unit.as_deref().unwrap_or("None");
        for (time, message) in events {
            let value = match pattern.matches(message) {
                true => value(&transformation.value, &pattern, message),
                false => None,
            };
            if value.is_none() && transformation.default_value.is_none() {
                continue;
            }
            let minute = time - time.rem_euclid(MINUTE_MILLIS);
            let minutes = counted.entry(metric.clone()).or_default();
            let tally = minutes.entry((minute, unit.to_string())).or_default();
            tally.values.extend(value);
            tally.fallback = tally.fallback.or(transformation.default_value);
        }
    }
    counted
}

fn point((begins, unit): (i64, String), tally: &Tally, changed: Millis) -> Point {
    let least = tally.values.iter().copied().reduce(f64::min);
    let most = tally.values.iter().copied().reduce(f64::max);
    Point {
        begins,
        unit,
        samples: tally.values.len() as f64,
        total: tally.values.iter().sum(),
        least: least.unwrap_or_default(),
        most: most.unwrap_or_default(),
        fallback: tally.fallback,
        changed,
    }
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

    #[test]
    fn events_count_in_their_minutes() {
        let filter = |pattern: &str, value: &str, default_value: Option<f64>| MetricFilter {
            group_id: "g".into(),
            name: "f".into(),
            pattern: pattern.into(),
            transformation: serde_json::to_string(&Transformation {
                metric: "m".into(),
                namespace: "n".into(),
                value: value.into(),
                default_value,
                unit: None,
            })
            .expect("it is written"),
            created: Millis(0),
        };
        let events = |texts: &[(i64, &str)]| -> Vec<(i64, String)> {
            texts.iter().map(|(time, text)| (*time, text.to_string())).collect()
        };
        let told = |filter: MetricFilter, texts: &[(i64, &str)]| -> Vec<(i64, f64, f64)> {
            let counted = counted(&[filter], &events(texts));
            let minutes = counted.into_values().flatten();
            let points = minutes.map(|(of, tally)| point(of, &tally, Millis(0)));
            points.map(|point| (point.begins, point.samples, point.total)).collect()
        };
        let texts =
            [(59_999, "ERROR a"), (60_000, "ERROR b"), (60_001, "fine"), (119_999, "ERROR c"), (180_000, "fine")];
        let counts = told(filter("ERROR", "1", None), &texts);
        assert_eq!(counts, [(0, 1.0, 1.0), (60_000, 2.0, 2.0)]);
        // With a default value, minutes without a match are known as such.
        let counts = told(filter("ERROR", "1", Some(0.0)), &texts);
        assert_eq!(counts, [(0, 1.0, 1.0), (60_000, 2.0, 2.0), (180_000, 0.0, 0.0)]);
        let sizes = [(1, r#"{"size": 2}"#), (2, r#"{"size": "2"}"#), (3, r#"{"size": 0.5}"#)];
        assert_eq!(told(filter("{ $.size = * }", "$.size", None), &sizes), [(0, 2.0, 2.5)]);
        assert_eq!(told(filter("[a, b]", "$b", None), &[(1, "x 3"), (2, "x y")]), [(0, 1.0, 3.0)]);
        assert!(told(filter("{", "1", None), &texts).is_empty());
    }
}
