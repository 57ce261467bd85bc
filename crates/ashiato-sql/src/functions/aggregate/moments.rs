//! `skewness(x)`, `kurtosis(x)`, `geometric_mean(x)` and `entropy(c)`: what a few running sums tell.

use super::definition::{Definition, Duplicates, GroupStates, aggregate, null_of_nothing};
use crate::functions::overload::invalid_argument;
use arrow::array::{Array, ArrayRef, AsArray, Float64Array};
use arrow::datatypes::{DataType, Float64Type};
use datafusion::error::Result;
use datafusion::logical_expr::{AggregateUDF, EmitTo};
use std::sync::Arc;

pub(super) fn skewness() -> Arc<AggregateUDF> {
    statistic("skewness", |_| Ok(Moments::boxed(Statistic::Skewness)))
}

pub(super) fn kurtosis() -> Arc<AggregateUDF> {
    statistic("kurtosis", |_| Ok(Moments::boxed(Statistic::Kurtosis)))
}

pub(super) fn geometric_mean() -> Arc<AggregateUDF> {
    statistic("geometric_mean", |_| Ok(Moments::boxed(Statistic::GeometricMean)))
}

pub(super) fn entropy() -> Arc<AggregateUDF> {
    statistic("entropy", |_| Ok(Moments::boxed(Statistic::Entropy)))
}

fn statistic(name: &'static str, groups: fn(&[DataType]) -> Result<Box<dyn GroupStates>>) -> Arc<AggregateUDF> {
    aggregate(Definition {
        name,
        aliases: &[],
        convert: |types| match types {
            [x] if x.is_numeric() || x.is_null() => Some(vec![DataType::Float64]),
            _ => None,
        },
        returns: |_| DataType::Float64,
        state: |_| vec![DataType::Float64; 5],
        groups,
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Statistic {
    Skewness,
    Kurtosis,
    GeometricMean,
    Entropy,
}

/// The count, the mean, and the sums of the deviations' second, third and fourth powers.
///
/// For the geometric mean the values are logarithms; for the entropy the mean's place holds the sum of the counts
/// and the next the sum of `c·ln c`.
#[derive(Clone, Copy, Default)]
struct Sums {
    count: f64,
    mean: f64,
    second: f64,
    third: f64,
    fourth: f64,
}

impl Sums {
    fn of(value: f64) -> Sums {
        Sums { count: 1.0, mean: value, ..Sums::default() }
    }

    /// Sums of two groups together (Pébay's formulas for moments of any order, 2008).
    fn and(self, other: Sums) -> Sums {
        if self.count == 0.0 || other.count == 0.0 {
            return if self.count == 0.0 { other } else { self };
        }
        let (n, a, b) = (self.count + other.count, self.count, other.count);
        let delta = other.mean - self.mean;
        let step = delta / n;
        let second = self.second + other.second + delta * step * a * b;
        let third = self.third
            + other.third
            + delta * step * step * a * b * (a - b)
            + 3.0 * step * (a * other.second - b * self.second);
        let fourth = self.fourth
            + other.fourth
            + delta * step * step * step * a * b * (a * a - a * b + b * b)
            + 6.0 * step * step * (a * a * other.second + b * b * self.second)
            + 4.0 * step * (a * other.third - b * self.third);
        Sums { count: n, mean: self.mean + step * b, second, third, fourth }
    }

    fn plus(self, other: Sums) -> Sums {
        Sums {
            count: self.count + other.count,
            mean: self.mean + other.mean,
            second: self.second + other.second,
            ..Sums::default()
        }
    }
}

struct Moments {
    statistic: Statistic,
    groups: Vec<Sums>,
}

impl Moments {
    fn boxed(statistic: Statistic) -> Box<dyn GroupStates> {
        Box::new(Moments { statistic, groups: Vec::new() })
    }

    fn sums_of(&self, value: f64) -> Result<Sums> {
        match self.statistic {
            Statistic::Skewness | Statistic::Kurtosis => Ok(Sums::of(value)),
            Statistic::GeometricMean => Ok(Sums::of(value.ln())),
            Statistic::Entropy if value < 0.0 => {
                Err(invalid_argument(format!("Entropy count argument must be non-negative: {value}")))
            }
            Statistic::Entropy if value == 0.0 => Ok(Sums { count: 1.0, ..Sums::default() }),
            Statistic::Entropy => Ok(Sums { count: 1.0, mean: value, second: value * value.ln(), ..Sums::default() }),
        }
    }

    fn join(&mut self, group: usize, sums: Sums) {
        let known = self.groups[group];
        self.groups[group] = if self.statistic == Statistic::Entropy { known.plus(sums) } else { known.and(sums) };
    }

    fn answer(&self, sums: &Sums) -> Option<f64> {
        let n = sums.count;
        match self.statistic {
            Statistic::Skewness => (n >= 3.0).then(|| n.sqrt() * sums.third / sums.second.powf(1.5)),
            Statistic::Kurtosis => (n >= 4.0).then(|| {
                let variance = sums.second / (n - 1.0);
                let excess = 3.0 * (n - 1.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
                n * (n + 1.0) / ((n - 1.0) * (n - 2.0) * (n - 3.0)) * sums.fourth / (variance * variance) - excess
            }),
            Statistic::GeometricMean => (n > 0.0).then(|| sums.mean.exp()),
            Statistic::Entropy => (n > 0.0).then(|| {
                let entropy = if sums.mean > 0.0 { sums.mean.ln() - sums.second / sums.mean } else { 0.0 };
                (entropy / std::f64::consts::LN_2).max(0.0)
            }),
        }
    }
}

impl GroupStates for Moments {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize(group_count, Sums::default());
        let values = values[0].as_primitive::<Float64Type>();
        for (row, group) in groups.iter().enumerate().filter(|(row, _)| values.is_valid(*row)) {
            let sums = self.sums_of(values.value(row))?;
            self.join(*group, sums);
        }
        Ok(())
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize(group_count, Sums::default());
        let at = |column: usize, row: usize| states[column].as_primitive::<Float64Type>().value(row);
        for (row, group) in groups.iter().enumerate() {
            let [count, mean, second, third, fourth] = std::array::from_fn(|column| at(column, row));
            self.join(*group, Sums { count, mean, second, third, fourth });
        }
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = emit_to.take_needed(&mut self.groups);
        Ok(Arc::new(groups.iter().map(|sums| self.answer(sums)).collect::<Float64Array>()))
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let groups = emit_to.take_needed(&mut self.groups);
        let column =
            |of: fn(&Sums) -> f64| -> ArrayRef { Arc::new(Float64Array::from_iter_values(groups.iter().map(of))) };
        Ok(vec![
            column(|sums| sums.count),
            column(|sums| sums.mean),
            column(|sums| sums.second),
            column(|sums| sums.third),
            column(|sums| sums.fourth),
        ])
    }

    fn size(&self) -> usize {
        self.groups.capacity() * size_of::<Sums>()
    }
}

#[cfg(test)]
mod tests {
    use super::Sums;
    use proptest::prelude::*;

    fn sums(values: &[f64]) -> Sums {
        values.iter().fold(Sums::default(), |sums, value| sums.and(Sums::of(*value)))
    }

    proptest! {
        #[test]
        fn sums_are_those_of_the_definition(values in proptest::collection::vec(-50.0..50.0_f64, 1..40), cut in 0..40_usize) {
            let cut = cut.min(values.len());
            let merged = sums(&values[..cut]).and(sums(&values[cut..]));
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let power = |power| values.iter().map(|value| (value - mean).powi(power)).sum::<f64>();
            for (sum, expected) in [(merged.second, power(2)), (merged.third, power(3)), (merged.fourth, power(4))] {
                prop_assert!((sum - expected).abs() <= 1e-9 * (1.0 + power(4)), "{} is not {}", sum, expected);
            }
        }
    }
}
