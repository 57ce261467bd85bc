//! Rows read from files of each format, in a folder that stands for a bucket.

use super::fixtures::{column, definition, serde};
use super::{Buckets, FileTable, HiveTable, Partition};
use arrow::array::{ArrayRef, Int32Array, StringViewArray};
use arrow::record_batch::RecordBatch;
use arrow::util::display::array_value_to_string;
use ashiato_sql::statement::{ColumnDefinition, HiveType, TableDefinition};
use chrono::Utc;
use datafusion::prelude::{SessionConfig, SessionContext};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// Writes the files below a folder that stands for the bucket `logs`.
fn bucket(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

async fn query(table: HiveTable, folder: &Path, sql: &str) -> Result<Vec<String>, String> {
    let config = SessionConfig::new().with_target_partitions(1).with_batch_size(2);
    let context = SessionContext::new_with_config(config);
    let buckets = Buckets::new([("logs".to_string(), folder.to_path_buf())]);
    let table = FileTable::new(table, buckets, Utc::now()).map_err(|error| error.to_string())?;
    context.register_table("t", Arc::new(table)).map_err(|error| error.to_string())?;
    let frame = context.sql(sql).await.map_err(|error| error.to_string())?;
    let batches = frame.collect().await.map_err(|error| error.to_string())?;
    let mut rows = Vec::new();
    for batch in &batches {
        for row in 0..batch.num_rows() {
            let text = |column: &ArrayRef| {
                if column.is_null(row) {
                    "NULL".to_string()
                } else {
                    array_value_to_string(column, row).expect("a text")
                }
            };
            rows.push(batch.columns().iter().map(text).collect::<Vec<_>>().join(" | "));
        }
    }
    Ok(rows)
}

fn table(class: &str, properties: &[(&str, &str)], columns: Vec<ColumnDefinition>) -> TableDefinition {
    let mut table = definition(&[], &[]);
    table.row_format = serde(class, properties);
    table.stored_as = None;
    table.columns = columns;
    table
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).expect("in memory");
    encoder.finish().expect("in memory")
}

#[tokio::test]
async fn json_lines() {
    let lines = concat!(
        r#"{"EventName":"GetObject","N":"7","ok":true,"who":{"UserName":"a","Tags":["x",1]},"raw":{"k":[1,2.50]},"at":"2023-01-05T07:08:09Z","m":{"K":1}}"#,
        "\n\n",
        r#"{"eventname":5,"n":300,"ok":"no","who":"x","raw":null,"at":"soon"}"#,
        "\r\n{}\n"
    );
    let folder = bucket(&[
        ("t/a.json", lines.as_bytes()),
        ("t/b.json.gz", &gzip("{\"n\":1.9}\n")),
        ("t/_tmp/c", b"x"),
        ("t/.d", b"x"),
    ]);
    let text = || Box::new(HiveType::String);
    let who = HiveType::Struct(vec![
        ("username".to_string(), HiveType::String),
        ("tags".to_string(), HiveType::Array(text())),
    ]);
    let columns = vec![
        column("eventname", HiveType::String),
        column("n", HiveType::TinyInt),
        column("ok", HiveType::Boolean),
        column("who", who),
        column("raw", HiveType::String),
        column("at", HiveType::Timestamp),
        column("m", HiveType::Map(text(), text())),
    ];
    let table = HiveTable::new(table("org.openx.data.jsonserde.JsonSerDe", &[], columns));
    let rows =
        query(table.clone(), folder.path(), "select eventname, n, ok, who, raw, at, m from t").await.expect("rows");
    assert_eq!(
        rows,
        [
            r#"GetObject | 7 | true | {username: a, tags: [x, 1]} | {"k":[1,2.50]} | 2023-01-05T07:08:09 | {K: 1}"#,
            "5 | NULL | NULL | NULL | NULL | NULL | NULL",
            "NULL | NULL | NULL | NULL | NULL | NULL | NULL",
            "NULL | 1 | NULL | NULL | NULL | NULL | NULL",
        ]
    );
    assert_eq!(query(table.clone(), folder.path(), "select count(*) from t").await.expect("rows"), ["4"]);
    assert_eq!(
        query(table, folder.path(), "select n from t where eventname = 'GetObject'").await.expect("rows"),
        ["7"]
    );
}

#[tokio::test]
async fn malformed_json_is_an_error_unless_ignored() {
    let folder = bucket(&[("t/a.json", b"{\"n\":1}\n{\"n\":\n[1]\n")]);
    let columns = vec![column("n", HiveType::Int)];
    let strict = HiveTable::new(table("org.openx.data.jsonserde.JsonSerDe", &[], columns.clone()));
    let error = query(strict, folder.path(), "select n from t").await.expect_err("a malformed line");
    assert!(
        error.contains("HIVE_CURSOR_ERROR") && error.contains("a.json:2: Row is not a valid JSON Object"),
        "{error}"
    );
    let properties = [("ignore.malformed.json", "true")];
    let lenient = HiveTable::new(table("org.openx.data.jsonserde.JsonSerDe", &properties, columns));
    assert_eq!(query(lenient, folder.path(), "select n from t").await.expect("rows"), ["1", "NULL", "NULL"]);
}

#[tokio::test]
async fn json_keys_by_mapping_and_with_dots() {
    let folder = bucket(&[("t/a.json", b"{\"ts\":\"x\",\"a.b\":\"y\"}\n")]);
    let columns = vec![column("time", HiveType::String), column("a_b", HiveType::String)];
    let properties = [("mapping.time", "ts"), ("dots.in.keys", "true")];
    let table = HiveTable::new(table("org.openx.data.jsonserde.JsonSerDe", &properties, columns));
    assert_eq!(query(table, folder.path(), "select * from t").await.expect("rows"), ["x | y"]);
}

#[tokio::test]
async fn quoted_values() {
    let text = "id,name,day,at\n1,\"a,\"\"b\"\"\",0,1000\nx,short\n";
    let folder = bucket(&[("t/a.csv", text.as_bytes())]);
    let columns = vec![
        column("id", HiveType::Int),
        column("name", HiveType::String),
        column("day", HiveType::Date),
        column("at", HiveType::Timestamp),
    ];
    let mut table = table("org.apache.hadoop.hive.serde2.OpenCSVSerde", &[], columns);
    table.properties.push(("skip.header.line.count".to_string(), "1".to_string()));
    let rows = query(HiveTable::new(table.clone()), folder.path(), "select * from t").await.expect("rows");
    assert_eq!(rows, ["1 | a,\"b\" | 1970-01-01 | 1970-01-01T00:00:01", "NULL | short | NULL | NULL"]);
    let rows = query(HiveTable::new(table), folder.path(), "select at, id from t").await.expect("rows");
    assert_eq!(rows, ["1970-01-01T00:00:01 | 1", "NULL | NULL"]);
}

#[tokio::test]
async fn delimited_values_and_lines_matched() {
    let folder = bucket(&[("t/a.txt", b"1\t\\N\t2.5\n2\tb\n")]);
    let columns = vec![column("n", HiveType::BigInt), column("s", HiveType::String), column("d", HiveType::Double)];
    let lazy = table("org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe", &[("field.delim", "\t")], columns.clone());
    let rows = query(HiveTable::new(lazy), folder.path(), "select * from t").await.expect("rows");
    assert_eq!(rows, ["1 | NULL | 2.5", "2 | b | NULL"]);
    let regex = table("org.apache.hadoop.hive.serde2.RegexSerDe", &[("input.regex", "(\\d+)\t(\\S+)\t(.*)")], columns);
    let rows = query(HiveTable::new(regex), folder.path(), "select * from t").await.expect("rows");
    assert_eq!(rows, ["1 | \\N | 2.5", "NULL | NULL | NULL"]);
}

#[tokio::test]
async fn damaged_and_unsupported_compression_is_an_error_that_names_the_file() {
    let mut cut = gzip(&"{\"n\":1}\n".repeat(1000));
    cut.truncate(cut.len() / 2);
    let columns = vec![column("n", HiveType::Int)];
    let table = HiveTable::new(table("org.openx.data.jsonserde.JsonSerDe", &[], columns));
    for (name, bytes) in [("cut.json.gz", cut.as_slice()), ("x.json.bz2", b"BZh91AY".as_slice())] {
        let folder = bucket(&[(&format!("t/{name}"), bytes)]);
        let error = query(table.clone(), folder.path(), "select n from t").await.expect_err(name);
        assert!(error.contains(name), "{error}");
    }
}

#[tokio::test]
async fn parquet_in_partitions() {
    let file = |numbers: Vec<i32>| {
        let names: StringViewArray = numbers.iter().map(|number| Some(format!("row {number}"))).collect();
        let columns = [("n", Arc::new(Int32Array::from(numbers)) as ArrayRef), ("name", Arc::new(names) as ArrayRef)];
        let batch = RecordBatch::try_from_iter(columns).expect("a batch");
        let mut writer = parquet::arrow::ArrowWriter::try_new(Vec::new(), batch.schema(), None).expect("a writer");
        writer.write(&batch).expect("in memory");
        writer.into_inner().expect("in memory")
    };
    let folder = bucket(&[("t/dt=2023-01-01/a.parquet", &file(vec![1, 2])), ("elsewhere/b.parquet", &file(vec![3]))]);
    let mut definition = definition(&[("dt", HiveType::Date)], &[]);
    definition.columns =
        vec![column("name", HiveType::String), column("n", HiveType::Int), column("later", HiveType::String)];
    let mut table = HiveTable::new(definition);
    table.partitions = vec![
        Partition { values: vec!["2023-01-01".to_string()], location: None },
        Partition { values: vec!["2023-01-02".to_string()], location: Some("s3://logs/elsewhere".to_string()) },
    ];
    let rows = query(table.clone(), folder.path(), "select * from t order by n").await.expect("rows");
    assert_eq!(
        rows,
        ["row 1 | 1 | NULL | 2023-01-01", "row 2 | 2 | NULL | 2023-01-01", "row 3 | 3 | NULL | 2023-01-02"]
    );
    let rows = query(table.clone(), folder.path(), "select n, dt from t where dt > date '2023-01-01'").await;
    assert_eq!(rows.expect("rows"), ["3 | 2023-01-02"]);
    let rows = query(table, folder.path(), "select count(*) from t where dt = date '2024-01-01'").await;
    assert_eq!(rows.expect("rows"), ["0"]);
}

#[tokio::test]
async fn parquet_columns_are_found_in_any_case() {
    let who = arrow::array::StructArray::from(vec![(
        Arc::new(arrow::datatypes::Field::new("userName", arrow::datatypes::DataType::Utf8View, true)),
        Arc::new(StringViewArray::from(vec!["a", "b"])) as ArrayRef,
    )]);
    let columns = [("eventId", Arc::new(Int32Array::from(vec![1, 2])) as ArrayRef), ("Who", Arc::new(who) as ArrayRef)];
    let batch = RecordBatch::try_from_iter(columns).expect("a batch");
    let mut writer = parquet::arrow::ArrowWriter::try_new(Vec::new(), batch.schema(), None).expect("a writer");
    writer.write(&batch).expect("in memory");
    let folder = bucket(&[("t/a.parquet", &writer.into_inner().expect("in memory"))]);
    let mut definition = definition(&[], &[]);
    definition.columns = vec![column("eventid", HiveType::BigInt), column("extra", HiveType::String)];
    let table = HiveTable::new(definition.clone());
    let rows = query(table.clone(), folder.path(), "select eventid, extra from t where eventid > 1").await;
    assert_eq!(rows.expect("rows"), ["2 | NULL"]);
    definition.columns.push(column("who", HiveType::Struct(vec![("username".to_string(), HiveType::String)])));
    let error = query(HiveTable::new(definition), folder.path(), "select who from t").await.expect_err("another case");
    assert!(error.contains("field username that the table writes in another case"), "{error}");
}
