//! `resources[1][3]`: a subscript of a row is its n-th field.

use arrow::datatypes::DataType;
use datafusion::common::{DFSchema, Result, ScalarValue, plan_err};
use datafusion::functions::core::expr_fn::get_field;
use datafusion::logical_expr::planner::{ExprPlanner, PlannerResult, RawFieldAccessExpr};
use datafusion::logical_expr::{Expr, ExprSchemable, GetFieldAccess};

/// Plans subscripts of rows; all others are left to the next planner.
#[derive(Debug)]
pub struct RowOrdinal;

impl ExprPlanner for RowOrdinal {
    fn plan_field_access(
        &self,
        access: RawFieldAccessExpr,
        schema: &DFSchema,
    ) -> Result<PlannerResult<RawFieldAccessExpr>> {
        let GetFieldAccess::ListIndex { key } = &access.field_access else {
            return Ok(PlannerResult::Original(access));
        };
        let Ok(DataType::Struct(fields)) = access.expr.get_type(schema) else {
            return Ok(PlannerResult::Original(access));
        };
        let Expr::Literal(ScalarValue::Int64(Some(ordinal)), _) = key.as_ref() else {
            return plan_err!("the subscript of a row must be a whole number");
        };
        let field = usize::try_from(*ordinal).ok().and_then(|ordinal| fields.get(ordinal.checked_sub(1)?));
        match field {
            Some(field) => Ok(PlannerResult::Planned(get_field(access.expr.clone(), field.name().as_str()))),
            None => plan_err!("a row of {} fields has no field {ordinal}", fields.len()),
        }
    }
}
