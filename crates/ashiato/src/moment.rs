//! Moments on the command line: a date, a date and time, or a length of time before now.

use crate::span;
use chrono::{DateTime, NaiveDate, NaiveDateTime, SecondsFormat};
use std::time::Duration;

/// A moment as it was named; [`Moment::at`] gives milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A point in time, in milliseconds since 1970.
    At(i64),
    /// So long before now.
    Ago(Duration),
}

impl Moment {
    /// The moment in milliseconds since 1970, given the clock.
    pub(crate) fn at(self, now: i64) -> i64 {
        match self {
            Moment::At(at) => at,
            Moment::Ago(duration) => now.saturating_sub(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)),
        }
    }
}

/// Reads a moment. What names no zone is UTC, as everything in CloudTrail is; a date alone is its midnight.
/// The error is a sentence for the command line.
pub(crate) fn parse(text: &str) -> Result<Moment, String> {
    let trimmed = text.trim();
    if trimmed.eq_ignore_ascii_case("now") {
        return Ok(Moment::Ago(Duration::ZERO));
    }
    if let Ok(duration) = span::parse(trimmed.strip_prefix('-').unwrap_or(trimmed)) {
        return Ok(Moment::Ago(duration));
    }
    point(trimmed).map(Moment::At).ok_or_else(|| {
        format!("'{text}' is not a time such as 2023-10-27, '2023-10-27 05:00', 2023-10-27T05:00:00Z or 7d (ago)")
    })
}

fn point(text: &str) -> Option<i64> {
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return Some(date.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis());
    }
    let text = text.replacen(' ', "T", 1);
    if let Ok(zoned) = DateTime::parse_from_rfc3339(&text) {
        return Some(zoned.timestamp_millis());
    }
    let plain = text.strip_suffix(['Z', 'z']).unwrap_or(&text);
    ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(plain, format).ok())
        .map(|time| time.and_utc().timestamp_millis())
}

/// Writes a moment as CloudTrail does: `2023-10-27T05:00:00Z`, with milliseconds only where there are some.
pub(crate) fn format(millis: i64) -> String {
    let digits = if millis.rem_euclid(1000) == 0 { SecondsFormat::Secs } else { SecondsFormat::Millis };
    match DateTime::from_timestamp_millis(millis) {
        Some(time) => time.to_rfc3339_opts(digits, true),
        None => format!("{millis} ms since 1970"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read() {
        let now = 1_698_400_000_000;
        let cases = [
            ("2023-10-27", 1_698_364_800_000),
            ("2023-10-27T05:00:00Z", 1_698_382_800_000),
            ("2023-10-27 05:00", 1_698_382_800_000),
            ("2023-10-27T05:00Z", 1_698_382_800_000),
            ("2023-10-27 05:00:00.250", 1_698_382_800_250),
            ("2023-10-27T14:00:00+09:00", 1_698_382_800_000),
            ("now", now),
            ("-7d", now - 604_800_000),
            ("7d", now - 604_800_000),
            ("90m", now - 5_400_000),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text).map(|moment| moment.at(now)), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in ["", "yesterday-ish", "2023-13-01", "2023-02-30", "2023-10-27T25:00:00Z", "27/10/2023", "--7d"] {
            let message = parse(text).expect_err(text);
            assert!(message.contains(&format!("'{text}'")), "{message}");
        }
    }

    #[test]
    fn moments_are_written() {
        assert_eq!(format(1_698_382_800_000), "2023-10-27T05:00:00Z");
        assert_eq!(format(1_698_382_800_250), "2023-10-27T05:00:00.250Z");
        assert_eq!(format(i64::MAX), "9223372036854775807 ms since 1970");
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(millis in 0i64..253_402_300_800_000) {
            proptest::prop_assert_eq!(parse(&format(millis)), Ok(Moment::At(millis)));
        }
    }
}
