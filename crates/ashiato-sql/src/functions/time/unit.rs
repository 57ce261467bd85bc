//! The units of `date_add`, `date_diff` and `date_trunc`.

use super::moments::{is_time, later, out_of_range};
use crate::failure::failure;
use crate::types::Type;
use arrow::datatypes::DataType;
use chrono::{Datelike, Duration, Months, NaiveDate, NaiveDateTime, Timelike};
use datafusion::common::Result;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(super) enum Unit {
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    /// # Errors
    /// For an unknown name, and for one that the type has no field for: a DATE has no hours, a TIME no days.
    pub(super) fn parse(name: &str, of: &DataType) -> Result<Unit> {
        let unit = match name.to_lowercase().as_str() {
            "millisecond" => Some(Unit::Millisecond),
            "second" => Some(Unit::Second),
            "minute" => Some(Unit::Minute),
            "hour" => Some(Unit::Hour),
            "day" => Some(Unit::Day),
            "week" => Some(Unit::Week),
            "month" => Some(Unit::Month),
            "quarter" => Some(Unit::Quarter),
            "year" => Some(Unit::Year),
            _ => None,
        };
        let is_date = matches!(of, DataType::Date32 | DataType::Date64);
        let fits = |unit: &Unit| if *unit < Unit::Day { !is_date } else { !is_time(of) };
        unit.filter(fits).ok_or_else(|| {
            let kind = match Type::of(of) {
                Some(Type::Date) => "DATE",
                Some(Type::Time(_)) => "TIME",
                _ => "TIMESTAMP",
            };
            failure("INVALID_FUNCTION_ARGUMENT", format!("'{name}' is not a valid {kind} field"))
        })
    }

    /// Whether it has the same length at any time, whatever clocks do.
    pub(super) fn is_exact(self) -> bool {
        self < Unit::Day
    }

    fn millis(self) -> i64 {
        match self {
            Unit::Millisecond => 1,
            Unit::Second => 1_000,
            Unit::Minute => 60_000,
            Unit::Hour => 3_600_000,
            Unit::Week => 7 * 86_400_000,
            _ => 86_400_000,
        }
    }

    fn months(self) -> Option<i64> {
        match self {
            Unit::Month => Some(1),
            Unit::Quarter => Some(3),
            Unit::Year => Some(12),
            _ => None,
        }
    }

    /// So many units later; the last day of a shorter month stands for days that it lacks.
    pub(super) fn add(self, at: NaiveDateTime, count: i64) -> Result<NaiveDateTime> {
        let Some(months) = self.months() else {
            return later(at, count.checked_mul(self.millis()).and_then(Duration::try_milliseconds));
        };
        let months = count.checked_mul(months).ok_or_else(out_of_range)?;
        let magnitude = Months::new(u32::try_from(months.unsigned_abs()).map_err(|_| out_of_range())?);
        let moved = if months < 0 { at.checked_sub_months(magnitude) } else { at.checked_add_months(magnitude) };
        moved.ok_or_else(out_of_range)
    }

    /// Whole units from one time to another, negative where the second is earlier.
    pub(super) fn between(self, from: NaiveDateTime, to: NaiveDateTime) -> i64 {
        let Some(months_per_unit) = self.months() else {
            return to.signed_duration_since(from).num_milliseconds() / self.millis();
        };
        if from > to {
            return -self.between(to, from);
        }
        let months = i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
        // The last month counts once its day and time are reached, or its last day where it has no such day.
        let is_short = to.day() < from.day() && to.day() != days_in_month(to.date());
        let is_early = to.day() <= from.day() && to.time() < from.time();
        (months - i64::from(is_short || is_early)) / months_per_unit
    }

    /// The start of the unit that a time is in. Weeks start on Monday.
    pub(super) fn truncate(self, at: NaiveDateTime) -> NaiveDateTime {
        let date = at.date();
        let start = |date: Option<NaiveDate>| date.unwrap_or_default().and_hms_opt(0, 0, 0).unwrap_or_default();
        match self {
            Unit::Millisecond => at.with_nanosecond(at.nanosecond() / 1_000_000 * 1_000_000).unwrap_or(at),
            Unit::Second => date.and_hms_opt(at.hour(), at.minute(), at.second()).unwrap_or(at),
            Unit::Minute => date.and_hms_opt(at.hour(), at.minute(), 0).unwrap_or(at),
            Unit::Hour => date.and_hms_opt(at.hour(), 0, 0).unwrap_or(at),
            Unit::Day => start(Some(date)),
            Unit::Week => {
                start(date.checked_sub_signed(Duration::days(i64::from(date.weekday().num_days_from_monday()))))
            }
            Unit::Month => start(date.with_day(1)),
            Unit::Quarter => start(NaiveDate::from_ymd_opt(date.year(), date.month0() / 3 * 3 + 1, 1)),
            Unit::Year => start(NaiveDate::from_ymd_opt(date.year(), 1, 1)),
        }
    }
}

/// How many days a date's month has.
pub(super) fn days_in_month(date: NaiveDate) -> u32 {
    (28..=31).rev().find(|day| date.with_day(*day).is_some()).unwrap_or(28)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").expect(text)
    }

    #[test]
    fn months_between() {
        let cases = [
            ("2020-01-31 00:00:00", "2020-02-29 00:00:00", 1),
            ("2020-01-15 10:00:00", "2020-02-15 09:00:00", 0),
            ("2020-01-15 10:00:00", "2020-02-15 10:00:00", 1),
            ("2020-03-15 00:00:00", "2020-01-15 00:00:00", -2),
            ("2019-12-31 00:00:00", "2020-01-30 00:00:00", 0),
        ];
        for (from, to, months) in cases {
            assert_eq!(Unit::Month.between(at(from), at(to)), months, "{from} to {to}");
        }
    }

    proptest! {
        #[test]
        fn what_is_added_is_the_difference(seconds in -2_000_000_000_i64..4_000_000_000, count in -500_i64..500) {
            let from = chrono::DateTime::from_timestamp(seconds, 0).expect("in range").naive_utc();
            for unit in [Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::Week] {
                prop_assert_eq!(unit.between(from, unit.add(from, count).expect("in range")), count);
            }
            for unit in [Unit::Month, Unit::Quarter, Unit::Year] {
                // From a day that every month has, months too.
                let from = from.with_day(from.day().min(28)).expect("every month has 28 days");
                prop_assert_eq!(unit.between(from, unit.add(from, count).expect("in range")), count);
            }
        }

        #[test]
        fn a_start_is_its_own_start(seconds in -2_000_000_000_i64..4_000_000_000) {
            let time = chrono::DateTime::from_timestamp(seconds, 0).expect("in range").naive_utc();
            for unit in [Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year] {
                let start = unit.truncate(time);
                prop_assert!(start <= time);
                prop_assert_eq!(unit.truncate(start), start);
            }
        }
    }
}
