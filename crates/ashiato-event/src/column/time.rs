//! ISO 8601 as CloudTrail and its users write it.

/// A point in time, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Instant {
    /// Since 1970, rounded down.
    pub(super) seconds: i64,
    /// Nanoseconds since that second.
    pub(super) nanos: i64,
}

impl Instant {
    pub(super) const NANOS_PER_SECOND: i64 = 1_000_000_000;

    /// Since 1970, in units of which a second has this many; nothing where that does not fit.
    pub(super) fn in_units(self, per_second: i64) -> Option<i64> {
        let whole = self.seconds.checked_mul(per_second)?;
        whole.checked_add(self.nanos / (Self::NANOS_PER_SECOND / per_second))
    }
}

/// Milliseconds since 1970 of an ISO 8601 text.
pub(crate) fn iso_millis(text: &str) -> Option<i64> {
    instant_of(text)?.in_units(1_000)
}

/// `2023-01-22T16:53:53Z`: a date, then `T` or a space, hours and minutes, perhaps seconds with a fraction, and
/// perhaps `Z` or an offset. Without an offset it is UTC; a date alone is its midnight.
pub(super) fn instant_of(text: &str) -> Option<Instant> {
    let text = text.trim().as_bytes();
    let (days, rest) = date(text)?;
    let midnight = days * 86_400;
    let Some(rest) = strip_any(rest, b"Tt ") else {
        return rest.is_empty().then_some(Instant { seconds: midnight, nanos: 0 });
    };
    let (hours, rest) = digits(rest, 2, 23)?;
    let (minutes, mut rest) = digits(rest.strip_prefix(b":")?, 2, 59)?;
    let mut seconds = 0;
    let mut nanos = 0;
    if let Some(after) = rest.strip_prefix(b":") {
        (seconds, rest) = digits(after, 2, 59)?;
        if let Some(after) = strip_any(rest, b".,") {
            (nanos, rest) = fraction(after)?;
        }
    }
    let offset = offset_seconds(rest)?;
    Some(Instant { seconds: midnight + hours * 3_600 + minutes * 60 + seconds - offset, nanos })
}

/// Days since 1970 of a text that begins with a date and has nothing after it but a time.
pub(super) fn days_of(text: &str) -> Option<i32> {
    let (days, rest) = date(text.trim().as_bytes())?;
    let has_end = rest.is_empty() || instant_of(text).is_some();
    if has_end { i32::try_from(days).ok() } else { None }
}

/// Days since 1970 of `YYYY-MM-DD`, and what follows.
fn date(text: &[u8]) -> Option<(i64, &[u8])> {
    let (year, rest) = digits(text, 4, 9_999)?;
    let (month, rest) = digits(rest.strip_prefix(b"-")?, 2, 12)?;
    let (day, rest) = digits(rest.strip_prefix(b"-")?, 2, 31)?;
    let in_month = month >= 1 && day >= 1 && day <= days_in_month(year, month);
    in_month.then(|| (days_from_civil(year, month, day), rest))
}

fn days_in_month(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Counts years from March, so that the leap day is the last of its year and months have a closed form.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let march_year = if month <= 2 { year - 1 } else { year };
    let march_month = (month + 9) % 12;
    let days_before_month = (153 * march_month + 2) / 5;
    let leap_days = march_year.div_euclid(4) - march_year.div_euclid(100) + march_year.div_euclid(400);
    const DAYS_FROM_MARCH_OF_YEAR_0_TO_1970: i64 = 719_468;
    march_year * 365 + leap_days + days_before_month + day - 1 - DAYS_FROM_MARCH_OF_YEAR_0_TO_1970
}

/// A number of exactly `count` digits, at most `max`, and what follows.
fn digits(text: &[u8], count: usize, max: i64) -> Option<(i64, &[u8])> {
    let (number, rest) = text.split_at_checked(count)?;
    let mut value = 0;
    for digit in number {
        if !digit.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(digit - b'0');
    }
    (value <= max).then_some((value, rest))
}

/// The nanoseconds of a fraction's digits; those past the ninth are dropped.
fn fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if length == 0 {
        return None;
    }
    let nanos = (0..9).fold(0, |nanos, i| nanos * 10 + if i < length { i64::from(text[i] - b'0') } else { 0 });
    Some((nanos, &text[length..]))
}

/// `Z`, `+09:00`, `+0900`, `+09` or nothing.
fn offset_seconds(text: &[u8]) -> Option<i64> {
    let (sign, rest) = match text {
        [] | [b'Z' | b'z'] => return Some(0),
        [b'+', rest @ ..] => (1, rest),
        [b'-', rest @ ..] => (-1, rest),
        _ => return None,
    };
    let (hours, rest) = digits(rest, 2, 18)?;
    let (minutes, rest) = match rest {
        [] => (0, rest),
        [b':', rest @ ..] => digits(rest, 2, 59)?,
        _ => digits(rest, 2, 59)?,
    };
    rest.is_empty().then_some(sign * (hours * 3_600 + minutes * 60))
}

fn strip_any<'a>(text: &'a [u8], any: &[u8]) -> Option<&'a [u8]> {
    let (first, rest) = text.split_first()?;
    any.contains(first).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_their_milliseconds() {
        let cases: &[(&str, Option<i64>)] = &[
            ("2023-01-22T16:53:53Z", Some(1_674_406_433_000)),
            ("2023-01-22 16:53:53", Some(1_674_406_433_000)),
            ("2023-01-22T16:53:53.5Z", Some(1_674_406_433_500)),
            ("2023-01-22T16:53:53.1239999999Z", Some(1_674_406_433_123)),
            ("2023-01-23T01:53:53+09:00", Some(1_674_406_433_000)),
            ("2023-01-23T01:53:53+0900", Some(1_674_406_433_000)),
            ("2023-01-22T11:53:53-05", Some(1_674_406_433_000)),
            ("2023-01-22T16:53Z", Some(1_674_406_380_000)),
            ("2023-01-22", Some(1_674_345_600_000)),
            ("1969-12-31T23:59:59.999Z", Some(-1)),
            ("2024-02-29T00:00:00Z", Some(1_709_164_800_000)),
            ("0000-03-01T00:00:00Z", Some(-62_162_035_200_000)),
            ("2023-02-29T00:00:00Z", None),
            ("2023-13-01T00:00:00Z", None),
            ("2023-01-22T24:00:00Z", None),
            ("2023-01-22T16:53:53 Z", None),
            ("2023-01-22T16:53:53Zx", None),
            ("2023-01-22T16:53:53.Z", None),
            ("1674406433", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(iso_millis(text), *expected, "{text}");
        }
    }

    #[test]
    fn dates() {
        assert_eq!(days_of("1970-01-02"), Some(1));
        assert_eq!(days_of("2000-03-01T10:00:00Z"), Some(11_017));
        assert_eq!(days_of("2000-03-01x"), None);
    }
}
