//! The catalog as the statements of one caller may use it: what Glue would let the caller do, and no more.

use ashiato_engine::catalog::store::{CatalogStore, Database, Partition, Table};
use ashiato_engine::catalog::{PreparedStatement, QualifiedName};
use ashiato_engine::{Error, ErrorKind};
use ashiato_policy::actions::{GlueFacts, Place, glue, glue_listed};
use async_trait::async_trait;
use std::sync::Arc;

use crate::access::Caller;
use crate::catalog::MetaCatalog;

/// Every table of a database.
const ALL: &str = "*";

/// A catalog whose every use is decided first.
#[derive(Debug, Clone)]
pub(crate) struct CallersCatalog {
    catalog: MetaCatalog,
    caller: Arc<Caller>,
    account: String,
    region: String,
}

impl CallersCatalog {
    /// The catalog of a region of the account, for a caller.
    pub(crate) fn new(catalog: MetaCatalog, caller: Arc<Caller>, account: String, region: String) -> CallersCatalog {
        CallersCatalog { catalog, caller, account, region }
    }

    /// Refuses what Glue's operation of that name would be refused.
    fn may(&self, operation: &str, database: &str, table: &str) -> Result<(), Error> {
        if self.caller.may_do_all() {
            return Ok(());
        }
        let place = Place { region: &self.region, account: &self.account };
        let checks = glue(operation, &GlueFacts { database, table, resource_arn: "" }, place);
        let unknown = || Error::new(ErrorKind::Internal, format!("INTERNAL_ERROR: no check of {operation} is known"));
        for check in checks.ok_or_else(unknown)? {
            let denial = self.caller.denial(&check).map_err(|error| Error::new(ErrorKind::Internal, error.message))?;
            if let Some(sentence) = denial {
                return Err(Error::new(ErrorKind::Invalid, format!("PERMISSION_DENIED: {sentence}")));
            }
        }
        Ok(())
    }

    fn may_with(&self, operation: &str, name: &QualifiedName) -> Result<(), Error> {
        self.may(operation, &name.database, &name.table)
    }
}

#[async_trait]
impl CatalogStore for CallersCatalog {
    /// Those that the caller may see: every statement looks at the list, and few callers may list all.
    async fn databases(&self) -> Result<Vec<Database>, Error> {
        let mut databases = self.catalog.databases().await?;
        databases.retain(|database| self.may("GetDatabase", &database.name, "").is_ok());
        Ok(databases)
    }

    async fn database(&self, name: &str) -> Result<Option<Database>, Error> {
        self.may("GetDatabase", name, "")?;
        self.catalog.database(name).await
    }

    async fn create_database(&self, database: Database) -> Result<(), Error> {
        self.may("CreateDatabase", &database.name, "")?;
        self.catalog.create_database(database).await
    }

    async fn update_database(&self, database: Database) -> Result<(), Error> {
        self.may("UpdateDatabase", &database.name, "")?;
        self.catalog.update_database(database).await
    }

    async fn delete_database(&self, name: &str) -> Result<(), Error> {
        self.may("DeleteDatabase", name, ALL)?;
        self.catalog.delete_database(name).await
    }

    /// Those that the caller may see, as GetTables tells them.
    async fn tables(&self, database: &str) -> Result<Vec<Table>, Error> {
        self.may("GetTables", database, "")?;
        let mut tables = self.catalog.tables(database).await?;
        if !self.caller.may_do_all() {
            let place = Place { region: &self.region, account: &self.account };
            let is_told = |table: &Table| {
                let facts = GlueFacts { database, table: &table.name, resource_arn: "" };
                let checks = glue_listed("GetTables", &facts, place).unwrap_or_default();
                checks.iter().all(|check| matches!(self.caller.denial(check), Ok(None)))
            };
            tables.retain(is_told);
        }
        Ok(tables)
    }

    async fn table(&self, name: &QualifiedName) -> Result<Option<Table>, Error> {
        self.may_with("GetTable", name)?;
        self.catalog.table(name).await
    }

    async fn create_table(&self, table: Table) -> Result<(), Error> {
        self.may_with("CreateTable", &table.qualified_name())?;
        self.catalog.create_table(table).await
    }

    async fn update_table(&self, table: Table) -> Result<(), Error> {
        self.may_with("UpdateTable", &table.qualified_name())?;
        self.catalog.update_table(table).await
    }

    async fn delete_table(&self, name: &QualifiedName) -> Result<(), Error> {
        self.may_with("DeleteTable", name)?;
        self.catalog.delete_table(name).await
    }

    async fn partitions(&self, table: &QualifiedName) -> Result<Vec<Partition>, Error> {
        self.may_with("GetPartitions", table)?;
        self.catalog.partitions(table).await
    }

    async fn partition(&self, table: &QualifiedName, values: &[String]) -> Result<Option<Partition>, Error> {
        self.may_with("GetPartition", table)?;
        self.catalog.partition(table, values).await
    }

    async fn create_partitions(&self, table: &QualifiedName, partitions: Vec<Partition>) -> Result<(), Error> {
        self.may_with("BatchCreatePartition", table)?;
        self.catalog.create_partitions(table, partitions).await
    }

    async fn update_partition(
        &self,
        table: &QualifiedName,
        values: &[String],
        partition: Partition,
    ) -> Result<(), Error> {
        self.may_with("UpdatePartition", table)?;
        self.catalog.update_partition(table, values, partition).await
    }

    async fn delete_partitions(&self, table: &QualifiedName, values: &[Vec<String>]) -> Result<(), Error> {
        self.may_with("BatchDeletePartition", table)?;
        self.catalog.delete_partitions(table, values).await
    }

    // Prepared statements are the work group's, which the caller may use: the query was started in it.

    async fn prepared_statements(&self) -> Result<Vec<PreparedStatement>, Error> {
        self.catalog.prepared_statements().await
    }

    async fn prepared_statement(&self, name: &str) -> Result<Option<PreparedStatement>, Error> {
        self.catalog.prepared_statement(name).await
    }

    async fn put_prepared_statement(&self, statement: PreparedStatement) -> Result<(), Error> {
        self.catalog.put_prepared_statement(statement).await
    }

    async fn delete_prepared_statement(&self, name: &str) -> Result<(), Error> {
        self.catalog.delete_prepared_statement(name).await
    }
}
