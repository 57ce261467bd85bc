//! `element_at(array, index)` and `element_at(map, key)`: NULL where there is none.

use super::element_types::{array_and_bigint, canonical, common, element_of_first, entry_of};
use super::lists::{Lists, sortable};
use crate::functions::arguments::Arguments;
use crate::functions::map::maps::Maps;
use crate::functions::overload::{Overload, Parameters, invalid_argument, scalar};
use arrow::array::{Array, ArrayRef, BooleanArray, Scalar, UInt32Array};
use arrow::compute::take;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::ops::Range;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let of_map = Overload { parameters: Parameters::Decided(map_and_key), returns: value_of_first, kernel: by_key };
    let parameters = Parameters::Decided(array_and_bigint);
    let of_array = Overload { parameters, returns: element_of_first, kernel: by_index };
    scalar("element_at", vec![of_map, of_array])
}

fn map_and_key(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [map, key] => {
            let map_key = entry_of(map)?.0.data_type();
            common(map_key, key)?;
            Some(vec![map.clone(), canonical(map_key)])
        }
        _ => None,
    }
}

fn value_of_first(types: &[DataType]) -> DataType {
    entry_of(&types[0]).map_or(DataType::Null, |(_, value)| value.data_type().clone())
}

fn by_index(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let indices = arguments.bigint(1)?;
    let position = |row| {
        let (Some(range), Some(index)) = (lists.get(row), indices.get(row)) else {
            return Ok(None);
        };
        Ok(place(range, index)?.map(|at| at as u32))
    };
    let positions = arguments.rows().map(position).collect::<Result<UInt32Array>>()?;
    Ok(take(lists.values().as_ref(), &positions, None)?)
}

/// Where the index points: from 1 on from the front, from -1 on from the back.
fn place(range: Range<usize>, index: i64) -> Result<Option<usize>> {
    let distance = usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX);
    match index {
        0 => Err(invalid_argument("SQL array indices start at 1")),
        _ if distance > range.len() => Ok(None),
        1.. => Ok(Some(range.start + distance - 1)),
        _ => Ok(Some(range.end - distance)),
    }
}

fn by_key(arguments: &Arguments) -> Result<ArrayRef> {
    let maps = Maps::of(arguments, 0)?;
    let (wanted, constant) = arguments.any(1);
    let map_keys = arrow::compute::cast(maps.keys(), wanted.data_type())?;
    let positions = match constant && !wanted.data_type().is_nested() {
        true => find_one_key(arguments, &maps, &map_keys, wanted)?,
        false => find_keys(arguments, &maps, &map_keys, wanted, constant)?,
    };
    Ok(take(maps.values().as_ref(), &positions, None)?)
}

/// The usual call: one key for all rows, compared with all entries at once.
fn find_one_key(arguments: &Arguments, maps: &Maps, map_keys: &ArrayRef, wanted: &ArrayRef) -> Result<UInt32Array> {
    let equal: BooleanArray = arrow::compute::kernels::cmp::eq(map_keys, &Scalar::new(wanted))?;
    let found = |at: &usize| equal.is_valid(*at) && equal.value(*at);
    Ok(arguments.rows().map(|row| maps.get(row)?.find(found).map(|at| at as u32)).collect())
}

fn find_keys(
    arguments: &Arguments,
    maps: &Maps,
    map_keys: &ArrayRef,
    wanted: &ArrayRef,
    constant: bool,
) -> Result<UInt32Array> {
    let [map_keys, keys] = sortable([map_keys, wanted])?;
    let position = |row| {
        let key_row = if constant { 0 } else { row };
        let mut range = maps.get(row).filter(|_| wanted.is_valid(key_row))?;
        range.find(|&at| map_keys.row(at) == keys.row(key_row)).map(|at| at as u32)
    };
    Ok(arguments.rows().map(position).collect())
}
