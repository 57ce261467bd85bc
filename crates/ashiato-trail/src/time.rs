//! Times as CloudTrail writes them in digests: `2015-08-17T14:01:31Z`. Whole seconds, always UTC.

use chrono::{DateTime, NaiveDateTime, Utc};

const FORM: &str = "%Y-%m-%dT%H:%M:%SZ";

/// A moment in UTC.
pub type Time = DateTime<Utc>;

/// Writes a time; fractions of a second are cut off.
pub fn format(time: Time) -> String {
    time.format(FORM).to_string()
}

/// Reads exactly the form that [`format`] writes.
pub fn parse(text: &str) -> Option<Time> {
    let time = NaiveDateTime::parse_from_str(text, FORM).ok()?.and_utc();
    (format(time) == text).then_some(time)
}

/// The moment so many seconds after 1970; None beyond what a date can be.
pub fn of_seconds(seconds: i64) -> Option<Time> {
    DateTime::from_timestamp(seconds, 0)
}
