//! `histogram`, `map_agg`, `multimap_agg`, `map_union`, `set_agg` and `set_union`.
//!
//! NULL keys do not take part; `set_agg` and `set_union` keep NULL as an element. Of a key's values, `map_agg` and
//! `map_union` keep the first met.

use super::definition::{Definition, Duplicates, aggregate, null_of_nothing};
use super::gathered::{Gathered, Gathers, Input};
use crate::functions::array::element_types::{canonical, element_of, entry_of, one_array};
use arrow::datatypes::DataType;
use datafusion::logical_expr::AggregateUDF;
use std::sync::Arc;

pub(super) fn histogram() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "histogram",
        aliases: &[],
        convert: one,
        returns: |types| Gathered::data_type(Gathers::Counts, types[0].clone(), DataType::Int64),
        state: |types| vec![Gathered::data_type(Gathers::Counts, types[0].clone(), DataType::Int64)],
        groups: |types| Ok(Box::new(Gathered::new(Gathers::Counts, Input::Entry, types[0].clone(), DataType::Int64)?)),
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

pub(super) fn map_agg() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "map_agg",
        aliases: &[],
        convert: two,
        returns: |types| Gathered::data_type(Gathers::FirstValues, types[0].clone(), types[1].clone()),
        state: |types| vec![Gathered::data_type(Gathers::FirstValues, types[0].clone(), types[1].clone())],
        groups: |types| {
            Ok(Box::new(Gathered::new(Gathers::FirstValues, Input::Entry, types[0].clone(), types[1].clone())?))
        },
        duplicates: Duplicates::DoNotCount,
        of_nothing: null_of_nothing,
    })
}

pub(super) fn multimap_agg() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "multimap_agg",
        aliases: &[],
        convert: two,
        returns: |types| Gathered::data_type(Gathers::AllValues, types[0].clone(), types[1].clone()),
        state: |types| vec![Gathered::data_type(Gathers::AllValues, types[0].clone(), types[1].clone())],
        groups: |types| {
            Ok(Box::new(Gathered::new(Gathers::AllValues, Input::Entry, types[0].clone(), types[1].clone())?))
        },
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

pub(super) fn map_union() -> Arc<AggregateUDF> {
    let map = |types: &[DataType]| {
        let (key, value) = key_and_value(&types[0]);
        Gathered::data_type(Gathers::FirstValues, key, value)
    };
    aggregate(Definition {
        name: "map_union",
        aliases: &[],
        convert: |types| match types {
            [map] => entry_of(map).map(|_| vec![map.clone()]),
            _ => None,
        },
        returns: map,
        state: |types| {
            let (key, value) = key_and_value(&types[0]);
            vec![Gathered::data_type(Gathers::FirstValues, key, value)]
        },
        groups: |types| {
            let (key, value) = key_and_value(&types[0]);
            Ok(Box::new(Gathered::new(Gathers::FirstValues, Input::Entries, key, value)?))
        },
        duplicates: Duplicates::DoNotCount,
        of_nothing: null_of_nothing,
    })
}

pub(super) fn set_agg() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "set_agg",
        aliases: &[],
        convert: one,
        returns: |types| Gathered::data_type(Gathers::Keys, types[0].clone(), DataType::Null),
        state: |types| vec![Gathered::data_type(Gathers::Keys, types[0].clone(), DataType::Null)],
        groups: |types| Ok(Box::new(Gathered::new(Gathers::Keys, Input::Entry, types[0].clone(), DataType::Null)?)),
        duplicates: Duplicates::DoNotCount,
        of_nothing: null_of_nothing,
    })
}

pub(super) fn set_union() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "set_union",
        aliases: &[],
        convert: one_array,
        returns: |types| types[0].clone(),
        state: |types| types.to_vec(),
        groups: |types| {
            let element = element_of(&types[0]).unwrap_or(DataType::Null);
            Ok(Box::new(Gathered::new(Gathers::Keys, Input::Entries, element, DataType::Null)?))
        },
        duplicates: Duplicates::DoNotCount,
        of_nothing: null_of_nothing,
    })
}

fn one(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [x] => Some(vec![canonical(x)]),
        _ => None,
    }
}

fn two(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [key, value] => Some(vec![canonical(key), canonical(value)]),
        _ => None,
    }
}

fn key_and_value(map: &DataType) -> (DataType, DataType) {
    let entry = entry_of(map);
    entry.map_or((DataType::Null, DataType::Null), |(key, value)| (key.data_type().clone(), value.data_type().clone()))
}
