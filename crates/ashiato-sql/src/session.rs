//! A DataFusion session that speaks the dialects.

use crate::{functions, planner};
use datafusion::config::ConfigOptions;
use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::logical_expr::ScalarUDF;
use datafusion::prelude::SessionConfig;

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
    let mut builder = builder.with_default_features();
    builder.expr_planners().get_or_insert_default().insert(0, std::sync::Arc::new(planner::Operators));
    let mut state = builder.build();
    register(&mut state).expect("registering a function in memory cannot fail");
    SessionStateBuilder::new_from_existing(state)
}

fn register(state: &mut datafusion::execution::session_state::SessionState) -> datafusion::error::Result<()> {
    use datafusion::logical_expr::registry::FunctionRegistry;
    for udf in functions::scalars() {
        make_room(state, &udf);
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
    state.register_function_rewrite(std::sync::Arc::new(planner::Coercions))?;
    Ok(())
}

/// Takes out every function of DataFusion that goes by one of a function's names. A session made from another
/// registers all functions again in no order, and an alias left over would win over the name half the time.
fn make_room(state: &mut datafusion::execution::session_state::SessionState, udf: &ScalarUDF) {
    use datafusion::logical_expr::registry::FunctionRegistry;
    for name in std::iter::once(udf.name()).chain(udf.aliases().iter().map(String::as_str)) {
        if let Ok(other) = state.udf(name) {
            let _ = state.deregister_udf(other.name());
        }
    }
}
