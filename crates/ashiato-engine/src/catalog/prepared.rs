//! `PREPARE`, `EXECUTE`, `DEALLOCATE PREPARE`.

use super::Catalog;
use crate::hive::refusal::not_found;
use ashiato_sql::Error;
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

    /// The statement kept under a name. Its values are bound by `Query::bind`.
    ///
    /// # Errors
    /// `NOT_FOUND`.
    pub fn prepared(&self, name: &str) -> Result<PreparedStatement, Error> {
        self.read().prepared.get(name).cloned().ok_or_else(|| missing(name))
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
