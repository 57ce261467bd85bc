//! `CREATE EXTERNAL TABLE`, `DROP TABLE`.

use super::{Catalog, QualifiedName, Relation, validation};
use crate::hive::HiveTable;
use crate::hive::refusal::invalid;
use ashiato_sql::statement::{ColumnDefinition, TableDefinition, TableName};
use ashiato_sql::{Error, ErrorKind};
use chrono::{DateTime, Utc};

/// The property by which Hive keeps the time of a table's last change, in seconds since 1970.
pub(super) const CHANGED_AT: &str = "transient_lastDdlTime";

impl Catalog {
    /// Adds a table; `database` is the one meant where its name says none.
    ///
    /// # Errors
    /// `AlreadyExistsException` unless the statement says `IF NOT EXISTS`; `NOT_SUPPORTED` for a format without a
    /// reader, by name; what else makes a definition wrong.
    pub fn create_table(&self, definition: &TableDefinition, database: &str, now: DateTime<Utc>) -> Result<(), Error> {
        let name = QualifiedName::of(&definition.name, database)?;
        let mut state = self.write();
        let relations = &mut state.database_mut(&name.database)?.relations;
        if relations.contains_key(&name.table) {
            return if definition.if_not_exists { Ok(()) } else { Err(already_exists(&name)) };
        }
        validation::check(definition)?;
        let mut definition = definition.clone();
        definition.name =
            TableName { catalog: None, database: Some(name.database.clone()), table: name.table.clone(), at: None };
        definition.if_not_exists = false;
        if !definition.properties.iter().any(|(key, _)| key == CHANGED_AT) {
            definition.properties.push((CHANGED_AT.to_string(), now.timestamp().to_string()));
        }
        relations.insert(name.table, Relation::Table(Box::new(HiveTable::new(definition))));
        Ok(())
    }

    /// Takes a table away; its files stay.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND` unless `if_exists`; `INVALID_TABLE` for a view or a table of the session's own.
    pub fn drop_table(&self, name: &TableName, database: &str, if_exists: bool) -> Result<(), Error> {
        let mut state = self.write();
        let qualified = QualifiedName::of(name, database)?;
        match state.table_mut(&qualified, name) {
            Ok(_) => {}
            Err(error) if if_exists && error.kind == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        }
        state.database_mut(&qualified.database)?.relations.remove(&qualified.table);
        Ok(())
    }

    /// Makes a table of the session's own known, so that it is listed and described; what had the name gives way.
    ///
    /// # Errors
    /// `SCHEMA_NOT_FOUND`.
    pub fn provide(&self, name: &QualifiedName, columns: Vec<ColumnDefinition>) -> Result<(), Error> {
        let mut state = self.write();
        state.database_mut(&name.database)?.relations.insert(name.table.clone(), Relation::Provided(columns));
        Ok(())
    }
}

pub(super) fn already_exists(name: &QualifiedName) -> Error {
    invalid("AlreadyExistsException", format!("Table {name} already exists"))
}

impl Relation {
    /// The error of an operation that takes tables only.
    pub(super) fn is_no_table(&self, name: &QualifiedName) -> Error {
        let what = match self {
            Relation::View(_) => "is a view",
            Relation::Provided(_) => "belongs to the session and was not made by CREATE TABLE",
            Relation::Table(_) => "is a table",
        };
        invalid("INVALID_TABLE", format!("{name} {what}"))
    }
}
