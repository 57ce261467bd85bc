//! `PREPARE`, `EXECUTE`, `DEALLOCATE PREPARE`.

use super::Catalog;
use crate::hive::refusal::{invalid, not_found};
use ashiato_sql::Error;
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::{Argument, Statement};
use serde::{Deserialize, Serialize};

/// A statement kept under a name: plain data, parsed again whenever it is run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedStatement {
    /// Its name.
    pub name: String,
    /// Its text, with a `?` for each value.
    pub text: String,
}

impl Catalog {
    /// Keeps a statement; one of the same name gives way.
    pub fn prepare(&self, name: &str, text: &str) {
        let statement = PreparedStatement { name: name.to_string(), text: text.to_string() };
        self.write().prepared.insert(name.to_string(), statement);
    }

    /// The statement kept under a name.
    ///
    /// # Errors
    /// `NOT_FOUND`.
    pub fn prepared(&self, name: &str) -> Result<PreparedStatement, Error> {
        self.read().prepared.get(name).cloned().ok_or_else(|| missing(name))
    }

    /// The statement that `EXECUTE name USING arguments` runs: the one kept, with a value in place of each `?`.
    ///
    /// # Errors
    /// `NOT_FOUND`; `INVALID_PARAMETER_USAGE` where there are not as many values as `?`.
    pub fn bound(&self, name: &str, arguments: &[Argument]) -> Result<Statement, Error> {
        let mut statement = parse_one(&self.prepared(name)?.text)?.statement;
        let query = match &mut statement {
            Statement::Query(query) => query,
            Statement::Explain(explain) => &mut explain.query,
            Statement::CreateTableAs(create) => &mut create.query,
            Statement::Insert(insert) => &mut insert.query,
            Statement::Unload(unload) => &mut unload.query,
            _ if arguments.is_empty() => return Ok(statement),
            _ => {
                let message =
                    format!("Prepared statement {name} takes no parameters but {} were given", arguments.len());
                return Err(invalid("INVALID_PARAMETER_USAGE", message));
            }
        };
        *query = query.bind(arguments)?;
        Ok(statement)
    }

    /// Forgets a statement.
    ///
    /// # Errors
    /// `NOT_FOUND`.
    pub fn deallocate(&self, name: &str) -> Result<(), Error> {
        self.write().prepared.remove(name).map(drop).ok_or_else(|| missing(name))
    }

    /// The kept statements, by name.
    pub fn prepared_statements(&self) -> Vec<PreparedStatement> {
        self.read().prepared.values().cloned().collect()
    }
}

fn missing(name: &str) -> Error {
    not_found("NOT_FOUND", format!("Prepared statement not found: {name}"))
}
