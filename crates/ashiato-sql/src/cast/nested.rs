//! Arrays, maps and rows, element by element.

use super::convert::{OnError, convert};
use crate::failure::failure;
use crate::types::{Type, trino_name};
use arrow::array::{Array, ArrayRef, AsArray, ListArray, MapArray, StructArray};
use arrow::buffer::OffsetBuffer;
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
    let (offsets, values) = (from_zero(list.offsets()), own(list.values(), list.offsets()));
    let values = convert(&values, element, field.data_type(), OnError::Fail)?;
    Ok(Arc::new(ListArray::try_new(field.clone(), offsets, values, list.nulls().cloned())?))
}

pub(super) fn map(array: &ArrayRef, key: &Type, value: &Type, result: &DataType) -> Result<ArrayRef> {
    let DataType::Map(entries, is_sorted) = result else { return Err(unexpected(result)) };
    let DataType::Struct(fields) = entries.data_type() else { return Err(unexpected(result)) };
    let map = array.as_map();
    let keys = convert(&own(map.keys(), map.offsets()), key, fields[0].data_type(), OnError::Fail)?;
    let values = convert(&own(map.values(), map.offsets()), value, fields[1].data_type(), OnError::Fail)?;
    let pairs = StructArray::try_new(fields.clone(), vec![keys, values], None)?;
    let (offsets, nulls) = (from_zero(map.offsets()), map.nulls().cloned());
    Ok(Arc::new(MapArray::try_new(entries.clone(), offsets, pairs, nulls, *is_sorted)?))
}

/// The elements of these rows alone: a slice of a column has the others' elements too, which must not fail it.
fn own(values: &ArrayRef, offsets: &OffsetBuffer<i32>) -> ArrayRef {
    let (start, end) = (offsets[0] as usize, offsets[offsets.len() - 1] as usize);
    values.slice(start, end - start)
}

fn from_zero(offsets: &OffsetBuffer<i32>) -> OffsetBuffer<i32> {
    OffsetBuffer::from_lengths(offsets.lengths())
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
