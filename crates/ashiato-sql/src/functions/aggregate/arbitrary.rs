//! `arbitrary(x)`, also `any_value(x)`: the first value met that is not NULL.

use super::definition::{Definition, Duplicates, GroupStates, aggregate, null_of_nothing};
use super::row_bytes::RowBytes;
use crate::functions::array::element_types::canonical;
use arrow::array::{Array, ArrayRef, UInt32Array};
use arrow::compute::take;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::{AggregateUDF, EmitTo};
use std::sync::Arc;

pub(super) fn function() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "arbitrary",
        aliases: &["any_value"],
        convert: |types| match types {
            [x] => Some(vec![canonical(x)]),
            _ => None,
        },
        returns: |types| types[0].clone(),
        state: |types| types.to_vec(),
        groups: |types| Ok(Box::new(First::new(&types[0])?)),
        duplicates: Duplicates::DoNotCount,
        of_nothing: null_of_nothing,
    })
}

struct First {
    bytes: RowBytes,
    groups: Vec<Option<Box<[u8]>>>,
    size: usize,
}

impl First {
    fn new(data_type: &DataType) -> Result<First> {
        Ok(First { bytes: RowBytes::new(data_type)?, groups: Vec::new(), size: 0 })
    }
}

impl GroupStates for First {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize(group_count, None);
        let open = |row: &usize| values[0].is_valid(*row) && self.groups[groups[*row]].is_none();
        let rows = (0..groups.len()).filter(open).collect::<Vec<_>>();
        if rows.is_empty() {
            return Ok(());
        }
        let positions = rows.iter().map(|&row| row as u32).collect::<Vec<_>>();
        let found = self.bytes.rows(&take(values[0].as_ref(), &UInt32Array::from(positions), None)?)?;
        for (nth, row) in rows.into_iter().enumerate() {
            let value = &mut self.groups[groups[row]];
            if value.is_none() {
                let bytes: Box<[u8]> = found.row(nth).as_ref().into();
                self.size += bytes.len();
                *value = Some(bytes);
            }
        }
        Ok(())
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.update(states, groups, group_count)
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = emit_to.take_needed(&mut self.groups);
        self.size -= groups.iter().flatten().map(|bytes| bytes.len()).sum::<usize>();
        let values = self.bytes.column(groups.iter().flatten().map(|bytes| &**bytes))?;
        let mut next = 0..;
        let positions = groups.iter().map(|value| value.as_ref().and_then(|_| next.next()));
        Ok(take(values.as_ref(), &positions.collect::<UInt32Array>(), None)?)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        Ok(vec![self.evaluate(emit_to)?])
    }

    fn size(&self) -> usize {
        self.size + self.groups.capacity() * size_of::<Option<Box<[u8]>>>()
    }
}
