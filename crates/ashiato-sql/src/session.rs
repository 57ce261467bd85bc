//! A DataFusion session that speaks the dialects, and the planning of a query in it.

use crate::giving_up::{StillWanted, looking};
use crate::recursion_limit::RecursionLimit;
use crate::rewrite::grouped_names::GroupedNamesPlanner;
use crate::rewrite::repeated_stars::StarPlanner;
use crate::rewrite::{positions::positions, row_ordinal::RowOrdinal, unnest_plan::UnnestPlanner};
use crate::{functions, planner};
use datafusion::config::ConfigOptions;
use datafusion::execution::session_state::{SessionState, SessionStateBuilder};
use datafusion::logical_expr::planner::ExprPlanner;
use datafusion::logical_expr::registry::FunctionRegistry;
use datafusion::prelude::SessionConfig;
use std::sync::Arc;

pub use crate::planning::{Planned, plan};

/// The settings that the dialects need, beside whatever the caller sets (target partitions, batch size).
pub fn dialect_config(config: SessionConfig) -> SessionConfig {
    let mut config = config;
    let options: &mut ConfigOptions = config.options_mut();
    options.sql_parser.default_null_ordering = "nulls_last".to_string();
    options.sql_parser.enable_ident_normalization = false;
    options.sql_parser.map_string_types_to_utf8view = true;
    options.sql_parser.collect_spans = true;
    options.sql_parser.parse_float_as_decimal = true;
    options.sql_parser.dialect = datafusion::config::Dialect::Databricks;
    config
}

/// Adds the dialects' functions and planners to a session. Ours win over DataFusion's of the same name.
pub fn dialect_state(builder: SessionStateBuilder) -> SessionStateBuilder {
    let mut builder = builder.with_default_features();
    // The planners asked first win.
    let planners = builder.expr_planners().get_or_insert_default();
    planners.splice(0..0, expr_planners());
    let analyzer = builder.analyzer().get_or_insert_default();
    analyzer.rules.insert(0, Arc::new(planner::SetOperations));
    analyzer.rules.insert(1, Arc::new(planner::SortKeys));
    analyzer.rules.insert(2, Arc::new(planner::MapKeys));
    let mut state = builder.build();
    register(&mut state).expect("registering a function in memory cannot fail");
    let mut builder =
        SessionStateBuilder::new_from_existing(state).with_physical_optimizer_rule(Arc::new(RecursionLimit));
    let analyzer = builder.analyzer().get_or_insert_default();
    analyzer.rules = looking(std::mem::take(&mut analyzer.rules), Arc::new(StillWanted));
    let optimizer = builder.optimizer().get_or_insert_default();
    optimizer.rules = looking(std::mem::take(&mut optimizer.rules), Arc::new(StillWanted));
    let physical = builder.physical_optimizers().get_or_insert_default();
    physical.rules = looking(std::mem::take(&mut physical.rules), Arc::new(StillWanted));
    builder
}

fn expr_planners() -> Vec<Arc<dyn ExprPlanner>> {
    vec![Arc::new(RowOrdinal), Arc::new(planner::Operators), Arc::new(functions::text::TextPlanner)]
}

fn register(state: &mut SessionState) -> datafusion::error::Result<()> {
    for udf in functions::scalars() {
        make_room(state, udf.name(), udf.aliases());
        state.register_udf(udf)?;
    }
    for udaf in functions::aggregates() {
        make_room(state, udaf.name(), udaf.aliases());
        state.register_udaf(udaf)?;
    }
    for udwf in functions::windows() {
        make_room(state, udwf.name(), udwf.aliases());
        state.register_udwf(udwf)?;
    }
    for udf in functions::higher_order() {
        make_room(state, udf.name(), udf.aliases());
        state.register_higher_order_function(udf)?;
    }
    state.register_udf(positions())?;
    state.register_relation_planner(Arc::new(UnnestPlanner))?;
    state.register_relation_planner(Arc::new(StarPlanner))?;
    state.register_relation_planner(Arc::new(GroupedNamesPlanner))?;
    state.register_function_rewrite(Arc::new(planner::Coercions))?;
    Ok(())
}

/// Takes out every function of DataFusion that goes by one of the names of ours. A session made from another
/// registers all functions again in no order, and an alias left over would win over a name half the time.
fn make_room(state: &mut SessionState, name: &str, aliases: &[String]) {
    for name in std::iter::once(name).chain(aliases.iter().map(String::as_str)) {
        if let Ok(other) = state.udf(name) {
            let _ = state.deregister_udf(other.name());
        }
        if let Ok(other) = state.udaf(name) {
            let _ = state.deregister_udaf(other.name());
        }
        if let Ok(other) = state.udwf(name) {
            let _ = state.deregister_udwf(other.name());
        }
        if let Ok(other) = state.higher_order_function(name) {
            let _ = state.deregister_higher_order_function(other.name());
        }
    }
}
