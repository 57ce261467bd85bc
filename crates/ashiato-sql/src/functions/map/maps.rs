//! Reading maps and building them, as positions in columns of keys and values.

use crate::functions::arguments::Arguments;
use crate::functions::array::lists::{Ranges, Shape, sortable};
use crate::functions::overload::invalid_argument;
use arrow::array::{Array, ArrayRef, MapArray, StructArray};
use arrow::datatypes::DataType;
use datafusion::common::internal_err;
use datafusion::error::Result;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

/// An argument that is a map: for each row a range of [`Maps::keys`] and [`Maps::values`], or NULL.
pub(crate) struct Maps {
    ranges: Ranges,
    keys: ArrayRef,
    values: ArrayRef,
}

impl Maps {
    pub(crate) fn new(map: &MapArray, constant: bool) -> Maps {
        let ranges = Ranges::new(map.offsets(), map.nulls(), constant);
        let (first, length) = ranges.window();
        Maps { keys: map.keys().slice(first, length), values: map.values().slice(first, length), ranges }
    }

    /// The argument at a place, which the overload has seen to be a map.
    pub(crate) fn of(arguments: &Arguments, at: usize) -> Result<Maps> {
        let column = arguments.column::<MapArray>(at)?;
        Ok(Maps::new(column.array, column.constant))
    }

    /// The row's entries, as a range; `None` for NULL.
    pub(crate) fn get(&self, row: usize) -> Option<Range<usize>> {
        self.ranges.get(row)
    }

    pub(crate) fn keys(&self) -> &ArrayRef {
        &self.keys
    }

    pub(crate) fn values(&self) -> &ArrayRef {
        &self.values
    }
}

impl Shape {
    /// Maps of these keys and values.
    pub(crate) fn maps(self, keys: ArrayRef, values: ArrayRef, map_type: &DataType) -> Result<ArrayRef> {
        let DataType::Map(entries_field, sorted) = map_type else {
            return internal_err!("{map_type} is no map");
        };
        let DataType::Struct(fields) = entries_field.data_type() else {
            return internal_err!("{map_type} has no entries");
        };
        let entries = StructArray::try_new(fields.clone(), vec![keys, values], None)?;
        Ok(Arc::new(MapArray::try_new(Arc::clone(entries_field), self.offsets, entries, self.nulls, *sorted)?))
    }

    /// Maps whose keys come from a query, and so may be NULL or double.
    ///
    /// # Errors
    /// For such a key, in Trino's words.
    pub(crate) fn checked_maps(self, keys: ArrayRef, values: ArrayRef, map_type: &DataType) -> Result<ArrayRef> {
        let [rows] = sortable([&keys])?;
        let mut seen = HashSet::new();
        for span in self.offsets.windows(2) {
            seen.clear();
            for at in span[0] as usize..span[1] as usize {
                if keys.is_null(at) {
                    return Err(invalid_argument("map key cannot be null"));
                }
                if !seen.insert(rows.row(at)) {
                    let key = arrow::util::display::array_value_to_string(&keys, at)?;
                    return Err(invalid_argument(format!("Duplicate map keys ({key}) are not allowed")));
                }
            }
        }
        self.maps(keys, values, map_type)
    }
}
