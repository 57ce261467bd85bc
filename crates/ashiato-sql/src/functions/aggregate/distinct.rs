//! DISTINCT for any aggregate: each group's rows of arguments once, and the aggregate over them at the end.

use super::definition::GroupStates;
use super::gathered::{Gathered, Gathers, Input};
use crate::functions::array::element_types::{array_of, row_of};
use crate::functions::array::lists::{Lists, rows_of};
use arrow::array::{Array, ArrayRef, AsArray, UInt32Array};
use arrow::compute::take;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::EmitTo;
use std::sync::Arc;

type Factory = fn(&[DataType]) -> Result<Box<dyn GroupStates>>;

pub(super) struct Distinct {
    factory: Factory,
    types: Vec<DataType>,
    seen: Gathered,
}

impl Distinct {
    pub(super) fn new(factory: Factory, types: &[DataType]) -> Result<Distinct> {
        let seen = Gathered::new(Gathers::Keys, Input::Entry, row_of(types.iter().cloned()), DataType::Null)?;
        Ok(Distinct { factory, types: types.to_vec(), seen })
    }

    /// The type of the one column of a state.
    pub(super) fn state_type(types: &[DataType]) -> DataType {
        array_of(row_of(types.iter().cloned()))
    }
}

impl GroupStates for Distinct {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        let rows = rows_of(values[..self.types.len()].to_vec(), &row_of(self.types.iter().cloned()))?;
        self.seen.update(&[rows], groups, group_count)
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.seen.merge(states, groups, group_count)
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let seen = self.seen.evaluate(emit_to)?;
        let lists = Lists::new(seen.as_list(), false);
        let of_group = |group| lists.get(group).into_iter().flatten().map(move |at| (group, at as u32));
        let (groups, positions): (Vec<_>, Vec<_>) = (0..seen.len()).flat_map(of_group).unzip();
        let rows = take(lists.values().as_ref(), &UInt32Array::from(positions), None)?;
        let columns = rows.as_struct().columns().iter().map(Arc::clone).collect::<Vec<_>>();
        let mut states = (self.factory)(&self.types)?;
        states.update(&columns, &groups, seen.len())?;
        states.evaluate(EmitTo::All)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        self.seen.state(emit_to)
    }

    fn size(&self) -> usize {
        self.seen.size()
    }
}
