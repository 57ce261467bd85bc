//! What DataFusion says of a wrong query in prose, as Trino says it. Sentences are known by how they start.

use super::{invalid, not_found};
use crate::error::{Error, ErrorKind};
use crate::types::trino_name;
use arrow::datatypes::DataType;

/// The sentence in Trino's words; None for one that is not known.
pub(super) fn translate(said: &str) -> Option<Error> {
    types(said).or_else(|| clauses(said)).or_else(|| columns(said)).or_else(|| calls(said))
}

/// Values of the wrong type.
fn types(said: &str) -> Option<Error> {
    let mismatch = |message: String| Some(invalid("TYPE_MISMATCH", message));
    if said.starts_with("Cannot create filter with non-boolean predicate") {
        let of = trino(said.rsplit("returning ").next()?);
        return mismatch(format!("WHERE clause must evaluate to a boolean: actual type {of}"));
    }
    if let Some(of) = said.strip_prefix("Join condition must be boolean type, but got ") {
        return mismatch(format!("JOIN ON clause must evaluate to a boolean: actual type {}", trino(of)));
    }
    if let Some(of) = said.strip_prefix("Unary operator 'NOT' requires a boolean expression, got ") {
        return mismatch(format!("Value of logical NOT expression must evaluate to a boolean (actual: {})", trino(of)));
    }
    if said.starts_with("LambdaVariable field and schema field mismatch") {
        let message = "The function gives its state another type at each step: the start needs the type that the \
                       lambda returns, as CAST(0 AS DOUBLE)";
        return mismatch(message.to_string());
    }
    if let Some(operation) = said.strip_prefix("Cannot infer common argument type for logical boolean operation ") {
        let sides = operation.split_once(" AND ").or_else(|| operation.split_once(" OR "))?;
        let of = if sides.0 == "Boolean" { sides.1 } else { sides.0 };
        return mismatch(format!("Logical expression term must evaluate to a boolean (actual: {})", trino(of)));
    }
    if said.contains("Failed to unify argument types of make_array") {
        return mismatch("All ARRAY elements must be the same type or coercible to a common type".to_string());
    }
    if let Some((value, of)) = said.strip_prefix("Cannot cast ").and_then(|rest| rest.split_once(" to "))
        && is_interval(value)
        && of.parse::<DataType>().is_ok()
    {
        let of = trino(of);
        let message = format!("Window frame RANGE value type (interval) not compatible with sort item type ({of})");
        return mismatch(message);
    }
    if let Some(rest) = said.strip_prefix("There isn't a common type to coerce ") {
        let (left, rest) = rest.split_once(" and ")?;
        let (right, operator) = rest.split_once(" in ")?;
        let operator = operator.strip_suffix(" expression")?;
        return mismatch(format!("Cannot apply operator: {} {operator} {}", trino(left), trino(right)));
    }
    None
}

/// Whether a value prints as an interval: `1 DAY`.
fn is_interval(value: &str) -> bool {
    let units = ["YEAR", "MON", "DAY", "HOUR", "MIN", "SEC"];
    let unit = value.split_once(' ').filter(|(number, _)| number.parse::<f64>().is_ok()).map(|(_, unit)| unit);
    unit.is_some_and(|unit| units.iter().any(|known| unit.starts_with(known)))
}

/// A clause, or a part of one, that cannot stand as it does.
fn clauses(said: &str) -> Option<Error> {
    if said.starts_with("Aggregate functions are not allowed in the WHERE clause") {
        let message = "WHERE clause cannot contain aggregations, window functions or grouping operations";
        return Some(invalid("EXPRESSION_NOT_SCALAR", message));
    }
    if let Some(condition) = said.strip_prefix("HAVING clause references: ") {
        let message = match first_column(condition) {
            Some(name) => format!("'{name}' must be an aggregate expression or appear in GROUP BY clause"),
            None => "HAVING needs a GROUP BY or an aggregate".to_string(),
        };
        return Some(invalid("EXPRESSION_NOT_AGGREGATE", message));
    }
    let is_correlated = ["OuterReferenceColumn(", "ScalarSubquery(", "Exists(", "InSubquery("]
        .iter()
        .any(|kind| said.starts_with(&format!("Physical plan does not support logical expression {kind}")));
    if is_correlated {
        return Some(correlated());
    }
    let misplaced = ["WindowFunction(", "AggregateFunction("]
        .iter()
        .any(|kind| said.starts_with(&format!("Physical plan does not support logical expression {kind}")));
    if misplaced {
        let message = "WHERE and ON clauses cannot contain aggregations, window functions or grouping operations";
        return Some(invalid("EXPRESSION_NOT_SCALAR", message));
    }
    if said.starts_with("Physical plan does not support logical expression Wildcard") {
        return Some(invalid("SYNTAX_ERROR", "mismatched input '*': only count takes it as its argument"));
    }
    if said.starts_with("Aggregate function calls cannot be nested") {
        return Some(invalid("NESTED_AGGREGATION", "Cannot nest aggregations inside aggregation"));
    }
    if said.starts_with("For SELECT DISTINCT, ORDER BY expressions") {
        let message = "For SELECT DISTINCT, ORDER BY expressions must appear in select list";
        return Some(invalid("EXPRESSION_NOT_IN_DISTINCT", message));
    }
    let is_limit = ["LIMIT must be", "OFFSET must be", "Expected LIMIT to be", "Expected OFFSET to be"];
    if is_limit.iter().any(|start| said.starts_with(start)) {
        let clause = if said.contains("LIMIT") { "LIMIT" } else { "OFFSET" };
        return Some(invalid("SYNTAX_ERROR", format!("{clause} takes a whole number that is not negative")));
    }
    if said.contains("start bound cannot be UNBOUNDED FOLLOWING") {
        return Some(invalid("INVALID_WINDOW_FRAME", "Window frame start cannot be UNBOUNDED FOLLOWING"));
    }
    if said.contains("end bound cannot be UNBOUNDED PRECEDING") {
        return Some(invalid("INVALID_WINDOW_FRAME", "Window frame end cannot be UNBOUNDED PRECEDING"));
    }
    if said.starts_with("Invalid window frame: start bound (") {
        return Some(invalid("INVALID_WINDOW_FRAME", "Window frame cannot end before it starts"));
    }
    None
}

/// A subquery that DataFusion cannot make a join of.
pub(super) fn correlated() -> Error {
    let message = "a correlated subquery of this kind is not supported: LATERAL with a FROM of its own, UNNEST of an \
                   outer column, or a comparison with an outer column other than =";
    Error { kind: ErrorKind::Unsupported, code: "NOT_SUPPORTED", at: None, message: message.to_string() }
}

/// The first column that an expression of DataFusion's names.
fn first_column(expr: &str) -> Option<&str> {
    let is_part = |c: char| c.is_alphanumeric() || ['_', '$', '.'].contains(&c);
    let mut rest = expr;
    while let Some(start) = rest.find(is_part) {
        let word = &rest[start..];
        let end = word.find(|c| !is_part(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        let is_keyword = word.bytes().all(|byte| byte.is_ascii_uppercase());
        if !after.starts_with('(') && !is_keyword && !word.starts_with(|c: char| c.is_ascii_digit()) {
            return word.rsplit('.').next();
        }
        // Past a literal, `Utf8("x")`, whole.
        let is_literal = word.starts_with(|c: char| c.is_ascii_uppercase()) && after.starts_with('(');
        rest = match after.split_once(')') {
            Some((_, behind)) if is_literal => behind,
            _ => after,
        };
    }
    None
}

/// How many columns there are, and which is meant.
fn columns(said: &str) -> Option<Error> {
    if let Some(rest) = said.strip_prefix("Cannot find column with position ") {
        let position = rest.split(' ').next()?;
        let message = format!("GROUP BY position {position} is not in select list");
        return Some(invalid("INVALID_COLUMN_REFERENCE", message));
    }
    if let Some(rest) = said.strip_prefix("Order by column out of bounds, specified: ") {
        let message = format!("ORDER BY position {} is not in select list", rest.split(',').next()?);
        return Some(invalid("INVALID_COLUMN_REFERENCE", message));
    }
    if said.starts_with("Order by index starts at 1") {
        return Some(invalid("INVALID_COLUMN_REFERENCE", "ORDER BY position 0 is not in select list"));
    }
    if let Some((operator, _)) = said.split_once(" queries have different number of columns") {
        return Some(invalid("TYPE_MISMATCH", format!("{operator} query has different number of fields")));
    }
    if said.starts_with("Too many columns! The subquery should only return one column") {
        let message = "Multiple columns returned by subquery are not yet supported";
        return Some(Error { kind: ErrorKind::Unsupported, code: "NOT_SUPPORTED", at: None, message: message.into() });
    }
    if said.starts_with("Scalar subquery returned more than one row") {
        return Some(invalid("SUBQUERY_MULTIPLE_ROWS", "Scalar sub-query has returned multiple rows"));
    }
    if let Some(rest) = said.strip_prefix("WITH query name \"") {
        let message = format!("WITH query name '{}' specified more than once", rest.split('"').next()?);
        return Some(invalid("DUPLICATE_NAMED_QUERY", message));
    }
    if let Some(rest) = said.strip_prefix("Source table contains ") {
        let (has, rest) = rest.split_once(" columns but only ")?;
        let given = rest.split(' ').next()?;
        let message = format!("Column alias list has {given} entries but relation has {has} columns");
        return Some(invalid("MISMATCHED_COLUMN_ALIASES", message));
    }
    if said.starts_with("Inconsistent data length across values list") {
        let expected = said.rsplit(' ').next()?;
        let got = said.split("got ").nth(1)?.split(' ').next()?;
        return Some(invalid("TYPE_MISMATCH", format!("Values rows have mismatched sizes: {expected} vs {got}")));
    }
    if let Some(name) = said.strip_prefix("Invalid qualifier ") {
        return Some(not_found("TABLE_NOT_FOUND", format!("Unable to resolve reference {name}")));
    }
    if let Some(rest) = said.strip_prefix("Unsupported compound identifier '") {
        return Some(invalid("SYNTAX_ERROR", format!("Too many dots in table name: {}", rest.split('\'').next()?)));
    }
    if said.starts_with("SELECT * with no tables specified") {
        return Some(not_found("COLUMN_NOT_FOUND", "SELECT * not allowed in queries without FROM clause".to_string()));
    }
    None
}

/// Arguments and literals.
fn calls(said: &str) -> Option<Error> {
    if let Some(node) = said.strip_prefix("Unsupported ast node in sqltorel: ") {
        if node.starts_with("Lambda(") {
            return Some(invalid("TYPE_MISMATCH", "Lambda expression should always be used inside a function"));
        }
        // The rest is the parser's tree.
        let kind = node.split(|c: char| !c.is_alphanumeric()).next()?;
        let message = format!("an expression of the kind {kind} is not supported");
        return Some(Error { kind: ErrorKind::Unsupported, code: "NOT_SUPPORTED", at: None, message });
    }
    if said.starts_with("NTILE requires a positive integer") {
        return Some(invalid("INVALID_FUNCTION_ARGUMENT", "Buckets must be greater than 0"));
    }
    if said.starts_with("Argument ") && said.contains("to grouping function is not in grouping columns") {
        let message =
            "The arguments to GROUPING() must be expressions referenced by the GROUP BY associated with the query";
        return Some(invalid("INVALID_ARGUMENTS", message));
    }
    if said.starts_with("Invalid HexStringLiteral") {
        return Some(invalid("INVALID_LITERAL", "Binary literal can only contain hexadecimal digits"));
    }
    if let Some(of) = said.strip_prefix("Cannot unnest type: ") {
        return Some(invalid("INVALID_FUNCTION_ARGUMENT", format!("Cannot unnest type: {}", trino(of))));
    }
    None
}

/// An Arrow type's name, as its `Display` gives it, as Trino's.
fn trino(arrow_name: &str) -> String {
    match arrow_name.trim().parse::<DataType>() {
        Ok(of) => trino_name(&of),
        Err(_) => arrow_name.trim().to_lowercase(),
    }
}
