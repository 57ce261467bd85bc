//! `count_if(x)`: how many are true.

use super::definition::{Definition, Duplicates, GroupStates, aggregate, zero_of_nothing};
use arrow::array::{Array, ArrayRef, AsArray, Int64Array};
use arrow::datatypes::{DataType, Int64Type};
use datafusion::error::Result;
use datafusion::logical_expr::{AggregateUDF, EmitTo};
use std::sync::Arc;

pub(super) fn function() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "count_if",
        aliases: &[],
        convert: |types| matches!(types, [DataType::Boolean | DataType::Null]).then(|| vec![DataType::Boolean]),
        returns: |_| DataType::Int64,
        state: |_| vec![DataType::Int64],
        groups: |_| Ok(Box::new(Counts::default())),
        duplicates: Duplicates::Count,
        of_nothing: zero_of_nothing,
    })
}

#[derive(Default)]
struct Counts {
    counts: Vec<i64>,
}

impl GroupStates for Counts {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.counts.resize(group_count, 0);
        let truths = values[0].as_boolean();
        for (row, group) in groups.iter().enumerate() {
            self.counts[*group] += i64::from(truths.is_valid(row) && truths.value(row));
        }
        Ok(())
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.counts.resize(group_count, 0);
        let counts = states[0].as_primitive::<Int64Type>();
        for (count, group) in counts.values().iter().zip(groups) {
            self.counts[*group] += count;
        }
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        Ok(Arc::new(Int64Array::from(emit_to.take_needed(&mut self.counts))))
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        Ok(vec![self.evaluate(emit_to)?])
    }

    fn size(&self) -> usize {
        self.counts.capacity() * size_of::<i64>()
    }
}
