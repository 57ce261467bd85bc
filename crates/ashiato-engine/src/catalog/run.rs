//! Which operation of the catalog a statement asks for.

use super::{Catalog, Fault, Rows};
use ashiato_sql::statement::Statement;
use chrono::{DateTime, Utc};

/// What became of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ran {
    /// The catalog was changed; there is nothing to show.
    Done,
    /// The answer.
    Rows(Rows),
    /// The catalog alone cannot run it: it reads data, lists folders or must be planned first.
    /// Queries, `EXPLAIN`, `CREATE TABLE AS`, `INSERT`, `UNLOAD`, `EXECUTE`, `CREATE VIEW`, `MSCK REPAIR TABLE`.
    NotHere,
}

impl Catalog {
    /// Runs a statement that concerns the catalog alone; `database` is the session's.
    ///
    /// # Errors
    /// Those of the operation.
    pub async fn run(&self, statement: &Statement, database: &str, now: DateTime<Utc>) -> Result<Ran, Fault> {
        match statement {
            Statement::CreateTable(definition) => self.create_table(definition, database, now).await?,
            Statement::DropTable { name, if_exists } => self.drop_table(name, database, *if_exists).await?,
            Statement::DropView { name, if_exists } => self.drop_view(name, database, *if_exists).await?,
            Statement::CreateDatabase(create) => self.create_database(create, now).await?,
            Statement::AlterDatabase { name, properties } => self.alter_database(name, properties).await?,
            Statement::DropDatabase { name, if_exists, cascade } => {
                self.drop_database(name, *if_exists, *cascade).await?;
            }
            Statement::AlterTable { name, change } => self.alter_table(name, change, database, now).await?,
            Statement::Prepare { name, text, .. } => self.prepare(name, text, now.timestamp_millis()).await?,
            Statement::Deallocate { name } => self.deallocate(name).await?,
            Statement::Show(show) => return self.show(show, database).await.map(Ran::Rows),
            Statement::Describe(describe) => return self.describe(describe, database).await.map(Ran::Rows),
            Statement::Query(_)
            | Statement::Explain(_)
            | Statement::CreateTableAs(_)
            | Statement::CreateView(_)
            | Statement::Insert(_)
            | Statement::Unload(_)
            | Statement::MsckRepair { .. }
            | Statement::Execute { .. } => return Ok(Ran::NotHere),
        }
        Ok(Ran::Done)
    }
}
