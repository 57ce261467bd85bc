//! `SUBSTRING(x FROM a FOR b)` and `POSITION(a IN x)`, which the SQL planner hands to an expression planner instead
//! of looking up a function: planned with this dialect's `substr` and `strpos`.

use datafusion::error::Result;
use datafusion::logical_expr::Expr;
use datafusion::logical_expr::expr::ScalarFunction;
use datafusion::logical_expr::planner::{ExprPlanner, PlannerResult};

/// To be asked before DataFusion's own planners.
#[derive(Debug, Default)]
pub struct TextPlanner;

impl ExprPlanner for TextPlanner {
    fn plan_substring(&self, args: Vec<Expr>) -> Result<PlannerResult<Vec<Expr>>> {
        let call = ScalarFunction::new_udf(super::substr::function(), args);
        Ok(PlannerResult::Planned(Expr::ScalarFunction(call)))
    }

    fn plan_position(&self, args: Vec<Expr>) -> Result<PlannerResult<Vec<Expr>>> {
        let call = ScalarFunction::new_udf(super::strpos::function(), args);
        Ok(PlannerResult::Planned(Expr::ScalarFunction(call)))
    }
}
