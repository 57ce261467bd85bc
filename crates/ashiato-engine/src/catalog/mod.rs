//! The Athena catalog: databases, Hive tables, views and prepared statements, in memory.
//!
//! Names are looked up without case, as `awsdatacatalog.default.t`, `default.t` or `t`. What is stored is plain data.
//! Each operation takes the lock once and either happens whole or not at all.

mod changes;
mod databases;
mod describe;
mod names;
mod partitions;
mod pattern;
mod prepared;
mod repair;
mod rows;
mod run;
mod show;
mod show_create;
mod tables;
mod validation;
mod views;

pub use databases::Database;
pub use names::{CATALOG, QualifiedName};
pub use prepared::PreparedStatement;
pub use rows::Rows;
pub use run::Ran;
pub use views::{Dependency, View};

use crate::hive::HiveTable;
use crate::hive::refusal::not_found;
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, TableName};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The database that is always there, and that a session starts in.
pub const DEFAULT_DATABASE: &str = "default";

/// Databases, tables, views and prepared statements. Shared between queries.
#[derive(Debug)]
pub struct Catalog {
    state: RwLock<State>,
}

/// Everything that the catalog holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct State {
    databases: BTreeMap<String, Database>,
    prepared: BTreeMap<String, PreparedStatement>,
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Relation {
    /// A table that DDL defined.
    Table(Box<HiveTable>),
    /// A view.
    View(View),
    /// A table that the session brings along, such as `events`: its columns, in order.
    Provided(Vec<ColumnDefinition>),
}

impl Default for Catalog {
    fn default() -> Catalog {
        let databases = BTreeMap::from([(DEFAULT_DATABASE.to_string(), Database::default())]);
        Catalog { state: RwLock::new(State { databases, prepared: BTreeMap::new() }) }
    }
}

impl Catalog {
    /// What a name stands for, looked up from `database` where it says none.
    ///
    /// # Errors
    /// `CATALOG_NOT_FOUND`, `SCHEMA_NOT_FOUND` or `TABLE_NOT_FOUND`, with the place of the name and a near one.
    pub fn relation(&self, name: &TableName, database: &str) -> Result<(QualifiedName, Relation), Error> {
        let state = self.read();
        let qualified = QualifiedName::of(name, database)?;
        let relation = state.relation(&qualified, name)?.clone();
        Ok((qualified, relation))
    }

    /// A table that DDL defined.
    ///
    /// # Errors
    /// Those of [`Catalog::relation`], and `INVALID_TABLE` for a view or a table of the session's own.
    pub fn table(&self, name: &TableName, database: &str) -> Result<HiveTable, Error> {
        match self.relation(name, database)? {
            (_, Relation::Table(table)) => Ok(*table),
            (qualified, other) => Err(other.is_no_table(&qualified)),
        }
    }

    /// Whether the database exists.
    pub fn has_database(&self, name: &str) -> bool {
        self.read().databases.contains_key(&name.to_lowercase())
    }

    fn read(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().expect("no operation panics while it holds the catalog")
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().expect("no operation panics while it holds the catalog")
    }
}

impl State {
    fn database(&self, name: &str) -> Result<&Database, Error> {
        self.databases.get(name).ok_or_else(|| no_database(name, self.databases.keys()))
    }

    fn database_mut(&mut self, name: &str) -> Result<&mut Database, Error> {
        if !self.databases.contains_key(name) {
            return Err(no_database(name, self.databases.keys()));
        }
        Ok(self.databases.get_mut(name).expect("it was found above"))
    }

    /// `written` is the name as the statement has it, for its place.
    fn relation(&self, name: &QualifiedName, written: &TableName) -> Result<&Relation, Error> {
        let database = self.database(&name.database).map_err(|error| Error { at: written.at, ..error })?;
        database.relations.get(&name.table).ok_or_else(|| no_table(name, written, database))
    }

    fn table_mut(&mut self, name: &QualifiedName, written: &TableName) -> Result<&mut HiveTable, Error> {
        self.relation(name, written)?;
        let database = self.database_mut(&name.database)?;
        match database.relations.get_mut(&name.table) {
            Some(Relation::Table(table)) => Ok(table),
            Some(other) => Err(other.is_no_table(name)),
            None => Err(no_table(name, written, &Database::default())),
        }
    }
}

fn no_database<'a>(name: &str, known: impl Iterator<Item = &'a String>) -> Error {
    let near = names::did_you_mean(name, known.map(String::as_str));
    not_found("SCHEMA_NOT_FOUND", format!("Schema '{name}' does not exist{near}"))
}

fn no_table(name: &QualifiedName, written: &TableName, database: &Database) -> Error {
    let near = names::did_you_mean(&name.table, database.relations.keys().map(String::as_str));
    let message = format!("Table '{CATALOG}.{name}' does not exist{near}");
    Error { at: written.at, ..not_found("TABLE_NOT_FOUND", message) }
}

#[cfg(test)]
mod tests;
