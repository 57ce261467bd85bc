//! Adds to metrics, in the transaction of whatever else is done, and has their alarms looked at once it is committed.

use ashiato_meta::metric_points::{self, Point};
use ashiato_meta::metrics::{self, Metric};
use ashiato_meta::{Place, Tx};
use uuid::Uuid;

use super::MetricName;
use crate::quotas;
use crate::state::State;

pub(crate) use quotas::Refusal;

/// Adds points to a metric, which is made where it is not there.
///
/// # Errors
/// Where there would be too many metrics; the state's.
pub(crate) async fn add(
    tx: &mut Tx,
    state: &State,
    place: &Place,
    metric: &MetricName,
    points: &[Point],
) -> Result<(), Refusal> {
    let Some(newest) = points.iter().map(|point| point.begins).max() else { return Ok(()) };
    let wanted = Metric {
        id: Uuid::new_v4().to_string(),
        place: place.clone(),
        namespace: metric.namespace.clone(),
        name: metric.name.clone(),
        dimensions: metric.dimensions_text(),
        newest,
    };
    let (id, is_new) = metrics::ensure(tx, &wanted).await.map_err(Refusal::State)?;
    if is_new {
        state.limits.quotas.check_metrics(tx, place).await?;
    }
    for point in points {
        metric_points::add(tx, &id, point).await.map_err(Refusal::State)?;
    }
    Ok(())
}

/// To be called once what was added to a metric is committed.
pub(crate) fn changed(state: &State, place: &Place, metric: &MetricName) {
    state.monitoring.note(place, metric);
}
