//! `approx_most_frequent(buckets, value, capacity)`: a map of the most frequent values and their counts.
//!
//! All values are counted, so the answer is exact and `capacity`, which bounds Trino's estimate, is only checked.

use super::definition::{Definition, Duplicates, GroupStates, aggregate, null_of_nothing};
use super::gathered::{Gathered, Gathers, Input};
use crate::functions::array::element_types::{canonical, is_integer};
use crate::functions::array::lists::Picked;
use crate::functions::map::maps::Maps;
use crate::functions::overload::invalid_argument;
use arrow::array::{Array, ArrayRef, AsArray, Int64Array};
use arrow::compute::take;
use arrow::datatypes::{DataType, Int64Type};
use datafusion::error::Result;
use datafusion::logical_expr::{AggregateUDF, EmitTo};
use std::cmp::Reverse;
use std::sync::Arc;

pub(super) fn function() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "approx_most_frequent",
        aliases: &[],
        convert: |types| match types {
            [buckets, value, capacity] if is_integer(buckets) && is_integer(capacity) => {
                Some(vec![DataType::Int64, canonical(value), DataType::Int64])
            }
            _ => None,
        },
        returns: |types| histogram_type(&types[1]),
        state: |types| vec![histogram_type(&types[1]), DataType::Int64],
        groups: |types| {
            let counts = Gathered::new(Gathers::Counts, Input::Entry, types[1].clone(), DataType::Int64)?;
            Ok(Box::new(MostFrequent { counts, buckets: 0, answer_type: histogram_type(&types[1]) }))
        },
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

fn histogram_type(value: &DataType) -> DataType {
    Gathered::data_type(Gathers::Counts, value.clone(), DataType::Int64)
}

struct MostFrequent {
    counts: Gathered,
    /// How many to give; not known before the first row.
    buckets: usize,
    answer_type: DataType,
}

impl GroupStates for MostFrequent {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        if let Some(buckets) = values[0].as_primitive::<Int64Type>().iter().next() {
            self.buckets = match buckets.map(usize::try_from) {
                Some(Ok(buckets)) if buckets > 1 => buckets,
                _ => return Err(invalid_argument("approx_most_frequent bucket count must be greater than one")),
            };
        }
        self.counts.update(&values[1..2], groups, group_count)
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        let buckets = states[1].as_primitive::<Int64Type>().iter().flatten().max();
        self.buckets = self.buckets.max(buckets.and_then(|buckets| usize::try_from(buckets).ok()).unwrap_or(0));
        self.counts.merge(&states[..1], groups, group_count)
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let all = self.counts.evaluate(emit_to)?;
        let maps = Maps::new(all.as_map(), false);
        let counts = maps.values().as_primitive::<Int64Type>();
        let mut picked = Picked::new(all.len());
        for row in 0..all.len() {
            let Some(range) = maps.get(row) else {
                picked.close_null()?;
                continue;
            };
            let mut places = range.collect::<Vec<_>>();
            places.sort_by_key(|&at| Reverse(counts.value(at)));
            picked.extend(places.into_iter().take(self.buckets));
            picked.close()?;
        }
        let (positions, shape) = picked.into_parts();
        let keys = take(maps.keys().as_ref(), &positions, None)?;
        shape.maps(keys, take(maps.values().as_ref(), &positions, None)?, &self.answer_type)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let mut state = self.counts.state(emit_to)?;
        let rows = state[0].len();
        state.push(Arc::new(Int64Array::from(vec![self.buckets as i64; rows])));
        Ok(state)
    }

    fn size(&self) -> usize {
        self.counts.size()
    }
}
