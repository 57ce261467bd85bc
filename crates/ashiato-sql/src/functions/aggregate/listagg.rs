//! `listagg(x [, separator])`: texts joined, NULLs left out. `WITHIN GROUP (ORDER BY y)` is rewritten to an ORDER BY
//! within the call, which DataFusion's `array_agg`, on which this stands, sorts by.

use crate::functions::overload::{Kind, error};
use arrow::array::{Array, ArrayRef, AsArray};
use arrow::datatypes::{DataType, FieldRef};
use datafusion::common::ScalarValue;
use datafusion::error::Result;
use datafusion::functions_aggregate::array_agg::array_agg_udaf;
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::AggregateOrderSensitivity;
use datafusion::logical_expr::{Accumulator, AggregateUDF, AggregateUDFImpl, Signature, Volatility};
use datafusion::physical_expr::expressions::Literal;
use std::sync::Arc;

pub(super) fn function() -> Arc<AggregateUDF> {
    Arc::new(AggregateUDF::new_from_impl(ListAgg { signature: Signature::user_defined(Volatility::Immutable) }))
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct ListAgg {
    signature: Signature,
}

impl AggregateUDFImpl for ListAgg {
    fn name(&self) -> &str {
        "listagg"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        let texts = types.iter().map(|text| Kind::Varchar.convert(text)).collect::<Option<Vec<_>>>();
        let texts = texts.filter(|texts| (1..=2).contains(&texts.len()));
        texts.ok_or_else(|| error("FUNCTION_NOT_FOUND", "listagg takes a varchar and a separator that is a varchar"))
    }

    fn return_type(&self, _types: &[DataType]) -> Result<DataType> {
        Ok(crate::types::VARCHAR)
    }

    fn state_fields(&self, args: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        array_agg_udaf().state_fields(StateFieldsArgs { input_fields: &args.input_fields[..1], ..args })
    }

    fn accumulator(&self, args: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        let separator = match args.exprs.get(1).map(|expr| expr.downcast_ref::<Literal>()) {
            None => String::new(),
            Some(Some(literal)) => literal.value().try_as_str().flatten().unwrap_or_default().to_string(),
            Some(None) => return Err(error("NOT_SUPPORTED", "the separator of listagg must be a constant")),
        };
        let argument_count = args.exprs.len();
        let texts = array_agg_udaf().accumulator(AccumulatorArgs {
            exprs: &args.exprs[..1],
            expr_fields: &args.expr_fields[..1],
            ignore_nulls: true,
            ..args
        })?;
        Ok(Box::new(Joined { texts, separator, argument_count }))
    }

    /// The accumulator sorts for itself.
    fn order_sensitivity(&self) -> AggregateOrderSensitivity {
        AggregateOrderSensitivity::SoftRequirement
    }

    fn with_beneficial_ordering(self: Arc<Self>, _beneficial: bool) -> Result<Option<Arc<dyn AggregateUDFImpl>>> {
        Ok(Some(self))
    }
}

#[derive(Debug)]
struct Joined {
    texts: Box<dyn Accumulator>,
    separator: String,
    argument_count: usize,
}

impl Joined {
    /// The texts and what they are ordered by, without the separator between.
    fn ordered(&self, values: &[ArrayRef]) -> Vec<ArrayRef> {
        [&values[..1], &values[self.argument_count..]].concat()
    }
}

impl Accumulator for Joined {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let values = self.ordered(values);
        self.texts.update_batch(&values)
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        let ScalarValue::List(list) = self.texts.evaluate()? else {
            return Ok(ScalarValue::Utf8View(None));
        };
        if list.is_null(0) {
            return Ok(ScalarValue::Utf8View(None));
        }
        let texts = list.value(0);
        let texts = texts.as_string_view().iter().flatten().collect::<Vec<_>>();
        Ok(ScalarValue::Utf8View((!texts.is_empty()).then(|| texts.join(&self.separator))))
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.texts.state()
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        self.texts.merge_batch(states)
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.texts.size()
    }
}
