//! A table as Hive prints its Thrift form, for `DESCRIBE EXTENDED`.

use super::store::{Column, Parameters, SortColumn, Storage, Table};

/// `Table(tableName:…, …)` on one line.
pub(super) fn table(table: &Table) -> String {
    let created = table.created_at.div_euclid(1000);
    format!(
        "Table(tableName:{}, dbName:{}, owner:{}, createTime:{created}, lastAccessTime:{}, retention:{}, sd:{}, \
         partitionKeys:[{}], parameters:{}, viewOriginalText:null, viewExpandedText:null, tableType:{})",
        table.name,
        table.database,
        or_null(table.owner.as_deref()),
        table.last_access_at.unwrap_or(0).div_euclid(1000),
        table.retention_days,
        storage(&table.storage),
        columns(&table.partition_keys),
        parameters(&table.parameters),
        or_null(table.table_type.as_deref()),
    )
}

fn storage(storage: &Storage) -> String {
    let sorted = |sort: &SortColumn| format!("Order(col:{}, order:{})", sort.column, i32::from(sort.ascending));
    format!(
        "StorageDescriptor(cols:[{}], location:{}, inputFormat:{}, outputFormat:{}, compressed:{}, numBuckets:{}, \
         serdeInfo:SerDeInfo(name:{}, serializationLib:{}, parameters:{}), bucketCols:[{}], sortCols:[{}], \
         parameters:{}, skewedInfo:SkewedInfo(skewedColNames:[], skewedColValues:[], \
         skewedColValueLocationMaps:{{}}), storedAsSubDirectories:{})",
        columns(&storage.columns),
        or_null(storage.location.as_deref()),
        or_null(storage.input_format.as_deref()),
        or_null(storage.output_format.as_deref()),
        storage.compressed,
        storage.number_of_buckets,
        or_null(storage.serde.name.as_deref()),
        or_null(storage.serde.class.as_deref()),
        parameters(&storage.serde.parameters),
        storage.bucket_columns.join(", "),
        storage.sort_columns.iter().map(sorted).collect::<Vec<_>>().join(", "),
        parameters(&storage.parameters),
        storage.stored_as_sub_directories,
    )
}

fn columns(columns: &[Column]) -> String {
    let column = |column: &Column| {
        let comment = or_null(column.comment.as_deref());
        format!("FieldSchema(name:{}, type:{}, comment:{comment})", column.name, column.data_type)
    };
    columns.iter().map(column).collect::<Vec<_>>().join(", ")
}

fn parameters(parameters: &Parameters) -> String {
    let pairs: Vec<String> = parameters.iter().map(|(key, value)| format!("{key}={value}")).collect();
    format!("{{{}}}", pairs.join(", "))
}

fn or_null(text: Option<&str>) -> &str {
    text.unwrap_or("null")
}
