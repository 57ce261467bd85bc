//! The two sides of a comparison, brought to types that compare as Trino compares them.

use super::orderable::is_orderable;
use super::{interval, nested, type_of};
use crate::error::{Error, ErrorKind};
use crate::failure::failure;
use crate::functions::time::reading::{Separator, read_timestamp};
use crate::functions::time::zone::instant;
use crate::types::{TIMESTAMP, timestamp_with_zone, trino_name};
use arrow::array::timezone::Tz;
use arrow::datatypes::{DataType, TimeUnit};
use chrono::{NaiveDate, NaiveTime, TimeZone, Timelike, Utc};
use datafusion::common::{DFSchema, Result, ScalarValue};
use datafusion::error::DataFusionError;
use datafusion::logical_expr::expr::ScalarFunction;
use datafusion::logical_expr::{Case, Cast, Expr};

/// What a type is compared as: types of one class compare, of two do not, but for the temporal ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Number,
    Boolean,
    Text,
    Json,
    Bytes,
    Address,
    Uuid,
    Date,
    Time,
    Timestamp,
    TimestampWithZone,
    Interval,
    Array,
    Map,
    Row,
}

fn class(of: &DataType) -> Option<Class> {
    Some(match of {
        DataType::Dictionary(_, values) => return class(values),
        DataType::Boolean => Class::Boolean,
        DataType::Utf8 | DataType::Utf8View => Class::Text,
        DataType::LargeUtf8 => Class::Json,
        DataType::Binary | DataType::BinaryView => Class::Bytes,
        DataType::FixedSizeBinary(16) => Class::Address,
        DataType::LargeBinary => Class::Uuid,
        DataType::Date32 | DataType::Date64 => Class::Date,
        DataType::Time32(_) | DataType::Time64(_) => Class::Time,
        DataType::Timestamp(_, None) => Class::Timestamp,
        DataType::Timestamp(_, Some(_)) => Class::TimestampWithZone,
        DataType::Interval(_) | DataType::Duration(_) => Class::Interval,
        DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(..) => Class::Array,
        DataType::Map(..) => Class::Map,
        DataType::Struct(_) => Class::Row,
        of if of.is_numeric() => Class::Number,
        _ => return None,
    })
}

/// Both sides, changed where they must be. A column keeps bare wherever the other side can be changed instead,
/// so that pruning sees `column op literal`.
pub(super) fn coerce(op: &str, left: Expr, right: Expr, schema: &DFSchema) -> Result<(Expr, Expr)> {
    let (Some(left_type), Some(right_type)) = (type_of(&left, schema), type_of(&right, schema)) else {
        return Ok((left, right));
    };
    let (Some(left_class), Some(right_class)) = (class(&left_type), class(&right_type)) else {
        return Ok((left, right));
    };
    let is_order = ["<", "<=", ">", ">=", "BETWEEN"].contains(&op);
    if is_order && !(is_orderable(&left_type) && is_orderable(&right_type)) {
        return Err(mismatch(op, &left, &left_type, &right, &right_type));
    }
    use Class::{Date, Interval, Json, Text, Time, Timestamp, TimestampWithZone};
    Ok(match (left_class, right_class) {
        (Interval, Interval) => (interval::length(left), interval::length(right)),
        (Class::Array | Class::Row, Class::Array | Class::Row) if !nested::compare(&left_type, &right_type) => {
            return Err(mismatch(op, &left, &left_type, &right, &right_type));
        }
        (Text, Text) => super::char_text::comparable(left, right),
        (Class::Number, Class::Number) => numbers(left, &left_type, right, &right_type)?,
        (left_class, right_class) if left_class == right_class => (left, right),
        (Date | Time | Timestamp | TimestampWithZone, Text) => match text_literal(&right) {
            Some(text) => {
                let literal = read_beside(text, &left_type)?;
                (left, literal)
            }
            None => return Err(mismatch(op, &left, &left_type, &right, &right_type)),
        },
        (Text, Date | Time | Timestamp | TimestampWithZone) => match text_literal(&left) {
            Some(text) => (read_beside(text, &right_type)?, right),
            None => return Err(mismatch(op, &left, &left_type, &right, &right_type)),
        },
        (Date, Timestamp) => (cast(left, right_type), right),
        (Timestamp, Date) => {
            let right = cast(right, left_type);
            (left, right)
        }
        (Date | Timestamp, TimestampWithZone) => {
            let plain = if left_class == Date { TIMESTAMP } else { left_type };
            (if left_class == Date { cast(left, TIMESTAMP) } else { left }, in_utc(right, plain))
        }
        (TimestampWithZone, Date | Timestamp) => {
            let plain = if right_class == Date { TIMESTAMP } else { right_type };
            let left = in_utc(left, plain);
            (left, if right_class == Date { cast(right, TIMESTAMP) } else { right })
        }
        // The text of a JSON value is no value of JSON: `json_extract(…) = 'x'` never was true.
        (Json, Text) | (Text, Json) => return Err(mismatch(op, &left, &left_type, &right, &right_type)),
        _ => return Err(mismatch(op, &left, &left_type, &right, &right_type)),
    })
}

/// A decimal beside a double or a real counts as one. Other pairs compare exactly as DataFusion widens them.
fn numbers(left: Expr, left_type: &DataType, right: Expr, right_type: &DataType) -> Result<(Expr, Expr)> {
    let is_decimal = |of: &DataType| matches!(of, DataType::Decimal128(..));
    if is_decimal(left_type) && right_type.is_floating() {
        return Ok((float(left, right_type)?, right));
    }
    if left_type.is_floating() && is_decimal(right_type) {
        let right = float(right, left_type)?;
        return Ok((left, right));
    }
    Ok((left, right))
}

/// A literal stays one, so that pruning sees it.
fn float(expr: Expr, to: &DataType) -> Result<Expr> {
    match expr {
        Expr::Literal(value, metadata) => Ok(Expr::Literal(value.cast_to(to)?, metadata)),
        other => Ok(cast(other, to.clone())),
    }
}

/// The results of a CASE, of one type: a string and a number have none in common and are refused, a date beside a
/// timestamp is midnight, a whole number beside a decimal is one.
pub(super) fn coerce_results(case: Case, schema: &DFSchema) -> Result<Case> {
    check_conditions(&case, schema)?;
    let results = case.when_then_expr.iter().map(|(_, then)| then).chain(&case.else_expr);
    let mut common: Option<(&Expr, DataType)> = None;
    for result in results {
        let Some(of) = type_of(result, schema).filter(|of| class(of).is_some()) else { continue };
        common = Some(match common {
            None => (result, of),
            Some((first, known)) => match common_type(&known, &of) {
                Some(common) => (first, common),
                None => {
                    let rule = "All CASE results must be the same type or coercible to a common type";
                    let types = format!("{} and {}", literal_name(first, &known), literal_name(result, &of));
                    return Err(failure("TYPE_MISMATCH", format!("{rule}. Cannot find common type between {types}")));
                }
            },
        });
    }
    let Some((_, to)) = common.filter(|(_, to)| matches!(to, DataType::Timestamp(..)) || to.is_numeric()) else {
        return Ok(case);
    };
    let of_type = |result: Box<Expr>| match type_of(&result, schema) {
        Some(of) if of == to => result,
        // NULL has no digits to convert and stays as it is.
        Some(DataType::Null) if to.is_numeric() => result,
        _ => Box::new(cast(*result, to.clone())),
    };
    let when_then_expr = case.when_then_expr.into_iter().map(|(when, then)| (when, of_type(then))).collect();
    Ok(Case { expr: case.expr, when_then_expr, else_expr: case.else_expr.map(of_type) })
}

/// What stands after WHEN in a CASE without an operand is a condition.
fn check_conditions(case: &Case, schema: &DFSchema) -> Result<()> {
    let conditions = case.when_then_expr.iter().map(|(when, _)| when).filter(|_| case.expr.is_none());
    for condition in conditions {
        if let Some(of) = type_of(condition, schema)
            && class(&of).is_some_and(|class| class != Class::Boolean)
        {
            let of = literal_name(condition, &of);
            let message = format!("CASE WHEN clause must evaluate to a boolean (actual: {of})");
            return Err(failure("TYPE_MISMATCH", message));
        }
    }
    Ok(())
}

/// The call with arguments of one type, where DataFusion would cast one to another's type and fail on the data, or
/// make a decimal of a double.
pub(super) fn coerce_alike(mut function: ScalarFunction, schema: &DFSchema) -> Result<ScalarFunction> {
    let rule = match function.func.name() {
        "make_array" => "All ARRAY elements must be the same type or coercible to a common type",
        "coalesce" => "All COALESCE operands must be the same type or coercible to a common type",
        "nullif" => "Types are not comparable with NULLIF",
        _ => return Ok(function),
    };
    let mut known: Option<(&Expr, DataType)> = None;
    for argument in &function.args {
        let Some(of) = type_of(argument, schema).filter(|of| class(of).is_some()) else { continue };
        known = Some(match known {
            Some((first, first_type)) if !nested::compare(&first_type, &of) => {
                let types = format!("{} and {}", literal_name(first, &first_type), literal_name(argument, &of));
                return Err(failure("TYPE_MISMATCH", format!("{rule}. Cannot find common type between {types}")));
            }
            Some((first, first_type)) => {
                let common = crate::types::common_number(&first_type, &of).unwrap_or(first_type);
                (first, common)
            }
            None => (argument, of),
        });
    }
    let Some((_, to)) = known.filter(|(_, to)| to.is_numeric()) else { return Ok(function) };
    for argument in &mut function.args {
        if type_of(argument, schema).is_some_and(|of| of.is_numeric() && of != to) {
            *argument = cast(std::mem::replace(argument, Expr::Literal(ScalarValue::Null, None)), to.clone());
        }
    }
    Ok(function)
}

/// Whether comparisons know the type; the type of a bare NULL, for one, goes with any.
pub(super) fn has_class(of: &DataType) -> bool {
    class(of).is_some()
}

/// None where two types have no type in common; the first where DataFusion finds the common one.
pub(super) fn common_type(first: &DataType, second: &DataType) -> Option<DataType> {
    match (class(first)?, class(second)?) {
        (Class::Number, Class::Number) => crate::types::common_number(first, second),
        (one, other) if one == other => Some(first.clone()),
        (Class::Date, Class::Timestamp | Class::TimestampWithZone) => Some(second.clone()),
        (Class::Timestamp, Class::TimestampWithZone) => Some(second.clone()),
        (Class::Timestamp | Class::TimestampWithZone, Class::Date) => Some(first.clone()),
        (Class::TimestampWithZone, Class::Timestamp) => Some(first.clone()),
        _ => None,
    }
}

pub(super) fn cast(expr: Expr, to: DataType) -> Expr {
    Expr::Cast(Cast::new(Box::new(expr), to))
}

/// The wall clock in UTC of an instant, which is how a plain timestamp beside it is taken.
fn in_utc(expr: Expr, plain: DataType) -> Expr {
    let unit = match plain {
        DataType::Timestamp(unit, _) => unit,
        _ => TimeUnit::Millisecond,
    };
    let zoned = match unit {
        TimeUnit::Millisecond => timestamp_with_zone("UTC"),
        unit => DataType::Timestamp(unit, Some("UTC".into())),
    };
    cast(cast(expr, zoned), plain)
}

/// The text of a string literal.
pub(super) fn text_literal(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Literal(value, _) => value.try_as_str().flatten(),
        Expr::Alias(alias) => text_literal(&alias.expr),
        _ => None,
    }
}

/// A string literal beside a date, time or timestamp, as a literal of that type.
fn read_beside(text: &str, of: &DataType) -> Result<Expr> {
    let invalid = || {
        let message = format!("'{text}' is not a valid {} literal", trino_name(of).to_uppercase());
        failure("INVALID_LITERAL", message)
    };
    let value = match of {
        DataType::Time32(_) | DataType::Time64(_) => {
            let nanos = crate::functions::time::reading::read_time(text).ok_or_else(invalid)?;
            ScalarValue::Time64Nanosecond(Some(nanos)).cast_to(of)?
        }
        _ => {
            let reading = read_timestamp(text, Separator::SpaceOrT).ok_or_else(invalid)?;
            let zone: Option<Tz> = match of {
                DataType::Timestamp(_, Some(zone)) => Some(zone.parse()?),
                _ => None,
            };
            let utc = match reading.zone.or(zone) {
                Some(zone) => instant(reading.local, &zone).ok_or_else(invalid)?,
                None => Utc.from_utc_datetime(&reading.local),
            };
            timestamp_beside(utc.naive_utc(), of).ok_or_else(invalid)?
        }
    };
    Ok(Expr::Literal(value, None))
}

/// A literal of the column's own type where that loses nothing, otherwise of a finer one.
fn timestamp_beside(utc: chrono::NaiveDateTime, of: &DataType) -> Option<ScalarValue> {
    let nanos = utc.nanosecond();
    let (unit, zone) = match of {
        DataType::Date32 | DataType::Date64 if utc.time() == NaiveTime::MIN => {
            let days = utc.date().signed_duration_since(NaiveDate::default()).num_days();
            return Some(ScalarValue::Date32(Some(i32::try_from(days).ok()?)));
        }
        DataType::Timestamp(unit, zone) => (*unit, zone.clone()),
        _ => (TimeUnit::Millisecond, None),
    };
    let at = utc.and_utc();
    Some(match unit {
        TimeUnit::Second if nanos == 0 => ScalarValue::TimestampSecond(Some(at.timestamp()), zone),
        TimeUnit::Second | TimeUnit::Millisecond if nanos.is_multiple_of(1_000_000) => {
            ScalarValue::TimestampMillisecond(Some(at.timestamp_millis()), zone)
        }
        TimeUnit::Nanosecond => ScalarValue::TimestampNanosecond(Some(at.timestamp_nanos_opt()?), zone),
        _ if nanos.is_multiple_of(1_000) => ScalarValue::TimestampMicrosecond(Some(at.timestamp_micros()), zone),
        _ => ScalarValue::TimestampNanosecond(Some(at.timestamp_nanos_opt()?), zone),
    })
}

/// `Cannot apply operator: varchar = integer`, at the left side's place where it is known.
pub(super) fn mismatch(
    op: &str,
    left: &Expr,
    left_type: &DataType,
    right: &Expr,
    right_type: &DataType,
) -> DataFusionError {
    let span = [left, right].iter().find_map(|side| side.spans().and_then(|spans| spans.first()));
    let message =
        format!("Cannot apply operator: {} {op} {}", literal_name(left, left_type), literal_name(right, right_type));
    let at = span.map(|span| (span.start.line, span.start.column));
    DataFusionError::External(Box::new(Error { kind: ErrorKind::Invalid, code: "TYPE_MISMATCH", at, message }))
}

/// Trino types literals closely: `varchar(3)`, `integer`.
pub(super) fn literal_name(expr: &Expr, of: &DataType) -> String {
    match expr {
        Expr::Literal(ScalarValue::Int64(Some(value)), _) if i32::try_from(*value).is_ok() => "integer".to_string(),
        Expr::Literal(value, _) if of != &crate::types::JSON => match value.try_as_str().flatten() {
            Some(text) => format!("varchar({})", text.chars().count()),
            None => trino_name(of),
        },
        _ => trino_name(of),
    }
}
