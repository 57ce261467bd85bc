//! Time zones: names and offsets, and instants of wall-clock times.

use arrow::array::timezone::Tz;
use chrono::{DateTime, Duration, NaiveDateTime, TimeZone, Utc};

/// A zone as Trino takes it: `UTC`, `Z`, `GMT`, `Asia/Tokyo`, `+09:00`, `UTC+9`, `-3`.
pub(crate) fn parse_zone(text: &str) -> Option<Tz> {
    canonical_zone(text)?.parse().ok()
}

/// The zone's name as types carry it: offsets as `+09:00`, the zero offset as `UTC`.
pub(crate) fn canonical_zone(text: &str) -> Option<String> {
    let text = text.trim();
    let offset = ["UTC", "GMT", "UT", "Z"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    if offset.is_empty() {
        return (!text.is_empty()).then(|| "UTC".to_string());
    }
    if let Some((sign, digits)) = split_sign(offset) {
        let (hours, minutes) = match digits.split_once(':') {
            Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
            Some(_) => return None,
            None if digits.len() <= 2 => (digits, "00"),
            None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
            None => return None,
        };
        let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
        let is_valid = hours <= 18 && minutes <= 59;
        return match (hours, minutes) {
            (0, 0) => Some("UTC".to_string()),
            _ => is_valid.then(|| format!("{sign}{hours:02}:{minutes:02}")),
        };
    }
    text.parse::<Tz>().is_ok().then(|| text.to_string())
}

fn split_sign(text: &str) -> Option<(char, &str)> {
    let sign = text.chars().next().filter(|c| *c == '+' || *c == '-')?;
    Some((sign, &text[1..]))
}

/// The instant of a wall-clock time: the earlier of two where clocks go back; where they go forward over it,
/// as much later as they are put forward.
pub(crate) fn instant(local: NaiveDateTime, zone: &Tz) -> Option<DateTime<Utc>> {
    let found = zone.from_local_datetime(&local).earliest();
    let found = found.or_else(|| zone.from_local_datetime(&(local.checked_add_signed(Duration::hours(1))?)).earliest());
    Some(found?.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        let cases = [
            ("UTC", Some("UTC")),
            ("Z", Some("UTC")),
            ("+00:00", Some("UTC")),
            ("+9", Some("+09:00")),
            ("-0330", Some("-03:30")),
            ("UTC+05:30", Some("+05:30")),
            ("America/New_York", Some("America/New_York")),
            ("+25:00", None),
            ("Nowhere", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(canonical_zone(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn clocks_put_forward() {
        let zone = parse_zone("America/New_York").expect("a known zone");
        let skipped = NaiveDateTime::parse_from_str("2023-03-12 02:30:00", "%Y-%m-%d %H:%M:%S").expect("a time");
        assert_eq!(instant(skipped, &zone).map(|t| t.to_rfc3339()).as_deref(), Some("2023-03-12T07:30:00+00:00"));
    }
}
