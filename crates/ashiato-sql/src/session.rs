//! A DataFusion session that speaks the dialects.

use crate::functions;
use datafusion::config::ConfigOptions;
use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::prelude::SessionConfig;
use std::collections::HashSet;
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
    let mut builder = builder.with_default_features();
    builder.expr_planners().get_or_insert_default().insert(0, Arc::new(functions::text::TextPlanner));
    drop_overridden(&mut builder);
    let mut state = builder.build();
    register(&mut state).expect("registering a function in memory cannot fail");
    SessionStateBuilder::new_from_existing(state)
}

/// Takes out DataFusion's functions that share a name or an alias with one of ours, of whatever sort: of two sorts,
/// the planner asks for scalar functions first. Registering ours over them is not enough: a state made from another
/// registers all functions again, with their aliases, in no certain order.
fn drop_overridden(builder: &mut SessionStateBuilder) {
    let (scalars, higher_order) = (functions::scalars(), functions::higher_order());
    let (aggregates, windows) = (functions::aggregates(), functions::windows());
    let ours: HashSet<&str> = (scalars.iter().flat_map(|udf| names(udf.name(), udf.aliases())))
        .chain(higher_order.iter().flat_map(|udf| names(udf.name(), udf.aliases())))
        .chain(aggregates.iter().flat_map(|udf| names(udf.name(), udf.aliases())))
        .chain(windows.iter().flat_map(|udf| names(udf.name(), udf.aliases())))
        .collect();
    let kept =
        |name: &str, aliases: &[String]| !ours.contains(name) && !aliases.iter().any(|alias| ours.contains(&**alias));
    builder.scalar_functions().get_or_insert_default().retain(|udf| kept(udf.name(), udf.aliases()));
    builder.higher_order_functions().get_or_insert_default().retain(|udf| kept(udf.name(), udf.aliases()));
    builder.aggregate_functions().get_or_insert_default().retain(|udf| kept(udf.name(), udf.aliases()));
    builder.window_functions().get_or_insert_default().retain(|udf| kept(udf.name(), udf.aliases()));
}

fn names<'a>(name: &'a str, aliases: &'a [String]) -> impl Iterator<Item = &'a str> {
    std::iter::once(name).chain(aliases.iter().map(String::as_str))
}

fn register(state: &mut datafusion::execution::session_state::SessionState) -> datafusion::error::Result<()> {
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
    Ok(())
}
