//! Partitions added, dropped and renamed by hand.

use super::validation::check_location;
use crate::hive::refusal::{invalid, not_found};
use crate::hive::{HiveTable, Partition};
use ashiato_sql::Error;
use ashiato_sql::statement::PartitionValues;

/// Adds a partition; an existing one is no error if `if_not_exists`.
pub(super) fn add(
    table: &mut HiveTable,
    values: &PartitionValues,
    location: Option<String>,
    if_not_exists: bool,
) -> Result<(), Error> {
    let values = in_order(table, values)?;
    if let Some(location) = &location {
        check_location(location)?;
    }
    for (column, text) in table.partition_columns().iter().zip(&values) {
        column.value(text)?;
    }
    let Err(position) = position(table, &values) else {
        let message = format!("Partition already exists: {}({})", table.definition.name, spec(table, &values));
        return if if_not_exists { Ok(()) } else { Err(invalid("AlreadyExistsException", message)) };
    };
    table.partitions.insert(position, Partition { values, location });
    Ok(())
}

/// Takes away every partition with these values; some columns may be left out.
pub(super) fn remove(table: &mut HiveTable, values: &PartitionValues, if_exists: bool) -> Result<(), Error> {
    let wanted = values.iter().map(|(column, value)| Ok((column_position(table, column)?, value)));
    let wanted = wanted.collect::<Result<Vec<_>, Error>>()?;
    let before = table.partitions.len();
    let matches = |partition: &Partition| wanted.iter().all(|(at, value)| partition.values[*at] == **value);
    table.partitions.retain(|partition| !matches(partition));
    if table.partitions.len() == before && !if_exists {
        return Err(missing(values));
    }
    Ok(())
}

/// Gives a partition other values. Its folder stays.
pub(super) fn rename(table: &mut HiveTable, from: &PartitionValues, to: &PartitionValues) -> Result<(), Error> {
    let partition = find_mut(table, from)?.clone();
    let kept_at = partition.location.unwrap_or_else(|| layout_folder(table, &partition.values));
    remove(table, from, false)?;
    add(table, to, Some(kept_at), false)
}

/// The partition with these values.
pub(super) fn find_mut<'a>(table: &'a mut HiveTable, values: &PartitionValues) -> Result<&'a mut Partition, Error> {
    let ordered = in_order(table, values)?;
    match position(table, &ordered) {
        Ok(position) => Ok(&mut table.partitions[position]),
        Err(_) => Err(missing(values)),
    }
}

/// The partition with these values.
pub(super) fn find<'a>(table: &'a HiveTable, values: &PartitionValues) -> Result<&'a Partition, Error> {
    let found = position(table, &in_order(table, values)?);
    found.map(|position| &table.partitions[position]).map_err(|_| missing(values))
}

/// `dt=2020-01-01/region=us-east-1`.
pub(super) fn spec(table: &HiveTable, values: &[String]) -> String {
    let columns = table.definition.partitions.iter().zip(values);
    columns.map(|(column, value)| format!("{}={value}", column.name)).collect::<Vec<_>>().join("/")
}

/// Hive's own folder for these values.
pub(super) fn layout_folder(table: &HiveTable, values: &[String]) -> String {
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    crate::hive::Template::of_layout(table).fill(&values)
}

fn position(table: &HiveTable, values: &[String]) -> Result<usize, usize> {
    table.partitions.binary_search_by(|partition| partition.values.as_slice().cmp(values))
}

/// A value for each partition column, in the table's order.
fn in_order(table: &HiveTable, values: &PartitionValues) -> Result<Vec<String>, Error> {
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

fn missing(values: &PartitionValues) -> Error {
    let values: Vec<String> = values.iter().map(|(column, value)| format!("{column}={value}")).collect();
    not_found("PARTITION_NOT_FOUND", format!("Partition not found ({})", values.join(", ")))
}
