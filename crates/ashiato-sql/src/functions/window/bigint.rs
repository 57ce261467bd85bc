//! `row_number()`, `rank()`, `dense_rank()` and `ntile(n)` as BIGINT: DataFusion counts without a sign, which no
//! Trino type does.

use arrow::array::ArrayRef;
use arrow::compute::{SortOptions, cast};
use arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::ScalarValue;
use datafusion::error::Result;
use datafusion::logical_expr::function::{
    ExpressionArgs, PartitionEvaluatorArgs, WindowFunctionSimplification, WindowUDFFieldArgs,
};
use datafusion::logical_expr::window_state::WindowAggState;
use datafusion::logical_expr::{LimitEffect, PartitionEvaluator, ReversedUDWF, Signature, WindowUDF, WindowUDFImpl};
use datafusion::physical_expr::PhysicalExpr;
use std::ops::Range;
use std::sync::Arc;

pub(super) fn bigint(counting: Arc<WindowUDF>) -> Arc<WindowUDF> {
    Arc::new(WindowUDF::new_from_impl(Bigint { counting }))
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Bigint {
    counting: Arc<WindowUDF>,
}

impl WindowUDFImpl for Bigint {
    fn name(&self) -> &str {
        self.counting.name()
    }

    fn aliases(&self) -> &[String] {
        self.counting.aliases()
    }

    fn signature(&self) -> &Signature {
        self.counting.signature()
    }

    fn expressions(&self, args: ExpressionArgs) -> Vec<Arc<dyn PhysicalExpr>> {
        self.counting.expressions(args)
    }

    fn partition_evaluator(&self, args: PartitionEvaluatorArgs) -> Result<Box<dyn PartitionEvaluator>> {
        Ok(Box::new(BigintEvaluator { counting: self.counting.partition_evaluator_factory(args)? }))
    }

    fn simplify(&self) -> Option<WindowFunctionSimplification> {
        self.counting.simplify()
    }

    fn field(&self, args: WindowUDFFieldArgs) -> Result<FieldRef> {
        let field = self.counting.field(args)?;
        Ok(Arc::new(Field::new(field.name(), DataType::Int64, field.is_nullable())))
    }

    fn sort_options(&self) -> Option<SortOptions> {
        self.counting.sort_options()
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        self.counting.coerce_types(types)
    }

    fn reverse_expr(&self) -> ReversedUDWF {
        match self.counting.reverse_expr() {
            ReversedUDWF::Reversed(reversed) => ReversedUDWF::Reversed(bigint(reversed)),
            other => other,
        }
    }

    fn limit_effect(&self, args: &[Arc<dyn PhysicalExpr>]) -> LimitEffect {
        self.counting.inner().limit_effect(args)
    }
}

#[derive(Debug)]
struct BigintEvaluator {
    counting: Box<dyn PartitionEvaluator>,
}

impl PartitionEvaluator for BigintEvaluator {
    fn memoize(&mut self, state: &mut WindowAggState) -> Result<()> {
        self.counting.memoize(state)
    }

    fn get_range(&self, row: usize, row_count: usize) -> Result<Range<usize>> {
        self.counting.get_range(row, row_count)
    }

    fn is_causal(&self) -> bool {
        self.counting.is_causal()
    }

    fn evaluate_all(&mut self, values: &[ArrayRef], row_count: usize) -> Result<ArrayRef> {
        Ok(cast(&self.counting.evaluate_all(values, row_count)?, &DataType::Int64)?)
    }

    fn evaluate(&mut self, values: &[ArrayRef], range: &Range<usize>) -> Result<ScalarValue> {
        self.counting.evaluate(values, range)?.cast_to(&DataType::Int64)
    }

    fn evaluate_all_with_rank(&self, row_count: usize, ranks: &[Range<usize>]) -> Result<ArrayRef> {
        Ok(cast(&self.counting.evaluate_all_with_rank(row_count, ranks)?, &DataType::Int64)?)
    }

    fn supports_bounded_execution(&self) -> bool {
        self.counting.supports_bounded_execution()
    }

    fn uses_window_frame(&self) -> bool {
        self.counting.uses_window_frame()
    }

    fn include_rank(&self) -> bool {
        self.counting.include_rank()
    }
}
