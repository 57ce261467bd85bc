//! Date patterns as Java's `DateTimeFormatter` writes them, as far as folder names use them:
//! `yyyy/MM/dd`, `yyyy-MM-dd-HH`, `'dt='yyyyMMdd`.
//!
//! Java's page lists every letter (java.time.format.DateTimeFormatter, "Patterns for Formatting and
//! Parsing"). Letters that need a locale's text beside month names, a zone or an era are refused by name.

mod text;

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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
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
