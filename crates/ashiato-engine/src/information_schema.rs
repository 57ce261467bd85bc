//! `information_schema` of a catalog, with the columns and the type names that Athena's has: `tables`, `columns`,
//! `views`, `schemata`. Each is made anew when a query names it.

use crate::catalog::Relation;
use crate::tables::{CATALOG, Tables};
use arrow::array::{ArrayRef, Int64Array, RecordBatch, StringViewArray};
use arrow::datatypes::{DataType, Field, Schema};
use ashiato_sql::statement::{ColumnDefinition, TableName};
use ashiato_sql::types::{VARCHAR, trino_name};
use async_trait::async_trait;
use datafusion::catalog::{CatalogProvider, MemTable, SchemaProvider, TableProvider};
use datafusion::datasource::TableType;
use datafusion::error::Result;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// The schema's name.
pub(crate) const INFORMATION_SCHEMA: &str = "information_schema";

const TABLES: [&str; 4] = ["columns", "schemata", "tables", "views"];

/// The schema over the databases of one query.
pub(crate) struct InformationSchema {
    /// The databases of one query, this schema not among them.
    pub(crate) databases: Arc<dyn CatalogProvider>,
    pub(crate) tables: Arc<Tables>,
}

impl fmt::Debug for InformationSchema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InformationSchema").field("databases", &self.databases).finish_non_exhaustive()
    }
}

type Row = Vec<Option<String>>;

impl InformationSchema {
    fn databases(&self) -> Vec<(String, Arc<dyn SchemaProvider>)> {
        let mut names = self.databases.schema_names();
        names.sort();
        let named = names.into_iter().filter(|name| name != INFORMATION_SCHEMA);
        named.filter_map(|name| Some((name.clone(), self.databases.schema(&name)?))).collect()
    }

    fn schemata(&self) -> Vec<Row> {
        let databases = self.databases().into_iter().map(|(name, _)| name);
        let databases = databases.chain([INFORMATION_SCHEMA.to_string()]);
        databases.map(|name| vec![Some(CATALOG.to_string()), Some(name)]).collect()
    }

    async fn tables(&self) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for (database, provider) in self.databases() {
            for table in provider.table_names() {
                let kind = match provider.table_type(&table).await? {
                    Some(TableType::View) => "VIEW",
                    Some(_) => "BASE TABLE",
                    None => continue,
                };
                rows.push(row(&database, &table, [Some(kind.to_string())]));
            }
        }
        for table in TABLES {
            rows.push(row(INFORMATION_SCHEMA, table, [Some("BASE TABLE".to_string())]));
        }
        Ok(rows)
    }

    async fn views(&self) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for (database, provider) in self.databases() {
            for table in provider.table_names() {
                if let Ok((_, Relation::View(view))) =
                    self.tables.catalog.relation(&TableName::bare(&table), &database).await
                {
                    rows.push(row(&database, &table, [Some(view.text)]));
                }
            }
        }
        Ok(rows)
    }

    async fn columns(&self) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for (database, provider) in self.databases() {
            for table in provider.table_names() {
                // A view that no longer works has no columns to tell of.
                let Ok(Some(known)) = provider.table(&table).await else { continue };
                let (comments, partitions) = self.defined(&database, &table).await;
                for (index, field) in known.schema().fields().iter().enumerate() {
                    let comment = comments.get(field.name()).cloned();
                    let extra = partitions.contains(field.name()).then(|| "partition key".to_string());
                    rows.push(row(&database, &table, column(index, field, comment, extra)));
                }
            }
        }
        for table in TABLES {
            for (index, (name, of)) in columns_of(table).iter().enumerate() {
                let field = Field::new(*name, of.clone(), true);
                rows.push(row(INFORMATION_SCHEMA, table, column(index, &field, None, None)));
            }
        }
        Ok(rows)
    }

    /// The comments of a table's columns, and which are partition keys.
    async fn defined(&self, database: &str, table: &str) -> (HashMap<String, String>, Vec<String>) {
        let (columns, partitions): (Vec<ColumnDefinition>, Vec<ColumnDefinition>) =
            match self.tables.catalog.relation(&TableName::bare(table), database).await {
                Ok((_, Relation::Table(table))) => (table.definition.columns, table.definition.partitions),
                Ok((_, Relation::View(view))) => (view.columns, Vec::new()),
                _ => (Vec::new(), Vec::new()),
            };
        let names = partitions.iter().map(|column| column.name.clone()).collect();
        let columns = columns.into_iter().chain(partitions);
        (columns.filter_map(|column| Some((column.name, column.comment?))).collect(), names)
    }
}

fn row(database: &str, table: &str, rest: impl IntoIterator<Item = Option<String>>) -> Row {
    let names = [CATALOG, database, table].map(|name| Some(name.to_string()));
    names.into_iter().chain(rest).collect()
}

fn column(index: usize, field: &Field, comment: Option<String>, extra: Option<String>) -> [Option<String>; 7] {
    [
        Some(field.name().clone()),
        Some((index + 1).to_string()),
        None,
        Some(if field.is_nullable() { "YES" } else { "NO" }.to_string()),
        Some(trino_name(field.data_type())),
        comment,
        extra,
    ]
}

fn columns_of(table: &str) -> Vec<(&'static str, DataType)> {
    let names: &[&str] = match table {
        "schemata" => &["catalog_name", "schema_name"],
        "tables" => &["table_catalog", "table_schema", "table_name", "table_type"],
        "views" => &["table_catalog", "table_schema", "table_name", "view_definition"],
        _ => &[
            "table_catalog",
            "table_schema",
            "table_name",
            "column_name",
            "ordinal_position",
            "column_default",
            "is_nullable",
            "data_type",
            "comment",
            "extra_info",
        ],
    };
    let of = |name: &str| if name == "ordinal_position" { DataType::Int64 } else { VARCHAR };
    names.iter().map(|name| (*name, of(name))).collect()
}

#[async_trait]
impl SchemaProvider for InformationSchema {
    fn table_names(&self) -> Vec<String> {
        TABLES.map(str::to_string).to_vec()
    }

    async fn table(&self, name: &str) -> Result<Option<Arc<dyn TableProvider>>> {
        let rows = match name {
            "schemata" => self.schemata(),
            "tables" => self.tables().await?,
            "views" => self.views().await?,
            "columns" => self.columns().await?,
            _ => return Ok(None),
        };
        let columns = columns_of(name);
        let arrays = columns.iter().enumerate().map(|(index, (_, of))| -> ArrayRef {
            let texts = rows.iter().map(|row| row[index].as_deref());
            match of {
                DataType::Int64 => Arc::new(texts.map(|text| text?.parse().ok()).collect::<Int64Array>()),
                _ => Arc::new(texts.collect::<StringViewArray>()),
            }
        });
        let arrays = arrays.collect();
        let fields: Vec<Field> = columns.iter().map(|(name, of)| Field::new(*name, of.clone(), true)).collect();
        let schema = Arc::new(Schema::new(fields));
        let batch = RecordBatch::try_new(Arc::clone(&schema), arrays)?;
        Ok(Some(Arc::new(MemTable::try_new(schema, vec![vec![batch]])?)))
    }

    fn table_exist(&self, name: &str) -> bool {
        TABLES.contains(&name)
    }
}
