//! A time as a text in a pattern, and back.

use super::{DateField, DatePattern, Part};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl DatePattern {
    /// The text of a time.
    pub(crate) fn format(&self, time: &NaiveDateTime) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Literal(literal) => text.push_str(literal),
                Part::Number(DateField::Fraction, digits) => {
                    let nanos = format!("{:09}", time.nanosecond() % 1_000_000_000);
                    text.push_str(&nanos[..(*digits).min(9)]);
                }
                Part::Number(field, digits) => {
                    let number = number_of(*field, time);
                    text.push_str(&format!("{number:0digits$}"));
                }
                Part::ShortYear => text.push_str(&format!("{:02}", time.year().rem_euclid(100))),
                Part::MonthName { full } => {
                    let name = MONTHS[time.month0() as usize];
                    text.push_str(if *full { name } else { &name[..3] });
                }
                Part::DayOfYear(digits) => {
                    let day = time.ordinal();
                    text.push_str(&format!("{day:0digits$}"));
                }
            }
        }
        text
    }

    /// The time that a text names: the first instant of its year, month, day, … as far as the pattern goes.
    /// None where the text does not follow the pattern or names no time.
    pub(crate) fn read(&self, text: &str) -> Option<NaiveDateTime> {
        let mut fields =
            Fields { year: 1970, month: 1, day: 1, day_of_year: None, hour: 0, minute: 0, second: 0, nanos: 0 };
        let mut rest = text;
        for part in &self.parts {
            rest = fields.take(part, rest)?;
        }
        if rest.is_empty() { fields.time() } else { None }
    }
}

fn number_of(field: DateField, time: &NaiveDateTime) -> i64 {
    match field {
        DateField::Year => i64::from(time.year()),
        DateField::Month => i64::from(time.month()),
        DateField::Day => i64::from(time.day()),
        DateField::Hour => i64::from(time.hour()),
        DateField::Minute => i64::from(time.minute()),
        DateField::Second => i64::from(time.second()),
        DateField::Fraction => i64::from(time.nanosecond() % 1_000_000_000),
    }
}

struct Fields {
    year: i32,
    month: u32,
    day: u32,
    day_of_year: Option<u32>,
    hour: u32,
    minute: u32,
    second: u32,
    nanos: u32,
}

impl Fields {
    /// Reads one part from the front of the text; gives what is left.
    fn take<'a>(&mut self, part: &Part, text: &'a str) -> Option<&'a str> {
        match part {
            Part::Literal(literal) => text.strip_prefix(literal.as_str()),
            Part::MonthName { full } => {
                let shown = |name: &'static str| if *full { name } else { &name[..3] };
                let month = MONTHS.iter().position(|name| text.starts_with(shown(name)))?;
                self.month = month as u32 + 1;
                text.strip_prefix(shown(MONTHS[month]))
            }
            Part::ShortYear => {
                let (number, rest) = digits(text, 2, 2)?;
                self.year = 2000 + i32::try_from(number).ok()?;
                Some(rest)
            }
            Part::DayOfYear(count) => {
                let (number, rest) = digits(text, *count, 3)?;
                self.day_of_year = Some(number);
                Some(rest)
            }
            Part::Number(DateField::Year, count) => {
                let (number, rest) = digits(text, *count, if *count == 1 { 9 } else { *count })?;
                self.year = i32::try_from(number).ok()?;
                Some(rest)
            }
            Part::Number(DateField::Fraction, count) => {
                let (number, rest) = digits(text, *count, *count)?;
                self.nanos = number * 10u32.pow(9 - *count as u32);
                Some(rest)
            }
            Part::Number(field, count) => {
                let (number, rest) = digits(text, *count, 2)?;
                match field {
                    DateField::Month => self.month = number,
                    DateField::Day => self.day = number,
                    DateField::Hour => self.hour = number,
                    DateField::Minute => self.minute = number,
                    _ => self.second = number,
                }
                Some(rest)
            }
        }
    }

    fn time(&self) -> Option<NaiveDateTime> {
        let date = match self.day_of_year {
            Some(day) => NaiveDate::from_yo_opt(self.year, day)?,
            None => NaiveDate::from_ymd_opt(self.year, self.month, self.day)?,
        };
        date.and_hms_nano_opt(self.hour, self.minute, self.second, self.nanos)
    }
}

/// A number of `least` to `most` digits from the front of the text, and what is left.
fn digits(text: &str, least: usize, most: usize) -> Option<(u32, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    if count < least {
        return None;
    }
    Some((text[..count].parse().ok()?, &text[count..]))
}
