//! `EXPLAIN`: in Athena's columns (`Query Plan`, a row for each line; `Valid`), the plans being this engine's own.

use crate::answer::{Answer, AnswerKind};
use crate::catalog::{CATALOG, QualifiedName, Rows};
use crate::definitions::shown;
use crate::error::{Error, ErrorKind};
use crate::failure;
use crate::planning;
use crate::session::{Session, execute};
use arrow::array::AsArray;
use ashiato_sql::statement::{Explain, ExplainFormat, ExplainOf, Query};
use datafusion::execution::session_state::SessionState;
use datafusion::logical_expr::{LogicalPlan, LogicalPlanBuilder};
use datafusion::physical_plan::displayable;
use futures::TryStreamExt;
use serde_json::json;

impl Session {
    /// Plans a query, and tells of it.
    ///
    /// # Errors
    /// The query's.
    pub(crate) async fn explain(&self, explain: &Explain) -> Result<Answer, Error> {
        let (state, plan, _) = self.plan(&explain.query).await?;
        let text = match explain.of {
            ExplainOf::Validate => return shown(&Rows::of("Valid", ["true".to_string()])),
            ExplainOf::Io => self.tables_read(&explain.query)?,
            ExplainOf::Analyze => analyzed(&state, plan, false).await?,
            ExplainOf::AnalyzeVerbose => analyzed(&state, plan, true).await?,
            ExplainOf::Logical => logical(&planning::optimized(&state, &plan).await?, explain.format),
            ExplainOf::Distributed => match explain.format {
                ExplainFormat::Text => physical(&state, &plan).await?,
                format => logical(&planning::optimized(&state, &plan).await?, format),
            },
        };
        shown(&Rows::of("Query Plan", text.lines().map(str::to_string)))
    }

    /// The tables that a query names, as `TYPE IO` lists them.
    fn tables_read(&self, query: &Query) -> Result<String, Error> {
        let mut tables = Vec::new();
        for table in query.tables() {
            let name = QualifiedName::of(table, &self.tables.database)?;
            let schema_table = json!({ "schema": name.database, "table": name.table });
            tables.push(json!({ "table": { "catalog": CATALOG, "schemaTable": schema_table } }));
        }
        let document = json!({ "inputTableColumnInfos": tables });
        serde_json::to_string_pretty(&document).map_err(|error| {
            Error::new(ErrorKind::Internal, "INTERNAL_ERROR: the plan cannot be written").because(error)
        })
    }
}

fn logical(plan: &LogicalPlan, format: ExplainFormat) -> String {
    match format {
        ExplainFormat::Text => plan.display_indent().to_string(),
        ExplainFormat::Json => plan.display_pg_json().to_string(),
        ExplainFormat::Graphviz => plan.display_graphviz().to_string(),
    }
}

async fn physical(state: &SessionState, plan: &LogicalPlan) -> Result<String, Error> {
    let physical = planning::physical(state, plan).await?;
    Ok(displayable(physical.as_ref()).indent(false).to_string())
}

/// Runs the query for its figures. What it gives is a plan's name and its text in each row.
async fn analyzed(state: &SessionState, plan: LogicalPlan, verbose: bool) -> Result<String, Error> {
    let plan = LogicalPlanBuilder::from(plan).explain(verbose, true).and_then(LogicalPlanBuilder::build);
    let answer = execute(state, plan.map_err(failure::of_planning)?, None, AnswerKind::Text).await?;
    let batches: Vec<_> = answer.stream.try_collect().await.map_err(failure::of_execution)?;
    let mut text = String::new();
    for batch in &batches {
        let plans = arrow::compute::cast(batch.column(1), &arrow::datatypes::DataType::Utf8);
        let plans = plans.map_err(|error| failure::of_execution(error.into()))?;
        for plan in plans.as_string::<i32>().iter().flatten() {
            text.push_str(plan);
            text.push('\n');
        }
    }
    Ok(text)
}
