//! The catalog as statements use it: each call is a transaction.

use ashiato_engine::catalog::store::{CatalogStore, Database, Partition, Table, changed, exists, missing};
use ashiato_engine::catalog::{PreparedStatement, QualifiedName};
use ashiato_engine::{Error, ErrorKind};
use ashiato_meta::{Kind, Tx, prepared_statements};
use async_trait::async_trait;
use std::fmt::Display;

use super::document::optional;
use super::{ALL, MetaCatalog, databases, partitions, prepared, tables};
use crate::quotas::Refusal;

impl MetaCatalog {
    async fn read(&self) -> Result<Tx, Error> {
        self.meta.read().await.map_err(failed)
    }

    async fn write(&self) -> Result<Tx, Error> {
        self.meta.write().await.map_err(failed)
    }

    /// Refuses a table that is not there; within a transaction that changes what belongs to it.
    async fn expect_table(&self, tx: &mut Tx, name: &QualifiedName) -> Result<(), Error> {
        let found = tables::get(tx, &self.place, name).await.map_err(failed)?;
        found.map(drop).ok_or_else(|| missing("table", name))
    }
}

#[async_trait]
impl CatalogStore for MetaCatalog {
    async fn databases(&self) -> Result<Vec<Database>, Error> {
        let mut tx = self.read().await?;
        databases::list(&mut tx, &self.place).await.map_err(failed)
    }

    async fn database(&self, name: &str) -> Result<Option<Database>, Error> {
        let mut tx = self.read().await?;
        databases::get(&mut tx, &self.place, name).await.map_err(failed)
    }

    async fn create_database(&self, database: Database) -> Result<(), Error> {
        let mut tx = self.write().await?;
        databases::create(&mut tx, &self.place, &database).await.map_err(refused("database", &database.name))?;
        self.quotas.check_databases(&mut tx, &self.place).await.map_err(over)?;
        tx.commit().await.map_err(failed)
    }

    async fn update_database(&self, database: Database) -> Result<(), Error> {
        let mut tx = self.write().await?;
        databases::update(&mut tx, &self.place, &database).await.map_err(refused("database", &database.name))?;
        tx.commit().await.map_err(failed)
    }

    async fn delete_database(&self, name: &str) -> Result<(), Error> {
        let mut tx = self.write().await?;
        databases::delete(&mut tx, &self.place, name).await.map_err(refused("database", name))?;
        tx.commit().await.map_err(failed)
    }

    async fn tables(&self, database: &str) -> Result<Vec<Table>, Error> {
        let mut tx = self.read().await?;
        Ok(tables::list(&mut tx, &self.place, database, None, ALL).await.map_err(failed)?.rows)
    }

    async fn table(&self, name: &QualifiedName) -> Result<Option<Table>, Error> {
        let mut tx = self.read().await?;
        tables::get(&mut tx, &self.place, name).await.map_err(failed)
    }

    async fn create_table(&self, table: Table) -> Result<(), Error> {
        let mut tx = self.write().await?;
        tables::create(&mut tx, &self.place, &table).await.map_err(|error| match error.kind {
            Kind::NotFound => missing("database", &table.database).because(error),
            _ => refused("table", table.qualified_name())(error),
        })?;
        self.quotas.check_tables(&mut tx, &self.place, &table.database).await.map_err(over)?;
        tx.commit().await.map_err(failed)
    }

    async fn update_table(&self, table: Table) -> Result<(), Error> {
        let mut tx = self.write().await?;
        tables::update(&mut tx, &self.place, &table).await.map_err(|error| match error.kind {
            Kind::Conflict => changed(&table.qualified_name()).because(error),
            _ => refused("table", table.qualified_name())(error),
        })?;
        self.quotas.check_versions(&mut tx, &self.place, &table.database, &table.name).await.map_err(over)?;
        tx.commit().await.map_err(failed)
    }

    async fn delete_table(&self, name: &QualifiedName) -> Result<(), Error> {
        let mut tx = self.write().await?;
        tables::delete(&mut tx, &self.place, name).await.map_err(refused("table", name))?;
        tx.commit().await.map_err(failed)
    }

    async fn partitions(&self, table: &QualifiedName) -> Result<Vec<Partition>, Error> {
        let mut tx = self.read().await?;
        Ok(partitions::list(&mut tx, &self.place, table, &[], None, ALL).await.map_err(failed)?.rows)
    }

    async fn partition(&self, table: &QualifiedName, values: &[String]) -> Result<Option<Partition>, Error> {
        let mut tx = self.read().await?;
        Ok(partitions::get(&mut tx, &self.place, table, &[values.to_vec()]).await.map_err(failed)?.pop())
    }

    async fn create_partitions(&self, table: &QualifiedName, partitions: Vec<Partition>) -> Result<(), Error> {
        let mut tx = self.write().await?;
        self.expect_table(&mut tx, table).await?;
        let taken = partitions::create(&mut tx, &self.place, table, &partitions).await;
        if let Some(values) = taken.map_err(refused("table", table))?.first() {
            return Err(exists("partition", values.join("/")));
        }
        self.quotas
            .check_partitions(&mut tx, partitions::of(&self.place, table), partitions.len())
            .await
            .map_err(over)?;
        tx.commit().await.map_err(failed)
    }

    async fn update_partition(
        &self,
        table: &QualifiedName,
        values: &[String],
        partition: Partition,
    ) -> Result<(), Error> {
        let mut tx = self.write().await?;
        self.expect_table(&mut tx, table).await?;
        partitions::update(&mut tx, &self.place, table, values, &partition).await.map_err(|error| {
            match error.kind {
                Kind::Conflict => exists("partition", partition.values.join("/")).because(error),
                _ => refused("partition", values.join("/"))(error),
            }
        })?;
        tx.commit().await.map_err(failed)
    }

    async fn delete_partitions(&self, table: &QualifiedName, values: &[Vec<String>]) -> Result<(), Error> {
        let mut tx = self.write().await?;
        self.expect_table(&mut tx, table).await?;
        partitions::delete(&mut tx, &self.place, table, values).await.map_err(failed)?;
        tx.commit().await.map_err(failed)
    }

    async fn prepared_statements(&self) -> Result<Vec<PreparedStatement>, Error> {
        let mut tx = self.read().await?;
        let page = prepared_statements::list(&mut tx, &self.place, &self.work_group, None, ALL).await;
        Ok(page.map_err(failed)?.rows.into_iter().map(prepared::read).collect())
    }

    async fn prepared_statement(&self, name: &str) -> Result<Option<PreparedStatement>, Error> {
        let mut tx = self.read().await?;
        let found = prepared_statements::get(&mut tx, &self.place, &self.work_group, name).await;
        Ok(optional(found).map_err(failed)?.map(prepared::read))
    }

    async fn put_prepared_statement(&self, statement: PreparedStatement) -> Result<(), Error> {
        let mut tx = self.write().await?;
        let row = prepared::row(statement, &self.place, &self.work_group);
        prepared_statements::put(&mut tx, &row).await.map_err(refused("work group", &self.work_group))?;
        self.quotas.check_prepared(&mut tx, &self.place, &self.work_group).await.map_err(over)?;
        tx.commit().await.map_err(failed)
    }

    async fn delete_prepared_statement(&self, name: &str) -> Result<(), Error> {
        let mut tx = self.write().await?;
        let gone = prepared_statements::delete(&mut tx, &self.place, &self.work_group, name).await;
        gone.map_err(refused("prepared statement", name))?;
        tx.commit().await.map_err(failed)
    }
}

/// The state's error about a thing, in the words that every store uses.
fn refused(what: &str, name: impl Display) -> impl FnOnce(ashiato_meta::Error) -> Error {
    move |error| match error.kind {
        Kind::NotFound => missing(what, name).because(error),
        Kind::Conflict => exists(what, name).because(error),
        _ => failed(error),
    }
}

/// More than may be kept.
fn over(refusal: Refusal) -> Error {
    match refusal {
        Refusal::Exceeded(sentence) => Error::new(ErrorKind::Invalid, sentence),
        Refusal::State(error) => failed(error),
    }
}

/// The state's error where nothing that was asked for is to blame.
fn failed(error: ashiato_meta::Error) -> Error {
    let kind = match error.kind {
        Kind::Invalid => ErrorKind::Invalid,
        Kind::NotFound => ErrorKind::NotFound,
        Kind::Conflict => ErrorKind::Conflict,
        Kind::Throttled | Kind::Unavailable => ErrorKind::Unavailable,
        Kind::Corrupt => ErrorKind::Corrupt,
        Kind::Internal => ErrorKind::Internal,
    };
    Error::new(kind, format!("The catalog could not be used: {error}")).because(error)
}
