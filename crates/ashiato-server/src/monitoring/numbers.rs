//! Numbers and times as CloudWatch's sentences and messages have them, which Java prints.

use chrono::{DateTime, Utc};

/// `1.0`, `0.25`, `1.0E7`.
pub(super) fn double(number: f64) -> String {
    let size = number.abs();
    if number == 0.0 || (1e-3..1e7).contains(&size) {
        return format!("{number:?}");
    }
    let scientific = format!("{number:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let fraction = if digits.contains('.') { "" } else { ".0" };
    format!("{digits}{fraction}E{exponent}")
}

/// `26/11/26 06:30:00`.
pub(super) fn short(millis: i64) -> String {
    time(millis).format("%d/%m/%y %H:%M:%S").to_string()
}

/// `2026-11-26T06:30:00.000+0000`.
pub(super) fn long(millis: i64) -> String {
    time(millis).format("%Y-%m-%dT%H:%M:%S%.3f+0000").to_string()
}

fn time(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// `1 datapoint`, `2 datapoints`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
