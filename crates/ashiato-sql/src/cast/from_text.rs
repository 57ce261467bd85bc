//! VARCHAR to scalar types. No spaces are trimmed but where Trino does: round DOUBLE, DATE and TIMESTAMP.

use super::convert::{OnError, each};
use super::numeric::read_decimal;
use crate::failure::failure;
use crate::functions::time::reading::{Separator, read_date, read_time, read_timestamp};
use crate::functions::time::zone::instant;
use crate::types::Type;
use arrow::array::{
    Array, ArrayRef, ArrowPrimitiveType, AsArray, BinaryArray, BooleanBuilder, FixedSizeBinaryBuilder, Int64Array,
    LargeBinaryBuilder, StringViewArray,
};
use arrow::compute::cast;
use arrow::datatypes::{
    DataType, Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    Time64NanosecondType, TimeUnit,
};
use chrono::{NaiveDate, TimeZone};
use datafusion::common::Result;
use datafusion::error::DataFusionError;
use std::str::FromStr;
use std::sync::Arc;

pub(super) fn convert(array: &ArrayRef, to: &Type, result: &DataType, on_error: OnError) -> Result<ArrayRef> {
    let array = cast(array, &DataType::Utf8View)?;
    let texts = array.as_string_view();
    Ok(match to {
        Type::Boolean => booleans(texts, on_error)?,
        Type::Tinyint => parsed::<Int8Type>(texts, on_error, "TINYINT", |text| text.parse().ok())?,
        Type::Smallint => parsed::<Int16Type>(texts, on_error, "SMALLINT", |text| text.parse().ok())?,
        Type::Integer => parsed::<Int32Type>(texts, on_error, "INT", |text| text.parse().ok())?,
        Type::Bigint => parsed::<Int64Type>(texts, on_error, "BIGINT", |text| text.parse().ok())?,
        Type::Real => parsed::<Float32Type>(texts, on_error, "REAL", float)?,
        Type::Double => parsed::<Float64Type>(texts, on_error, "DOUBLE", float)?,
        Type::Decimal(precision, scale) => decimals(texts, *precision, *scale, on_error)?,
        Type::Date => Arc::new(each::<Date32Type>(texts, on_error, |row| {
            let date = read_date(texts.value(row)).ok_or_else(|| no_value(texts.value(row), "date"))?;
            Ok(date.signed_duration_since(NaiveDate::default()).num_days() as i32)
        })?),
        Type::Time(_) => {
            let nanos: Int64Array = each::<Int64Type>(texts, on_error, |row| {
                read_time(texts.value(row)).ok_or_else(|| no_value(texts.value(row), "time"))
            })?;
            let times: ArrayRef = Arc::new(nanos.reinterpret_cast::<Time64NanosecondType>());
            cast(&times, result)?
        }
        Type::Timestamp(_) | Type::TimestampWithZone(_) => timestamps(texts, to, result, on_error)?,
        Type::Varbinary => Arc::new(BinaryArray::from_iter(texts.iter().map(|text| text.map(str::as_bytes)))),
        Type::IpAddress => addresses(texts, on_error)?,
        Type::Uuid => uuids(texts, on_error)?,
        other => return Err(failure("TYPE_MISMATCH", format!("Cannot cast varchar to {other}"))),
    })
}

fn no_value(text: &str, name: &str) -> DataFusionError {
    failure("INVALID_CAST_ARGUMENT", format!("Value cannot be cast to {name}: {text}"))
}

fn cannot(text: &str, name: &str) -> DataFusionError {
    failure("INVALID_CAST_ARGUMENT", format!("Cannot cast '{text}' to {name}"))
}

fn parsed<T: ArrowPrimitiveType>(
    texts: &StringViewArray,
    on_error: OnError,
    name: &str,
    parse: fn(&str) -> Option<T::Native>,
) -> Result<ArrayRef> {
    let value = |row| parse(texts.value(row)).ok_or_else(|| cannot(texts.value(row), name));
    Ok(Arc::new(each::<T>(texts, on_error, value)?))
}

/// As Java reads a double: spaces round it, a trailing `d` or `f`, `NaN` and `Infinity` by these names alone.
fn float<T: FromStr>(text: &str) -> Option<T> {
    let text = text.trim();
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if unsigned == "NaN" || unsigned == "Infinity" {
        return text.parse().ok();
    }
    unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.').then_some(())?;
    text.strip_suffix(['d', 'D', 'f', 'F']).unwrap_or(text).parse().ok()
}

fn booleans(texts: &StringViewArray, on_error: OnError) -> Result<ArrayRef> {
    let mut builder = BooleanBuilder::with_capacity(texts.len());
    for text in texts {
        builder.append_option(match text {
            None => None,
            Some(text) if ["true", "t", "1"].iter().any(|word| word.eq_ignore_ascii_case(text)) => Some(true),
            Some(text) if ["false", "f", "0"].iter().any(|word| word.eq_ignore_ascii_case(text)) => Some(false),
            Some(_) if on_error == OnError::Null => None,
            Some(text) => return Err(cannot(text, "BOOLEAN")),
        });
    }
    Ok(Arc::new(builder.finish()))
}

fn decimals(texts: &StringViewArray, precision: u8, scale: i8, on_error: OnError) -> Result<ArrayRef> {
    let limit = 10_u128.pow(u32::from(precision));
    let values = each::<Decimal128Type>(texts, on_error, |row| {
        let text = texts.value(row);
        let wrong = |reason: &str| {
            let message = format!("Cannot cast VARCHAR '{text}' to DECIMAL({precision}, {scale}). {reason}");
            failure("INVALID_CAST_ARGUMENT", message)
        };
        let digits = read_decimal(text, scale.unsigned_abs()).ok_or_else(|| wrong("Value is not a number."))?;
        if digits.unsigned_abs() >= limit { Err(wrong("Value too large.")) } else { Ok(digits) }
    })?;
    Ok(Arc::new(values.with_precision_and_scale(precision, scale)?))
}

/// A plain TIMESTAMP takes no zone; one WITH TIME ZONE without any is in the column's own.
fn timestamps(texts: &StringViewArray, to: &Type, result: &DataType, on_error: OnError) -> Result<ArrayRef> {
    let with_zone = matches!(to, Type::TimestampWithZone(_));
    let name = if with_zone { "timestamp with time zone" } else { "timestamp" };
    let DataType::Timestamp(unit, zone) = result else { return Err(failure("TYPE_MISMATCH", "not a timestamp type")) };
    let zone = zone.as_deref().map(str::parse).transpose()?;
    let values = each::<Int64Type>(texts, on_error, |row| {
        let text = texts.value(row);
        let reading = read_timestamp(text, Separator::Space).filter(|reading| with_zone || reading.zone.is_none());
        let reading = reading.ok_or_else(|| no_value(text, name))?;
        let utc = match reading.zone.or(zone) {
            Some(zone) => instant(reading.local, &zone).ok_or_else(|| no_value(text, name))?,
            None => chrono::Utc.from_utc_datetime(&reading.local),
        };
        Ok(match unit {
            TimeUnit::Second => utc.timestamp(),
            TimeUnit::Millisecond => utc.timestamp_millis(),
            TimeUnit::Microsecond => utc.timestamp_micros(),
            TimeUnit::Nanosecond => utc.timestamp_nanos_opt().ok_or_else(|| no_value(text, name))?,
        })
    })?;
    Ok(cast(&values, result)?)
}

fn addresses(texts: &StringViewArray, on_error: OnError) -> Result<ArrayRef> {
    let mut builder = FixedSizeBinaryBuilder::with_capacity(texts.len(), 16);
    for text in texts {
        let parsed = text.map(|text| text.parse::<std::net::IpAddr>());
        match (text, parsed) {
            (Some(_), Some(Ok(std::net::IpAddr::V4(v4)))) => builder.append_value(v4.to_ipv6_mapped().octets())?,
            (Some(_), Some(Ok(std::net::IpAddr::V6(v6)))) => builder.append_value(v6.octets())?,
            (Some(text), _) if on_error == OnError::Fail => {
                return Err(failure("INVALID_CAST_ARGUMENT", format!("Cannot cast value to IPADDRESS: {text}")));
            }
            _ => builder.append_null(),
        }
    }
    Ok(Arc::new(builder.finish()))
}

fn uuids(texts: &StringViewArray, on_error: OnError) -> Result<ArrayRef> {
    let mut builder = LargeBinaryBuilder::new();
    for text in texts {
        match (text, text.and_then(uuid)) {
            (Some(_), Some(bytes)) => builder.append_value(bytes),
            (Some(text), None) if on_error == OnError::Fail => {
                return Err(failure("INVALID_CAST_ARGUMENT", format!("Cannot cast value to UUID: {text}")));
            }
            _ => builder.append_null(),
        }
    }
    Ok(Arc::new(builder.finish()))
}

fn uuid(text: &str) -> Option<[u8; 16]> {
    let groups: Vec<&str> = text.split('-').collect();
    let is_shaped = groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]);
    let is_hex = text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit());
    let digits = (is_shaped && is_hex).then(|| groups.concat())?;
    u128::from_str_radix(&digits, 16).ok().map(u128::to_be_bytes)
}
