//! What a table's definition must fulfil.

use crate::hive::TableFormat;
use crate::hive::refusal::{invalid, unsupported};
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, HiveType, TableDefinition};
use std::collections::HashSet;

/// Refuses a definition that no query could run on.
pub(super) fn check(table: &TableDefinition) -> Result<(), Error> {
    let format = TableFormat::of(table)?;
    if !table.external {
        let message = format!("Table {}: CREATE TABLE without EXTERNAL makes Iceberg tables, which are", table.name);
        return Err(unsupported(format!("{message} not supported")));
    }
    if table.columns.is_empty() {
        return Err(invalid("SemanticException", format!("Table {} has no columns", table.name)));
    }
    unique(table.columns.iter().chain(&table.partitions))?;
    let nested =
        |c: &&ColumnDefinition| matches!(c.hive_type, HiveType::Array(_) | HiveType::Map(..) | HiveType::Struct(_));
    if let Some(column) = table.partitions.iter().find(nested) {
        let message =
            format!("The partition column {} has the type {}: only simple types", column.name, column.hive_type);
        return Err(invalid("SemanticException", format!("{message} can partition a table")));
    }
    location(table)?;
    if matches!(format, TableFormat::CloudTrail) { Ok(()) } else { crate::hive::refuse_unreadable(&format, table) }
}

/// Refuses a name that two columns have.
pub(super) fn unique<'a>(columns: impl Iterator<Item = &'a ColumnDefinition>) -> Result<(), Error> {
    let mut seen = HashSet::new();
    for column in columns {
        if !seen.insert(&column.name) {
            return Err(invalid("SemanticException", format!("Duplicate column name {} in the table", column.name)));
        }
    }
    Ok(())
}

fn location(table: &TableDefinition) -> Result<(), Error> {
    let Some(location) = &table.location else {
        return Err(invalid("SemanticException", format!("Table {} has no LOCATION", table.name)));
    };
    check_location(location)
}

/// Refuses a location that is no folder.
pub(super) fn check_location(location: &str) -> Result<(), Error> {
    let wrong = |why: &str| Err(invalid("INVALID_LOCATION", format!("The location '{location}' {why}")));
    if location.trim().is_empty() {
        return wrong("is empty");
    }
    if location.starts_with("arn:") {
        return wrong("is an ARN: expected s3://bucket/folder/");
    }
    if location.contains('*') {
        return wrong("has a wildcard: a location is a folder, and all files below it are read");
    }
    Ok(())
}
