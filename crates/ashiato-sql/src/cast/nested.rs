//! Arrays, maps and rows, element by element.

use super::convert::{OnError, convert};
use crate::failure::failure;
use crate::types::{Type, trino_name};
use arrow::array::{Array, ArrayRef, AsArray, ListArray, MapArray, StructArray};
use arrow::compute::cast;
use arrow::datatypes::DataType;
use datafusion::common::Result;
use std::sync::Arc;

pub(super) fn list(array: &ArrayRef, element: &Type, result: &DataType) -> Result<ArrayRef> {
    let DataType::List(field) = result else { return Err(unexpected(result)) };
    let array = match array.data_type() {
        DataType::List(_) => array.clone(),
        DataType::LargeList(from) | DataType::FixedSizeList(from, _) => cast(array, &DataType::List(from.clone()))?,
        other => return Err(unexpected(other)),
    };
    let list = array.as_list::<i32>();
    let values = convert(list.values(), element, field.data_type(), OnError::Fail)?;
    Ok(Arc::new(ListArray::try_new(field.clone(), list.offsets().clone(), values, list.nulls().cloned())?))
}

pub(super) fn map(array: &ArrayRef, key: &Type, value: &Type, result: &DataType) -> Result<ArrayRef> {
    let DataType::Map(entries, is_sorted) = result else { return Err(unexpected(result)) };
    let DataType::Struct(fields) = entries.data_type() else { return Err(unexpected(result)) };
    let map = array.as_map();
    let keys = convert(map.keys(), key, fields[0].data_type(), OnError::Fail)?;
    let values = convert(map.values(), value, fields[1].data_type(), OnError::Fail)?;
    let pairs = StructArray::try_new(fields.clone(), vec![keys, values], None)?;
    let (offsets, nulls) = (map.offsets().clone(), map.nulls().cloned());
    Ok(Arc::new(MapArray::try_new(entries.clone(), offsets, pairs, nulls, *is_sorted)?))
}

/// Fields go by position; their names become the target's.
pub(super) fn row(array: &ArrayRef, to: &[(Option<String>, Type)], result: &DataType) -> Result<ArrayRef> {
    let DataType::Struct(fields) = result else { return Err(unexpected(result)) };
    let row = array.as_struct();
    let mut columns = Vec::with_capacity(fields.len());
    for ((column, (_, to)), field) in row.columns().iter().zip(to).zip(fields) {
        columns.push(convert(column, to, field.data_type(), OnError::Fail)?);
    }
    let nulls = row.nulls().cloned();
    Ok(Arc::new(StructArray::try_new_with_length(fields.clone(), columns, nulls, row.len())?))
}

fn unexpected(of: &DataType) -> datafusion::error::DataFusionError {
    failure("TYPE_MISMATCH", format!("Cannot cast elements of {}", trino_name(of)))
}
