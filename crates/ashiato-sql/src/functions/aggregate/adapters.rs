//! The forms in which DataFusion asks for an aggregate, each over the states of groups.

use super::definition::GroupStates;
use crate::window_memory::charge_answer;
use arrow::array::{Array, ArrayRef, BooleanArray, new_empty_array};
use arrow::compute::{concat, filter, prep_null_mask_filter};
use arrow::datatypes::DataType;
use datafusion::common::ScalarValue;
use datafusion::error::Result;
use datafusion::logical_expr::{Accumulator, EmitTo, GroupsAccumulator};
use std::fmt;

/// Makes states that have seen nothing.
pub(super) type Factory = Box<dyn Fn() -> Result<Box<dyn GroupStates>> + Send + Sync>;

/// GROUP BY: many groups.
pub(super) struct ByGroup {
    factory: Factory,
    column_count: usize,
    states: Box<dyn GroupStates>,
}

impl ByGroup {
    pub(super) fn new(factory: Factory, column_count: usize) -> Result<ByGroup> {
        Ok(ByGroup { states: factory()?, factory, column_count })
    }
}

fn update(
    states: &mut dyn GroupStates,
    values: &[ArrayRef],
    groups: &[usize],
    only: Option<&BooleanArray>,
    group_count: usize,
) -> Result<()> {
    let Some(only) = only else {
        return states.update(values, groups, group_count);
    };
    let only = if only.null_count() > 0 { prep_null_mask_filter(only) } else { only.clone() };
    let values = values.iter().map(|column| Ok(filter(column, &only)?)).collect::<Result<Vec<_>>>()?;
    let groups = groups.iter().zip(only.values()).filter(|(_, kept)| *kept).map(|(group, _)| *group);
    states.update(&values, &groups.collect::<Vec<_>>(), group_count)
}

impl GroupsAccumulator for ByGroup {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        group_indices: &[usize],
        opt_filter: Option<&BooleanArray>,
        total_num_groups: usize,
    ) -> Result<()> {
        // Columns of an ORDER BY may follow that the states do not ask for.
        let values = &values[..self.column_count];
        update(self.states.as_mut(), values, group_indices, opt_filter, total_num_groups)
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        self.states.evaluate(emit_to)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        self.states.state(emit_to)
    }

    fn merge_batch(&mut self, values: &[ArrayRef], group_indices: &[usize], total_num_groups: usize) -> Result<()> {
        self.states.merge(values, group_indices, total_num_groups)
    }

    /// Every row a group of its own.
    fn convert_to_state(&self, values: &[ArrayRef], opt_filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        let mut states = (self.factory)()?;
        let rows = values.first().map_or(0, |column| column.len());
        update(states.as_mut(), &values[..self.column_count], &(0..rows).collect::<Vec<_>>(), opt_filter, rows)?;
        states.state(EmitTo::All)
    }

    fn size(&self) -> usize {
        self.states.size()
    }
}

/// No GROUP BY, and windows whose frame only grows: one group, which can be asked again and again.
pub(super) struct OneGroup {
    factory: Factory,
    types: Vec<DataType>,
    states: Box<dyn GroupStates>,
    /// The rows taken in since the answer was last asked for. In a window each of them gets a copy of the next one.
    rows: usize,
}

impl OneGroup {
    pub(super) fn new(factory: Factory, types: Vec<DataType>) -> Result<OneGroup> {
        Ok(OneGroup { states: empty_group(&factory, &types)?, factory, types, rows: 0 })
    }
}

impl fmt::Debug for OneGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OneGroup").field("types", &self.types).finish_non_exhaustive()
    }
}

fn empty_group(factory: &Factory, types: &[DataType]) -> Result<Box<dyn GroupStates>> {
    let mut states = factory()?;
    let nothing = types.iter().map(new_empty_array).collect::<Vec<_>>();
    states.update(&nothing, &[], 1)?;
    Ok(states)
}

fn update_one(states: &mut dyn GroupStates, values: &[ArrayRef]) -> Result<()> {
    let rows = values.first().map_or(0, |column| column.len());
    states.update(values, &vec![0; rows], 1)
}

impl Accumulator for OneGroup {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        self.rows += values.first().map_or(0, |column| column.len());
        update_one(self.states.as_mut(), &values[..self.types.len()])
    }

    /// Asking for the answer takes the state away, so a copy of it gives the answer.
    fn evaluate(&mut self) -> Result<ScalarValue> {
        let state = self.states.state(EmitTo::All)?;
        self.states.merge(&state, &[0], 1)?;
        let mut copy = (self.factory)()?;
        copy.merge(&state, &[0], 1)?;
        let answer = ScalarValue::try_from_array(copy.evaluate(EmitTo::All)?.as_ref(), 0)?;
        charge_answer(&answer, std::mem::take(&mut self.rows))?;
        Ok(answer)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        let state = self.states.state(EmitTo::All)?;
        self.states.merge(&state, &[0], 1)?;
        state.iter().map(|column| ScalarValue::try_from_array(column.as_ref(), 0)).collect()
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let rows = states.first().map_or(0, |column| column.len());
        self.states.merge(states, &vec![0; rows], 1)
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.states.size()
    }
}

/// Windows whose frame loses rows: the frame's rows, aggregated anew for each answer.
pub(super) struct Frame {
    factory: Factory,
    types: Vec<DataType>,
    rows: Option<Vec<ArrayRef>>,
}

impl Frame {
    pub(super) fn new(factory: Factory, types: Vec<DataType>) -> Frame {
        Frame { factory, types, rows: None }
    }
}

impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frame").field("types", &self.types).finish_non_exhaustive()
    }
}

impl Accumulator for Frame {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let values = &values[..self.types.len()];
        let joined = match &self.rows {
            None => values.to_vec(),
            Some(rows) => {
                let pairs = rows.iter().zip(values);
                pairs.map(|(rows, more)| Ok(concat(&[rows.as_ref(), more.as_ref()])?)).collect::<Result<_>>()?
            }
        };
        self.rows = Some(joined);
        Ok(())
    }

    fn retract_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let gone = values.first().map_or(0, |column| column.len());
        if let Some(rows) = &mut self.rows {
            rows.iter_mut().for_each(|column| *column = column.slice(gone, column.len() - gone));
        }
        Ok(())
    }

    fn supports_retract_batch(&self) -> bool {
        true
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        let mut states = empty_group(&self.factory, &self.types)?;
        if let Some(rows) = &self.rows {
            update_one(states.as_mut(), rows)?;
        }
        let answer = ScalarValue::try_from_array(states.evaluate(EmitTo::All)?.as_ref(), 0)?;
        charge_answer(&answer, 1)?;
        Ok(answer)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        let mut states = empty_group(&self.factory, &self.types)?;
        if let Some(rows) = &self.rows {
            update_one(states.as_mut(), rows)?;
        }
        states.state(EmitTo::All)?.iter().map(|column| ScalarValue::try_from_array(column.as_ref(), 0)).collect()
    }

    fn merge_batch(&mut self, _states: &[ArrayRef]) -> Result<()> {
        datafusion::common::internal_err!("a window frame has no partial states")
    }

    fn size(&self) -> usize {
        let rows = self.rows.iter().flatten().map(|column| column.get_array_memory_size()).sum::<usize>();
        size_of_val(self) + rows
    }
}
