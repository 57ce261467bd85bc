//! The values of partitions: put in order, checked, matched, spelled.

use super::validation::check_location;
use super::{Catalog, Fault, QualifiedName, store, stored_table};
use crate::error::ErrorKind;
use crate::hive::refusal::{invalid, not_found};
use crate::hive::{HiveTable, Partition};
use ashiato_sql::Error;
use ashiato_sql::statement::PartitionValues;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// How often partitions are looked at again that other statements change meanwhile.
const TRIES_MAX: usize = 8;

/// The values of a new partition, in the table's order.
///
/// # Errors
/// A column that is none of the table's or is left out, a value that is none of its column's type, a location that is
/// no folder.
pub(super) fn checked(
    table: &HiveTable,
    values: &PartitionValues,
    location: Option<&str>,
) -> Result<Vec<String>, Error> {
    let values = in_order(table, values)?;
    if let Some(location) = location {
        check_location(location)?;
    }
    for (column, text) in table.partition_columns().iter().zip(&values) {
        column.value(text)?;
    }
    Ok(values)
}

/// The values of every partition that these leave; some columns may be left out.
pub(super) fn matching(
    table: &HiveTable,
    known: &[store::Partition],
    values: &PartitionValues,
) -> Result<Vec<Vec<String>>, Error> {
    let wanted = values.iter().map(|(column, value)| Ok((column_position(table, column)?, value)));
    let wanted = wanted.collect::<Result<Vec<_>, Error>>()?;
    let matches =
        |partition: &&store::Partition| wanted.iter().all(|(at, value)| partition.values.get(*at) == Some(*value));
    Ok(known.iter().filter(matches).map(|partition| partition.values.clone()).collect())
}

/// The partition with these values.
pub(super) fn find<'a>(table: &'a HiveTable, values: &PartitionValues) -> Result<&'a Partition, Error> {
    let ordered = in_order(table, values)?;
    table.partitions.iter().find(|partition| partition.values == ordered).ok_or_else(|| missing(values))
}

/// `dt=2020-01-01/region=us-east-1`.
pub(crate) fn spec(table: &HiveTable, values: &[String]) -> String {
    let columns = table.definition.partitions.iter().zip(values);
    columns.map(|(column, value)| format!("{}={value}", column.name)).collect::<Vec<_>>().join("/")
}

/// Hive's own folder for these values.
pub(super) fn layout_folder(table: &HiveTable, values: &[String]) -> String {
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    crate::hive::Template::of_layout(table).fill(&values)
}

/// A value for each partition column, in the table's order.
pub(super) fn in_order(table: &HiveTable, values: &PartitionValues) -> Result<Vec<String>, Error> {
    for (column, _) in values {
        column_position(table, column)?;
    }
    let columns = table.definition.partitions.iter();
    let value =
        |name: &str| values.iter().find(|(column, _)| column.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    let ordered = columns.map(|column| {
        value(&column.name).cloned().ok_or_else(|| {
            let message = format!("The partition names no value for the column {}", column.name);
            invalid("SemanticException", message)
        })
    });
    ordered.collect()
}

fn column_position(table: &HiveTable, column: &str) -> Result<usize, Error> {
    let found = table.definition.partitions.iter().position(|known| known.name.eq_ignore_ascii_case(column));
    found.ok_or_else(|| {
        let message = format!("{column} is no partition column of table {}", table.definition.name);
        invalid("SemanticException", message)
    })
}

/// The error of a partition that is there already.
pub(super) fn exists(table: &HiveTable, values: &[String]) -> Error {
    let message = format!("Partition already exists: {}({})", table.definition.name, spec(table, values));
    invalid("AlreadyExistsException", message)
}

/// The error of a partition that is not there.
pub(super) fn missing(values: &PartitionValues) -> Error {
    let values: Vec<String> = values.iter().map(|(column, value)| format!("{column}={value}")).collect();
    not_found("PARTITION_NOT_FOUND", format!("Partition not found ({})", values.join(", ")))
}

impl Catalog {
    /// Adds the partitions that a statement wrote to, but for those that are there already.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn add_written_partitions(
        &self,
        name: &QualifiedName,
        written: BTreeSet<Vec<String>>,
        now: DateTime<Utc>,
    ) -> Result<(), Fault> {
        let Some(stored) = self.store.table(name).await? else {
            return Err(not_found("TABLE_NOT_FOUND", format!("Table '{name}' does not exist any more")).into());
        };
        let table = HiveTable::new(stored_table::definition(&stored)?);
        if table.definition.partitions.is_empty() {
            return Ok(());
        }
        // Another statement may add one of them between the look and the addition: then it is looked again.
        for _ in 0..TRIES_MAX {
            let mut missing = Vec::new();
            for values in &written {
                if self.store.partition(name, values).await?.is_none() {
                    let folder = layout_folder(&table, values);
                    missing.push(store::Partition::new(values.clone(), Some(folder), now.timestamp_millis()));
                }
            }
            match self.store.create_partitions(name, missing).await {
                Err(error) if error.kind == ErrorKind::Conflict => {}
                done => return Ok(done?),
            }
        }
        Err(crate::Error::new(ErrorKind::Conflict, format!("The partitions of {name} are changed by other statements"))
            .into())
    }
}
