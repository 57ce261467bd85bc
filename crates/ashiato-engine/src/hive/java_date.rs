//! Date patterns as Java's `DateTimeFormatter` writes them, as far as folder names use them:
//! `yyyy/MM/dd`, `yyyy-MM-dd-HH`, `'dt='yyyyMMdd`.
//!
//! Java's page lists every letter (java.time.format.DateTimeFormatter, "Patterns for Formatting and
//! Parsing"). Letters that need a locale's text beside month names, a zone or an era are refused by name.

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

/// The fields of a date and a time, from the coarsest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DateField {
    /// `y` or `u`.
    Year,
    /// `M` or `L`.
    Month,
    /// `d`, or `D` for the day of the year.
    Day,
    /// `H`.
    Hour,
    /// `m`.
    Minute,
    /// `s`.
    Second,
    /// `S`.
    Fraction,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    /// A number of at least so many digits; of exactly so many from two up.
    Number(DateField, usize),
    /// `yy`: the year's last two digits, in this century.
    ShortYear,
    /// `MMM` (three letters) or `MMMM` (in full).
    MonthName {
        full: bool,
    },
    DayOfYear(usize),
}

/// A pattern, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DatePattern {
    parts: Vec<Part>,
}

impl DatePattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// A sentence that names the letter that is not supported, or the quote that is not closed.
    pub(crate) fn parse(pattern: &str) -> Result<DatePattern, String> {
        let mut parts: Vec<Part> = Vec::new();
        let mut chars = pattern.chars().peekable();
        while let Some(first) = chars.next() {
            if first == '\'' {
                push_literal(&mut parts, &quoted(&mut chars, pattern)?);
            } else if first.is_ascii_alphabetic() {
                let mut count = 1;
                while chars.next_if_eq(&first).is_some() {
                    count += 1;
                }
                parts.push(letter(first, count, pattern)?);
            } else if matches!(first, '[' | ']' | '{' | '}' | '#') {
                return Err(format!("'{first}' in the date format '{pattern}' is not supported"));
            } else {
                push_literal(&mut parts, &first.to_string());
            }
        }
        Ok(DatePattern { parts })
    }

    /// The finest field that the pattern shows; none for a pattern without fields.
    pub(crate) fn precision(&self) -> Option<DateField> {
        self.parts.iter().filter_map(Part::field).max()
    }

    /// Whether later times never give lesser texts: fields of fixed width from the year down, none left out.
    pub(crate) fn ascends(&self) -> bool {
        let mut next = DateField::Year;
        for part in self.parts.iter().filter(|part| !matches!(part, Part::Literal(_))) {
            let fixed = match part {
                Part::Number(DateField::Year, digits) => *digits == 4,
                Part::Number(_, digits) => *digits >= 2,
                Part::DayOfYear(digits) => *digits == 3 && next == DateField::Month,
                _ => false,
            };
            let expected = part.field() == Some(next) || matches!(part, Part::DayOfYear(_));
            if !fixed || !expected {
                return false;
            }
            next = match part.field().unwrap_or(next) {
                DateField::Year => DateField::Month,
                DateField::Month => DateField::Day,
                DateField::Day => DateField::Hour,
                DateField::Hour => DateField::Minute,
                DateField::Minute => DateField::Second,
                DateField::Second | DateField::Fraction => DateField::Fraction,
            };
        }
        self.precision().is_some()
    }

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

impl Part {
    fn field(&self) -> Option<DateField> {
        match self {
            Part::Literal(_) => None,
            Part::Number(field, _) => Some(*field),
            Part::ShortYear => Some(DateField::Year),
            Part::MonthName { .. } => Some(DateField::Month),
            Part::DayOfYear(_) => Some(DateField::Day),
        }
    }
}

fn push_literal(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        Some(Part::Literal(literal)) => literal.push_str(text),
        _ => parts.push(Part::Literal(text.to_string())),
    }
}

/// The text after an opening quote; `''` stands for one quote, inside and outside.
fn quoted(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, pattern: &str) -> Result<String, String> {
    if chars.next_if_eq(&'\'').is_some() {
        return Ok("'".to_string());
    }
    let mut text = String::new();
    loop {
        match chars.next() {
            Some('\'') if chars.next_if_eq(&'\'').is_some() => text.push('\''),
            Some('\'') => return Ok(text),
            Some(other) => text.push(other),
            None => return Err(format!("a quote is not closed in the date format '{pattern}'")),
        }
    }
}

fn letter(letter: char, count: usize, pattern: &str) -> Result<Part, String> {
    let field = match letter {
        'y' | 'u' => DateField::Year,
        'M' | 'L' => DateField::Month,
        'd' | 'D' => DateField::Day,
        'H' => DateField::Hour,
        'm' => DateField::Minute,
        's' => DateField::Second,
        'S' => DateField::Fraction,
        _ => return Err(format!("the letter '{letter}' in the date format '{pattern}' is not supported")),
    };
    match (letter, count) {
        ('y' | 'u', 2) => Ok(Part::ShortYear),
        ('M' | 'L', 3 | 4) => Ok(Part::MonthName { full: count == 4 }),
        ('D', 1..=3) => Ok(Part::DayOfYear(count)),
        ('y' | 'u', 1..=4) | ('S', 1..=9) | (_, 1..=2) => Ok(Part::Number(field, count)),
        _ => {
            let run: String = std::iter::repeat_n(letter, count).collect();
            Err(format!("'{run}' in the date format '{pattern}' is not supported"))
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pattern(text: &str) -> DatePattern {
        DatePattern::parse(text).expect("a pattern")
    }

    #[test]
    fn patterns_format_as_java_does() {
        let time =
            NaiveDate::from_ymd_opt(2023, 1, 5).and_then(|day| day.and_hms_milli_opt(7, 8, 9, 45)).expect("a time");
        let cases = [
            ("yyyy/MM/dd", "2023/01/05"),
            ("yyyy-MM-dd-HH", "2023-01-05-07"),
            ("yyyyMMdd", "20230105"),
            ("'dt='yyyyMMdd'T'HHmmss", "dt=20230105T070809"),
            ("yy/M/d/H", "23/1/5/7"),
            ("dd-MMM-yyyy", "05-Jan-2023"),
            ("MMMM d', 'uuuu", "January 5, 2023"),
            ("yyyy-DDD", "2023-005"),
            ("yyyy-MM-dd HH:mm:ss.SSS", "2023-01-05 07:08:09.045"),
            ("yyyy''MM", "2023'01"),
        ];
        for (text, expected) in cases {
            assert_eq!(pattern(text).format(&time), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_supported_is_named() {
        let cases = [
            ("yyyy-ww", "the letter 'w' in the date format 'yyyy-ww' is not supported"),
            ("yyyyy", "'yyyyy' in the date format 'yyyyy' is not supported"),
            ("yyyy[-MM]", "'[' in the date format 'yyyy[-MM]' is not supported"),
            ("'dt=yyyy", "a quote is not closed in the date format ''dt=yyyy'"),
        ];
        for (text, expected) in cases {
            assert_eq!(DatePattern::parse(text).expect_err(text), expected);
        }
    }

    #[test]
    fn a_text_that_does_not_follow_the_pattern_is_no_time() {
        for text in ["2023/13/01", "2023/02/30", "2023/1/05", "2023/01/05/", "x", "", "2023-01-05"] {
            assert_eq!(pattern("yyyy/MM/dd").read(text), None, "{text}");
        }
    }

    #[test]
    fn ascending_patterns_are_told() {
        for text in ["yyyy/MM/dd", "yyyyMMddHH", "yyyy", "yyyy-DDD", "'a'yyyy'b'MM"] {
            assert!(pattern(text).ascends(), "{text}");
        }
        for text in ["dd/MM/yyyy", "yy/MM", "yyyy/M/d", "MM", "yyyy/dd", "yyyy-MMM", "'x'"] {
            assert!(!pattern(text).ascends(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_formatted_reads_back(day in 0i64..40_000, second in 0i64..86_400) {
            let time = chrono::DateTime::from_timestamp(day * 86_400 + second, 0).expect("in range").naive_utc();
            for text in ["yyyy/MM/dd HH:mm:ss", "yyyyMMddHHmmss", "d MMMM yyyy H:m:s", "yyyy-DDD'T'HH:mm:ss"] {
                prop_assert_eq!(pattern(text).read(&pattern(text).format(&time)), Some(time));
            }
        }

        #[test]
        fn any_text_is_refused_or_read_without_harm(text in ".*", value in ".*") {
            if let Ok(pattern) = DatePattern::parse(&text) {
                pattern.read(&value);
            }
        }
    }
}
