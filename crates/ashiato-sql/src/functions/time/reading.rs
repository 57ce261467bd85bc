//! Dates and times from text in the forms that casts and literals take.

use super::zone::parse_zone;
use arrow::array::timezone::Tz;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// A date and time as written, with its zone where the text names one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) local: NaiveDateTime,
    pub(crate) zone: Option<Tz>,
}

/// What may stand between date and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Separator {
    /// A space: what `CAST` takes.
    Space,
    /// A space or a `T`: what a literal beside a timestamp takes.
    SpaceOrT,
}

/// `Y-M-D`, `Y-M-D H:M`, `Y-M-D H:M:S[.f]`, each with a zone if there is a time or a space before it.
pub(crate) fn read_timestamp(text: &str, separator: Separator) -> Option<Reading> {
    let mut scan = Scan(text.trim());
    let date = scan.date()?;
    if scan.0.is_empty() {
        return Some(Reading { local: date.and_time(NaiveTime::MIN), zone: None });
    }
    let has_t = separator == Separator::SpaceOrT && (scan.0.starts_with('T') || scan.0.starts_with('t'));
    if !has_t && !scan.0.starts_with(' ') {
        return None;
    }
    scan.0 = scan.0[1..].trim_start();
    let time = match scan.0.starts_with(|c: char| c.is_ascii_digit()) {
        true => scan.time()?,
        false => NaiveTime::MIN,
    };
    let zone = match scan.0.trim_start() {
        "" => None,
        zone => Some(parse_zone(zone)?),
    };
    Some(Reading { local: date.and_time(time), zone })
}

/// `Y-M-D` and nothing else.
pub(crate) fn read_date(text: &str) -> Option<NaiveDate> {
    let mut scan = Scan(text.trim());
    let date = scan.date()?;
    scan.0.is_empty().then_some(date)
}

/// `H:M`, `H:M:S`, `H:M:S.f`: nanoseconds since midnight.
pub(crate) fn read_time(text: &str) -> Option<i64> {
    let mut scan = Scan(text.trim());
    let time = scan.time()?;
    scan.0
        .is_empty()
        .then(|| i64::from(time.num_seconds_from_midnight()) * 1_000_000_000 + i64::from(time.nanosecond()))
}

struct Scan<'a>(&'a str);

impl Scan<'_> {
    /// A number of so many digits.
    fn digits(&mut self, count: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let length = self.0.bytes().take(*count.end()).take_while(u8::is_ascii_digit).count();
        if length < *count.start() {
            return None;
        }
        let (digits, rest) = self.0.split_at(length);
        self.0 = rest;
        digits.parse().ok()
    }

    fn literal(&mut self, c: char) -> Option<()> {
        self.0 = self.0.strip_prefix(c)?;
        Some(())
    }

    fn date(&mut self) -> Option<NaiveDate> {
        let is_negative = self.literal('-').is_some();
        let year = self.digits(4..=6)? as i32;
        self.literal('-')?;
        let month = self.digits(1..=2)?;
        self.literal('-')?;
        let day = self.digits(1..=2)?;
        NaiveDate::from_ymd_opt(if is_negative { -year } else { year }, month, day)
    }

    fn time(&mut self) -> Option<NaiveTime> {
        let hour = self.digits(1..=2)?;
        self.literal(':')?;
        let minute = self.digits(1..=2)?;
        let mut second = 0;
        let mut nanos = 0;
        if self.literal(':').is_some() {
            second = self.digits(1..=2)?;
            if self.literal('.').is_some() {
                let before = self.0;
                nanos = self.digits(1..=9)?;
                let digits = before.len() - self.0.len();
                nanos *= 10_u32.pow(9 - digits as u32);
                self.0 = self.0.trim_start_matches(|c: char| c.is_ascii_digit());
            }
        }
        NaiveTime::from_hms_nano_opt(hour, minute, second, nanos)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_timestamps() {
        let cases = [
            ("2023-01-01", "2023-01-01T00:00:00"),
            ("2023-1-2 3:4", "2023-01-02T03:04:00"),
            ("2023-01-01 10:20:30", "2023-01-01T10:20:30"),
            ("2023-01-01 10:20:30.5", "2023-01-01T10:20:30.500"),
            ("2023-01-01T10:20:30Z", "2023-01-01T10:20:30"),
            ("2023-01-01T10:20:30.123456+09:00", "2023-01-01T10:20:30.123456"),
            ("2023-01-01 10:20:30 Asia/Tokyo", "2023-01-01T10:20:30"),
        ];
        for (text, expected) in cases {
            let reading = read_timestamp(text, Separator::SpaceOrT).expect(text);
            assert_eq!(format!("{:?}", reading.local), expected);
        }
        for wrong in [
            "",
            "yesterday",
            "2023-13-01",
            "2023-02-30",
            "2023-01-01 25:00:00",
            "2023-01-01x",
            "2023-01-01 10:20:30 Nowhere/City",
        ] {
            assert!(read_timestamp(wrong, Separator::SpaceOrT).is_none(), "{wrong}");
        }
        assert!(read_timestamp("2023-01-01T10:20:30Z", Separator::Space).is_none());
    }
}
