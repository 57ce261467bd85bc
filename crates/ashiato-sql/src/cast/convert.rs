//! One column from one type to another.

use super::{from_json, from_text, nested, numeric, temporal, to_json, to_text};
use crate::failure::failure;
use crate::types::{Type, trino_name};
use arrow::array::{Array, ArrayRef, ArrowPrimitiveType, PrimitiveArray, PrimitiveBuilder, new_null_array};
use arrow::compute::concat;
use arrow::datatypes::{DataType, IntervalUnit};
use datafusion::common::Result;

/// What becomes of a value that has no counterpart in the other type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum OnError {
    /// CAST
    Fail,
    /// TRY_CAST: the whole value is NULL
    Null,
}

/// Casts a column. `result` is the Arrow type to come out, which may have another zone than `to` says.
pub(crate) fn convert(array: &ArrayRef, to: &Type, result: &DataType, on_error: OnError) -> Result<ArrayRef> {
    let from = array.data_type();
    if from == result && !matches!(to, Type::Varchar(Some(_)) | Type::Char(_)) {
        return Ok(array.clone());
    }
    if let DataType::Dictionary(_, values) = from {
        return convert(&arrow::compute::cast(array, values)?, to, result, on_error);
    }
    let is_nested = from.is_nested() || (from == &crate::types::JSON && result.is_nested());
    match on_error {
        OnError::Null if is_nested => row_by_row(array, to, result),
        _ => dispatch(array, to, result, on_error),
    }
}

/// One bad element makes its whole row NULL, and no other row.
fn row_by_row(array: &ArrayRef, to: &Type, result: &DataType) -> Result<ArrayRef> {
    if let Ok(whole) = dispatch(array, to, result, OnError::Fail) {
        return Ok(whole);
    }
    let mut rows = Vec::with_capacity(array.len());
    for row in 0..array.len() {
        let one = dispatch(&array.slice(row, 1), to, result, OnError::Fail);
        rows.push(one.unwrap_or_else(|_| new_null_array(result, 1)));
    }
    let rows: Vec<&dyn Array> = rows.iter().map(AsRef::as_ref).collect();
    Ok(if rows.is_empty() { new_null_array(result, 0) } else { concat(&rows)? })
}

fn dispatch(array: &ArrayRef, to: &Type, result: &DataType, on_error: OnError) -> Result<ArrayRef> {
    use DataType as D;
    let from = array.data_type();
    match (from, to) {
        (D::Null, _) => Ok(new_null_array(result, array.len())),
        (D::LargeUtf8, to) if *to != Type::Json => from_json::convert(array, to, on_error),
        (_, Type::Json) => to_json::convert(array),
        (_, Type::Varchar(length)) => to_text::convert(array, *length, on_error),
        (_, Type::Char(length)) => Ok(to_text::filled_up(&to_text::convert(array, Some(*length), on_error)?, *length)),
        (D::Utf8 | D::Utf8View, _) => from_text::convert(array, to, result, on_error),
        (D::List(_) | D::LargeList(_) | D::FixedSizeList(..), Type::Array(element)) => {
            nested::list(array, element, result)
        }
        (D::Map(..), Type::Map(key, value)) => nested::map(array, key, value, result),
        (D::Struct(_), Type::Row(fields)) => nested::row(array, fields, result),
        (D::Date32 | D::Date64 | D::Timestamp(..) | D::Time32(_) | D::Time64(_), _) => {
            temporal::convert(array, to, result)
        }
        (from, to) if is_number(from) && is_number(&to.arrow()) => numeric::convert(array, to, on_error),
        (from, _) if is_arrows_own(from, result) => Ok(arrow::compute::cast(array, result)?),
        (from, to) => Err(no_cast(from, to)),
    }
}

/// Refuses, before any row is read, a cast that Trino does not have.
pub(super) fn check(from: &DataType, to: &Type) -> Result<()> {
    use DataType as D;
    let result = to.arrow();
    let is_temporal = |of: &DataType| matches!(of, D::Date32 | D::Timestamp(..) | D::Time64(_) | D::Time32(_));
    let is_scalar = |of: &DataType| !of.is_nested() && !matches!(of, D::Interval(_) | D::Duration(_));
    let is_right = match (from, to) {
        (D::Dictionary(_, values), to) => return check(values, to),
        (D::Null, _) => true,
        (from, _) if from == &result => true,
        (D::LargeUtf8, Type::Date | Type::Time(_) | Type::Timestamp(_) | Type::TimestampWithZone(_)) => false,
        (D::LargeUtf8, Type::Varbinary | Type::IpAddress | Type::Uuid | Type::DayToSecond | Type::YearToMonth) => false,
        (D::LargeUtf8, _) => true,
        (D::Binary | D::BinaryView | D::Interval(_) | D::Duration(_), Type::Json) => false,
        (from, Type::Json) => keys_are_names(from),
        (D::Interval(_) | D::Duration(_), Type::Varchar(_)) => true,
        (from, Type::Varchar(_) | Type::Char(_)) => is_scalar(from) && !matches!(from, D::Binary | D::BinaryView),
        (D::Utf8 | D::Utf8View, to) => !result.is_nested() && !matches!(to, Type::DayToSecond | Type::YearToMonth),
        (D::List(field) | D::LargeList(field) | D::FixedSizeList(field, _), Type::Array(element)) => {
            return check(field.data_type(), element);
        }
        (D::Map(entries, _), Type::Map(key, value)) => match entries.data_type() {
            D::Struct(fields) if fields.len() == 2 => {
                check(fields[0].data_type(), key)?;
                return check(fields[1].data_type(), value);
            }
            _ => false,
        },
        (D::Struct(fields), Type::Row(to)) if fields.len() == to.len() => {
            return fields.iter().zip(to).try_for_each(|(field, (_, to))| check(field.data_type(), to));
        }
        (from, _) if is_temporal(from) && is_temporal(&result) => {
            !matches!((from, to), (D::Date32, Type::Time(_)) | (D::Time64(_), Type::Date))
        }
        (from, _) => (is_number(from) && is_number(&result)) || is_arrows_own(from, &result),
    };
    if is_right { Ok(()) } else { Err(no_cast(from, to)) }
}

/// Whether the keys of all maps in a type can be the names of a JSON object: numbers, texts and truth values.
fn keys_are_names(of: &DataType) -> bool {
    use DataType as D;
    match of {
        D::Dictionary(_, values) => keys_are_names(values),
        D::List(field) | D::LargeList(field) | D::FixedSizeList(field, _) => keys_are_names(field.data_type()),
        D::Struct(fields) => fields.iter().all(|field| keys_are_names(field.data_type())),
        D::Map(entries, _) => match entries.data_type() {
            D::Struct(fields) if fields.len() == 2 => {
                let key = fields[0].data_type();
                let is_name = is_number(key) || matches!(key, D::Null | D::Utf8 | D::Utf8View);
                is_name && keys_are_names(fields[1].data_type())
            }
            _ => false,
        },
        _ => true,
    }
}

fn no_cast(from: &DataType, to: &Type) -> datafusion::error::DataFusionError {
    failure("TYPE_MISMATCH", format!("Cannot cast {} to {to}", trino_name(from)))
}

/// Numbers, with BOOLEAN counted as 0 and 1.
fn is_number(of: &DataType) -> bool {
    of.is_numeric() || of == &DataType::Boolean
}

/// Casts that lose nothing and that Arrow makes as Trino does.
pub(super) fn is_arrows_own(from: &DataType, to: &DataType) -> bool {
    use DataType as D;
    matches!(
        (from, to),
        (D::Int8, D::Int16 | D::Int32 | D::Int64 | D::Float64)
            | (D::Int16, D::Int32 | D::Int64 | D::Float64)
            | (D::Int32, D::Int64 | D::Float64)
            | (D::Int64 | D::Float32, D::Float64)
            | (D::UInt8 | D::UInt16 | D::UInt32, D::Int64 | D::Float64)
            | (D::Date32, D::Timestamp(_, None))
            | (D::Utf8 | D::Utf8View, D::Utf8View)
            | (D::Binary | D::BinaryView, D::Binary)
            | (D::Interval(_) | D::Duration(_), D::Interval(IntervalUnit::MonthDayNano))
    )
}

/// Builds a column value by value; NULL stays NULL.
pub(super) fn each<T: ArrowPrimitiveType>(
    array: &dyn Array,
    on_error: OnError,
    mut value: impl FnMut(usize) -> Result<T::Native>,
) -> Result<PrimitiveArray<T>> {
    let mut builder = PrimitiveBuilder::<T>::with_capacity(array.len());
    for row in 0..array.len() {
        match array.is_null(row) {
            true => builder.append_null(),
            false => match (value(row), on_error) {
                (Ok(value), _) => builder.append_value(value),
                (Err(_), OnError::Null) => builder.append_null(),
                (Err(error), OnError::Fail) => return Err(error),
            },
        }
    }
    Ok(builder.finish())
}
