//! `ALTER TABLE`.

use super::store::{Partition, Table};
use super::{Catalog, Fault, partitions, stored_table, validation};
use crate::hive::HiveTable;
use crate::hive::refusal::{invalid, not_found};
use ashiato_sql::Error;
use ashiato_sql::statement::{
    ColumnDefinition, ColumnPlace, PartitionValues, Properties, TableChange, TableDefinition, TableName,
};
use chrono::{DateTime, Utc};

impl Catalog {
    /// Changes a table.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND`; what the change itself refuses. The table is then as it was.
    pub async fn alter_table(
        &self,
        name: &TableName,
        change: &TableChange,
        database: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Fault> {
        let stored = self.stored_table(name, database).await?;
        let now = now.timestamp_millis();
        match change {
            TableChange::AddPartitions { if_not_exists, partitions } => {
                self.add_partitions(&stored, partitions, *if_not_exists, now).await
            }
            TableChange::DropPartitions { if_exists, partitions } => {
                self.drop_partitions(&stored, partitions, *if_exists).await
            }
            TableChange::RenamePartition { from, to } => self.rename_partition(&stored, from, to).await,
            TableChange::SetLocation { partition: Some(values), location } => {
                self.move_partition(&stored, values, location).await
            }
            other => {
                let mut definition = stored_table::definition(&stored)?;
                apply(&mut definition, other)?;
                let mut changed = stored;
                stored_table::change(&mut changed, &definition, now);
                Ok(self.store.update_table(changed).await?)
            }
        }
    }

    async fn add_partitions(
        &self,
        stored: &Table,
        added: &[(PartitionValues, Option<String>)],
        if_not_exists: bool,
        now: i64,
    ) -> Result<(), Fault> {
        let table = HiveTable::new(stored_table::definition(stored)?);
        let name = stored.qualified_name();
        let mut wanted: Vec<Partition> = Vec::new();
        for (values, location) in added {
            let partition =
                Partition::new(partitions::checked(&table, values, location.as_deref())?, location.clone(), now);
            let is_known = wanted.iter().any(|other| other.values == partition.values)
                || self.store.partition(&name, &partition.values).await?.is_some();
            if !is_known {
                wanted.push(partition);
            } else if !if_not_exists {
                return Err(partitions::exists(&table, &partition.values).into());
            }
        }
        Ok(self.store.create_partitions(&name, wanted).await?)
    }

    async fn drop_partitions(&self, stored: &Table, dropped: &[PartitionValues], if_exists: bool) -> Result<(), Fault> {
        let name = stored.qualified_name();
        let table = HiveTable::new(stored_table::definition(stored)?);
        let known = self.store.partitions(&name).await?;
        let mut gone: Vec<Vec<String>> = Vec::new();
        for values in dropped {
            let matching = partitions::matching(&table, &known, values)?;
            if matching.is_empty() && !if_exists {
                return Err(partitions::missing(values).into());
            }
            gone.extend(matching);
        }
        Ok(self.store.delete_partitions(&name, &gone).await?)
    }

    /// Gives a partition other values. Its folder stays.
    async fn rename_partition(
        &self,
        stored: &Table,
        from: &PartitionValues,
        to: &PartitionValues,
    ) -> Result<(), Fault> {
        let name = stored.qualified_name();
        let table = HiveTable::new(stored_table::definition(stored)?);
        let mut partition = self.partition(stored, &table, from).await?;
        let before = std::mem::take(&mut partition.values);
        partition.values = partitions::checked(&table, to, None)?;
        if partition.values != before && self.store.partition(&name, &partition.values).await?.is_some() {
            return Err(partitions::exists(&table, &partition.values).into());
        }
        let kept_at = partition.location.take().unwrap_or_else(|| partitions::layout_folder(&table, &before));
        partition.location = Some(kept_at);
        Ok(self.store.update_partition(&name, &before, partition).await?)
    }

    async fn move_partition(&self, stored: &Table, values: &PartitionValues, location: &str) -> Result<(), Fault> {
        validation::check_location(location)?;
        let table = HiveTable::new(stored_table::definition(stored)?);
        let mut partition = self.partition(stored, &table, values).await?;
        partition.location = Some(location.to_string());
        let values = partition.values.clone();
        Ok(self.store.update_partition(&stored.qualified_name(), &values, partition).await?)
    }

    async fn partition(&self, stored: &Table, table: &HiveTable, values: &PartitionValues) -> Result<Partition, Fault> {
        let ordered = partitions::in_order(table, values)?;
        let found = self.store.partition(&stored.qualified_name(), &ordered).await?;
        found.ok_or_else(|| partitions::missing(values).into())
    }
}

/// A change of the table itself.
fn apply(table: &mut TableDefinition, change: &TableChange) -> Result<(), Error> {
    match change {
        TableChange::SetLocation { location, .. } => {
            validation::check_location(location)?;
            table.location = Some(location.clone());
        }
        TableChange::SetProperties(properties) => {
            for (key, value) in properties {
                set_property(&mut table.properties, key, value);
            }
        }
        TableChange::AddColumns(columns) => table.columns.extend(columns.iter().cloned()),
        TableChange::ReplaceColumns(columns) => table.columns.clone_from(columns),
        TableChange::ChangeColumn { from, column, place } => {
            change_column(&mut table.columns, from, column, place.as_ref())?;
        }
        TableChange::AddPartitions { .. }
        | TableChange::DropPartitions { .. }
        | TableChange::RenamePartition { .. } => {}
    }
    check_columns(table)
}

fn check_columns(table: &TableDefinition) -> Result<(), Error> {
    if table.columns.is_empty() {
        return Err(invalid("SemanticException", format!("Table {} would have no columns", table.name)));
    }
    validation::unique(table.columns.iter().chain(&table.partitions))
}

fn set_property(properties: &mut Properties, key: &str, value: &str) {
    match properties.iter_mut().find(|(known, _)| known == key) {
        Some((_, known)) => *known = value.to_string(),
        None => properties.push((key.to_string(), value.to_string())),
    }
}

fn change_column(
    columns: &mut Vec<ColumnDefinition>,
    from: &str,
    column: &ColumnDefinition,
    place: Option<&ColumnPlace>,
) -> Result<(), Error> {
    let position = |columns: &[ColumnDefinition], name: &str| {
        let found = columns.iter().position(|known| known.name == name);
        found.ok_or_else(|| not_found("COLUMN_NOT_FOUND", format!("Column '{name}' does not exist in the table")))
    };
    let at = position(columns, from)?;
    let comment = column.comment.clone().or_else(|| columns[at].comment.clone());
    columns.remove(at);
    let to = match place {
        None => at,
        Some(ColumnPlace::First) => 0,
        Some(ColumnPlace::After(other)) => position(columns, other)? + 1,
    };
    columns.insert(to, ColumnDefinition { comment, ..column.clone() });
    Ok(())
}
