//! `map_from_entries(x)` and `multimap_from_entries(x)`: maps of arrays of rows of two fields.

use crate::functions::arguments::Arguments;
use crate::functions::array::element_types::{array_of, element_of, entry_of, map_of};
use crate::functions::array::lists::{Lists, Picked, sortable};
use crate::functions::overload::{Overload, Parameters, invalid_argument, scalar};
use arrow::array::{Array, ArrayRef, AsArray};
use arrow::compute::take;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::collections::HashMap;
use std::sync::Arc;

pub(super) fn map_from_entries() -> Arc<ScalarUDF> {
    let returns = |types: &[DataType]| with_fields(types, map_of);
    let parameters = Parameters::Decided(array_of_entries);
    scalar("map_from_entries", vec![Overload { parameters, returns, kernel: maps }])
}

pub(super) fn multimap_from_entries() -> Arc<ScalarUDF> {
    let returns = |types: &[DataType]| with_fields(types, |key, value| map_of(key, array_of(value)));
    let parameters = Parameters::Decided(array_of_entries);
    scalar("multimap_from_entries", vec![Overload { parameters, returns, kernel: multimaps }])
}

fn array_of_entries(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [array] => match element_of(array)? {
            DataType::Struct(fields) if fields.len() == 2 => Some(vec![array_of(DataType::Struct(fields))]),
            _ => None,
        },
        _ => None,
    }
}

fn with_fields(types: &[DataType], map: fn(DataType, DataType) -> DataType) -> DataType {
    match element_of(&types[0]) {
        Some(DataType::Struct(fields)) => map(fields[0].data_type().clone(), fields[1].data_type().clone()),
        _ => map(DataType::Null, DataType::Null),
    }
}

/// The entries of each row, none of them NULL.
struct Entries {
    lists: Lists,
    keys: ArrayRef,
    values: ArrayRef,
}

impl Entries {
    fn of(arguments: &Arguments) -> Result<Entries> {
        let lists = Lists::of(arguments, 0)?;
        let rows = lists.values().as_struct();
        let used = arguments.rows().filter_map(|row| lists.get(row));
        if used.flatten().any(|at| rows.is_null(at)) {
            return Err(invalid_argument("map entry cannot be null"));
        }
        Ok(Entries { keys: Arc::clone(rows.column(0)), values: Arc::clone(rows.column(1)), lists })
    }
}

fn maps(arguments: &Arguments) -> Result<ArrayRef> {
    let entries = Entries::of(arguments)?;
    let mut picked = Picked::new(arguments.rows().len());
    for row in arguments.rows() {
        match entries.lists.get(row) {
            Some(range) => {
                picked.extend(range);
                picked.close()?;
            }
            None => picked.close_null()?,
        }
    }
    let (positions, shape) = picked.into_parts();
    let keys = take(entries.keys.as_ref(), &positions, None)?;
    shape.checked_maps(keys, take(entries.values.as_ref(), &positions, None)?, arguments.return_type())
}

fn multimaps(arguments: &Arguments) -> Result<ArrayRef> {
    let entries = Entries::of(arguments)?;
    let [keys] = sortable([&entries.keys])?;
    let mut picked_keys = Picked::new(arguments.rows().len());
    let mut picked_values = Picked::new(0);
    for row in arguments.rows() {
        let Some(range) = entries.lists.get(row) else {
            picked_keys.close_null()?;
            continue;
        };
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut group_of = HashMap::new();
        for at in range {
            let group = *group_of.entry(keys.row(at)).or_insert(groups.len());
            match groups.get_mut(group) {
                Some(positions) => positions.push(at),
                None => groups.push(vec![at]),
            }
        }
        for positions in groups {
            picked_keys.push(positions[0]);
            picked_values.extend(positions);
            picked_values.close()?;
        }
        picked_keys.close()?;
    }
    let (positions, shape) = picked_keys.into_parts();
    let keys = take(entries.keys.as_ref(), &positions, None)?;
    let value_type = entry_of(arguments.return_type()).map_or(DataType::Null, |(_, value)| value.data_type().clone());
    let values = picked_values.finish(&entries.values, &value_type)?;
    shape.checked_maps(keys, values, arguments.return_type())
}
