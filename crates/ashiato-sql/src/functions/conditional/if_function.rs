//! `if(condition, x[, y])`: `x` where the condition is true, else `y` or NULL. Planned as CASE, so that only the
//! branch taken is evaluated.

use super::common_type::common_type;
use crate::functions::overload::error;
use arrow::array::{Array, ArrayRef, AsArray, new_null_array};
use arrow::compute::{kernels::zip::zip, prep_null_mask_filter};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::expr::Case;
use datafusion::logical_expr::simplify::{ExprSimplifyResult, SimplifyContext};
use datafusion::logical_expr::{
    ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    Arc::new(ScalarUDF::new_from_impl(If { signature: Signature::user_defined(Volatility::Immutable) }))
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct If {
    signature: Signature,
}

/// The types to convert to: a boolean, and what the branches have in common.
fn converted(types: &[DataType]) -> Option<Vec<DataType>> {
    let (condition, branches) = types.split_first()?;
    let is_condition = matches!(condition, DataType::Boolean | DataType::Null);
    if !is_condition || !matches!(branches.len(), 1 | 2) {
        return None;
    }
    let branch = common_type(branches)?;
    Some(std::iter::once(DataType::Boolean).chain(branches.iter().map(|_| branch.clone())).collect())
}

impl ScalarUDFImpl for If {
    fn name(&self) -> &str {
        "if"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        Ok(converted(types).unwrap_or_else(|| types.to_vec()))
    }

    fn return_type(&self, types: &[DataType]) -> Result<DataType> {
        let names = || types.iter().map(crate::types::trino_name).collect::<Vec<_>>().join(", ");
        let refused = || {
            error("TYPE_MISMATCH", format!("IF takes a boolean and one or two values of one type, not ({})", names()))
        };
        converted(types).map(|types| types[1].clone()).ok_or_else(refused)
    }

    fn short_circuits(&self) -> bool {
        true
    }

    fn simplify(&self, args: Vec<Expr>, _: &SimplifyContext) -> Result<ExprSimplifyResult> {
        let mut args = args.into_iter().map(Box::new);
        let (Some(condition), Some(then), otherwise) = (args.next(), args.next(), args.next()) else {
            return Err(error("TYPE_MISMATCH", "IF takes two or three arguments"));
        };
        Ok(ExprSimplifyResult::Simplified(Expr::Case(Case::new(None, vec![(condition, then)], otherwise))))
    }

    /// Only where no optimizer has made a CASE of it.
    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = ColumnarValue::values_to_arrays(&args.args)?;
        let condition = columns[0].as_boolean();
        let condition = if condition.null_count() > 0 { prep_null_mask_filter(condition) } else { condition.clone() };
        let nothing: ArrayRef = new_null_array(columns[1].data_type(), columns[1].len());
        let otherwise = columns.get(2).unwrap_or(&nothing);
        Ok(ColumnarValue::Array(zip(&condition, &columns[1], otherwise)?))
    }
}
