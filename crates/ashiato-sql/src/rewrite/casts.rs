//! Casts, typed literals, AT TIME ZONE and INTERVALs of two units, as calls that the planner has types for.

mod number;

pub(crate) use number::smallest_bigint;

use crate::cast::{CAST, TRY_CAST};
use crate::error::{Error, ErrorKind};
use crate::functions::time::reading::{Separator, read_date, read_time, read_timestamp};
use crate::functions::time::zone::canonical_zone;
use crate::types::Type;
use sqlparser::ast::{
    ArrayElemTypeDef, CastKind, DataType, DateTimeField, Expr, Function, FunctionArg, FunctionArgExpr,
    FunctionArgumentList, FunctionArguments, Ident, Interval, ObjectName, Spanned, Statement, TypedString,
    UnaryOperator, Value, visit_expressions_mut,
};
use std::ops::ControlFlow;

/// `CAST(expr AS data_type)` as a call of the function that casts (see [`crate::cast`]).
///
/// # Errors
/// For a type that Trino does not have.
pub fn rewrite_cast(kind: CastKind, expr: Expr, data_type: DataType) -> Result<Expr, Error> {
    let name = match kind {
        CastKind::Cast | CastKind::DoubleColon => CAST,
        CastKind::TryCast | CastKind::SafeCast => TRY_CAST,
    };
    let to = parse_type(&data_type)?;
    let zone = match (&to, literal(&expr)) {
        (Type::TimestampWithZone(_), Some(text)) => zone_of(text),
        _ => None,
    };
    Ok(cast_call(name, expr, &to, zone))
}

/// Rewrites one expression, its children being rewritten already: a cast, a typed literal such as
/// `TIMESTAMP '2023-01-01 00:00:00 UTC'`, `x AT TIME ZONE z`, `INTERVAL '3-2' YEAR TO MONTH`. Others stay.
///
/// # Errors
/// `INVALID_LITERAL` for a literal that cannot be read; `TYPE_NOT_FOUND` for an unknown type.
pub fn rewrite_expr(expr: &mut Expr) -> Result<(), Error> {
    let taken = std::mem::replace(expr, Expr::value(Value::Null));
    *expr = match taken {
        Expr::Cast { kind, expr, data_type, array: false, format: None } => rewrite_cast(kind, *expr, data_type)?,
        Expr::TypedString(typed) => rewrite_literal(typed)?,
        Expr::AtTimeZone { timestamp, time_zone } => call("at_timezone", vec![*timestamp, *time_zone]),
        Expr::Interval(interval) if is_too_long(&interval) => {
            return Err(invalid_interval(literal(&interval.value).unwrap_or_default()));
        }
        Expr::Interval(interval) if interval.last_field.is_some() => Expr::Interval(rewrite_interval(interval)?),
        Expr::Value(value) if matches!(value.value, Value::Number(..)) => number::literal(value)?,
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => number::negative(*expr),
        other => other,
    };
    Ok(())
}

/// Rewrites every expression of a statement, innermost first.
///
/// # Errors
/// As [`rewrite_expr`].
pub fn rewrite_statement(statement: &mut Statement) -> Result<(), Error> {
    let rewritten = visit_expressions_mut(statement, |expr| match rewrite_expr(expr) {
        Ok(()) => ControlFlow::Continue(()),
        Err(error) => ControlFlow::Break(error),
    });
    match rewritten {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(error) => Err(error),
    }
}

/// Trino's type of a type as `sqlparser` reads it.
///
/// # Errors
/// `TYPE_NOT_FOUND`.
pub fn parse_type(data_type: &DataType) -> Result<Type, Error> {
    let unknown = || Error {
        kind: ErrorKind::Invalid,
        code: "TYPE_NOT_FOUND",
        at: None,
        message: format!("Unknown type: {data_type}"),
    };
    Ok(match data_type {
        DataType::Array(
            ArrayElemTypeDef::AngleBracket(element)
            | ArrayElemTypeDef::SquareBracket(element, _)
            | ArrayElemTypeDef::Parenthesis(element),
        ) => Type::Array(Box::new(parse_type(element)?)),
        DataType::Map(key, value) => Type::Map(Box::new(parse_type(key)?), Box::new(parse_type(value)?)),
        DataType::Struct(fields, _) => {
            let mut parsed = Vec::with_capacity(fields.len());
            for field in fields {
                let name = field.field_name.as_ref().map(|name| name.value.to_lowercase());
                parsed.push((name, parse_type(&field.field_type)?));
            }
            Type::Row(parsed)
        }
        other => Type::parse(&other.to_string()).ok_or_else(unknown)?,
    })
}

fn rewrite_literal(typed: TypedString) -> Result<Expr, Error> {
    let at = Some(typed.value.span.start).filter(|start| start.line > 0).map(|start| (start.line, start.column));
    let to = parse_type(&typed.data_type)?;
    let Some(text) = typed.value.value.clone().into_string() else {
        let message = format!("a literal of type {to} needs a text, not {}", typed.value);
        return Err(Error { kind: ErrorKind::Invalid, code: "SYNTAX_ERROR", at, message });
    };
    let invalid = |name: &str| Error {
        kind: ErrorKind::Invalid,
        code: "INVALID_LITERAL",
        at,
        message: format!("'{text}' is not a valid {name} literal"),
    };
    let (to, zone) = match to {
        Type::Date => {
            read_date(&text).ok_or_else(|| invalid("DATE"))?;
            (Type::Date, None)
        }
        Type::Time(_) => {
            read_time(&text).ok_or_else(|| invalid("TIME"))?;
            (Type::Time(fraction_digits(&text)), None)
        }
        Type::Timestamp(_) | Type::TimestampWithZone(_) => {
            let reading = read_timestamp(&text, Separator::Space).ok_or_else(|| invalid("TIMESTAMP"))?;
            match reading.zone {
                Some(zone) => (Type::TimestampWithZone(fraction_digits(&text)), canonical_zone(&zone.to_string())),
                None => (Type::Timestamp(fraction_digits(&text)), None),
            }
        }
        Type::Decimal(..) => (decimal_type(&text).ok_or_else(|| invalid("DECIMAL"))?, None),
        Type::Json => return Ok(call("json_parse", vec![text_literal(text)])),
        other => (other, None),
    };
    Ok(cast_call(CAST, text_literal(text), &to, zone))
}

/// The precision that the digits ask for, three at least: TIMESTAMP(3) is what everything else here has.
fn fraction_digits(text: &str) -> u8 {
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
    digits.clamp(3, 9) as u8
}

/// DECIMAL '12.50' is a decimal(4,2).
fn decimal_type(text: &str) -> Option<Type> {
    let unsigned = text.trim().trim_start_matches(['-', '+']);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_digits =
        whole.len() + fraction.len() > 0 && (whole.bytes().chain(fraction.bytes())).all(|b| b.is_ascii_digit());
    let scale = fraction.len();
    let precision = (whole.trim_start_matches('0').len() + scale).max(1);
    (is_digits && precision <= 38).then_some(Type::Decimal(precision as u8, scale as i8))
}

/// `'3-2' YEAR TO MONTH` as months, `'1 02:03:04.5' DAY TO SECOND` and its parts as seconds.
fn rewrite_interval(interval: Interval) -> Result<Interval, Error> {
    let text = literal(&interval.value).unwrap_or_default().trim();
    let first = interval.leading_field.clone();
    let parsed = match first {
        Some(DateTimeField::Year | DateTimeField::Years) => {
            months(text).map(|months| (months.to_string(), DateTimeField::Month))
        }
        Some(field) => seconds(text, &field).map(|seconds| (seconds, DateTimeField::Second)),
        None => None,
    };
    let (value, field) = parsed.ok_or_else(|| invalid_interval(text))?;
    Ok(Interval {
        value: Box::new(text_literal(value)),
        leading_field: Some(field),
        leading_precision: None,
        last_field: None,
        fractional_seconds_precision: None,
    })
}

fn invalid_interval(text: &str) -> Error {
    let message = format!("'{text}' is not a valid INTERVAL literal");
    Error { kind: ErrorKind::Invalid, code: "INVALID_LITERAL", at: None, message }
}

/// Whether an interval of one unit is longer than what carries it: 32 bits of months, of days, or 64 of nanoseconds.
fn is_too_long(interval: &Interval) -> bool {
    use DateTimeField as F;
    let Some(number) = literal(&interval.value).and_then(|text| text.trim().parse::<f64>().ok()) else { return false };
    let seconds = |seconds: f64| i64::MAX as f64 / 1e9 / seconds;
    let longest = match &interval.leading_field {
        _ if interval.last_field.is_some() => return false,
        Some(F::Year | F::Years) => f64::from(i32::MAX) / 12.0,
        Some(F::Week(_) | F::Weeks) => f64::from(i32::MAX) / 7.0,
        Some(F::Month | F::Months | F::Day | F::Days) => f64::from(i32::MAX),
        Some(F::Hour | F::Hours) => seconds(3_600.0),
        Some(F::Minute | F::Minutes) => seconds(60.0),
        Some(F::Second | F::Seconds) => seconds(1.0),
        _ => return false,
    };
    number.abs() > longest
}

fn split_sign(text: &str) -> (&str, &str) {
    match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    }
}

fn months(text: &str) -> Option<i64> {
    let (sign, text) = split_sign(text);
    let (years, months) = text.split_once('-')?;
    let months = years.parse::<i64>().ok()?.checked_mul(12)?.checked_add(months.parse().ok()?)?;
    Some(if sign.is_empty() { months } else { -months })
}

/// The parts from the leading unit on, separated by a space after days and by colons.
fn seconds(text: &str, first: &DateTimeField) -> Option<String> {
    let units = match first {
        DateTimeField::Day | DateTimeField::Days => &[86_400, 3_600, 60, 1][..],
        DateTimeField::Hour | DateTimeField::Hours => &[3_600, 60, 1],
        DateTimeField::Minute | DateTimeField::Minutes => &[60, 1],
        _ => return None,
    };
    let (sign, text) = split_sign(text);
    let (text, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let parts: Vec<&str> = text.split([' ', ':']).collect();
    let is_right = parts.len() <= units.len() && !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
    let mut total = 0_i64;
    for (part, unit) in parts.iter().zip(units) {
        total = total.checked_add(part.parse::<i64>().ok().filter(|part| *part >= 0)?.checked_mul(*unit)?)?;
    }
    is_right.then(|| format!("{sign}{total}.{fraction}"))
}

fn literal(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Value(value) => match &value.value {
            Value::SingleQuotedString(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

fn zone_of(text: &str) -> Option<String> {
    let zone = read_timestamp(text, Separator::Space)?.zone?;
    canonical_zone(&zone.to_string())
}

/// The DOUBLE that a number's text means.
pub(crate) fn double(text: String) -> Expr {
    cast_call(CAST, text_literal(text), &Type::Double, None)
}

fn text_literal(text: String) -> Expr {
    Expr::value(Value::SingleQuotedString(text))
}

fn cast_call(name: &str, expr: Expr, to: &Type, zone: Option<String>) -> Expr {
    let mut arguments = vec![expr, text_literal(to.to_string())];
    arguments.extend(zone.map(text_literal));
    call(name, arguments)
}

/// A call of a function by a name that needs no quoting rules to be found.
fn call(name: &str, arguments: Vec<Expr>) -> Expr {
    let span = arguments.first().map(Spanned::span);
    let ident = match span {
        Some(span) => Ident::with_span(span, name),
        None => Ident::new(name),
    };
    let args = arguments.into_iter().map(|argument| FunctionArg::Unnamed(FunctionArgExpr::Expr(argument))).collect();
    Expr::Function(Function {
        name: ObjectName::from(vec![ident]),
        uses_odbc_syntax: false,
        parameters: FunctionArguments::None,
        args: FunctionArguments::List(FunctionArgumentList { duplicate_treatment: None, args, clauses: Vec::new() }),
        filter: None,
        null_treatment: None,
        over: None,
        within_group: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let cases = [
            ("CAST(a AS BIGINT)", "$cast(a, 'bigint')"),
            ("TRY_CAST(a AS VARCHAR(3))", "$try_cast(a, 'varchar(3)')"),
            ("CAST(a AS MAP(VARCHAR, JSON))", "$cast(a, 'map(varchar, json)')"),
            ("CAST(a AS ARRAY(ROW(K VARCHAR, v DOUBLE)))", "$cast(a, 'array(row(k varchar, v double))')"),
            (
                "CAST('2020-01-01 00:00:00 Asia/Tokyo' AS TIMESTAMP WITH TIME ZONE)",
                "$cast('2020-01-01 00:00:00 Asia/Tokyo', 'timestamp(3) with time zone', 'Asia/Tokyo')",
            ),
            ("DATE '2020-01-01'", "$cast('2020-01-01', 'date')"),
            ("TIMESTAMP '2020-01-01 00:00:00.123456'", "$cast('2020-01-01 00:00:00.123456', 'timestamp(6)')"),
            (
                "TIMESTAMP '2020-01-01 00:00:00 UTC'",
                "$cast('2020-01-01 00:00:00 UTC', 'timestamp(3) with time zone', 'UTC')",
            ),
            ("DECIMAL '12.50'", "$cast('12.50', 'decimal(4,2)')"),
            ("ts AT TIME ZONE 'UTC'", "at_timezone(ts, 'UTC')"),
            ("INTERVAL '3-2' YEAR TO MONTH", "INTERVAL '38' MONTH"),
            ("INTERVAL '-1 02:03:04.5' DAY TO SECOND", "INTERVAL '-93784.5' SECOND"),
            ("INTERVAL '7' DAY", "INTERVAL '7' DAY"),
            ("1e3", "$cast('1e3', 'double')"),
            ("100.0 * x", "100.0 * x"),
            ("-5", "-5"),
            ("-x", "$negate(x)"),
        ];
        for (sql, expected) in cases {
            let mut expr = expression(sql);
            rewrite_expr(&mut expr).expect(sql);
            assert_eq!(expr.to_string(), expected);
        }
    }

    #[test]
    fn wrong_literals_are_shown() {
        let cases = [
            ("DATE '2020-13-01'", "'2020-13-01' is not a valid DATE literal"),
            ("TIMESTAMP 'x'", "'x' is not a valid TIMESTAMP literal"),
            ("INTERVAL 'x' DAY TO HOUR", "'x' is not a valid INTERVAL literal"),
            ("CAST(1 AS nosuch)", "Unknown type: nosuch"),
            ("9223372036854775808", "line 1:1: Invalid numeric literal: 9223372036854775808"),
            ("0.123456789012345678901234567890123456789", "DECIMAL precision must be in range [1, 38]: 39"),
        ];
        for (sql, expected) in cases {
            let error = rewrite_expr(&mut expression(sql)).expect_err(sql).to_string();
            assert!(error.contains(expected), "{error}");
        }
    }

    fn expression(sql: &str) -> Expr {
        let parser = sqlparser::parser::Parser::new(&crate::parse::TrinoDialect).try_with_sql(sql);
        parser.and_then(|mut parser| parser.parse_expr()).expect(sql)
    }
}
