//! `MSCK REPAIR TABLE`: partitions for the folders of Hive's layout that are there and not yet known.

use super::store::Partition;
use super::{Catalog, Fault, Rows, partitions, stored_table};
use crate::hive::refusal::invalid;
use crate::hive::{HiveTable, unescape};
use ashiato_sql::statement::{PartitionValues, TableName};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

impl Catalog {
    /// Adds a partition for each folder `column=value/…` below the table's own. `found` are the places of files or
    /// folders below it, relative to it or complete: the caller lists [`HiveTable::location`].
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND`; `SemanticException` for a table without partition columns.
    pub async fn repair_table(
        &self,
        name: &TableName,
        database: &str,
        found: impl IntoIterator<Item = String>,
        now: DateTime<Utc>,
    ) -> Result<Rows, Fault> {
        let stored = self.stored_table(name, database).await?;
        let qualified = stored.qualified_name();
        let table = HiveTable::new(stored_table::definition(&stored)?);
        if table.definition.partitions.is_empty() {
            return Err(invalid("SemanticException", format!("Table {qualified} is not a partitioned table")).into());
        }
        let location = table.location();
        let below = |place: &String| place.strip_prefix(&location).unwrap_or(place).to_string();
        let specs: BTreeSet<PartitionValues> =
            found.into_iter().filter_map(|place| partition_of(&table, &below(&place))).collect();
        let known: BTreeSet<Vec<String>> =
            self.store.partitions(&qualified).await?.into_iter().map(|partition| partition.values).collect();
        let mut added = Vec::new();
        let mut lines = Vec::new();
        for values in specs {
            // A folder whose name is no value of its column is left out, as Hive leaves it.
            let Ok(values) = partitions::checked(&table, &values, None) else { continue };
            if known.contains(&values) {
                continue;
            }
            let spec = partitions::spec(&table, &values);
            lines.push(vec![format!("Repair: Added partition to metastore {}:{spec}", qualified.table)]);
            added.push(Partition::new(values, None, now.timestamp_millis()));
        }
        self.store.create_partitions(&qualified, added).await?;
        Ok(Rows::new(&["result"], lines))
    }
}

/// The values that a path below the table's folder names, one folder for each partition column.
fn partition_of(table: &HiveTable, path: &str) -> Option<PartitionValues> {
    let mut folders = path.trim_start_matches('/').split('/');
    let columns = table.definition.partitions.iter();
    let values = columns.map(|column| {
        let (name, value) = folders.next()?.split_once('=')?;
        name.eq_ignore_ascii_case(&column.name).then(|| (column.name.clone(), unescape(value)))
    });
    values.collect()
}
