//! Tables for tests.

use ashiato_sql::statement::{ColumnDefinition, HiveType, RowFormat, StoredAs, TableDefinition, TableName};

/// A table `t` of Parquet files in `s3://logs/t/`, with one column `c` and these partition columns.
pub(crate) fn definition(partitions: &[(&str, HiveType)], properties: &[(&str, &str)]) -> TableDefinition {
    TableDefinition {
        name: TableName::bare("t"),
        external: true,
        if_not_exists: false,
        columns: vec![column("c", HiveType::String)],
        comment: None,
        partitions: partitions.iter().map(|(name, hive_type)| column(name, hive_type.clone())).collect(),
        clustering: None,
        row_format: None,
        stored_as: Some(StoredAs::Named("PARQUET".to_string())),
        location: Some("s3://logs/t/".to_string()),
        properties: properties.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect(),
    }
}

pub(crate) fn column(name: &str, hive_type: HiveType) -> ColumnDefinition {
    ColumnDefinition { name: name.to_string(), hive_type, comment: None }
}

/// `ROW FORMAT SERDE class WITH SERDEPROPERTIES (…)`.
pub(crate) fn serde(class: &str, properties: &[(&str, &str)]) -> Option<RowFormat> {
    let properties = properties.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
    Some(RowFormat::Serde { class: class.to_string(), properties })
}

/// The table that AWS's console makes for CloudTrail logs, cut to two columns, partitioned by day through
/// projection as in AWS's user guide ("Create a table for CloudTrail logs using partition projection").
pub(crate) fn cloudtrail_by_day() -> TableDefinition {
    let mut table = definition(
        &[("timestamp", HiveType::String)],
        &[
            ("projection.enabled", "true"),
            ("projection.timestamp.format", "yyyy/MM/dd"),
            ("projection.timestamp.interval", "1"),
            ("projection.timestamp.interval.unit", "DAYS"),
            ("projection.timestamp.range", "2021/01/01,NOW"),
            ("projection.timestamp.type", "date"),
            ("storage.location.template", "s3://logs/AWSLogs/1/CloudTrail/ap-northeast-1/${timestamp}"),
        ],
    );
    table.name = TableName::bare("cloudtrail_logs_pp");
    table.columns = vec![
        column("eventversion", HiveType::String),
        column("useridentity", HiveType::Struct(vec![("type".to_string(), HiveType::String)])),
    ];
    table.row_format = serde("com.amazon.emr.hive.serde.CloudTrailSerde", &[]);
    table.stored_as = Some(StoredAs::Formats {
        input: "com.amazon.emr.cloudtrail.CloudTrailInputFormat".to_string(),
        output: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat".to_string(),
    });
    table.location = Some("s3://logs/AWSLogs/1/CloudTrail/ap-northeast-1/".to_string());
    table
}
