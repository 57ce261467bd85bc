//! Calls of aggregate and window functions that DataFusion takes and Trino does not.

use super::comparison::literal_name;
use super::orderable::{check_keys, is_orderable};
use super::type_of;
use crate::failure::failure;
use arrow::datatypes::DataType;
use datafusion::common::{DFSchema, Result, ScalarValue};
use datafusion::logical_expr::Expr;
use datafusion::logical_expr::expr::{AggregateFunction, WindowFunction};

/// Refuses a call of an aggregate function.
pub(super) fn check_aggregate(call: &AggregateFunction, schema: &DFSchema) -> Result<()> {
    let name = call.func.name();
    check_filter(call.params.filter.as_deref(), schema)?;
    check_arguments(name, &call.params.args, schema)?;
    check_keys(&call.params.order_by, schema, "ORDER BY of an aggregation")
}

/// Refuses a call with OVER.
pub(super) fn check_window(call: &WindowFunction, schema: &DFSchema) -> Result<()> {
    let name = call.fun.name();
    let params = &call.params;
    check_filter(params.filter.as_deref(), schema)?;
    check_arguments(name, &params.args, schema)?;
    check_keys(&params.order_by, schema, "window function ORDER BY")?;
    let offset = params.args.get(1).and_then(|offset| match offset {
        Expr::Literal(ScalarValue::Int64(offset), _) => *offset,
        Expr::Literal(ScalarValue::Int32(offset), _) => offset.map(i64::from),
        _ => None,
    });
    match (name, offset) {
        ("lag" | "lead", Some(..0)) => {
            return Err(failure("INVALID_FUNCTION_ARGUMENT", "Offset must be at least 0"));
        }
        ("nth_value", Some(..1)) => {
            return Err(failure("INVALID_FUNCTION_ARGUMENT", "Offset must be at least 1"));
        }
        _ => {}
    }
    // The value where there is no such row is of the type of those where there is one.
    if let ("lag" | "lead", [value, _, default]) = (name, params.args.as_slice())
        && let Some((of, default_of)) = type_of(value, schema).zip(type_of(default, schema))
        && !super::nested::compare(&of, &default_of)
    {
        return Err(unexpected(name, &params.args, schema));
    }
    Ok(())
}

fn check_filter(filter: Option<&Expr>, schema: &DFSchema) -> Result<()> {
    let Some(filter) = filter else { return Ok(()) };
    match type_of(filter, schema) {
        None | Some(DataType::Boolean | DataType::Null) => Ok(()),
        Some(of) => {
            let of = literal_name(filter, &of);
            let message = format!("Filter expression must evaluate to a boolean (actual: {of})");
            Err(failure("TYPE_MISMATCH", message))
        }
    }
}

fn check_arguments(name: &str, arguments: &[Expr], schema: &DFSchema) -> Result<()> {
    let ordered = match name {
        "max" | "min" | "$max_n" | "$min_n" => arguments.first(),
        "max_by" | "min_by" => arguments.get(1),
        _ => None,
    };
    let has_no_order = ordered.and_then(|ordered| type_of(ordered, schema)).is_some_and(|of| !is_orderable(&of));
    let are_too_many = name == "count" && arguments.len() > 1;
    if has_no_order || are_too_many { Err(unexpected(name, arguments, schema)) } else { Ok(()) }
}

fn unexpected(name: &str, arguments: &[Expr], schema: &DFSchema) -> datafusion::error::DataFusionError {
    let name = name.trim_start_matches('$').trim_end_matches("_n");
    let types = arguments.iter().map(|argument| match type_of(argument, schema) {
        Some(of) => literal_name(argument, &of),
        None => "unknown".to_string(),
    });
    let types = types.collect::<Vec<_>>().join(", ");
    let expected = match name {
        "count" => "count(), count(T)",
        "max" => "max(E, bigint), max(T)",
        "min" => "min(E, bigint), min(T)",
        "max_by" => "max_by(V, K), max_by(V, K, bigint)",
        "min_by" => "min_by(V, K), min_by(V, K, bigint)",
        "lag" => "lag(T), lag(T, bigint), lag(T, bigint, T)",
        _ => "lead(T), lead(T, bigint), lead(T, bigint, T)",
    };
    let message = format!("Unexpected parameters ({types}) for function {name}. Expected: {expected}");
    failure("FUNCTION_NOT_FOUND", message)
}
