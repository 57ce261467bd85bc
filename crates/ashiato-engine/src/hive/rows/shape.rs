//! A file's column in the type that its table declares: fields are found by name in any case, values are cast.

use arrow::array::{Array, ArrayRef, AsArray, ListArray, MapArray, StructArray, new_null_array};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Field};
use arrow::error::ArrowError;
use std::sync::Arc;

/// The array as one of the type.
///
/// # Errors
/// Types of which one cannot become the other.
pub(crate) fn shaped(array: &ArrayRef, to: &DataType) -> Result<ArrayRef, ArrowError> {
    match (array.data_type(), to) {
        (from, to) if from == to => Ok(Arc::clone(array)),
        (DataType::List(_), DataType::List(field)) => {
            let list = array.as_list::<i32>();
            let items = shaped(list.values(), field.data_type())?;
            Ok(Arc::new(ListArray::try_new(Arc::clone(field), list.offsets().clone(), items, list.nulls().cloned())?))
        }
        (DataType::Struct(_), DataType::Struct(fields)) => {
            let from = array.as_struct();
            let columns = fields.iter().map(|field| member(from, field)).collect::<Result<Vec<_>, _>>()?;
            Ok(Arc::new(StructArray::try_new_with_length(fields.clone(), columns, from.nulls().cloned(), from.len())?))
        }
        (DataType::Map(..), DataType::Map(entries, sorted)) => {
            let from = array.as_map();
            let DataType::Struct(fields) = entries.data_type() else { return cast(array, to) };
            let [key, value] = fields.as_ref() else { return cast(array, to) };
            let columns = vec![shaped(from.keys(), key.data_type())?, shaped(from.values(), value.data_type())?];
            let pairs = StructArray::try_new(fields.clone(), columns, None)?;
            let (offsets, nulls) = (from.offsets().clone(), from.nulls().cloned());
            Ok(Arc::new(MapArray::try_new(Arc::clone(entries), offsets, pairs, nulls, *sorted)?))
        }
        _ => cast(array, to),
    }
}

fn member(from: &StructArray, field: &Field) -> Result<ArrayRef, ArrowError> {
    let position = from.fields().iter().position(|known| known.name().eq_ignore_ascii_case(field.name()));
    match position {
        Some(position) => shaped(from.column(position), field.data_type()),
        None => Ok(new_null_array(field.data_type(), from.len())),
    }
}
