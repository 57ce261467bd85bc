//! What a metric had in a period, put together of the points that begin in it.

use ashiato_meta::metric_points::Point;

use crate::aws::generated::cloudwatch::Statistic;

/// What a metric had in a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Datapoint {
    pub(crate) samples: f64,
    pub(crate) total: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Datapoint {
    /// One value, once.
    fn of_value(value: f64) -> Datapoint {
        Datapoint { samples: 1.0, total: value, least: value, most: value }
    }

    /// Where nothing was counted in a minute, the value that stands for it; `None` where there is none.
    fn of_point(point: &Point) -> Option<Datapoint> {
        match point.samples > 0.0 {
            true => {
                Some(Datapoint { samples: point.samples, total: point.total, least: point.least, most: point.most })
            }
            false => point.fallback.map(Datapoint::of_value),
        }
    }

    fn and(self, other: Datapoint) -> Datapoint {
        Datapoint {
            samples: self.samples + other.samples,
            total: self.total + other.total,
            least: self.least.min(other.least),
            most: self.most.max(other.most),
        }
    }

    pub(crate) fn value(&self, statistic: Statistic) -> f64 {
        match statistic {
            Statistic::SampleCount => self.samples,
            Statistic::Average => self.total / self.samples,
            Statistic::Sum => self.total,
            Statistic::Minimum => self.least,
            Statistic::Maximum => self.most,
        }
    }
}

/// What there was from a time to before another, of one unit or of any. The points are in the order of time.
pub(crate) fn datapoint(points: &[Point], unit: Option<&str>, (from, until): (i64, i64)) -> Option<Datapoint> {
    let first = points.partition_point(|point| point.begins < from);
    let inside = points[first..].iter().take_while(|point| point.begins < until);
    let of_unit = inside.filter(|point| unit.is_none_or(|unit| point.unit == unit));
    of_unit.filter_map(Datapoint::of_point).reduce(Datapoint::and)
}
