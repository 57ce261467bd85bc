//! A table of the catalog: its definition and the partitions that were added to it by hand.

use super::partition_column::PartitionColumn;
use arrow::datatypes::{Field, FieldRef, Schema, SchemaRef};
use ashiato_sql::statement::{ColumnDefinition, TableDefinition};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A table: plain data, so that a catalog can store it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HiveTable {
    /// What its `CREATE TABLE` said, with what `ALTER TABLE` changed since. The name has its database.
    pub definition: TableDefinition,
    /// The partitions added by `ALTER TABLE` and `MSCK REPAIR TABLE`, ordered by their values.
    pub partitions: Vec<Partition>,
}

/// A partition that was added, not projected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Partition {
    /// A value for each partition column, in the table's order.
    pub values: Vec<String>,
    /// Its folder; `None` for the folder that Hive's layout gives it below the table's own.
    pub location: Option<String>,
}

impl HiveTable {
    /// A table without partitions of its own.
    pub fn new(definition: TableDefinition) -> HiveTable {
        HiveTable { definition, partitions: Vec::new() }
    }

    /// The columns that the files hold.
    pub fn file_schema(&self) -> SchemaRef {
        Arc::new(Schema::new(self.definition.columns.iter().map(field).collect::<Vec<_>>()))
    }

    /// The columns whose values stand in folder names.
    pub fn partition_fields(&self) -> Vec<FieldRef> {
        self.definition.partitions.iter().map(field).collect()
    }

    /// All columns, those of partitions last.
    pub fn schema(&self) -> SchemaRef {
        let columns = self.definition.columns.iter().chain(&self.definition.partitions);
        Arc::new(Schema::new(columns.map(field).collect::<Vec<_>>()))
    }

    /// The partition columns, in order.
    pub fn partition_columns(&self) -> Vec<PartitionColumn> {
        self.definition.partitions.iter().map(PartitionColumn::of).collect()
    }

    /// The table's folder, which ends in a slash. Empty where none was given.
    pub fn location(&self) -> String {
        folder(self.definition.location.as_deref().unwrap_or_default())
    }
}

/// The same place, ending in a slash: a location is a folder, whether written so or not.
pub(crate) fn folder(location: &str) -> String {
    let closed = location.is_empty() || location.ends_with('/');
    if closed { location.to_string() } else { format!("{location}/") }
}

fn field(column: &ColumnDefinition) -> FieldRef {
    Arc::new(Field::new(&column.name, column.hive_type.to_arrow(), true))
}
