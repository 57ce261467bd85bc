//! The layouts of `SHOW` and `DESCRIBE`.

use super::{ORDERS, catalog, column, refused, rows, run};
use crate::catalog::Catalog;

/// The table of AWS's user guide for CloudTrail logs, with fewer columns.
const CLOUDTRAIL: &str = r#"CREATE EXTERNAL TABLE cloudtrail_logs_pp(
    eventVersion STRING,
    userIdentity STRUCT<type: STRING, sessionContext: STRUCT<attributes: STRUCT<mfaAuthenticated: STRING>>>)
  PARTITIONED BY (`timestamp` string)
  ROW FORMAT SERDE 'com.amazon.emr.hive.serde.CloudTrailSerde'
  STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
  OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
  LOCATION 's3://logs/AWSLogs/1/CloudTrail/'
  TBLPROPERTIES ('projection.enabled'='true', 'projection.timestamp.type'='injected')"#;

#[test]
fn names_are_listed_by_pattern() {
    let made = catalog(&[ORDERS, CLOUDTRAIL, "CREATE DATABASE sales", "CREATE VIEW v AS SELECT id FROM orders"]);
    assert_eq!(rows(&made, "SHOW TABLES").columns, ["tab_name"]);
    assert_eq!(column(&made, "SHOW TABLES"), ["cloudtrail_logs_pp", "orders", "v"]);
    assert_eq!(column(&made, "SHOW TABLES 'cloud*|v'"), ["cloudtrail_logs_pp", "v"]);
    assert_eq!(column(&made, "SHOW TABLES IN sales"), Vec::<String>::new());
    assert_eq!(rows(&made, "SHOW DATABASES").columns, ["database_name"]);
    assert_eq!(column(&made, "SHOW SCHEMAS LIKE 's*'"), ["sales"]);
    assert_eq!(rows(&made, "SHOW VIEWS").columns, ["views"]);
    assert_eq!(
        column(&made, "SHOW COLUMNS IN orders"),
        ["id                  ", "date                ", "dt                  ", "n                   "]
    );
    refused(&made, &[("SHOW PARTITIONS v", "INVALID_TABLE: default.v is a view")]);
}

#[test]
fn show_create_table_has_hives_layout() {
    let made = catalog(&[CLOUDTRAIL]);
    let lines = column(&made, "SHOW CREATE TABLE cloudtrail_logs_pp");
    let expected = "CREATE EXTERNAL TABLE `cloudtrail_logs_pp`(
  `eventversion` string COMMENT 'from deserializer',\u{20}
  `useridentity` struct<type:string,sessioncontext:struct<attributes:struct<mfaauthenticated:string>>> COMMENT 'from deserializer')
PARTITIONED BY (\u{20}
  `timestamp` string)
ROW FORMAT SERDE\u{20}
  'com.amazon.emr.hive.serde.CloudTrailSerde'\u{20}
STORED AS INPUTFORMAT\u{20}
  'com.amazon.emr.cloudtrail.CloudTrailInputFormat'\u{20}
OUTPUTFORMAT\u{20}
  'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION
  's3://logs/AWSLogs/1/CloudTrail/'
TBLPROPERTIES (
  'projection.enabled'='true',\u{20}
  'projection.timestamp.type'='injected',\u{20}
  'transient_lastDdlTime'='1600000000')";
    assert_eq!(lines.join("\n"), expected);
}

#[test]
fn what_show_create_table_prints_makes_the_same_table() {
    let tables = [
        ORDERS,
        CLOUDTRAIL,
        r"CREATE EXTERNAL TABLE d (a STRING COMMENT 'it\'s') ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' ESCAPED BY '\\' LOCATION 's3://b/d/'",
        "CREATE EXTERNAL TABLE j (`日本` STRING) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' \
         WITH SERDEPROPERTIES ('ignore.malformed.json'='true', 'mapping.a'='b') LOCATION 's3://b/j/'",
    ];
    for sql in tables {
        let first = catalog(&[sql]);
        let name = column(&first, "SHOW TABLES").remove(0);
        let show = format!("SHOW CREATE TABLE {name}");
        let printed = column(&first, &show);
        let second = catalog(&[&printed.join("\n")]);
        assert_eq!(column(&second, &show), printed, "{sql}");
    }
}

#[test]
fn properties_are_listed() {
    let made = catalog(&[ORDERS]);
    let listed = rows(&made, "SHOW TBLPROPERTIES orders");
    assert_eq!(listed.columns, ["prpt_name", "prpt_value"]);
    assert_eq!(
        listed.rows,
        [
            ["EXTERNAL", "TRUE"],
            ["classification", "parquet"],
            ["comment", "all of them"],
            ["transient_lastDdlTime", "1600000000"]
        ]
    );
    assert_eq!(rows(&made, "SHOW TBLPROPERTIES orders ('classification')").rows, [["classification", "parquet"]]);
    assert_eq!(
        rows(&made, "SHOW TBLPROPERTIES orders ('x')").rows,
        [["x", "Table default.orders does not have property: x"]]
    );
}

fn described(catalog: &Catalog, sql: &str) -> String {
    let rows = rows(catalog, sql);
    assert_eq!(rows.columns, ["col_name", "data_type", "comment"]);
    rows.rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n")
}

#[test]
fn describe_lists_columns_and_then_those_of_partitions() {
    let made = catalog(&[ORDERS, CLOUDTRAIL]);
    let expected = [
        "id                  \tint                 \tthe order's         ",
        "date                \tstring              \t                    ",
        "dt                  \tstring              \t                    ",
        "n                   \tint                 \t                    ",
        "\t \t ",
        "# Partition Information\t \t ",
        "# col_name          \tdata_type           \tcomment             ",
        "\t \t ",
        "dt                  \tstring              \t                    ",
        "n                   \tint                 \t                    ",
    ];
    assert_eq!(described(&made, "DESCRIBE orders"), expected.join("\n"));
    assert_eq!(
        described(&made, "DESCRIBE orders id"),
        "id                  \tint                 \tthe order's         "
    );
    let nested = "attributes          \tstruct<mfaauthenticated:string>\tfrom deserializer   ";
    assert_eq!(described(&made, "DESCRIBE cloudtrail_logs_pp userIdentity.sessionContext.attributes"), nested);
    refused(
        &made,
        &[
            ("DESCRIBE orders nope", "COLUMN_NOT_FOUND: Column 'nope' does not exist"),
            ("DESCRIBE VIEW orders", "INVALID_VIEW: default.orders is not a view"),
        ],
    );
}

#[test]
fn describe_formatted_tells_all() {
    let made = catalog(&[ORDERS, "ALTER TABLE orders ADD PARTITION (dt = 'a', n = 1)"]);
    let told = described(&made, "DESCRIBE FORMATTED orders");
    for line in [
        "# Detailed Table Information\t \t ",
        "Database:           \tdefault             \t ",
        "CreateTime:         \tSun Sep 13 12:26:40 UTC 2020\t ",
        "Location:           \ts3://logs/orders    \t ",
        "Table Type:         \tEXTERNAL_TABLE      \t ",
        "\tclassification      \tparquet             ",
        "SerDe Library:      \torg.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe\t ",
        "Num Buckets:        \t-1                  \t ",
        "\tserialization.format\t1                   ",
    ] {
        assert!(told.lines().any(|told| told == line), "{line:?} is not in\n{told}");
    }
    let partition = described(&made, "DESCRIBE FORMATTED orders PARTITION (dt = 'a', n = 1)");
    assert!(partition.contains("Location:           \ts3://logs/orders/dt=a/n=1/\t "), "{partition}");
    let error = run(&made, "DESCRIBE FORMATTED orders PARTITION (dt = 'b', n = 1)").expect_err("no such partition");
    assert_eq!(error.to_string(), "PARTITION_NOT_FOUND: Partition not found (dt=b, n=1)");
    let extended = described(&made, "DESCRIBE EXTENDED orders");
    let expected = "Detailed Table Information\tTable(tableName:orders, dbName:default, owner:hadoop, \
        createTime:1600000000, lastAccessTime:0, retention:0, sd:StorageDescriptor(cols:[FieldSchema(name:id, type:int, \
        comment:the order's), FieldSchema(name:date, type:string, comment:null)], location:s3://logs/orders, \
        inputFormat:org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat, \
        outputFormat:org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat, compressed:false, numBuckets:-1, \
        serdeInfo:SerDeInfo(name:null, serializationLib:org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe, \
        parameters:{serialization.format=1}), bucketCols:[], sortCols:[], parameters:{}, \
        skewedInfo:SkewedInfo(skewedColNames:[], skewedColValues:[], skewedColValueLocationMaps:{}), \
        storedAsSubDirectories:false), partitionKeys:[FieldSchema(name:dt, type:string, comment:null), \
        FieldSchema(name:n, type:int, comment:null)], parameters:{EXTERNAL=TRUE, classification=parquet, comment=all of \
        them, transient_lastDdlTime=1600000000}, viewOriginalText:null, viewExpandedText:null, tableType:EXTERNAL_TABLE)";
    assert_eq!(extended.lines().last().map(str::trim_end), Some(expected));
}

#[test]
fn views_are_described_by_their_columns() {
    let made = catalog(&[ORDERS, "CREATE VIEW v AS SELECT count(*) AS c FROM orders"]);
    let expected = "c                   \tbigint              \t                    ";
    assert_eq!(described(&made, "DESCRIBE v"), expected);
    assert_eq!(described(&made, "DESCRIBE VIEW v"), expected);
}

#[test]
fn rows_become_a_batch() {
    let batch = rows(&catalog(&[ORDERS]), "SHOW TBLPROPERTIES orders").to_batch();
    assert_eq!((batch.num_columns(), batch.num_rows()), (2, 4));
    assert_eq!(batch.schema().field(0).name(), "prpt_name");
    assert_eq!(rows(&Catalog::default(), "SHOW TABLES").to_batch().num_rows(), 0);
}
