//! What a query's columns become: the columns of a new table, or of unloaded files, with partitions and buckets.

use super::bucket::Buckets;
use super::column_types;
use super::layout::Layout;
use super::options::WriteOptions;
use crate::hive::refusal::{invalid, unsupported};
use arrow::datatypes::{Field, Schema};
use ashiato_sql::Error;
use ashiato_sql::session::Planned;
use ashiato_sql::statement::ColumnDefinition;
use std::sync::Arc;

/// The layout of a query's rows in new files.
///
/// # Errors
/// A type that Hive or the format lacks; partition columns that are not the last; a column to partition or bucket by
/// that is not there.
pub(crate) fn layout_of(planned: &Planned, options: &WriteOptions) -> Result<Layout, Error> {
    let fields = planned.plan.schema().fields().iter().zip(&planned.output_names).enumerate();
    let columns = fields.map(|(position, (field, name))| column_types::column(name, field.data_type(), position));
    let columns = columns.collect::<Result<Vec<_>, _>>()?;
    let partition_columns = partition_columns(&columns, &options.partitioned_by)?;
    let first_partition = columns.len() - partition_columns;
    for column in &columns[..first_partition] {
        column_types::check(column, options.encoding.format)?;
    }
    let buckets = buckets(&columns[..first_partition], options)?;
    let sources = (0..columns.len()).map(Some).collect();
    Ok(layout(columns, sources, partition_columns, buckets))
}

/// A layout with its schemas.
pub(crate) fn layout(
    columns: Vec<ColumnDefinition>,
    sources: Vec<Option<usize>>,
    partition_columns: usize,
    buckets: Option<Buckets>,
) -> Layout {
    let field = |column: &ColumnDefinition| Field::new(&column.name, column.hive_type.to_arrow(), true);
    let fields: Vec<Field> = columns.iter().map(field).collect();
    let file_fields = fields[..columns.len() - partition_columns].to_vec();
    Layout {
        schema: Arc::new(Schema::new(fields)),
        file_schema: Arc::new(Schema::new(file_fields)),
        columns,
        sources,
        partition_columns,
        buckets,
    }
}

/// How many columns partition: they must be the last, in the order named.
fn partition_columns(columns: &[ColumnDefinition], named: &[String]) -> Result<usize, Error> {
    let missing: Vec<&str> =
        named.iter().filter(|name| !columns.iter().any(|column| column.name == **name)).map(String::as_str).collect();
    if !missing.is_empty() {
        let message = format!("Partition columns [{}] not present in schema", missing.join(", "));
        return Err(invalid("INVALID_TABLE_PROPERTY", message));
    }
    if !named.is_empty() && named.len() == columns.len() {
        return Err(unsupported("Table contains only partition columns"));
    }
    let last = columns[columns.len() - named.len()..].iter().map(|column| &column.name);
    if !last.eq(named) {
        let message = format!(
            "Partition keys must be the last columns in the table and in the same order as the table properties: [{}]",
            named.join(", ")
        );
        return Err(invalid("HIVE_COLUMN_ORDER_MISMATCH", message));
    }
    columns[columns.len() - named.len()..].iter().try_for_each(column_types::check_partition)?;
    Ok(named.len())
}

fn buckets(columns: &[ColumnDefinition], options: &WriteOptions) -> Result<Option<Buckets>, Error> {
    let Some(count) = options.bucket_count else { return Ok(None) };
    let mut positions = Vec::new();
    for name in &options.bucketed_by {
        let Some(position) = columns.iter().position(|column| column.name == *name) else {
            let message = format!("Bucketing columns [{name}] not present in schema");
            return Err(invalid("INVALID_TABLE_PROPERTY", message));
        };
        Buckets::check(&columns[position])?;
        positions.push(position);
    }
    Ok(Some(Buckets { columns: positions, count }))
}
