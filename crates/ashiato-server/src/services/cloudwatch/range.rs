//! A metric's datapoints in a range of time, period by period.
//!
//! Source: the API references of GetMetricStatistics and GetMetricData: the older the start, the coarser it is rounded down,
//! and the coarser are the points that are kept.

use ashiato_meta::metric_points::{self, Point};
use ashiato_meta::{Tx, metrics};

use super::failure::of_state;
use super::named;
use crate::aws::Error;
use crate::context::Context;
use crate::monitoring::{Datapoint, KEPT_MILLIS_MAX, MetricName, datapoint};

const DAY_MILLIS: i64 = 86_400_000;

/// From a time to before another, in periods.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    from: i64,
    until: i64,
    period: i64,
}

impl Range {
    /// The periods that are meant, in milliseconds.
    pub(super) fn new((start, end): (i64, i64), period: i64, now: i64) -> Range {
        let width = match now - start {
            age if age > 63 * DAY_MILLIS => 3_600_000,
            age if age > 15 * DAY_MILLIS => 300_000,
            _ => period.min(60_000),
        };
        Range { from: start - start.rem_euclid(width), until: end, period }
    }

    /// How many there are.
    pub(super) fn periods(&self) -> i64 {
        (self.until - self.from + self.period - 1).div_euclid(self.period)
    }

    /// When each begins and ends, but for those of which nothing can be kept any more.
    fn each(self, now: i64) -> impl Iterator<Item = (i64, i64)> {
        let kept_from = now - KEPT_MILLIS_MAX;
        let passed = (kept_from - self.from).max(0) / self.period;
        let begins = (passed..self.periods()).map(move |number| self.from + number * self.period);
        begins.map(move |begins| (begins, (begins + self.period).min(self.until)))
    }

    /// The points of a metric in it.
    pub(super) async fn points(self, tx: &mut Tx, ctx: &Context, metric: &MetricName) -> Result<Vec<Point>, Error> {
        let names = (metric.namespace.as_str(), metric.name.as_str(), metric.dimensions_text());
        let found = metrics::find(tx, &named::place(ctx), (names.0, names.1, &names.2)).await.map_err(of_state)?;
        let Some(found) = found else { return Ok(Vec::new()) };
        metric_points::between(tx, &found.id, (self.from, self.until)).await.map_err(of_state)
    }

    /// What there was in each period in which there was anything, the oldest first.
    pub(super) fn datapoints(self, points: &[Point], unit: Option<&str>, now: i64) -> Vec<(i64, Datapoint)> {
        let first = points.first().map_or(i64::MAX, |point| point.begins);
        let last = points.last().map_or(i64::MIN, |point| point.begins);
        let inside = self.each(now).skip_while(|(_, ends)| *ends <= first).take_while(|(begins, _)| *begins <= last);
        inside.filter_map(|(begins, ends)| Some((begins, datapoint(points, unit, (begins, ends))?))).collect()
    }
}
