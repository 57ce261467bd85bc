//! VALUES: `ROW(1, 'a')` as a row is its fields. Rows that have a DECIMAL literal where others have a DOUBLE one:
//! all are DOUBLE, as Trino has it. What is planned from VALUES has its types from DataFusion, which would make
//! decimals of the doubles.

use super::build::function_name;
use super::casts::double;
use sqlparser::ast::{Expr, FunctionArg, FunctionArgExpr, FunctionArguments, SetExpr, UnaryOperator, Value, Values};

/// Rewrites the rows of a query's body, whose expressions are rewritten already.
pub(crate) fn rewrite(body: &mut SetExpr) {
    match body {
        SetExpr::Values(values) => rewrite_rows(values),
        SetExpr::SetOperation { left, right, .. } => {
            rewrite(left);
            rewrite(right);
        }
        _ => {}
    }
}

fn rewrite_rows(values: &mut Values) {
    for row in &mut values.rows {
        if let [only] = row.content.as_slice()
            && let Some(fields) = fields_of_row(only)
        {
            row.content = fields;
        }
    }
    let columns = values.rows.first().map_or(0, |row| row.len());
    for column in 0..columns {
        let mut cells = values.rows.iter().filter_map(|row| row.get(column));
        if !cells.any(is_double) {
            continue;
        }
        for cell in values.rows.iter_mut().filter_map(|row| row.get_mut(column)) {
            if let Some(text) = decimal(cell) {
                *cell = double(text);
            }
        }
    }
}

/// The values of `ROW(…)`, which is rewritten already to pairs of a name and a value.
fn fields_of_row(cell: &Expr) -> Option<Vec<Expr>> {
    match cell {
        Expr::Nested(inner) => fields_of_row(inner),
        Expr::Function(function) if function_name(function) == Some("named_struct") => {
            Some(arguments(&function.args).skip(1).step_by(2).cloned().collect())
        }
        _ => None,
    }
}

/// `1e0`, `-1e0`, `CAST(x AS DOUBLE)`, `nan()`.
fn is_double(cell: &Expr) -> bool {
    match cell {
        Expr::Nested(inner) => is_double(inner),
        Expr::Function(function) => match function_name(function) {
            Some("nan" | "infinity" | "pi" | "e") => true,
            Some(crate::planner::NEGATE) => arguments(&function.args).any(is_double),
            Some(crate::cast::CAST | crate::cast::TRY_CAST) => arguments(&function.args).any(|argument| {
                matches!(argument, Expr::Value(value)
                    if matches!(&value.value, Value::SingleQuotedString(to) if to == "double"))
            }),
            _ => false,
        },
        _ => false,
    }
}

fn arguments(arguments: &FunctionArguments) -> impl Iterator<Item = &Expr> {
    let list = match arguments {
        FunctionArguments::List(list) => list.args.as_slice(),
        _ => &[],
    };
    list.iter().filter_map(|argument| match argument {
        FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => Some(expr),
        _ => None,
    })
}

/// The text of a DECIMAL literal.
fn decimal(cell: &Expr) -> Option<String> {
    match cell {
        Expr::Nested(inner) => decimal(inner),
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => decimal(expr).map(|text| format!("-{text}")),
        Expr::Value(value) => match &value.value {
            Value::Number(text, _) if text.contains('.') => Some(text.to_string()),
            _ => None,
        },
        _ => None,
    }
}
