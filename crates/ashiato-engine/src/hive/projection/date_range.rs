//! `date` projection: `format`, `range`, `interval`, `interval.unit`. All times are UTC.

use super::properties::ColumnProperties;
use crate::hive::java_date::{DateField, DatePattern};
use ashiato_sql::Error;
use chrono::{Datelike, Months, NaiveDateTime, TimeDelta};

/// Times from one to another, both included, a step apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateRange {
    pattern: DatePattern,
    first: NaiveDateTime,
    last: NaiveDateTime,
    step: Step,
}

/// From one value to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Months(u32),
    Milliseconds(i64),
}

impl DateRange {
    pub(super) fn read(properties: &ColumnProperties<'_>, now: NaiveDateTime) -> Result<DateRange, Error> {
        let format = properties.required("format")?;
        let pattern = DatePattern::parse(format).map_err(|why| properties.wrong("format", format, &why))?;
        let range = properties.required("range")?;
        let (first, last) = ends(range, &pattern, now).ok_or_else(|| {
            let why = "expected two dates in the column's format, or NOW with an offset, with a comma between";
            properties.wrong("range", range, why)
        })?;
        if first > last {
            return Err(properties.wrong("range", range, "the first date is after the last"));
        }
        let step = step(properties, &pattern)?;
        Ok(DateRange { pattern, first, last, step })
    }

    pub(super) fn len(&self) -> u64 {
        let steps = match self.step {
            Step::Milliseconds(step) => (self.last - self.first).num_milliseconds() / step,
            Step::Months(step) => {
                let months = (i64::from(self.last.year()) - i64::from(self.first.year())) * 12
                    + i64::from(self.last.month())
                    - i64::from(self.first.month());
                let steps = months / i64::from(step);
                // The last step may fall behind the range's end, by the day or by the hour.
                if self.time_at(steps as u64).is_some_and(|time| time <= self.last) { steps } else { steps - 1 }
            }
        };
        steps as u64 + 1
    }

    pub(super) fn text_at(&self, position: u64) -> String {
        let time = self.time_at(position).expect("a position below the length is within the range");
        self.pattern.format(&time)
    }

    /// Whether later times never have lesser texts.
    pub(super) fn texts_ascend(&self) -> bool {
        self.pattern.ascends() && self.first.year() >= 0 && self.last.year() <= 9999
    }

    /// Counted from the range's start, so that a month's 31st does not wear off.
    fn time_at(&self, position: u64) -> Option<NaiveDateTime> {
        match self.step {
            Step::Months(step) => {
                let months = u32::try_from(position).ok()?.checked_mul(step)?;
                self.first.checked_add_months(Months::new(months))
            }
            Step::Milliseconds(step) => {
                let elapsed = i64::try_from(position).ok()?.checked_mul(step)?;
                self.first.checked_add_signed(TimeDelta::try_milliseconds(elapsed)?)
            }
        }
    }
}

/// The ends of a range. A comma may also stand within the format: each is tried as the one between.
fn ends(range: &str, pattern: &DatePattern, now: NaiveDateTime) -> Option<(NaiveDateTime, NaiveDateTime)> {
    range.match_indices(',').find_map(|(comma, _)| {
        let first = end(&range[..comma], pattern, now)?;
        Some((first, end(&range[comma + 1..], pattern, now)?))
    })
}

/// A date in the format, or `NOW`, cut to what the format shows.
fn end(text: &str, pattern: &DatePattern, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let relative = || {
        let time = relative(text, now)?;
        Some(pattern.read(&pattern.format(&time)).unwrap_or(time))
    };
    pattern.read(text).or_else(|| pattern.read(text.trim())).or_else(relative)
}

/// `NOW`, `NOW-3YEARS`, `NOW + 1 DAY`.
fn relative(text: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let text = text.trim().to_ascii_uppercase();
    let offset = text.strip_prefix("NOW")?.trim_start();
    if offset.is_empty() {
        return Some(now);
    }
    let back = offset.starts_with('-');
    let amount = offset.strip_prefix(['-', '+'])?.trim_start();
    let unit_at = amount.find(|c: char| !c.is_ascii_digit())?;
    let count = amount[..unit_at].parse().ok()?;
    match step_of(count, &amount[unit_at..])? {
        Step::Months(months) if back => now.checked_sub_months(Months::new(months)),
        Step::Months(months) => now.checked_add_months(Months::new(months)),
        Step::Milliseconds(millis) if back => now.checked_sub_signed(TimeDelta::try_milliseconds(millis)?),
        Step::Milliseconds(millis) => now.checked_add_signed(TimeDelta::try_milliseconds(millis)?),
    }
}

/// A count of a unit: `DAYS`, `DAY`, in any case.
fn step_of(count: u32, unit: &str) -> Option<Step> {
    const SECOND: i64 = 1_000;
    let unit = unit.trim().to_ascii_uppercase();
    let millis = |each: i64| i64::from(count).checked_mul(each).map(Step::Milliseconds);
    match unit.strip_suffix('S').unwrap_or(&unit) {
        "YEAR" => count.checked_mul(12).map(Step::Months),
        "MONTH" => Some(Step::Months(count)),
        "WEEK" => millis(7 * 86_400 * SECOND),
        "DAY" => millis(86_400 * SECOND),
        "HOUR" => millis(3_600 * SECOND),
        "MINUTE" => millis(60 * SECOND),
        "SECOND" => millis(SECOND),
        "MILLISECOND" | "MILLI" => millis(1),
        _ => None,
    }
}

/// The step: a format that shows days, months or years alone has one by default, a finer one must be told.
fn step(properties: &ColumnProperties<'_>, pattern: &DatePattern) -> Result<Step, Error> {
    let by_format = match pattern.precision() {
        Some(DateField::Year) => Some("YEARS"),
        Some(DateField::Month) => Some("MONTHS"),
        Some(DateField::Day) => Some("DAYS"),
        _ => None,
    };
    let interval = match properties.positive("interval")? {
        Some(interval) => interval,
        None if by_format.is_some() => 1,
        None => return Err(properties.required("interval").expect_err("it is not set")),
    };
    let unit = match properties.get("interval.unit").or(by_format) {
        Some(unit) => unit,
        None => properties.required("interval.unit")?,
    };
    step_of(interval, unit).ok_or_else(|| {
        properties.wrong("interval.unit", unit, "expected YEARS, MONTHS, WEEKS, DAYS, HOURS, MINUTES or SECONDS")
    })
}
