//! `ALTER TABLE`.

use super::tables::CHANGED_AT;
use super::{Catalog, QualifiedName, partitions, validation};
use crate::hive::HiveTable;
use crate::hive::refusal::{invalid, not_found};
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, ColumnPlace, Properties, TableChange, TableName};
use chrono::{DateTime, Utc};

impl Catalog {
    /// Changes a table.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND`; what the change itself refuses. The table is then as it was.
    pub fn alter_table(
        &self,
        name: &TableName,
        change: &TableChange,
        database: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let qualified = QualifiedName::of(name, database)?;
        let mut state = self.write();
        let table = state.table_mut(&qualified, name)?;
        let mut changed = table.clone();
        apply(&mut changed, change)?;
        set_property(&mut changed.definition.properties, CHANGED_AT, &now.timestamp().to_string());
        *table = changed;
        Ok(())
    }
}

fn apply(table: &mut HiveTable, change: &TableChange) -> Result<(), Error> {
    match change {
        TableChange::AddPartitions { if_not_exists, partitions } => {
            for (values, location) in partitions {
                partitions::add(table, values, location.clone(), *if_not_exists)?;
            }
            Ok(())
        }
        TableChange::DropPartitions { if_exists, partitions } => {
            partitions.iter().try_for_each(|values| partitions::remove(table, values, *if_exists))
        }
        TableChange::RenamePartition { from, to } => partitions::rename(table, from, to),
        TableChange::SetLocation { partition: Some(values), location } => {
            validation::check_location(location)?;
            partitions::find_mut(table, values)?.location = Some(location.clone());
            Ok(())
        }
        TableChange::SetLocation { partition: None, location } => {
            validation::check_location(location)?;
            table.definition.location = Some(location.clone());
            Ok(())
        }
        TableChange::SetProperties(properties) => {
            for (key, value) in properties {
                set_property(&mut table.definition.properties, key, value);
            }
            Ok(())
        }
        TableChange::AddColumns(columns) => {
            table.definition.columns.extend(columns.iter().cloned());
            check_columns(table)
        }
        TableChange::ReplaceColumns(columns) => {
            table.definition.columns.clone_from(columns);
            check_columns(table)
        }
        TableChange::ChangeColumn { from, column, place } => {
            change_column(&mut table.definition.columns, from, column, place.as_ref())?;
            check_columns(table)
        }
    }
}

fn check_columns(table: &HiveTable) -> Result<(), Error> {
    if table.definition.columns.is_empty() {
        return Err(invalid("SemanticException", format!("Table {} would have no columns", table.definition.name)));
    }
    validation::unique(table.definition.columns.iter().chain(&table.definition.partitions))
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
