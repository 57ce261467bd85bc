//! `CREATE DATABASE`, `ALTER DATABASE`, `DROP DATABASE`, and what databases there are.

use super::store::Database;
use super::{Catalog, DEFAULT_DATABASE, Fault};
use crate::error::ErrorKind;
use crate::hive::refusal::{invalid, not_found};
use ashiato_sql::statement::{CreateDatabase, Properties};
use chrono::{DateTime, Utc};

impl Catalog {
    /// Adds a database.
    ///
    /// # Errors
    /// `AlreadyExistsException`, unless the statement says `IF NOT EXISTS`.
    pub async fn create_database(&self, create: &CreateDatabase, now: DateTime<Utc>) -> Result<(), Fault> {
        let database = Database {
            name: create.name.clone(),
            description: create.comment.clone(),
            location: create.location.clone(),
            parameters: create.properties.iter().cloned().collect(),
            created_at: now.timestamp_millis(),
            ..Database::default()
        };
        match self.store.create_database(database).await {
            Err(error) if error.kind == ErrorKind::Conflict && create.if_not_exists => Ok(()),
            Err(error) if error.kind == ErrorKind::Conflict => {
                let message = format!("Database {} already exists", create.name);
                Err(invalid("AlreadyExistsException", message).into())
            }
            done => Ok(done?),
        }
    }

    /// Sets properties of a database.
    ///
    /// # Errors
    /// `SCHEMA_NOT_FOUND`.
    pub async fn alter_database(&self, name: &str, properties: &Properties) -> Result<(), Fault> {
        let Some(mut database) = self.store.database(name).await? else { return Err(self.no_database(name).await) };
        database.parameters.extend(properties.iter().cloned());
        Ok(self.store.update_database(database).await?)
    }

    /// Takes a database away, with what is in it if `cascade`.
    ///
    /// # Errors
    /// `SCHEMA_NOT_FOUND`, unless `if_exists`; `InvalidOperationException` for a database that is not empty, and for
    /// the default one.
    pub async fn drop_database(&self, name: &str, if_exists: bool, cascade: bool) -> Result<(), Fault> {
        if self.store.database(name).await?.is_none() {
            let message = format!("Schema '{name}' does not exist");
            return if if_exists { Ok(()) } else { Err(not_found("SCHEMA_NOT_FOUND", message).into()) };
        }
        if name == DEFAULT_DATABASE {
            let message = format!("Database {name} cannot be dropped");
            return Err(invalid("InvalidOperationException", message).into());
        }
        let tables = self.store.tables(name).await?.len();
        if !cascade && tables > 0 {
            let message = format!("Database {name} is not empty: {tables} tables and views exist");
            return Err(invalid("InvalidOperationException", message).into());
        }
        Ok(self.store.delete_database(name).await?)
    }

    /// The databases, by name.
    ///
    /// # Errors
    /// The store's.
    pub async fn database_names(&self) -> Result<Vec<String>, Fault> {
        Ok(self.store.databases().await?.into_iter().map(|database| database.name).collect())
    }

    /// The tables and views of a database, by name; none for one that is not there.
    ///
    /// # Errors
    /// The store's.
    pub async fn relation_names(&self, database: &str) -> Result<Vec<String>, Fault> {
        let mut names = self.provided_names(database);
        names.extend(self.store.tables(database).await?.into_iter().map(|table| table.name));
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// The views of a database, by name.
    ///
    /// # Errors
    /// The store's.
    pub async fn view_names(&self, database: &str) -> Result<Vec<String>, Fault> {
        let tables = self.store.tables(database).await?;
        Ok(tables.into_iter().filter(|table| table.is_view()).map(|table| table.name).collect())
    }
}
