//! The Athena catalog: databases, Hive tables, views and prepared statements, as statements see them.
//!
//! Names are looked up without case, as `awsdatacatalog.default.t`, `default.t` or `t`. [`Catalog`] knows what the
//! statements mean; a [`CatalogStore`] keeps what they leave behind.

mod changes;
mod databases;
mod describe;
mod fault;
mod names;
mod partitions;
mod pattern;
mod prepared;
mod repair;
mod rows;
mod run;
mod show;
mod show_create;
pub mod store;
mod stored_table;
mod stored_view;
mod tables;
mod thrift;
mod validation;
mod views;

pub use fault::Fault;
pub use names::{CATALOG, QualifiedName};
pub use prepared::PreparedStatement;
pub use rows::Rows;
pub use run::Ran;
pub use store::{CatalogStore, MemoryStore};
pub use views::{Dependency, View};

use crate::hive::HiveTable;
use crate::hive::refusal::not_found;
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, TableName};
use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};
use store::Table;

/// The database that is always there, and that a session starts in.
pub const DEFAULT_DATABASE: &str = "default";

/// Databases, tables, views and prepared statements, and the tables that a session brings along.
#[derive(Debug)]
pub struct Catalog {
    store: Arc<dyn CatalogStore>,
    provided: RwLock<BTreeMap<QualifiedName, Vec<ColumnDefinition>>>,
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        Catalog::new(Arc::new(MemoryStore::default()))
    }
}

impl Catalog {
    /// A catalog over a store.
    pub fn new(store: Arc<dyn CatalogStore>) -> Catalog {
        Catalog { store, provided: RwLock::default() }
    }

    /// What a name stands for, looked up from `database` where it says none.
    ///
    /// # Errors
    /// `CATALOG_NOT_FOUND`, `SCHEMA_NOT_FOUND` or `TABLE_NOT_FOUND`, with the place of the name and a near one.
    pub async fn relation(&self, name: &TableName, database: &str) -> Result<(QualifiedName, Relation), Fault> {
        let qualified = QualifiedName::of(name, database)?;
        if let Some(columns) = self.provided(&qualified) {
            return Ok((qualified, Relation::Provided(columns)));
        }
        let Some(table) = self.store.table(&qualified).await? else {
            return Err(self.no_table(&qualified, name).await);
        };
        let relation = if table.is_view() {
            Relation::View(stored_view::view(&table)?)
        } else {
            Relation::Table(Box::new(self.hive_table(&table).await?))
        };
        Ok((qualified, relation))
    }

    /// A table that DDL defined.
    ///
    /// # Errors
    /// Those of [`Catalog::relation`], and `INVALID_TABLE` for a view or a table of the session's own.
    pub async fn table(&self, name: &TableName, database: &str) -> Result<HiveTable, Fault> {
        match self.relation(name, database).await? {
            (_, Relation::Table(table)) => Ok(*table),
            (qualified, other) => Err(other.is_no_table(&qualified).into()),
        }
    }

    /// The same as the store keeps it, to be changed.
    async fn stored_table(&self, name: &TableName, database: &str) -> Result<Table, Fault> {
        let qualified = QualifiedName::of(name, database)?;
        if let Some(columns) = self.provided(&qualified) {
            return Err(Relation::Provided(columns).is_no_table(&qualified).into());
        }
        match self.store.table(&qualified).await? {
            Some(table) if table.is_view() => Err(tables::is_no_table(&qualified, "is a view").into()),
            Some(table) => Ok(table),
            None => Err(self.no_table(&qualified, name).await),
        }
    }

    async fn hive_table(&self, table: &Table) -> Result<HiveTable, Fault> {
        let is_partitioned = !table.partition_keys.is_empty();
        let partitions =
            if is_partitioned { self.store.partitions(&table.qualified_name()).await? } else { Vec::new() };
        Ok(stored_table::hive_table(table, partitions)?)
    }

    /// Whether the database exists.
    ///
    /// # Errors
    /// The store's.
    pub async fn has_database(&self, name: &str) -> Result<bool, Fault> {
        Ok(self.store.database(&name.to_lowercase()).await?.is_some())
    }

    fn provided(&self, name: &QualifiedName) -> Option<Vec<ColumnDefinition>> {
        self.provided.read().expect("no operation panics while it holds the names").get(name).cloned()
    }

    fn provided_names(&self, database: &str) -> Vec<String> {
        let provided = self.provided.read().expect("no operation panics while it holds the names");
        provided.keys().filter(|name| name.database == database).map(|name| name.table.clone()).collect()
    }

    /// Refuses a database that is not there.
    async fn expect_database(&self, name: &str) -> Result<(), Fault> {
        if self.store.database(name).await?.is_some() { Ok(()) } else { Err(self.no_database(name).await) }
    }

    async fn no_database(&self, name: &str) -> Fault {
        let known = match self.database_names().await {
            Ok(known) => known,
            Err(fault) => return fault,
        };
        let near = names::did_you_mean(name, known.iter().map(String::as_str));
        not_found("SCHEMA_NOT_FOUND", format!("Schema '{name}' does not exist{near}")).into()
    }

    /// `written` is the name as the statement has it, for its place.
    async fn no_table(&self, name: &QualifiedName, written: &TableName) -> Fault {
        let error = match self.expect_database(&name.database).await {
            Ok(()) => {
                let known = match self.relation_names(&name.database).await {
                    Ok(known) => known,
                    Err(fault) => return fault,
                };
                let near = names::did_you_mean(&name.table, known.iter().map(String::as_str));
                not_found("TABLE_NOT_FOUND", format!("Table '{CATALOG}.{name}' does not exist{near}"))
            }
            Err(Fault::Statement(error)) => error,
            Err(fault) => return fault,
        };
        Error { at: written.at, ..error }.into()
    }
}

#[cfg(test)]
mod tests;
