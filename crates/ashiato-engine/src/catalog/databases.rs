//! `CREATE DATABASE`, `DROP DATABASE`.

use super::{Catalog, DEFAULT_DATABASE, Relation};
use crate::hive::refusal::{invalid, not_found};
use ashiato_sql::Error;
use ashiato_sql::statement::{CreateDatabase, Properties};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A database: plain data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Database {
    /// Its comment.
    pub comment: Option<String>,
    /// Its folder.
    pub location: Option<String>,
    /// Its properties.
    pub properties: Properties,
    pub(super) relations: BTreeMap<String, Relation>,
}

impl Catalog {
    /// Adds a database.
    ///
    /// # Errors
    /// `AlreadyExistsException`, unless the statement says `IF NOT EXISTS`.
    pub fn create_database(&self, create: &CreateDatabase) -> Result<(), Error> {
        let mut state = self.write();
        if state.databases.contains_key(&create.name) {
            let message = format!("Database {} already exists", create.name);
            return if create.if_not_exists { Ok(()) } else { Err(invalid("AlreadyExistsException", message)) };
        }
        let database = Database {
            comment: create.comment.clone(),
            location: create.location.clone(),
            properties: create.properties.clone(),
            relations: BTreeMap::new(),
        };
        state.databases.insert(create.name.clone(), database);
        Ok(())
    }

    /// Takes a database away, with what is in it if `cascade`.
    ///
    /// # Errors
    /// `SCHEMA_NOT_FOUND`, unless `if_exists`; `InvalidOperationException` for a database that is not empty, and for
    /// the default one.
    pub fn drop_database(&self, name: &str, if_exists: bool, cascade: bool) -> Result<(), Error> {
        let mut state = self.write();
        let Some(database) = state.databases.get(name) else {
            let message = format!("Schema '{name}' does not exist");
            return if if_exists { Ok(()) } else { Err(not_found("SCHEMA_NOT_FOUND", message)) };
        };
        if name == DEFAULT_DATABASE {
            return Err(invalid("InvalidOperationException", format!("Database {name} cannot be dropped")));
        }
        if !cascade && !database.relations.is_empty() {
            let message = format!("Database {name} is not empty: {} tables and views exist", database.relations.len());
            return Err(invalid("InvalidOperationException", message));
        }
        state.databases.remove(name);
        Ok(())
    }
}

impl Catalog {
    /// The databases, by name.
    pub fn database_names(&self) -> Vec<String> {
        self.read().databases.keys().cloned().collect()
    }

    /// The tables and views of a database, by name; none for one that is not there.
    pub fn relation_names(&self, database: &str) -> Vec<String> {
        let state = self.read();
        state.databases.get(database).map_or_else(Vec::new, |database| database.relations.keys().cloned().collect())
    }
}
