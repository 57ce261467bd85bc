//! `PREPARE`, `EXECUTE`, `DEALLOCATE PREPARE`.

use super::{Catalog, Fault};
use crate::error::ErrorKind;
use crate::hive::refusal::not_found;
use ashiato_sql::Error;
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::{Argument, Statement};
use serde::{Deserialize, Serialize};

/// A statement kept under a name: plain data, parsed again whenever it is run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PreparedStatement {
    /// Its name.
    pub name: String,
    /// Its text, with a `?` for each value.
    pub text: String,
    /// What it is for.
    pub description: Option<String>,
    /// When it was last changed, in milliseconds since 1970.
    pub updated_at: i64,
}

impl Catalog {
    /// Keeps a statement; one of the same name gives way.
    ///
    /// # Errors
    /// The store's.
    pub async fn prepare(&self, name: &str, text: &str, now: i64) -> Result<(), Fault> {
        let statement =
            PreparedStatement { name: name.to_string(), text: text.to_string(), description: None, updated_at: now };
        Ok(self.store.put_prepared_statement(statement).await?)
    }

    /// The statement kept under a name.
    ///
    /// # Errors
    /// `NOT_FOUND`.
    pub async fn prepared(&self, name: &str) -> Result<PreparedStatement, Fault> {
        self.store.prepared_statement(name).await?.ok_or_else(|| missing(name).into())
    }

    /// The statement that `EXECUTE name USING arguments` runs: the one kept, with a value in place of each `?`.
    ///
    /// # Errors
    /// `NOT_FOUND`; `INVALID_PARAMETER_USAGE` where there are not as many values as `?`.
    pub async fn bound(&self, name: &str, arguments: &[Argument]) -> Result<Statement, Fault> {
        Ok(parse_one(&self.prepared(name).await?.text)?.statement.bind(arguments)?)
    }

    /// Forgets a statement.
    ///
    /// # Errors
    /// `NOT_FOUND`.
    pub async fn deallocate(&self, name: &str) -> Result<(), Fault> {
        match self.store.delete_prepared_statement(name).await {
            Err(error) if error.kind == ErrorKind::NotFound => Err(missing(name).into()),
            done => Ok(done?),
        }
    }

    /// The kept statements, by name.
    ///
    /// # Errors
    /// The store's.
    pub async fn prepared_statements(&self) -> Result<Vec<PreparedStatement>, Fault> {
        Ok(self.store.prepared_statements().await?)
    }
}

fn missing(name: &str) -> Error {
    not_found("NOT_FOUND", format!("Prepared statement not found: {name}"))
}
