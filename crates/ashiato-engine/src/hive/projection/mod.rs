//! Partition projection: the values of partition columns computed from table properties, without a catalog
//! of partitions.
//!
//! Source: Amazon Athena's user guide, "Partition projection" and "Supported types for partition projection".

mod date_range;
mod integer_range;
mod properties;
mod series;

pub(crate) use series::{allows, select};

use super::refusal::invalid;
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, TableDefinition};
use chrono::{DateTime, Utc};
use date_range::DateRange;
use integer_range::IntegerRange;
use properties::ColumnProperties;

/// How the values of one partition column are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Projection {
    /// `enum`: the values listed.
    Listed(Vec<String>),
    /// `integer`.
    Integers(IntegerRange),
    /// `date`.
    Dates(DateRange),
    /// `injected`: the values that the query itself names.
    Injected,
}

/// How each partition column of a table is projected, in the table's order; `None` where projection is off.
///
/// # Errors
/// `INVALID_TABLE_PROPERTY` for a property that is missing or that cannot be read.
pub(crate) fn projections(table: &TableDefinition, now: DateTime<Utc>) -> Result<Option<Vec<Projection>>, Error> {
    let enabled = properties::property(table, "projection.enabled");
    if !enabled.is_some_and(|value| value.trim().eq_ignore_ascii_case("true")) {
        return Ok(None);
    }
    let has_type = |column: &&ColumnDefinition| ColumnProperties::of(table, &column.name).get("type").is_some();
    let missing: Vec<&str> = table.partitions.iter().filter(|c| !has_type(c)).map(|c| c.name.as_str()).collect();
    if !missing.is_empty() {
        let message = format!(
            "Table {} is configured for partition projection, but the following partition columns are missing \
             projection configuration: {}",
            table.name.table,
            missing.join(", ")
        );
        return Err(invalid("INVALID_TABLE_PROPERTY", message));
    }
    let columns = table.partitions.iter();
    columns
        .map(|column| projection(&ColumnProperties::of(table, &column.name), now))
        .collect::<Result<_, _>>()
        .map(Some)
}

fn projection(properties: &ColumnProperties<'_>, now: DateTime<Utc>) -> Result<Projection, Error> {
    let kind = properties.required("type")?.trim();
    match kind.to_ascii_lowercase().as_str() {
        "enum" => Ok(Projection::Listed(properties.required("values")?.split(',').map(str::to_string).collect())),
        "integer" => IntegerRange::read(properties).map(Projection::Integers),
        "date" => DateRange::read(properties, now.naive_utc()).map(Projection::Dates),
        "injected" => Ok(Projection::Injected),
        _ => Err(properties.wrong("type", kind, "expected enum, integer, date or injected")),
    }
}
