//! Where a catalog's databases, tables, partitions and prepared statements are kept.
//!
//! [`CatalogStore`] is the seam: the command keeps them in memory ([`MemoryStore`]), a server in its database. What is
//! kept has the shape of AWS Glue's Data Catalog ([`Table`] is Glue's `TableInput` with what Glue adds), so that
//! a store can answer Glue's own operations from the same rows. What the values mean (that a table is readable, that a
//! view reads no circle, that a partition has a value for each key) is [`Catalog`](super::Catalog)'s business: a store
//! keeps and finds.
//!
//! Names are lower case when they arrive. A store handed to a session is already scoped to one account's catalog, and
//! its prepared statements to one work group.

mod fault;
mod memory;
mod partition;
mod storage;
mod table;

pub use fault::{changed, exists, missing};
pub use memory::MemoryStore;
pub use partition::Partition;
pub use storage::{Column, SerDe, SortColumn, Storage};
pub use table::{Database, Others, Parameters, Table};

use super::{PreparedStatement, QualifiedName};
use crate::error::Error;
use async_trait::async_trait;
use std::fmt;

/// Keeps the catalog. Each call happens whole or not at all, and is seen by every call after it.
///
/// Errors of every operation: `Unavailable` where the store cannot be reached; `NotFound` where what must be there is
/// not (reads answer `None` instead); `Conflict` where something exists already or has changed since it was read.
#[async_trait]
pub trait CatalogStore: fmt::Debug + Send + Sync {
    /// Every database, by name. `default` is always among them.
    async fn databases(&self) -> Result<Vec<Database>, Error>;

    /// One database.
    async fn database(&self, name: &str) -> Result<Option<Database>, Error>;

    /// Adds a database. `Conflict` where the name is taken.
    async fn create_database(&self, database: Database) -> Result<(), Error>;

    /// Puts a database in place of the one of its name.
    async fn update_database(&self, database: Database) -> Result<(), Error>;

    /// Takes a database away with everything in it.
    async fn delete_database(&self, name: &str) -> Result<(), Error>;

    /// The tables and views of a database, by name; none for a database that is not there.
    async fn tables(&self, database: &str) -> Result<Vec<Table>, Error>;

    /// One table or view.
    async fn table(&self, name: &QualifiedName) -> Result<Option<Table>, Error>;

    /// Adds a table. `NotFound` without its database, `Conflict` where the name is taken. The store numbers versions:
    /// the first is 0.
    async fn create_table(&self, table: Table) -> Result<(), Error>;

    /// Puts a table in place of the one of its name, as the next version. `Conflict` unless `table.version` is the
    /// version that is kept: whoever changes a table has read it first.
    async fn update_table(&self, table: Table) -> Result<(), Error>;

    /// Takes a table away with its partitions.
    async fn delete_table(&self, name: &QualifiedName) -> Result<(), Error>;

    /// The partitions of a table, ordered by their values; none for a table that is not there.
    async fn partitions(&self, table: &QualifiedName) -> Result<Vec<Partition>, Error>;

    /// The partition of a table with these values, one for each partition key in order.
    async fn partition(&self, table: &QualifiedName, values: &[String]) -> Result<Option<Partition>, Error>;

    /// Adds partitions, all of them or, with `Conflict`, none.
    async fn create_partitions(&self, table: &QualifiedName, partitions: Vec<Partition>) -> Result<(), Error>;

    /// Puts a partition in place of the one with these values; its own may be others. `Conflict` where those are taken.
    async fn update_partition(
        &self,
        table: &QualifiedName,
        values: &[String],
        partition: Partition,
    ) -> Result<(), Error>;

    /// Takes partitions away; those that are not there are no error.
    async fn delete_partitions(&self, table: &QualifiedName, values: &[Vec<String>]) -> Result<(), Error>;

    /// Every prepared statement, by name.
    async fn prepared_statements(&self) -> Result<Vec<PreparedStatement>, Error>;

    /// One prepared statement.
    async fn prepared_statement(&self, name: &str) -> Result<Option<PreparedStatement>, Error>;

    /// Keeps a prepared statement; one of the same name gives way.
    async fn put_prepared_statement(&self, statement: PreparedStatement) -> Result<(), Error>;

    /// Forgets a prepared statement.
    async fn delete_prepared_statement(&self, name: &str) -> Result<(), Error>;
}
