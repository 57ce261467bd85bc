//! `CREATE EXTERNAL TABLE`, `DROP TABLE`.

use super::{Catalog, Fault, QualifiedName, Relation, stored_table, validation};
use crate::error::ErrorKind;
use crate::hive::refusal::invalid;
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, TableDefinition, TableName};
use chrono::{DateTime, Utc};

/// The property by which Hive keeps the time of a table's last change, in seconds since 1970.
pub(super) const CHANGED_AT: &str = "transient_lastDdlTime";

impl Catalog {
    /// Adds a table; `database` is the one meant where its name says none.
    ///
    /// # Errors
    /// `AlreadyExistsException` unless the statement says `IF NOT EXISTS`; `NOT_SUPPORTED` for a format without a
    /// reader, by name; what else makes a definition wrong.
    pub async fn create_table(
        &self,
        definition: &TableDefinition,
        database: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Fault> {
        let name = QualifiedName::of(&definition.name, database)?;
        self.expect_database(&name.database).await?;
        let is_taken = self.exists(&name).await?;
        if is_taken {
            return if definition.if_not_exists { Ok(()) } else { Err(already_exists(&name).into()) };
        }
        validation::check(definition)?;
        let mut definition = definition.clone();
        definition.name =
            TableName { catalog: None, database: Some(name.database.clone()), table: name.table.clone(), at: None };
        let table = stored_table::stored(&definition, now.timestamp_millis());
        match self.store.create_table(table).await {
            Err(error) if error.kind == ErrorKind::Conflict && definition.if_not_exists => Ok(()),
            Err(error) if error.kind == ErrorKind::Conflict => Err(already_exists(&name).into()),
            done => Ok(done?),
        }
    }

    /// Whether a table or view of this name exists.
    ///
    /// # Errors
    /// The store's.
    pub async fn exists(&self, name: &QualifiedName) -> Result<bool, Fault> {
        Ok(self.provided(name).is_some() || self.store.table(name).await?.is_some())
    }

    /// Takes a table away; its files stay.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND` unless `if_exists`; `INVALID_TABLE` for a view or a table of the session's own.
    pub async fn drop_table(&self, name: &TableName, database: &str, if_exists: bool) -> Result<(), Fault> {
        let stored = match self.stored_table(name, database).await {
            Ok(stored) => stored,
            Err(fault) if if_exists && fault.is_not_found() => return Ok(()),
            Err(fault) => return Err(fault),
        };
        Ok(self.store.delete_table(&stored.qualified_name()).await?)
    }

    /// Makes a table of the session's own known, so that it is listed and described; what the store has under the
    /// name is hidden.
    pub fn provide(&self, name: QualifiedName, columns: Vec<ColumnDefinition>) {
        self.provided.write().expect("no operation panics while it holds the names").insert(name, columns);
    }
}

pub(super) fn already_exists(name: &QualifiedName) -> Error {
    invalid("AlreadyExistsException", format!("Table {name} already exists"))
}

impl Relation {
    /// The error of an operation that takes tables only.
    pub(super) fn is_no_table(&self, name: &QualifiedName) -> Error {
        is_no_table(
            name,
            match self {
                Relation::View(_) => "is a view",
                Relation::Provided(_) => "belongs to the session and was not made by CREATE TABLE",
                Relation::Table(_) => "is a table",
            },
        )
    }
}

pub(super) fn is_no_table(name: &QualifiedName, what: &str) -> Error {
    invalid("INVALID_TABLE", format!("{name} {what}"))
}
