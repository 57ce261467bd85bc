//! What a predicate says of event times, regions and accounts: enough to leave files unopened, never more.
//!
//! Everything here is a necessary condition: a record that the predicate accepts lies within the bounds.

use arrow::datatypes::TimeUnit;
use chrono::{Datelike, NaiveDate};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::expr::ScalarFunction;
use datafusion::logical_expr::{Between, BinaryExpr, Expr, Like, Operator};
use std::collections::BTreeSet;

/// A day in milliseconds.
const DAY: i64 = 86_400_000;

/// The records that a predicate can accept, as far as a file's name can tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Earliest event time, in milliseconds since 1970, inclusive.
    pub from: Option<i64>,
    /// Latest event time, in milliseconds since 1970, inclusive.
    pub to: Option<i64>,
    /// The regions; `None` is any.
    pub regions: Option<BTreeSet<String>>,
    /// The recipient accounts; `None` is any.
    pub accounts: Option<BTreeSet<String>>,
}

impl Bounds {
    /// The bounds of a conjunction.
    pub fn of(filters: &[Expr]) -> Bounds {
        filters.iter().fold(Bounds::default(), |bounds, filter| bounds.and(of_expr(filter)))
    }

    /// Bounds on time alone; both ends inclusive, in milliseconds.
    pub fn between(from: Option<i64>, to: Option<i64>) -> Bounds {
        Bounds { from, to, ..Bounds::default() }
    }

    /// What holds where both hold.
    pub fn and(self, other: Bounds) -> Bounds {
        Bounds {
            from: self.from.max(other.from),
            to: match (self.to, other.to) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
            regions: both(self.regions, other.regions),
            accounts: both(self.accounts, other.accounts),
        }
    }

    /// What holds where either holds.
    fn or(self, other: Bounds) -> Bounds {
        Bounds {
            from: self.from.zip(other.from).map(|(a, b)| a.min(b)),
            to: self.to.zip(other.to).map(|(a, b)| a.max(b)),
            regions: either(self.regions, other.regions),
            accounts: either(self.accounts, other.accounts),
        }
    }
}

fn both(a: Option<BTreeSet<String>>, b: Option<BTreeSet<String>>) -> Option<BTreeSet<String>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.intersection(&b).cloned().collect()),
        (a, b) => a.or(b),
    }
}

fn either(a: Option<BTreeSet<String>>, b: Option<BTreeSet<String>>) -> Option<BTreeSet<String>> {
    a.zip(b).map(|(a, b)| a.union(&b).cloned().collect())
}

fn of_expr(expr: &Expr) -> Bounds {
    match expr {
        Expr::Alias(alias) => of_expr(&alias.expr),
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::And, right }) => of_expr(left).and(of_expr(right)),
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::Or, right }) => of_expr(left).or(of_expr(right)),
        Expr::BinaryExpr(BinaryExpr { left, op, right }) => match (literal(left), literal(right)) {
            (None, Some(value)) => compare(left, *op, value),
            (Some(value), None) => op.swap().map_or_else(Bounds::default, |op| compare(right, op, value)),
            _ => Bounds::default(),
        },
        Expr::Between(Between { expr, negated: false, low, high }) => match (literal(low), literal(high)) {
            (Some(low), Some(high)) => compare(expr, Operator::GtEq, low).and(compare(expr, Operator::LtEq, high)),
            _ => Bounds::default(),
        },
        Expr::InList(list) if !list.negated => {
            let bounds = list.list.iter().map(|item| match literal(item) {
                Some(value) => compare(&list.expr, Operator::Eq, value),
                None => Bounds::default(),
            });
            bounds.reduce(Bounds::or).unwrap_or_default()
        }
        Expr::Like(Like { negated: false, expr, pattern, escape_char: None, case_insensitive: false }) => {
            like(expr, pattern)
        }
        _ => Bounds::default(),
    }
}

/// What a column stands for, as far as file names know it.
enum Meaning {
    /// The event time as ISO 8601 text.
    TimeText,
    /// The event time.
    Time,
    /// The day of the event, or of any other unit that starts at or before the event and is no longer than this
    /// many milliseconds.
    TimeCut(i64),
    Region,
    Account,
}

fn meaning(expr: &Expr) -> Option<Meaning> {
    match expr {
        Expr::Alias(alias) => meaning(&alias.expr),
        Expr::Column(column) => match column.name.as_str() {
            // The table's own type tells text from time: a literal of the other kind never meets it.
            "eventtime" => Some(Meaning::TimeText),
            "awsregion" => Some(Meaning::Region),
            "recipientaccountid" => Some(Meaning::Account),
            _ => None,
        },
        Expr::Cast(cast) => converted(&cast.expr, cast.field.data_type()),
        Expr::TryCast(cast) => converted(&cast.expr, cast.field.data_type()),
        Expr::ScalarFunction(function) => of_function(function),
        _ => None,
    }
}

fn converted(expr: &Expr, to: &arrow::datatypes::DataType) -> Option<Meaning> {
    use arrow::datatypes::DataType;
    match (meaning(expr)?, to) {
        // In another zone the instant is the same but its day is not: leave such a column alone.
        (_, DataType::Timestamp(_, Some(zone))) if !["UTC", "+00:00", "Z"].contains(&zone.as_ref()) => None,
        (Meaning::TimeText | Meaning::Time, DataType::Timestamp(_, _)) => Some(Meaning::Time),
        (Meaning::TimeText | Meaning::Time, DataType::Date32) => Some(Meaning::TimeCut(DAY)),
        (text, DataType::Utf8 | DataType::Utf8View | DataType::LargeUtf8) => match text {
            Meaning::TimeText | Meaning::Region | Meaning::Account => Some(text),
            Meaning::Time | Meaning::TimeCut(_) => None,
        },
        _ => None,
    }
}

fn of_function(function: &ScalarFunction) -> Option<Meaning> {
    let first = meaning(function.args.first()?)?;
    let text = |at: usize| function.args.get(at).and_then(literal).and_then(|value| value.try_as_str().flatten());
    match (function.name(), first) {
        ("from_iso8601_timestamp" | "to_timestamp", Meaning::TimeText | Meaning::Time) => Some(Meaning::Time),
        ("date" | "from_iso8601_date", Meaning::TimeText | Meaning::Time | Meaning::TimeCut(_)) => {
            Some(Meaning::TimeCut(DAY))
        }
        ("$cast" | "$try_cast", first @ (Meaning::TimeText | Meaning::Time)) => match text(1)?
            .to_ascii_lowercase()
            .as_str()
        {
            "date" => Some(Meaning::TimeCut(DAY)),
            target if target.starts_with("timestamp") => Some(Meaning::Time),
            target if target.starts_with("varchar") && matches!(first, Meaning::TimeText) => Some(Meaning::TimeText),
            _ => None,
        },
        // Only the format in which CloudTrail writes times reads every one of them as the time that it is.
        ("parse_datetime", Meaning::TimeText) if text(1)? == "yyyy-MM-dd'T'HH:mm:ss'Z'" => Some(Meaning::Time),
        ("date_parse", Meaning::TimeText) if text(1)? == "%Y-%m-%dT%H:%i:%sZ" => Some(Meaning::Time),
        _ => None,
    }
}

fn literal(expr: &Expr) -> Option<&ScalarValue> {
    match expr {
        Expr::Literal(value, _) => Some(value),
        _ => None,
    }
}

fn compare(expr: &Expr, op: Operator, value: &ScalarValue) -> Bounds {
    match meaning(expr) {
        Some(Meaning::Region) => named(op, value, |set| Bounds { regions: set, ..Bounds::default() }),
        Some(Meaning::Account) => named(op, value, |set| Bounds { accounts: set, ..Bounds::default() }),
        Some(Meaning::TimeText) => match value.try_as_str().flatten() {
            Some(text) => compare_text(op, text),
            None => instant(value).map_or_else(Bounds::default, |at| compare_time(op, at, 0)),
        },
        Some(Meaning::Time) => instant(value).map_or_else(Bounds::default, |at| compare_time(op, at, 0)),
        Some(Meaning::TimeCut(unit)) => instant(value).map_or_else(Bounds::default, |at| compare_time(op, at, unit)),
        None => Bounds::default(),
    }
}

fn named(op: Operator, value: &ScalarValue, bounds: impl FnOnce(Option<BTreeSet<String>>) -> Bounds) -> Bounds {
    match (op, value.try_as_str().flatten()) {
        (Operator::Eq, Some(name)) => bounds(Some(BTreeSet::from([name.to_string()]))),
        _ => Bounds::default(),
    }
}

/// Bounds of `time op at`, where the side of the column was cut down by less than `unit` milliseconds.
fn compare_time(op: Operator, at: i64, unit: i64) -> Bounds {
    // The literal may be finer than a millisecond: `instant` rounds down, so the upper side takes one more.
    let last = at.saturating_add(unit.max(1));
    match op {
        Operator::Eq => Bounds::between(Some(at), Some(last)),
        Operator::Gt | Operator::GtEq => Bounds::between(Some(at), None),
        Operator::Lt | Operator::LtEq => Bounds::between(None, Some(last)),
        _ => Bounds::default(),
    }
}

/// Bounds of `text op literal`, where the text is `YYYY-MM-DDTHH:MM:SSZ` and strings compare byte by byte.
fn compare_text(op: Operator, text: &str) -> Bounds {
    let Some(prefix) = IsoPrefix::of(text) else { return Bounds::default() };
    match op {
        Operator::Eq => Bounds::between(Some(prefix.first), Some(prefix.last)),
        Operator::Gt | Operator::GtEq => Bounds::between(Some(prefix.first), None),
        // What follows the prefix sorts before every time that starts with it: none of them is in.
        Operator::Lt | Operator::LtEq if prefix.rest_sorts_before => Bounds::between(None, Some(prefix.first - 1)),
        Operator::Lt | Operator::LtEq => Bounds::between(None, Some(prefix.last)),
        _ => Bounds::default(),
    }
}

fn like(expr: &Expr, pattern: &Expr) -> Bounds {
    let pattern = literal(pattern).and_then(|value| value.try_as_str().flatten());
    let (Some(pattern), Some(meaning)) = (pattern, meaning(expr)) else { return Bounds::default() };
    let fixed = &pattern[..pattern.find(['%', '_']).unwrap_or(pattern.len())];
    match meaning {
        Meaning::TimeText => IsoPrefix::of(fixed)
            .map_or_else(Bounds::default, |prefix| Bounds::between(Some(prefix.first), Some(prefix.last))),
        Meaning::Region if fixed.len() == pattern.len() => {
            Bounds { regions: Some(BTreeSet::from([fixed.to_string()])), ..Bounds::default() }
        }
        Meaning::Account if fixed.len() == pattern.len() => {
            Bounds { accounts: Some(BTreeSet::from([fixed.to_string()])), ..Bounds::default() }
        }
        _ => Bounds::default(),
    }
}

/// The instant of a literal in milliseconds, rounded down.
fn instant(value: &ScalarValue) -> Option<i64> {
    match value {
        ScalarValue::TimestampSecond(Some(at), _) => at.checked_mul(1000),
        ScalarValue::TimestampMillisecond(Some(at), _) => Some(*at),
        ScalarValue::TimestampMicrosecond(Some(at), _) => Some(at.div_euclid(1000)),
        ScalarValue::TimestampNanosecond(Some(at), _) => Some(at.div_euclid(1_000_000)),
        ScalarValue::Date32(Some(day)) => Some(i64::from(*day) * DAY),
        _ => {
            value.cast_to(&arrow::datatypes::DataType::Timestamp(TimeUnit::Millisecond, None)).ok().and_then(|value| {
                match value {
                    ScalarValue::TimestampMillisecond(at, _) => at,
                    _ => None,
                }
            })
        }
    }
}

/// The times that start with the longest prefix of a text that is a prefix of `YYYY-MM-DDTHH:MM:SSZ` made of
/// whole parts.
#[derive(Debug, PartialEq, Eq)]
struct IsoPrefix {
    first: i64,
    last: i64,
    rest_sorts_before: bool,
}

impl IsoPrefix {
    fn of(text: &str) -> Option<IsoPrefix> {
        let bytes = text.as_bytes();
        // Each part: where it starts, how many digits, and the byte that must follow it.
        const PARTS: [(usize, usize, u8); 6] =
            [(0, 4, b'-'), (5, 2, b'-'), (8, 2, b'T'), (11, 2, b':'), (14, 2, b':'), (17, 2, b'Z')];
        let mut values = [0_u32; 6];
        let mut whole = 0;
        let mut next = b'-';
        for (part, (start, digits, after)) in PARTS.into_iter().enumerate() {
            let separated = part == 0 || bytes.get(start - 1) == Some(&PARTS[part - 1].2);
            let Some(field) = bytes.get(start..start + digits).filter(|_| separated) else { break };
            if !field.iter().all(u8::is_ascii_digit) {
                break;
            }
            values[part] = field.iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
            whole = part + 1;
            next = after;
        }
        let end = match whole {
            0 => return None,
            parts => PARTS[parts - 1].0 + PARTS[parts - 1].1,
        };
        let [year, month, day, hour, minute, second] = values;
        let year = i32::try_from(year).ok()?;
        let (month, day) = (if whole > 1 { month } else { 1 }, if whole > 2 { day } else { 1 });
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        let time = date.and_hms_opt(hour, minute, second)?;
        let first = time.and_utc().timestamp_millis();
        let days = |date: Option<NaiveDate>| date.map(|date| (date - NaiveDate::default()).num_days() * DAY);
        let after = match whole {
            1 => days(NaiveDate::from_ymd_opt(year + 1, 1, 1))?,
            2 if date.month() == 12 => days(NaiveDate::from_ymd_opt(year + 1, 1, 1))?,
            2 => days(NaiveDate::from_ymd_opt(year, month + 1, 1))?,
            3 => first + DAY,
            4 => first + 3_600_000,
            5 => first + 60_000,
            _ => first + 1000,
        };
        let rest_sorts_before = bytes.get(end).is_none_or(|byte| *byte < next);
        // A full time is equal to its own text, so the end of the text does not sort before it.
        let rest_sorts_before = rest_sorts_before && !(whole == 6 && bytes.len() == end);
        Some(IsoPrefix { first, last: after - 1, rest_sorts_before })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::prelude::{col, lit};

    fn at(text: &str) -> i64 {
        chrono::DateTime::parse_from_rfc3339(text).expect("a time").timestamp_millis()
    }

    #[test]
    fn a_text_stands_for_the_times_that_start_with_it() {
        let prefix = |text| IsoPrefix::of(text).map(|p| (p.first, p.last, p.rest_sorts_before));
        let day = at("2023-10-27T00:00:00Z");
        assert_eq!(prefix("2023-10-27 05:00:00"), Some((day, day + DAY - 1, true)));
        assert_eq!(prefix("2023-10-27"), Some((day, day + DAY - 1, true)));
        assert_eq!(prefix("2023-10-27Tx"), Some((day, day + DAY - 1, false)));
        let second = at("2023-10-27T05:00:01Z");
        assert_eq!(prefix("2023-10-27T05:00:01Z"), Some((second, second + 999, false)));
        assert_eq!(prefix("2023-12"), Some((at("2023-12-01T00:00:00Z"), at("2024-01-01T00:00:00Z") - 1, true)));
        assert_eq!(prefix("2023-13-01"), None);
        assert_eq!(prefix("x"), None);
    }

    #[test]
    fn bounds_follow_the_predicate() {
        let noon = at("2023-10-27T12:00:00Z");
        let case = |filter: Expr, from: Option<i64>, to: Option<i64>| {
            let bounds = Bounds::of(std::slice::from_ref(&filter));
            assert_eq!((bounds.from, bounds.to), (from, to), "{filter}");
        };
        let text = || col("eventtime");
        case(text().gt_eq(lit("2023-10-27T12:00:00Z")), Some(noon), None);
        case(lit("2023-10-27T12:00:00Z").lt(text()), Some(noon), None);
        case(text().lt_eq(lit("2023-10-27 05:00:00")), None, Some(at("2023-10-27T00:00:00Z") - 1));
        case(text().lt_eq(lit("2023-10-27T12:00:00Z")), None, Some(noon + 999));
        case(text().like(lit("2023-10-27T12%")), Some(noon), Some(noon + 3_599_999));
        case(text().not_eq(lit("2023-10-27")), None, None);
        case(text().eq(lit("2023-10-27T12:00:00Z")).or(col("eventname").eq(lit("x"))), None, None);
        let stamp = |at| lit(ScalarValue::TimestampMillisecond(Some(at), None));
        case(text().between(stamp(noon), stamp(noon + 5)), Some(noon), Some(noon + 6));
        case(text().eq(stamp(noon)).or(text().eq(stamp(noon + 10))), Some(noon), Some(noon + 11));
        case(text().in_list(vec![stamp(noon), stamp(noon + 10)], false), Some(noon), Some(noon + 11));
        case(text().in_list(vec![stamp(noon)], true), None, None);
    }

    #[test]
    fn names_of_regions_and_accounts_are_sets() {
        let bounds = Bounds::of(&[
            col("awsregion").in_list(vec![lit("a"), lit("b")], false),
            col("awsregion").eq(lit("b")),
            // The columns of folders are not the records'.
            col("region").eq(lit("c")),
            col("recipientaccountid").eq(lit("1")),
        ]);
        assert_eq!(bounds.regions, Some(BTreeSet::from(["b".to_string()])));
        assert_eq!(bounds.accounts, Some(BTreeSet::from(["1".to_string()])));
    }
}
