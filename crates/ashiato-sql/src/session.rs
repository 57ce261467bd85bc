//! A DataFusion session that speaks the dialects.

pub use crate::planning::{Planned, plan};

use crate::functions;
use crate::rewrite::{positions::positions, row_ordinal::RowOrdinal, unnest_plan::UnnestPlanner};
use datafusion::config::ConfigOptions;
use datafusion::execution::session_state::{SessionState, SessionStateBuilder};
use datafusion::logical_expr::planner::ExprPlanner;
use datafusion::prelude::SessionConfig;
use std::sync::Arc;

/// The settings that the dialects need, beside whatever the caller sets (target partitions, batch size).
pub fn dialect_config(config: SessionConfig) -> SessionConfig {
    let mut config = config.with_information_schema(true);
    let options: &mut ConfigOptions = config.options_mut();
    options.sql_parser.default_null_ordering = "nulls_last".to_string();
    options.sql_parser.enable_ident_normalization = false;
    options.sql_parser.map_string_types_to_utf8view = true;
    options.sql_parser.collect_spans = true;
    options.sql_parser.dialect = datafusion::config::Dialect::Databricks;
    config
}

/// Adds the dialects' functions and planners to a session. Ours win over DataFusion's of the same name.
pub fn dialect_state(builder: SessionStateBuilder) -> SessionStateBuilder {
    let mut state = builder.with_default_features().build();
    register(&mut state).expect("registering a function in memory cannot fail");
    // The planners asked first win.
    let mut planners = expr_planners();
    planners.extend(state.expr_planners().iter().cloned());
    SessionStateBuilder::new_from_existing(state).with_expr_planners(planners)
}

fn expr_planners() -> Vec<Arc<dyn ExprPlanner>> {
    vec![Arc::new(RowOrdinal)]
}

fn register(state: &mut SessionState) -> datafusion::error::Result<()> {
    use datafusion::logical_expr::registry::FunctionRegistry;
    for udf in functions::scalars() {
        state.register_udf(udf)?;
    }
    for udaf in functions::aggregates() {
        state.register_udaf(udaf)?;
    }
    for udwf in functions::windows() {
        state.register_udwf(udwf)?;
    }
    for udf in functions::higher_order() {
        state.register_higher_order_function(udf)?;
    }
    state.register_udf(positions())?;
    state.register_relation_planner(Arc::new(UnnestPlanner))?;
    Ok(())
}
