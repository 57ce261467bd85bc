//! The planning of a query: the tree to a plan, and the names that its columns print.

use crate::ambiguous;
use crate::deep_stack::DeepStack;
use crate::error::{Error, ErrorKind};
use crate::giving_up;
use crate::hidden_columns;
use crate::integer_literals;
use crate::plan_size;
use crate::planning_error;
use crate::rewrite::output_names;
use crate::statement::{Dialect, Query};
use datafusion::common::Column;
use datafusion::execution::session_state::SessionState;
use datafusion::logical_expr::{Expr, LogicalPlan, LogicalPlanBuilder};
use datafusion::sql::parser::Statement;

/// A query's plan, and what its columns are called.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The plan. Its columns may have names of ours, so that each has its own.
    pub plan: LogicalPlan,
    /// The columns' names as the dialect prints them: some may be alike.
    pub output_names: Vec<String>,
}

impl Planned {
    /// The position of the first column that the query gives no name, from 0.
    pub fn unnamed(&self) -> Option<usize> {
        let mut fields = self.plan.schema().fields().iter().zip(&self.output_names).enumerate();
        let unnamed =
            fields.find(|(position, (field, name))| field.name() != *name && **name == format!("_col{position}"));
        unnamed.map(|(position, _)| position)
    }

    /// The plan with its columns under their printed names, for a view or a new table.
    ///
    /// # Errors
    /// `DUPLICATE_COLUMN_NAME` where two columns have one name.
    pub fn into_named_plan(self) -> Result<LogicalPlan, Error> {
        for (index, name) in self.output_names.iter().enumerate() {
            if self.output_names[..index].contains(name) {
                let message = format!("Column name '{name}' specified more than once");
                return Err(Error { kind: ErrorKind::Invalid, code: "DUPLICATE_COLUMN_NAME", at: None, message });
            }
        }
        let columns = self.plan.schema().columns();
        let is_named = columns.iter().zip(&self.output_names).all(|(column, name)| column.name == *name);
        if is_named {
            return Ok(self.plan);
        }
        let named = columns.into_iter().zip(&self.output_names);
        let named = named.map(|(column, name): (Column, &String)| Expr::Column(column).alias(name));
        let plan = LogicalPlanBuilder::from(self.plan).project(named.collect::<Vec<_>>());
        plan.and_then(LogicalPlanBuilder::build).map_err(planning_error::translate)
    }
}

/// Plans a query.
///
/// # Errors
/// In Trino's words: `COLUMN_NOT_FOUND`, `TABLE_NOT_FOUND`, `FUNCTION_NOT_FOUND`, `TYPE_MISMATCH` and so on;
/// `INVALID_PARAMETER_USAGE` while a `?` has no value; `QUERY_HAS_TOO_MANY_STAGES` where the plan would be too large.
pub async fn plan(state: &SessionState, query: &Query, dialect: Dialect) -> Result<Planned, Error> {
    if query.parameters() > 0 {
        let message = format!("Incorrect number of parameters: expected {} but found 0", query.parameters());
        return Err(Error { kind: ErrorKind::Invalid, code: "INVALID_PARAMETER_USAGE", at: None, message });
    }
    let plan = DeepStack::new(async {
        let statement = Statement::Statement(Box::new(query.to_sql_statement()));
        giving_up::check()?;
        let plan = state.statement_to_plan(statement).await?;
        giving_up::check()?;
        plan_size::check(&plan)?;
        let plan = hidden_columns::leave_out(plan)?;
        let plan = integer_literals::narrow(plan)?;
        ambiguous::check(&plan)?;
        giving_up::check()?;
        // What is wrong with types is told now, when the query is planned, and not when it runs.
        state.analyzer().execute_and_check(plan.clone(), state.config_options(), |_, _| {})?;
        Ok(plan)
    });
    let plan = plan
        .await
        .map_err(|error| planning_error::locate(planning_error::translate(error), &query.tree, &query.operators))?;
    let begins_with_values = output_names::begins_with_values(&query.tree.body);
    let output_names = plan.schema().fields().iter().enumerate().map(|(position, field)| {
        match (dialect, query.typed_names.get(field.name())) {
            _ if begins_with_values => output_names::unnamed(position),
            (Dialect::Lake, Some(typed)) => typed.clone(),
            _ => output_names::output_name(field.name(), position),
        }
    });
    let output_names = output_names.collect();
    Ok(Planned { plan, output_names })
}
