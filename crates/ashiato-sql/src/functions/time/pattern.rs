//! What MySQL's and Joda's date patterns have in common: a list of items, printed and read in order.

mod print;
mod read;

pub(super) use print::print;
pub(super) use read::read;

/// One piece of a pattern. Numbers are the least digits printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Literal(String),
    Era,
    Century(usize),
    Year(usize),
    /// Two digits; the year that they stand for is the only such one from this on.
    YearOfCentury(i32),
    WeekYear(usize),
    Month(usize),
    MonthShort,
    MonthName,
    Day(usize),
    DayOfYear(usize),
    Week(usize),
    /// 1 for Monday to 7.
    Weekday(usize),
    WeekdayShort,
    WeekdayName,
    /// 0–23
    Hour(usize),
    /// 1–24
    HourFrom1(usize),
    /// 1–12
    HourOfHalf(usize),
    /// 0–11
    HourOfHalfFrom0(usize),
    HalfDay,
    Minute(usize),
    Second(usize),
    /// So many digits of the second's fraction.
    Fraction(usize),
    /// `+0900`
    Offset,
    /// `+09:00`
    OffsetWithColon,
    /// `Asia/Tokyo`
    Zone,
}

impl Item {
    /// Whether a digit may be its first character, so that a number before it must end by its length.
    fn is_number(&self) -> bool {
        match self {
            Item::Literal(text) => text.starts_with(|c: char| c.is_ascii_digit()),
            Item::Era | Item::MonthShort | Item::MonthName | Item::WeekdayShort | Item::WeekdayName => false,
            Item::HalfDay | Item::Offset | Item::OffsetWithColon | Item::Zone => false,
            _ => true,
        }
    }
}

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
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
