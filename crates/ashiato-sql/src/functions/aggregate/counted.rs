//! DataFusion's own `array_agg`, counting the texts that it holds, and charging windows for its answers as ours do.

use super::text_bytes::text_bytes;
use crate::window_memory::charge_answer;
use arrow::array::{ArrayRef, BooleanArray};
use arrow::datatypes::{DataType, FieldRef};
use datafusion::common::ScalarValue;
use datafusion::error::Result;
use datafusion::functions_aggregate::array_agg::array_agg_udaf;
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::AggregateOrderSensitivity;
use datafusion::logical_expr::{
    Accumulator, AggregateUDF, AggregateUDFImpl, EmitTo, GroupsAccumulator, ReversedUDAF, Signature,
};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// `array_agg`.
pub(super) fn array_agg() -> Arc<AggregateUDF> {
    Arc::new(AggregateUDF::new_from_impl(Counted(Arc::clone(array_agg_udaf().inner()))))
}

#[derive(Debug)]
struct Counted(Arc<dyn AggregateUDFImpl>);

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_ref() == other.0.as_ref()
    }
}

impl Eq for Counted {}

impl Hash for Counted {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.name().hash(state);
    }
}

impl AggregateUDFImpl for Counted {
    fn name(&self) -> &str {
        self.0.name()
    }

    fn signature(&self) -> &Signature {
        self.0.signature()
    }

    fn return_type(&self, types: &[DataType]) -> Result<DataType> {
        self.0.return_type(types)
    }

    fn state_fields(&self, args: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        self.0.state_fields(args)
    }

    fn accumulator(&self, args: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        // With DISTINCT or ORDER BY it keeps values of its own, and counts their texts.
        let keeps_columns = !args.is_distinct && args.order_bys.is_empty();
        Ok(Box::new(Charging { inner: self.0.accumulator(args)?, rows: 0, texts: Texts { keeps_columns, bytes: 0 } }))
    }

    fn order_sensitivity(&self) -> AggregateOrderSensitivity {
        self.0.order_sensitivity()
    }

    fn with_beneficial_ordering(self: Arc<Self>, beneficial: bool) -> Result<Option<Arc<dyn AggregateUDFImpl>>> {
        let inner = Arc::clone(&self.0).with_beneficial_ordering(beneficial)?;
        Ok(inner.map(|inner| Arc::new(Counted(inner)) as _))
    }

    fn reverse_expr(&self) -> ReversedUDAF {
        match self.0.reverse_expr() {
            ReversedUDAF::Reversed(other) if other.name() == self.name() => ReversedUDAF::Reversed(array_agg()),
            other => other,
        }
    }

    fn groups_accumulator_supported(&self, args: AccumulatorArgs) -> bool {
        self.0.groups_accumulator_supported(args)
    }

    fn create_groups_accumulator(&self, args: AccumulatorArgs) -> Result<Box<dyn GroupsAccumulator>> {
        let texts = Texts { keeps_columns: true, bytes: 0 };
        Ok(Box::new(ByGroup { inner: self.0.create_groups_accumulator(args)?, texts }))
    }

    fn supports_null_handling_clause(&self) -> bool {
        self.0.supports_null_handling_clause()
    }
}

/// The texts of the columns that an accumulator keeps.
#[derive(Debug)]
struct Texts {
    /// Of others there is nothing to count.
    keeps_columns: bool,
    bytes: usize,
}

impl Texts {
    fn take(&mut self, columns: &[ArrayRef]) {
        self.bytes += self.of(columns);
    }

    fn give(&mut self, columns: &[ArrayRef]) {
        self.bytes = self.bytes.saturating_sub(self.of(columns));
    }

    fn of(&self, columns: &[ArrayRef]) -> usize {
        match columns.first() {
            Some(column) if self.keeps_columns => text_bytes(column.as_ref()),
            _ => 0,
        }
    }
}

/// GROUP BY: many groups.
struct ByGroup {
    inner: Box<dyn GroupsAccumulator>,
    texts: Texts,
}

impl ByGroup {
    /// What is given away is held no longer.
    fn given(&mut self, emit_to: EmitTo, column: ArrayRef) -> ArrayRef {
        match emit_to {
            EmitTo::All => self.texts.bytes = 0,
            EmitTo::First(_) => self.texts.give(std::slice::from_ref(&column)),
        }
        column
    }
}

impl GroupsAccumulator for ByGroup {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        group_indices: &[usize],
        opt_filter: Option<&BooleanArray>,
        total_num_groups: usize,
    ) -> Result<()> {
        self.texts.take(values);
        self.inner.update_batch(values, group_indices, opt_filter, total_num_groups)
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let lists = self.inner.evaluate(emit_to)?;
        Ok(self.given(emit_to, lists))
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let states = self.inner.state(emit_to)?;
        Ok(states.into_iter().map(|lists| self.given(emit_to, lists)).collect())
    }

    fn merge_batch(&mut self, values: &[ArrayRef], group_indices: &[usize], total_num_groups: usize) -> Result<()> {
        self.texts.take(values);
        self.inner.merge_batch(values, group_indices, total_num_groups)
    }

    fn convert_to_state(&self, values: &[ArrayRef], opt_filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        self.inner.convert_to_state(values, opt_filter)
    }

    fn size(&self) -> usize {
        self.inner.size() + self.texts.bytes
    }
}

/// No GROUP BY, and windows.
#[derive(Debug)]
struct Charging {
    inner: Box<dyn Accumulator>,
    /// The rows taken in since the answer was last asked for. In a window each of them gets a copy of the next one.
    rows: usize,
    texts: Texts,
}

impl Accumulator for Charging {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        self.texts.take(values);
        self.rows += values.first().map_or(0, |column| column.len());
        self.inner.update_batch(values)
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        let answer = self.inner.evaluate()?;
        charge_answer(&answer, std::mem::take(&mut self.rows))?;
        Ok(answer)
    }

    fn size(&self) -> usize {
        self.inner.size() + self.texts.bytes
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.inner.state()
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        self.texts.take(states);
        self.inner.merge_batch(states)
    }

    fn retract_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        self.texts.give(values);
        self.inner.retract_batch(values)
    }

    fn supports_retract_batch(&self) -> bool {
        self.inner.supports_retract_batch()
    }
}
