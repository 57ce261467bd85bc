//! A table between the store's shape, which is Glue's, and the definition that DDL gives.

use super::store::{Column, Parameters, Partition, SerDe, SortColumn, Storage, Table};
use super::tables::CHANGED_AT;
use crate::hive::refusal::unsupported;
use crate::hive::{self, HiveTable, StorageClasses};
use ashiato_sql::Error;
use ashiato_sql::statement::{
    Clustering, ColumnDefinition, HiveType, Properties, RowFormat, StoredAs, TableDefinition, TableName,
};

/// The owner that Athena gives the tables it makes.
const OWNER: &str = "hadoop";

/// The stored form of a definition whose name has its database.
pub(super) fn stored(definition: &TableDefinition, now: i64) -> Table {
    let classes = StorageClasses::of(definition);
    let mut table = Table {
        database: definition.name.database.clone().unwrap_or_default(),
        name: definition.name.table.clone(),
        owner: Some(OWNER.to_string()),
        storage: Storage {
            location: definition.location.clone(),
            input_format: Some(classes.input),
            output_format: Some(classes.output),
            serde: SerDe { name: None, class: Some(classes.serde), parameters: map(&classes.serde_properties) },
            number_of_buckets: definition.clustering.as_ref().map_or(-1, |clustering| clustering.buckets as i64),
            ..Storage::default()
        },
        table_type: Some("EXTERNAL_TABLE".to_string()),
        created_at: now,
        ..Table::default()
    };
    if let Some(clustering) = &definition.clustering {
        table.storage.bucket_columns.clone_from(&clustering.columns);
        let sorted = clustering.sorted_by.iter().cloned();
        table.storage.sort_columns = sorted.map(|(column, ascending)| SortColumn { column, ascending }).collect();
    }
    change(&mut table, definition, now);
    table
}

/// Puts into a stored table what `ALTER TABLE` can change of its definition, and leaves the rest as somebody else may
/// have stored it.
pub(super) fn change(table: &mut Table, definition: &TableDefinition, now: i64) {
    table.storage.columns = definition.columns.iter().map(column).collect();
    table.storage.location.clone_from(&definition.location);
    table.partition_keys = definition.partitions.iter().map(column).collect();
    table.parameters = map(&definition.properties);
    table.parameters.insert("EXTERNAL".to_string(), "TRUE".to_string());
    table.parameters.insert(CHANGED_AT.to_string(), now.div_euclid(1000).to_string());
    if let Some(comment) = &definition.comment {
        // One that `SET TBLPROPERTIES` gave is newer.
        table.parameters.entry("comment".to_string()).or_insert_with(|| comment.clone());
    }
    table.updated_at = now;
}

/// The definition that a stored table stands for.
///
/// # Errors
/// `NOT_SUPPORTED` for a column whose type has no reader here, by name.
pub(super) fn definition(table: &Table) -> Result<TableDefinition, Error> {
    let name = TableName { catalog: None, database: Some(table.database.clone()), table: table.name.clone(), at: None };
    let columns = |columns: &[Column]| -> Result<Vec<ColumnDefinition>, Error> {
        columns.iter().map(|column| defined(column, table)).collect()
    };
    let storage = &table.storage;
    let row_format = storage
        .serde
        .class
        .as_ref()
        .map(|class| RowFormat::Serde { class: class.clone(), properties: list(&storage.serde.parameters) });
    let formats = storage.input_format.as_ref().zip(storage.output_format.as_ref());
    let clustering = u64::try_from(storage.number_of_buckets).ok().filter(|buckets| *buckets > 0);
    let mut properties = list(&table.parameters);
    properties.retain(|(key, _)| key != "EXTERNAL" && key != "comment");
    Ok(TableDefinition {
        name,
        external: true,
        if_not_exists: false,
        columns: columns(&storage.columns)?,
        comment: table.parameters.get("comment").or(table.description.as_ref()).cloned(),
        partitions: columns(&table.partition_keys)?,
        clustering: clustering.map(|buckets| Clustering {
            columns: storage.bucket_columns.clone(),
            sorted_by: storage.sort_columns.iter().map(|sort| (sort.column.clone(), sort.ascending)).collect(),
            buckets,
        }),
        row_format,
        stored_as: formats.map(|(input, output)| StoredAs::Formats { input: input.clone(), output: output.clone() }),
        location: storage.location.clone(),
        properties,
    })
}

/// A stored table as queries read it.
pub(super) fn hive_table(table: &Table, partitions: Vec<Partition>) -> Result<HiveTable, Error> {
    let read = |partition: Partition| hive::Partition { values: partition.values, location: partition.location };
    Ok(HiveTable { definition: definition(table)?, partitions: partitions.into_iter().map(read).collect() })
}

/// A column as it is stored.
pub(super) fn column(column: &ColumnDefinition) -> Column {
    Column {
        name: column.name.clone(),
        data_type: column.hive_type.to_string(),
        comment: column.comment.clone(),
        parameters: Parameters::new(),
    }
}

fn defined(column: &Column, table: &Table) -> Result<ColumnDefinition, Error> {
    let hive_type = HiveType::parse(&column.data_type).ok_or_else(|| {
        let message = format!("the column {} has the type {}, which is not supported", column.name, column.data_type);
        unsupported(format!("Table {}.{}: {message}", table.database, table.name))
    })?;
    // Glue lets a name be written in any case; queries write it in lower case.
    Ok(ColumnDefinition { name: column.name.to_lowercase(), hive_type, comment: column.comment.clone() })
}

fn map(properties: &Properties) -> Parameters {
    properties.iter().cloned().collect()
}

fn list(parameters: &Parameters) -> Properties {
    parameters.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
}
