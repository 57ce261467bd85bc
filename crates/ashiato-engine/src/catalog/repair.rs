//! `MSCK REPAIR TABLE`: partitions for the folders of Hive's layout that are there and not yet known.

use super::{Catalog, QualifiedName, Rows, partitions};
use crate::hive::refusal::invalid;
use crate::hive::{HiveTable, unescape};
use ashiato_sql::Error;
use ashiato_sql::statement::{PartitionValues, TableName};
use std::collections::BTreeSet;

impl Catalog {
    /// Adds a partition for each folder `column=value/…` below the table's own. `found` are the places of files or
    /// folders below it, relative to it or complete: the caller lists [`HiveTable::location`].
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND`; `SemanticException` for a table without partition columns.
    pub fn repair_table(
        &self,
        name: &TableName,
        database: &str,
        found: impl IntoIterator<Item = String>,
    ) -> Result<Rows, Error> {
        let qualified = QualifiedName::of(name, database)?;
        let mut state = self.write();
        let table = state.table_mut(&qualified, name)?;
        if table.definition.partitions.is_empty() {
            return Err(invalid("SemanticException", format!("Table {qualified} is not a partitioned table")));
        }
        let location = table.location();
        let below = |place: &String| place.strip_prefix(&location).unwrap_or(place).to_string();
        let specs: BTreeSet<PartitionValues> =
            found.into_iter().filter_map(|place| partition_of(table, &below(&place))).collect();
        let mut lines = Vec::new();
        for values in specs {
            let ordered: Vec<String> = values.iter().map(|(_, value)| value.clone()).collect();
            let spec = partitions::spec(table, &ordered);
            let before = table.partitions.len();
            // A folder whose name is no value of its column is left out, as Hive leaves it.
            if partitions::add(table, &values, None, true).is_ok() && table.partitions.len() > before {
                lines.push(vec![format!("Repair: Added partition to metastore {}:{spec}", qualified.table)]);
            }
        }
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
