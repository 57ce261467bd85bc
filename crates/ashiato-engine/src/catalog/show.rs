//! `SHOW …`: the rows and the column names of Athena's answers.

use super::rows::padded;
use super::show_create::{create_table, create_view};
use super::{Catalog, Fault, Relation, Rows, partitions, pattern};
use crate::hive::refusal::invalid;
use ashiato_sql::statement::{ColumnDefinition, Show, TableName};

impl Catalog {
    /// The answer to `SHOW …`; `database` is the session's.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND`, `SCHEMA_NOT_FOUND`, and what else is not there to be shown.
    pub async fn show(&self, show: &Show, database: &str) -> Result<Rows, Fault> {
        match show {
            Show::Databases { pattern } => {
                Ok(Rows::of("database_name", pattern::matching(&self.database_names().await?, pattern.as_deref())?))
            }
            Show::Tables { database: named, pattern } => {
                let database = named.as_deref().unwrap_or(database);
                self.expect_database(database).await?;
                Ok(Rows::of("tab_name", pattern::matching(&self.relation_names(database).await?, pattern.as_deref())?))
            }
            Show::Views { database: named, pattern } => {
                let database = named.as_deref().unwrap_or(database);
                self.expect_database(database).await?;
                Ok(Rows::of("views", pattern::matching(&self.view_names(database).await?, pattern.as_deref())?))
            }
            Show::Columns(name) => {
                let (_, relation) = self.relation(name, database).await?;
                Ok(Rows::of("field", relation.columns().map(|column| padded(&column.name))))
            }
            Show::Partitions(name) => self.show_partitions(name, database).await,
            Show::CreateTable(name) => match self.relation(name, database).await? {
                (_, Relation::Table(table)) => Ok(Rows::of("createtab_stmt", create_table(name, &table))),
                (qualified, other) => Err(other.is_no_table(&qualified).into()),
            },
            Show::CreateView(name) => match self.relation(name, database).await? {
                (qualified, Relation::View(view)) => Ok(Rows::of("Create View", create_view(&qualified, &view))),
                (qualified, _) => Err(invalid("INVALID_VIEW", format!("{qualified} is not a view")).into()),
            },
            Show::TableProperties { table, key } => self.show_properties(table, key.as_deref(), database).await,
        }
    }

    /// The partitions added by hand: projected ones are not listed, as in Athena.
    async fn show_partitions(&self, name: &TableName, database: &str) -> Result<Rows, Fault> {
        let table = self.table(name, database).await?;
        if table.definition.partitions.is_empty() {
            let message = format!("Table {} is not a partitioned table", table.definition.name);
            return Err(invalid("SemanticException", message).into());
        }
        let specs = table.partitions.iter().map(|partition| partitions::spec(&table, &partition.values));
        Ok(Rows::of("partition", specs))
    }

    async fn show_properties(&self, name: &TableName, key: Option<&str>, database: &str) -> Result<Rows, Fault> {
        let table = self.stored_table(name, database).await?;
        let Some(key) = key else {
            let rows = table.parameters.into_iter().map(|(key, value)| vec![key, value]).collect();
            return Ok(Rows::new(&["prpt_name", "prpt_value"], rows));
        };
        let missing = || format!("Table {} does not have property: {key}", table.qualified_name());
        let value = table.parameters.get(key).cloned().unwrap_or_else(missing);
        Ok(Rows::new(&["prpt_name", "prpt_value"], vec![vec![key.to_string(), value]]))
    }
}

impl Relation {
    /// The columns, those of partitions last.
    pub(super) fn columns(&self) -> Box<dyn Iterator<Item = &ColumnDefinition> + '_> {
        match self {
            Relation::Table(table) => Box::new(table.definition.columns.iter().chain(&table.definition.partitions)),
            Relation::View(view) => Box::new(view.columns.iter()),
            Relation::Provided(columns) => Box::new(columns.iter()),
        }
    }
}
