//! JSON to anything. A JSON null is NULL, but inside a type that holds JSON, where it stays JSON.

use super::convert::OnError;
use super::from_text;
use crate::display::sql_double;
use crate::failure::failure;
use crate::types::{Type, VARCHAR};
use arrow::array::{
    Array, ArrayRef, AsArray, LargeStringArray, ListArray, MapArray, StringViewArray, StructArray, new_null_array,
};
use arrow::buffer::{NullBuffer, OffsetBuffer};
use arrow::datatypes::DataType;
use datafusion::common::Result;
use datafusion::error::DataFusionError;
use serde_json::{Number, Value};
use std::sync::Arc;

pub(super) fn convert(array: &ArrayRef, to: &Type, on_error: OnError) -> Result<ArrayRef> {
    let mut parsed = Vec::with_capacity(array.len());
    for text in array.as_string::<i64>() {
        let value = text.map(|text| {
            let value = serde_json::from_str::<Value>(text);
            value.map_err(|_| failure("INVALID_CAST_ARGUMENT", format!("Cannot cast '{text}' to {to}")))
        });
        parsed.push(match value {
            Some(Err(_)) if on_error == OnError::Null => None,
            value => value.transpose()?.filter(|value| !value.is_null()),
        });
    }
    let values: Vec<Option<&Value>> = parsed.iter().map(Option::as_ref).collect();
    build(&values, to, on_error)
}

/// A column of one type from as many JSON values.
fn build(values: &[Option<&Value>], to: &Type, on_error: OnError) -> Result<ArrayRef> {
    match to {
        Type::Json => {
            Ok(Arc::new(values.iter().map(|value| value.map(Value::to_string)).collect::<LargeStringArray>()))
        }
        Type::Array(element) => array(&present(values), element, to),
        Type::Map(key, value) => map(&present(values), key, value, to),
        Type::Row(fields) => row(&present(values), fields, to),
        _ => scalar(&present(values), to, on_error),
    }
}

fn present<'a>(values: &[Option<&'a Value>]) -> Vec<Option<&'a Value>> {
    values.iter().map(|value| value.filter(|value| !value.is_null())).collect()
}

/// Scalars go through their text, which every scalar type can be read from.
fn scalar(values: &[Option<&Value>], to: &Type, on_error: OnError) -> Result<ArrayRef> {
    let mut texts = Vec::with_capacity(values.len());
    for value in values {
        let text = value.map(|value| scalar_text(value, to));
        texts.push(match text {
            Some(None) if on_error == OnError::Fail => {
                let value = value.map(Value::to_string).unwrap_or_default();
                return Err(failure("INVALID_CAST_ARGUMENT", format!("Cannot cast '{value}' to {to}")));
            }
            text => text.flatten(),
        });
    }
    let texts: ArrayRef = Arc::new(StringViewArray::from_iter(texts));
    match to {
        Type::Varchar(length) => super::to_text::convert(&texts, *length, on_error),
        _ => from_text::convert(&texts, to, &to.arrow(), on_error),
    }
}

/// None for an array or an object.
fn scalar_text(value: &Value, to: &Type) -> Option<String> {
    let is_whole = matches!(to, Type::Tinyint | Type::Smallint | Type::Integer | Type::Bigint);
    let is_number = is_whole || matches!(to, Type::Real | Type::Double | Type::Decimal(..));
    match value {
        Value::Null | Value::Array(_) | Value::Object(_) => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(value) if is_number => Some(u8::from(*value).to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Number(number) if *to == Type::Boolean => Some((number.as_f64()? != 0.0).to_string()),
        Value::Number(number) if is_whole && is_fraction(number) => Some(format!("{:.0}", number.as_f64()?.round())),
        Value::Number(number) if is_number => Some(number.to_string()),
        Value::Number(number) => Some(number_text(number)),
    }
}

fn is_fraction(number: &Number) -> bool {
    number.as_str().contains(['.', 'e', 'E'])
}

/// Whole numbers as they stand, however long; all others as a double cast to VARCHAR.
fn number_text(number: &Number) -> String {
    let mut text = String::new();
    match number.as_f64() {
        Some(value) if is_fraction(number) => sql_double(value, &mut text),
        _ => text.push_str(number.as_str()),
    }
    text
}

fn expected(what: &str, to: &Type, found: &Value) -> DataFusionError {
    let message = format!("Cannot cast to {to}. Expected a json {what}, but got {found}");
    failure("INVALID_CAST_ARGUMENT", message)
}

fn array(values: &[Option<&Value>], element: &Type, to: &Type) -> Result<ArrayRef> {
    let DataType::List(field) = to.arrow() else { return Ok(new_null_array(&to.arrow(), values.len())) };
    let mut items = Vec::new();
    let mut lengths = Vec::with_capacity(values.len());
    for value in values {
        let before = items.len();
        match value {
            Some(Value::Array(found)) => items.extend(found.iter().map(Some)),
            Some(other) => return Err(expected("array", to, other)),
            None => {}
        }
        lengths.push(items.len() - before);
    }
    let items = build(&items, element, OnError::Fail)?;
    Ok(Arc::new(ListArray::try_new(field, OffsetBuffer::from_lengths(lengths), items, nulls(values))?))
}

fn map(values: &[Option<&Value>], key: &Type, value: &Type, to: &Type) -> Result<ArrayRef> {
    let DataType::Map(entries, is_sorted) = to.arrow() else { return Ok(new_null_array(&to.arrow(), values.len())) };
    let DataType::Struct(fields) = entries.data_type() else { return Ok(new_null_array(&to.arrow(), values.len())) };
    let mut keys = Vec::new();
    let mut items = Vec::new();
    let mut lengths = Vec::with_capacity(values.len());
    for found in values {
        let before = items.len();
        match found {
            Some(Value::Object(found)) => {
                keys.extend(found.keys().map(String::as_str));
                items.extend(found.values().map(Some));
            }
            Some(other) => return Err(expected("object", to, other)),
            None => {}
        }
        lengths.push(items.len() - before);
    }
    let keys: ArrayRef = Arc::new(StringViewArray::from_iter_values(keys));
    let keys = match key {
        Type::Varchar(_) => arrow::compute::cast(&keys, &VARCHAR)?,
        _ => from_text::convert(&keys, key, &key.arrow(), OnError::Fail)?,
    };
    let items = build(&items, value, OnError::Fail)?;
    let pairs = StructArray::try_new(fields.clone(), vec![keys, items], None)?;
    let offsets = OffsetBuffer::from_lengths(lengths);
    Ok(Arc::new(MapArray::try_new(entries, offsets, pairs, nulls(values), is_sorted)?))
}

/// From an array by position, from an object by name in any case; a name that is not there is NULL.
fn row(values: &[Option<&Value>], fields: &[(Option<String>, Type)], to: &Type) -> Result<ArrayRef> {
    let DataType::Struct(arrow_fields) = to.arrow() else { return Ok(new_null_array(&to.arrow(), values.len())) };
    let mut columns = vec![Vec::with_capacity(values.len()); fields.len()];
    for value in values {
        match value {
            Some(Value::Array(items)) if items.len() == fields.len() => {
                columns.iter_mut().zip(items).for_each(|(column, item)| column.push(Some(item)));
            }
            Some(Value::Object(members)) => {
                for (column, (name, _)) in columns.iter_mut().zip(fields) {
                    let name = name.as_deref().unwrap_or_default();
                    let same_case = members.get(name);
                    let any_case =
                        || members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, item)| item);
                    column.push(same_case.or_else(any_case));
                }
            }
            Some(other) => return Err(expected("array or object", to, other)),
            None => columns.iter_mut().for_each(|column| column.push(None)),
        }
    }
    let mut built = Vec::with_capacity(fields.len());
    for (column, (_, of)) in columns.iter().zip(fields) {
        built.push(build(column, of, OnError::Fail)?);
    }
    Ok(Arc::new(StructArray::try_new_with_length(arrow_fields, built, nulls(values), values.len())?))
}

fn nulls(values: &[Option<&Value>]) -> Option<NullBuffer> {
    Some(NullBuffer::from_iter(values.iter().map(Option::is_some)))
}
