//! The types that elements and arrays meet in before a function sees them.
//!
//! Text becomes VARCHAR and dictionaries their values, so that a function meets each of Trino's types in one form;
//! text never meets a number, as DataFusion's own rules would let it.

use arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::logical_expr::type_coercion::binary::type_union_coercion;
use std::sync::Arc;

/// ARRAY(element).
pub(crate) fn array_of(element: DataType) -> DataType {
    DataType::new_list(element, true)
}

/// MAP(key, value).
pub(crate) fn map_of(key: DataType, value: DataType) -> DataType {
    let entry = vec![Field::new("key", key, false), Field::new("value", value, true)];
    DataType::Map(Arc::new(Field::new("entries", DataType::Struct(entry.into()), false)), false)
}

/// ROW(…) of fields without names: they are called by position, `field0` first.
pub(crate) fn row_of(types: impl IntoIterator<Item = DataType>) -> DataType {
    let field = |(at, data_type)| Field::new(format!("field{at}"), data_type, true);
    DataType::Struct(types.into_iter().enumerate().map(field).collect())
}

/// The one form of a type: VARCHAR for all text, values for dictionaries, `List` for all arrays.
pub(crate) fn canonical(data_type: &DataType) -> DataType {
    match data_type {
        DataType::Dictionary(_, values) => canonical(values),
        DataType::Utf8 => crate::types::VARCHAR,
        DataType::List(element)
        | DataType::LargeList(element)
        | DataType::ListView(element)
        | DataType::LargeListView(element)
        | DataType::FixedSizeList(element, _) => array_of(canonical(element.data_type())),
        other => other.clone(),
    }
}

/// The type of an array's elements.
pub(crate) fn element_of(array: &DataType) -> Option<DataType> {
    match canonical(array) {
        DataType::List(element) => Some(element.data_type().clone()),
        DataType::Null => Some(DataType::Null),
        _ => None,
    }
}

/// The fields of a map's keys and values.
pub(crate) fn entry_of(map: &DataType) -> Option<(&FieldRef, &FieldRef)> {
    match map {
        DataType::Map(entries, _) => match entries.data_type() {
            DataType::Struct(fields) if fields.len() == 2 => Some((&fields[0], &fields[1])),
            _ => None,
        },
        _ => None,
    }
}

/// The type that both convert to, where Trino converts them.
pub(crate) fn common(left: &DataType, right: &DataType) -> Option<DataType> {
    let (left, right) = (canonical(left), canonical(right));
    let is_text = |of: &DataType| matches!(of, DataType::Utf8View | DataType::LargeUtf8);
    match (&left, &right) {
        _ if left == right => Some(left),
        (DataType::Null, _) => Some(right),
        (_, DataType::Null) => Some(left),
        (DataType::List(a), DataType::List(b)) => Some(array_of(common(a.data_type(), b.data_type())?)),
        (DataType::Map(..), DataType::Map(..)) => {
            let ((left_key, left_value), (right_key, right_value)) = (entry_of(&left)?, entry_of(&right)?);
            let key = common(left_key.data_type(), right_key.data_type())?;
            Some(map_of(key, common(left_value.data_type(), right_value.data_type())?))
        }
        (DataType::Struct(a), DataType::Struct(b)) if a.len() == b.len() => {
            let field = |(a, b): (&FieldRef, &FieldRef)| {
                Some(Field::new(a.name(), common(a.data_type(), b.data_type())?, true))
            };
            Some(DataType::Struct(a.iter().zip(b).map(field).collect::<Option<_>>()?))
        }
        _ if is_text(&left) || is_text(&right) => None,
        _ if left.is_numeric() || right.is_numeric() => crate::types::common_number(&left, &right),
        _ => type_union_coercion(&left, &right),
    }
}

/// Whether it is an integer, or NULL that can be one.
pub(crate) fn is_integer(data_type: &DataType) -> bool {
    data_type.is_integer() || data_type.is_null()
}

/// The conversions of `(ARRAY(T))`.
pub(crate) fn one_array(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [array] => Some(vec![array_of(element_of(array)?)]),
        _ => None,
    }
}

/// The conversions of `(ARRAY(T), ARRAY(T))`.
pub(crate) fn two_arrays(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [left, right] => {
            let both = array_of(common(&element_of(left)?, &element_of(right)?)?);
            Some(vec![both.clone(), both])
        }
        _ => None,
    }
}

/// The conversions of `(ARRAY(T), T)`.
pub(crate) fn array_and_element(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [array, element] => {
            let element = common(&element_of(array)?, element)?;
            Some(vec![array_of(element.clone()), element])
        }
        _ => None,
    }
}

/// The conversions of `(ARRAY(T), BIGINT)`.
pub(crate) fn array_and_bigint(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [array, number] if is_integer(number) => Some(vec![array_of(element_of(array)?), DataType::Int64]),
        _ => None,
    }
}

/// The first argument's type: what a function that reorders or drops elements gives.
pub(crate) fn same_as_first(types: &[DataType]) -> DataType {
    types[0].clone()
}

/// The type of the first argument's elements.
pub(crate) fn element_of_first(types: &[DataType]) -> DataType {
    element_of(&types[0]).unwrap_or(DataType::Null)
}
