//! Scalars to VARCHAR: as results print, but for doubles, which standard SQL writes with an exponent.

use super::convert::OnError;
use crate::display::{Formatter, sql_double, sql_real};
use crate::failure::failure;
use crate::types::VARCHAR;
use arrow::array::{Array, ArrayRef, AsArray, StringViewBuilder};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Float32Type, Float64Type};
use datafusion::common::Result;
use std::sync::Arc;

pub(super) fn convert(array: &ArrayRef, length_max: Option<u32>, on_error: OnError) -> Result<ArrayRef> {
    let is_text = matches!(array.data_type(), DataType::Utf8 | DataType::Utf8View);
    match length_max {
        None if is_text => Ok(cast(array, &VARCHAR)?),
        None => text_of(array),
        Some(length_max) if is_text => Ok(cut(&cast(array, &VARCHAR)?, length_max as usize)),
        Some(length_max) => {
            let texts = text_of(array)?;
            bounded(&texts, length_max as usize, on_error)
        }
    }
}

type Writer = Box<dyn Fn(usize, &mut String)>;

/// The text of each value, as CAST gives it.
pub(crate) fn text_of(array: &ArrayRef) -> Result<ArrayRef> {
    let mut builder = StringViewBuilder::with_capacity(array.len());
    let mut text = String::new();
    let write: Writer = match array.data_type() {
        DataType::Float64 => {
            let values = array.clone();
            Box::new(move |row, out| sql_double(values.as_primitive::<Float64Type>().value(row), out))
        }
        DataType::Float32 => {
            let values = array.clone();
            Box::new(move |row, out| sql_real(values.as_primitive::<Float32Type>().value(row), out))
        }
        _ => {
            let formatter = Formatter::try_new(array)?;
            Box::new(move |row, out| formatter.write(row, out))
        }
    };
    for row in 0..array.len() {
        if array.is_null(row) {
            builder.append_null();
            continue;
        }
        text.clear();
        write(row, &mut text);
        builder.append_value(&text);
    }
    Ok(Arc::new(builder.finish()))
}

/// A CHAR(n) has spaces up to its length.
pub(super) fn filled_up(texts: &ArrayRef, length: u32) -> ArrayRef {
    let mut builder = StringViewBuilder::with_capacity(texts.len());
    let mut filled = String::new();
    for text in texts.as_string_view() {
        let Some(text) = text else {
            builder.append_null();
            continue;
        };
        let missing = (length as usize).saturating_sub(text.chars().count());
        filled.clear();
        filled.push_str(text);
        filled.extend(std::iter::repeat_n(' ', missing));
        builder.append_value(&filled);
    }
    Arc::new(builder.finish())
}

/// A longer VARCHAR is cut to so many characters.
fn cut(texts: &ArrayRef, length_max: usize) -> ArrayRef {
    let mut builder = StringViewBuilder::with_capacity(texts.len());
    for text in texts.as_string_view() {
        builder.append_option(text.map(|text| match text.char_indices().nth(length_max) {
            Some((end, _)) => &text[..end],
            None => text,
        }));
    }
    Arc::new(builder.finish())
}

/// Any other type must fit.
fn bounded(texts: &ArrayRef, length_max: usize, on_error: OnError) -> Result<ArrayRef> {
    let mut builder = StringViewBuilder::with_capacity(texts.len());
    for text in texts.as_string_view() {
        match text {
            Some(text) if text.chars().count() > length_max && on_error == OnError::Fail => {
                let message = format!("Value {text} cannot be represented as varchar({length_max})");
                return Err(failure("INVALID_CAST_ARGUMENT", message));
            }
            Some(text) if text.chars().count() > length_max => builder.append_null(),
            text => builder.append_option(text),
        }
    }
    Ok(Arc::new(builder.finish()))
}
