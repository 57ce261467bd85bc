//! A date and time from text by a pattern.

use super::{Item, MONTHS, WEEKDAYS};
use crate::functions::time::reading::Reading;
use crate::functions::time::zone::parse_zone;
use arrow::array::timezone::Tz;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// What was read; fields that the pattern lacks are those of the first of January 1970.
#[derive(Debug, Default)]
struct Fields {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    day_of_year: Option<u32>,
    week_year: Option<i32>,
    week: Option<u32>,
    weekday: Option<u32>,
    hour: Option<u32>,
    hour_of_half: Option<u32>,
    is_afternoon: Option<bool>,
    minute: u32,
    second: u32,
    nanos: u32,
    zone: Option<Tz>,
}

/// Reads all of the text; an error is the rest that does not fit the pattern.
pub(in crate::functions::time) fn read<'a>(items: &[Item], text: &'a str) -> Result<Reading, &'a str> {
    let mut fields = Fields::default();
    let mut rest = text;
    for (index, item) in items.iter().enumerate() {
        let is_before_number = items.get(index + 1).is_some_and(Item::is_number);
        rest = fields.take(item, is_before_number, rest).ok_or(rest)?;
    }
    if !rest.is_empty() {
        return Err(rest);
    }
    let zone = fields.zone;
    let local = fields.finish().ok_or(text)?;
    Ok(Reading { local, zone })
}

impl Fields {
    /// Reads one item and gives what follows it.
    fn take<'a>(&mut self, item: &Item, is_before_number: bool, text: &'a str) -> Option<&'a str> {
        match item {
            Item::Literal(literal) => return text.strip_prefix(literal.as_str()),
            Item::Era => return strip_ignoring_case(text, "AD"),
            Item::MonthShort | Item::MonthName => {
                let (index, rest) = name(text, &MONTHS)?;
                self.month = Some(index as u32 + 1);
                return Some(rest);
            }
            Item::WeekdayShort | Item::WeekdayName => {
                let (index, rest) = name(text, &WEEKDAYS)?;
                self.weekday = Some(index as u32 + 1);
                return Some(rest);
            }
            Item::HalfDay => {
                let morning = strip_ignoring_case(text, "AM");
                self.is_afternoon = Some(morning.is_none());
                return morning.or_else(|| strip_ignoring_case(text, "PM"));
            }
            Item::Fraction(_) => {
                let (digits, rest) = digits(text, 9)?;
                self.nanos = digits.parse::<u32>().ok()? * 10_u32.pow(9 - digits.len() as u32);
                return Some(rest.trim_start_matches(|c: char| c.is_ascii_digit()));
            }
            Item::Offset | Item::OffsetWithColon | Item::Zone => {
                let end =
                    text.find(|c: char| !(c.is_ascii_alphanumeric() || "+-:/_".contains(c))).unwrap_or(text.len());
                let (zone, rest) = text.split_at(end);
                self.zone = Some(parse_zone(zone)?);
                return Some(rest);
            }
            _ => {}
        }
        self.take_number(item, is_before_number, text)
    }

    fn take_number<'a>(&mut self, item: &Item, is_before_number: bool, text: &'a str) -> Option<&'a str> {
        let (least, most) = match item {
            Item::Year(digits) | Item::WeekYear(digits) | Item::Century(digits) => (*digits, 9),
            Item::DayOfYear(digits) => (*digits, 3),
            Item::YearOfCentury(_) => (2, 2),
            Item::Month(digits) | Item::Day(digits) | Item::Week(digits) | Item::Weekday(digits) => (*digits, 2),
            Item::Hour(digits) | Item::HourFrom1(digits) | Item::HourOfHalf(digits) => (*digits, 2),
            Item::HourOfHalfFrom0(digits) | Item::Minute(digits) | Item::Second(digits) => (*digits, 2),
            _ => return None,
        };
        let is_year = matches!(item, Item::Year(_) | Item::WeekYear(_));
        let (is_negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) if is_year => (true, rest),
            _ => (false, text),
        };
        let most = if is_before_number { least.max(1) } else { most };
        let (found, rest) = digits(unsigned, most)?;
        let value: u32 = found.parse().ok()?;
        let signed = if is_negative { -i32::try_from(value).ok()? } else { i32::try_from(value).ok()? };
        match item {
            Item::Year(_) => self.year = Some(signed),
            Item::YearOfCentury(from) => self.year = Some(from + (signed - from).rem_euclid(100)),
            Item::WeekYear(_) => self.week_year = Some(signed),
            Item::Month(_) => self.month = Some(value),
            Item::Day(_) => self.day = Some(value),
            Item::DayOfYear(_) => self.day_of_year = Some(value),
            Item::Week(_) => self.week = Some(value),
            Item::Weekday(_) => self.weekday = Some(value),
            Item::Hour(_) => self.hour = Some(value),
            Item::HourFrom1(_) => self.hour = Some((1..=24).contains(&value).then_some(value % 24)?),
            Item::HourOfHalf(_) => self.hour_of_half = Some((1..=12).contains(&value).then_some(value % 12)?),
            Item::HourOfHalfFrom0(_) => self.hour_of_half = Some((value < 12).then_some(value)?),
            Item::Minute(_) => self.minute = value,
            Item::Second(_) => self.second = value,
            _ => {}
        }
        Some(rest)
    }

    fn finish(self) -> Option<NaiveDateTime> {
        let year = self.year.unwrap_or(1970);
        let date = if let Some(day) = self.day_of_year {
            NaiveDate::from_yo_opt(year, day)?
        } else if self.week.is_some() || self.week_year.is_some() {
            let weekday = Weekday::try_from(self.weekday.unwrap_or(1).checked_sub(1)? as u8).ok()?;
            NaiveDate::from_isoywd_opt(self.week_year.unwrap_or(year), self.week.unwrap_or(1), weekday)?
        } else {
            NaiveDate::from_ymd_opt(year, self.month.unwrap_or(1), self.day.unwrap_or(1))?
        };
        let half = if self.is_afternoon == Some(true) { 12 } else { 0 };
        let hour = self.hour.unwrap_or_else(|| self.hour_of_half.unwrap_or(0) + half);
        Some(date.and_time(NaiveTime::from_hms_nano_opt(hour, self.minute, self.second, self.nanos)?))
    }
}

/// As many digits as there are, one at least, `most` at most.
fn digits(text: &str, most: usize) -> Option<(&str, &str)> {
    let length = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    (length > 0).then(|| text.split_at(length))
}

fn strip_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// The index of a name, in full or by its first three letters, and what follows it.
fn name<'a>(text: &'a str, names: &[&str]) -> Option<(usize, &'a str)> {
    let full = |name: &str| strip_ignoring_case(text, name);
    let short = |name: &str| strip_ignoring_case(text, &name[..3]);
    names.iter().enumerate().find_map(|(index, name)| Some((index, full(name).or_else(|| short(name))?)))
}
