//! From text to trees: telling statements apart, and parsing each with the grammar that is its own.

mod dialect;

pub use dialect::TrinoDialect;

use crate::error::{Error, ErrorKind};
use sqlparser::ast::Statement;
use sqlparser::parser::Parser;

/// Parses one SELECT (or EXPLAIN, …) statement of Trino SQL.
///
/// # Errors
/// `SYNTAX_ERROR` with line and column.
pub fn parse_trino(sql: &str) -> Result<Statement, Error> {
    let parsed = Parser::new(&TrinoDialect).try_with_sql(sql).and_then(|mut parser| parser.parse_statement());
    parsed.map_err(|error| Error {
        kind: ErrorKind::Invalid,
        code: "SYNTAX_ERROR",
        at: None,
        message: error.to_string(),
    })
}
