//! Sets of values as unions of intervals: what a predicate leaves of one partition column.

use std::cmp::Ordering;
use std::ops::Bound;

/// A partition column's value, as its declared type compares it. Values of one column are all of one kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// STRING, VARCHAR and CHAR: compared by code point.
    Text(String),
    /// TINYINT to BIGINT.
    Integer(i64),
    /// DATE, in days since 1970.
    Date(i32),
}

impl Value {
    /// The text that stands for the value in a folder's name.
    pub(crate) fn folder_text(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            Value::Date(days) => {
                let day = chrono::NaiveDate::default().checked_add_signed(chrono::TimeDelta::days(i64::from(*days)));
                day.map(|day| day.to_string()).unwrap_or_default()
            }
        }
    }
}

/// An interval that holds at least one point of a dense order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Interval {
    low: Bound<Value>,
    high: Bound<Value>,
}

/// A set of values: disjoint intervals in ascending order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    intervals: Vec<Interval>,
}

impl Domain {
    /// Every value: nothing is known.
    pub fn all() -> Domain {
        Domain::between(Bound::Unbounded, Bound::Unbounded)
    }

    /// No value: the predicate is never true.
    pub fn none() -> Domain {
        Domain { intervals: Vec::new() }
    }

    /// One value.
    pub fn point(value: Value) -> Domain {
        Domain::between(Bound::Included(value.clone()), Bound::Included(value))
    }

    /// Every value but one.
    pub fn except(value: Value) -> Domain {
        let below = Domain::between(Bound::Unbounded, Bound::Excluded(value.clone()));
        below.union(&Domain::between(Bound::Excluded(value), Bound::Unbounded))
    }

    /// The values between two bounds.
    pub fn between(low: Bound<Value>, high: Bound<Value>) -> Domain {
        let interval = Interval { low, high };
        if interval.is_empty() { Domain::none() } else { Domain { intervals: vec![interval] } }
    }

    /// The values in both.
    pub fn intersect(&self, other: &Domain) -> Domain {
        let mut intervals = Vec::new();
        for left in &self.intervals {
            for right in &other.intervals {
                let low = if compare_lows(&left.low, &right.low).is_ge() { &left.low } else { &right.low };
                let high = if compare_highs(&left.high, &right.high).is_le() { &left.high } else { &right.high };
                let both = Interval { low: low.clone(), high: high.clone() };
                if !both.is_empty() {
                    intervals.push(both);
                }
            }
        }
        Domain { intervals }
    }

    /// The values in either.
    pub fn union(&self, other: &Domain) -> Domain {
        let mut sorted: Vec<Interval> = self.intervals.iter().chain(&other.intervals).cloned().collect();
        sorted.sort_by(|a, b| compare_lows(&a.low, &b.low));
        let mut intervals: Vec<Interval> = Vec::with_capacity(sorted.len());
        for next in sorted {
            match intervals.last_mut() {
                Some(last) if last.reaches(&next.low) => {
                    if compare_highs(&next.high, &last.high).is_gt() {
                        last.high = next.high;
                    }
                }
                _ => intervals.push(next),
            }
        }
        Domain { intervals }
    }

    /// Whether the value is in the set.
    pub fn contains(&self, value: &Value) -> bool {
        self.intervals.iter().any(|interval| !interval.is_above(value) && !interval.is_below(value))
    }

    /// The values, where they can be counted: none but single points.
    pub fn points(&self) -> Option<Vec<&Value>> {
        self.intervals.iter().map(Interval::point).collect()
    }

    /// Whether every value is in the set.
    pub fn is_all(&self) -> bool {
        let unbounded = |interval: &Interval| (&interval.low, &interval.high) == (&Bound::Unbounded, &Bound::Unbounded);
        self.intervals.iter().any(unbounded)
    }

    /// The parts of an ascending sequence of `len` values that lie within the set, as ranges of positions.
    /// `value_at` must never descend.
    pub(crate) fn positions(&self, len: u64, value_at: impl Fn(u64) -> Value) -> Vec<std::ops::Range<u64>> {
        let first_where = |reached: &dyn Fn(&Value) -> bool| {
            let (mut low, mut high) = (0, len);
            while low < high {
                let middle = low + (high - low) / 2;
                if reached(&value_at(middle)) { high = middle } else { low = middle + 1 }
            }
            low
        };
        let range = |interval: &Interval| {
            let start = first_where(&|value| !interval.is_above(value));
            start..first_where(&|value| interval.is_below(value)).max(start)
        };
        self.intervals.iter().map(range).filter(|range| !range.is_empty()).collect()
    }
}

impl Interval {
    fn is_empty(&self) -> bool {
        let (Some((low, low_in)), Some((high, high_in))) = (finite(&self.low), finite(&self.high)) else {
            return false;
        };
        match low.cmp(high) {
            Ordering::Less => false,
            Ordering::Equal => !(low_in && high_in),
            Ordering::Greater => true,
        }
    }

    fn point(&self) -> Option<&Value> {
        match (&self.low, &self.high) {
            (Bound::Included(low), Bound::Included(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// Whether the interval begins after the value.
    fn is_above(&self, value: &Value) -> bool {
        match &self.low {
            Bound::Included(low) => value < low,
            Bound::Excluded(low) => value <= low,
            Bound::Unbounded => false,
        }
    }

    /// Whether the interval ends before the value.
    fn is_below(&self, value: &Value) -> bool {
        match &self.high {
            Bound::Included(high) => value > high,
            Bound::Excluded(high) => value >= high,
            Bound::Unbounded => false,
        }
    }

    /// Whether an interval that begins at `low` overlaps this one or continues it without a gap.
    fn reaches(&self, low: &Bound<Value>) -> bool {
        let (Some((high, high_in)), Some((low, low_in))) = (finite(&self.high), finite(low)) else {
            return true;
        };
        match low.cmp(high) {
            Ordering::Less => true,
            Ordering::Equal => high_in || low_in,
            Ordering::Greater => false,
        }
    }
}

/// A bound's value, and whether it belongs to the interval.
fn finite(bound: &Bound<Value>) -> Option<(&Value, bool)> {
    match bound {
        Bound::Included(value) => Some((value, true)),
        Bound::Excluded(value) => Some((value, false)),
        Bound::Unbounded => None,
    }
}

fn compare_lows(a: &Bound<Value>, b: &Bound<Value>) -> Ordering {
    match (finite(a), finite(b)) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some((a, a_in)), Some((b, b_in))) => a.cmp(b).then(b_in.cmp(&a_in)),
    }
}

fn compare_highs(a: &Bound<Value>, b: &Bound<Value>) -> Ordering {
    match (finite(a), finite(b)) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some((a, a_in)), Some((b, b_in))) => a.cmp(b).then(a_in.cmp(&b_in)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bound() -> impl Strategy<Value = Bound<Value>> {
        (0..3, 0i64..12).prop_map(|(kind, number)| match kind {
            0 => Bound::Included(Value::Integer(number)),
            1 => Bound::Excluded(Value::Integer(number)),
            _ => Bound::Unbounded,
        })
    }

    fn domain() -> impl Strategy<Value = Domain> {
        let parts = prop::collection::vec((bound(), bound()), 0..4);
        parts.prop_map(|parts| {
            parts.into_iter().fold(Domain::none(), |whole, (low, high)| whole.union(&Domain::between(low, high)))
        })
    }

    proptest! {
        #[test]
        fn set_laws_hold_for_every_value(a in domain(), b in domain(), number in -1i64..13) {
            let value = Value::Integer(number);
            let (in_a, in_b) = (a.contains(&value), b.contains(&value));
            prop_assert_eq!(a.intersect(&b).contains(&value), in_a && in_b);
            prop_assert_eq!(a.union(&b).contains(&value), in_a || in_b);
        }

        #[test]
        fn positions_are_those_of_the_values_contained(a in domain(), step in 1i64..4) {
            let value_at = |position: u64| Value::Integer(position as i64 * step);
            let found: Vec<u64> = a.positions(10, value_at).into_iter().flatten().collect();
            let expected: Vec<u64> = (0..10).filter(|position| a.contains(&value_at(*position))).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn points_are_told_from_ranges() {
        let two = Domain::point(Value::Integer(1)).union(&Domain::point(Value::Integer(5)));
        assert_eq!(two.points(), Some(vec![&Value::Integer(1), &Value::Integer(5)]));
        assert_eq!(Domain::except(Value::Integer(1)).points(), None);
        assert_eq!(Domain::none().points(), Some(vec![]));
        assert!(Domain::all().is_all() && !two.is_all());
    }
}
