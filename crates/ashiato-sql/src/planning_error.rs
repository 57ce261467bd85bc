//! DataFusion's planning errors in Trino's words, with the line and column where its diagnostics know them.

mod place;
mod prose;

pub(crate) use place::locate;

use crate::error::{Error, ErrorKind};
use crate::parse::near;
use datafusion::common::{Diagnostic, SchemaError};
use datafusion::error::DataFusionError;

/// Translates an error of planning.
pub fn translate(error: DataFusionError) -> Error {
    let at = place(&error);
    let mut translated = translate_root(error);
    translated.at = translated.at.or(at);
    translated
}

/// What DataFusion said in prose of a wrong query, while it ran or shortly before, in Trino's words; None where the
/// error is of another kind or its sentence is not known.
pub fn in_words_of_trino(error: &DataFusionError) -> Option<Error> {
    if is_of_decorrelation(error) {
        return Some(prose::correlated());
    }
    match error.find_root() {
        DataFusionError::Plan(said) | DataFusionError::Execution(said) | DataFusionError::NotImplemented(said) => {
            prose::translate(said)
        }
        _ => None,
    }
}

/// Whether a rule that makes joins of correlated subqueries failed: the query is right, the rule is not.
fn is_of_decorrelation(error: &DataFusionError) -> bool {
    match error {
        DataFusionError::Context(rule, inner) => {
            ["scalar_subquery_to_join", "decorrelate_lateral_join"].iter().any(|name| rule.contains(name))
                || is_of_decorrelation(inner)
        }
        DataFusionError::Shared(inner) => is_of_decorrelation(inner),
        _ => false,
    }
}

/// The place that the error, or one within it, was given.
fn place(error: &DataFusionError) -> Option<(u64, u64)> {
    let of_diagnostic = |diagnostic: &Diagnostic| diagnostic.span.map(|span| (span.start.line, span.start.column));
    match error {
        DataFusionError::Diagnostic(diagnostic, inner) => of_diagnostic(diagnostic).or_else(|| place(inner)),
        DataFusionError::Context(_, inner) => place(inner),
        DataFusionError::Collection(errors) => errors.first().and_then(place),
        DataFusionError::Shared(inner) => place(inner),
        DataFusionError::SchemaError(schema_error, _) => match schema_error.as_ref() {
            SchemaError::FieldNotFound { field, .. } => {
                field.spans().first().map(|span| (span.start.line, span.start.column))
            }
            _ => None,
        },
        _ => None,
    }
}

fn translate_root(error: DataFusionError) -> Error {
    match error {
        DataFusionError::Diagnostic(_, inner) | DataFusionError::Context(_, inner) => translate_root(*inner),
        DataFusionError::Collection(mut errors) if !errors.is_empty() => translate_root(errors.remove(0)),
        DataFusionError::External(inner) => match inner.downcast::<Error>() {
            Ok(ours) => *ours,
            Err(other) => invalid("GENERIC_USER_ERROR", other.to_string()),
        },
        DataFusionError::SchemaError(schema_error, _) => translate_schema_error(*schema_error),
        DataFusionError::NotImplemented(message) => prose::translate(&message).unwrap_or(Error {
            kind: ErrorKind::Unsupported,
            code: "NOT_SUPPORTED",
            at: None,
            message,
        }),
        DataFusionError::Plan(message) => translate_plan(&message),
        DataFusionError::Execution(message) => {
            prose::translate(&message).unwrap_or_else(|| invalid("GENERIC_USER_ERROR", message))
        }
        other => invalid("GENERIC_USER_ERROR", other.strip_backtrace()),
    }
}

fn translate_schema_error(error: SchemaError) -> Error {
    match error {
        SchemaError::FieldNotFound { field, valid_fields } => {
            let name = match &field.relation {
                Some(relation) => format!("{relation}.{}", field.name),
                None => field.name.clone(),
            };
            let known = valid_fields.iter().map(|valid| valid.name.as_str());
            let hint = match near::nearest(&field.name, known) {
                Some(near) => format!(". Did you mean '{near}'?"),
                None => String::new(),
            };
            not_found("COLUMN_NOT_FOUND", format!("Column '{name}' cannot be resolved{hint}"))
        }
        SchemaError::AmbiguousReference { field } => {
            invalid("AMBIGUOUS_NAME", format!("Column '{}' is ambiguous", field.name))
        }
        SchemaError::DuplicateUnqualifiedField { name } => {
            invalid("DUPLICATE_COLUMN_NAME", format!("Column name '{name}' specified more than once"))
        }
        other => invalid("GENERIC_USER_ERROR", other.to_string()),
    }
}

/// Plans fail with prose: what matters of it is known by how it starts.
fn translate_plan(message: &str) -> Error {
    if let Some(known) = prose::translate(message) {
        return known;
    }
    if let Some(rest) = message.strip_prefix("Invalid function '") {
        let name = rest.split('\'').next().unwrap_or_default();
        let near = rest.split("Did you mean '").nth(1).and_then(|near| near.split('\'').next());
        // DataFusion proposes the nearest name however far it is.
        let near = near.and_then(|near| near::nearest(name, [near]));
        let hint = near.map_or_else(String::new, |near| format!(". Did you mean '{near}'?"));
        return not_found("FUNCTION_NOT_FOUND", format!("Function '{name}' not registered{hint}"));
    }
    // A field of a row, as DataFusion's planner misses it.
    let field = message.strip_prefix("Field ").and_then(|rest| rest.strip_suffix(" not found in struct"));
    if let Some(field) = field {
        return not_found("COLUMN_NOT_FOUND", format!("Column '{field}' cannot be resolved"));
    }
    let table = message.strip_prefix("table '").and_then(|rest| rest.strip_suffix("' not found"));
    if let Some(table) = table {
        return not_found("TABLE_NOT_FOUND", format!("Table '{table}' does not exist"));
    }
    if message.starts_with("Column in ") && message.contains("GROUP BY") {
        let column = message.split("column \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let column = column.rsplit('.').next().unwrap_or(column);
        let message = format!("'{column}' must be an aggregate expression or appear in GROUP BY clause");
        return invalid("EXPRESSION_NOT_AGGREGATE", message);
    }
    if message.starts_with("Column alias list has") {
        return invalid("MISMATCHED_COLUMN_ALIASES", message);
    }
    if let Some((name, _)) = message.split_once("' expects ")
        && let Some(name) = name.strip_prefix("Function '")
    {
        return not_found("FUNCTION_NOT_FOUND", format!("Unexpected parameters for function {name}. {message}"));
    }
    // An error that is already in Trino's form keeps its code.
    if let Some((code, rest)) = message.split_once(": ")
        && let Some(code) = CODES.iter().find(|known| **known == code)
    {
        return invalid(code, rest);
    }
    invalid("GENERIC_USER_ERROR", message)
}

/// The codes that planners and functions of ours put before their messages.
const CODES: [&str; 8] = [
    "TYPE_MISMATCH",
    "NOT_SUPPORTED",
    "INVALID_LITERAL",
    "INVALID_CAST_ARGUMENT",
    "INVALID_FUNCTION_ARGUMENT",
    "DIVISION_BY_ZERO",
    "NUMERIC_VALUE_OUT_OF_RANGE",
    "COLUMN_NOT_FOUND",
];

fn invalid(code: &'static str, message: impl Into<String>) -> Error {
    Error { kind: ErrorKind::Invalid, code, at: None, message: message.into() }
}

fn not_found(code: &'static str, message: String) -> Error {
    Error { kind: ErrorKind::NotFound, code, at: None, message }
}
