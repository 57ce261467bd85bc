//! DISTINCT, FILTER, ORDER BY and OVER belong to aggregations, and OVER to window functions: on any other function
//! they are refused, which DataFusion would ignore.

use super::build::function_name;
use crate::error::{Error, ErrorKind};
use crate::functions;
use sqlparser::ast::{DuplicateTreatment, Expr, Function, FunctionArgumentClause, FunctionArguments, ObjectNamePart};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Calls that are rewritten to other forms before a function is looked up.
const FORMS: [&str; 4] = ["if", "row", "try", "map"];

static SCALARS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut names: HashSet<String> = FORMS.iter().map(|name| name.to_string()).collect();
    let mut add = |name: &str, aliases: &[String]| {
        names.insert(name.to_string());
        names.extend(aliases.iter().cloned());
    };
    for udf in datafusion::functions::all_default_functions().iter().chain(&functions::scalars()) {
        add(udf.name(), udf.aliases());
    }
    for udf in functions::higher_order() {
        add(udf.name(), udf.aliases());
    }
    for udf in functions::aggregates() {
        names.remove(udf.name());
        udf.aliases().iter().for_each(|alias| {
            names.remove(alias);
        });
    }
    names
});

/// Whether calls of this name are of one row each.
pub(crate) fn is_scalar(name: &str) -> bool {
    SCALARS.contains(name)
}

/// Refuses what does not belong to a scalar function.
///
/// # Errors
/// `FUNCTION_NOT_AGGREGATE`, `FUNCTION_NOT_WINDOW`.
pub(crate) fn check(expr: &Expr) -> Result<(), Error> {
    let Expr::Function(function) = expr else { return Ok(()) };
    let Some(name) = function_name(function) else { return Ok(()) };
    let found = match () {
        () if function.over.is_some() => ("FUNCTION_NOT_WINDOW", format!("Not a window function: {name}")),
        () if is_distinct(function) => {
            ("FUNCTION_NOT_AGGREGATE", "DISTINCT is not supported for non-aggregation functions".to_string())
        }
        () if function.filter.is_some() => {
            ("FUNCTION_NOT_AGGREGATE", "Filter is only valid for aggregation functions".to_string())
        }
        () if is_ordered(function) => {
            ("FUNCTION_NOT_AGGREGATE", "ORDER BY is only valid for aggregation functions".to_string())
        }
        () => return Ok(()),
    };
    if !is_scalar(name) {
        return Ok(());
    }
    let (code, message) = found;
    Err(Error { kind: ErrorKind::Invalid, code, at: place(function), message })
}

fn is_distinct(function: &Function) -> bool {
    matches!(&function.args, FunctionArguments::List(list)
        if list.duplicate_treatment == Some(DuplicateTreatment::Distinct))
}

fn is_ordered(function: &Function) -> bool {
    matches!(&function.args, FunctionArguments::List(list)
        if list.clauses.iter().any(|clause| matches!(clause, FunctionArgumentClause::OrderBy(_))))
}

fn place(function: &Function) -> Option<(u64, u64)> {
    let Some(ObjectNamePart::Identifier(name)) = function.name.0.first() else { return None };
    Some(name.span.start).filter(|start| start.line > 0).map(|start| (start.line, start.column))
}
