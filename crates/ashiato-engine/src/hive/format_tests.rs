//! Which reader a definition needs, and which definitions are refused.

use super::fixtures::{cloudtrail_by_day, column, definition, serde};
use super::{Buckets, ColumnsBy, DelimitedText, FileTable, HiveTable, JsonText, QuotedText, TableFormat};
use ashiato_sql::statement::{HiveType, RowFormat, StoredAs, TableDefinition};

fn with(row_format: Option<RowFormat>, stored_as: Option<StoredAs>) -> TableDefinition {
    let mut table = definition(&[], &[]);
    table.row_format = row_format;
    table.stored_as = stored_as;
    table
}

fn by_serde(class: &str, properties: &[(&str, &str)]) -> TableDefinition {
    with(serde(class, properties), None)
}

fn named(name: &str) -> TableDefinition {
    with(None, Some(StoredAs::Named(name.to_string())))
}

#[test]
fn the_reader_is_told_from_the_definition() {
    let lazy = |separator: &str| {
        let (separator, null) = (separator.to_string(), "\\N".to_string());
        TableFormat::Delimited(DelimitedText {
            separator,
            escape: None,
            items: '\u{2}',
            keys: '\u{3}',
            null,
            header_lines: 0,
        })
    };
    let csv = TableFormat::Quoted(QuotedText { separator: b',', quote: b'"', escape: b'\\', header_lines: 0 });
    let delimited = RowFormat::Delimited {
        fields: Some("|".to_string()),
        escape: None,
        items: None,
        map_keys: None,
        lines: Some("\n".to_string()),
        null: None,
    };
    let cases = [
        (cloudtrail_by_day(), TableFormat::CloudTrail),
        (by_serde("com.amazon.emr.hive.serde.CloudTrailSerde", &[]), TableFormat::CloudTrail),
        (by_serde("org.openx.data.jsonserde.JsonSerDe", &[]), TableFormat::Json(JsonText::default())),
        (by_serde("org.apache.hive.hcatalog.data.JsonSerDe", &[]), TableFormat::Json(JsonText::default())),
        (by_serde("org.apache.hadoop.hive.serde2.OpenCSVSerde", &[]), csv),
        (by_serde("org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe", &[("field.delim", "\t")]), lazy("\t")),
        (by_serde("org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe", &[("serialization.format", ",")]), lazy(",")),
        (with(Some(delimited), Some(StoredAs::Named("TEXTFILE".to_string()))), lazy("|")),
        (with(None, None), lazy("\u{1}")),
        (
            by_serde("org.apache.hadoop.hive.serde2.RegexSerDe", &[("input.regex", "(.*)")]),
            TableFormat::Regex("(.*)".to_string()),
        ),
        (named("PARQUET"), TableFormat::Parquet),
        (named("ORC"), TableFormat::Orc(ColumnsBy::Position)),
        (
            by_serde("org.apache.hadoop.hive.ql.io.orc.OrcSerde", &[("orc.column.index.access", "false")]),
            TableFormat::Orc(ColumnsBy::Name),
        ),
        (named("AVRO"), TableFormat::Avro),
        (named("TEXTFILE"), lazy("\u{1}")),
    ];
    for (table, expected) in cases {
        assert_eq!(TableFormat::of(&table).expect("a reader"), expected, "{table:?}");
    }
}

#[test]
fn hcatalog_json_under_cloudtrails_input_format_is_cloudtrail() {
    let mut table = cloudtrail_by_day();
    table.row_format = serde("org.apache.hive.hcatalog.data.JsonSerDe", &[]);
    assert_eq!(TableFormat::of(&table).expect("a reader"), TableFormat::CloudTrail);
}

#[test]
fn what_has_no_reader_is_refused_by_name() {
    let mut iceberg = named("PARQUET");
    iceberg.properties.push(("table_type".to_string(), "ICEBERG".to_string()));
    let mut header = named("TEXTFILE");
    header.properties.push(("skip.header.line.count".to_string(), "one".to_string()));
    let cases = [
        (named("RCFILE"), "NOT_SUPPORTED: Table t: STORED AS RCFILE is not supported"),
        (
            by_serde("com.amazonaws.glue.serde.GrokSerDe", &[]),
            "INVALID_TABLE_PROPERTY: Table t: GrokSerDe needs 'input.format'",
        ),
        (
            by_serde("com.amazon.ionhiveserde.IonHiveSerDe", &[]),
            "NOT_SUPPORTED: Table t: the SerDe com.amazon.ionhiveserde.IonHiveSerDe is not supported",
        ),
        (
            by_serde("org.apache.hadoop.hive.serde2.RegexSerDe", &[]),
            "INVALID_TABLE_PROPERTY: Table t: RegexSerDe needs 'input.regex'",
        ),
        (
            by_serde("org.apache.hadoop.hive.serde2.OpenCSVSerde", &[("separatorChar", "||")]),
            "INVALID_TABLE_PROPERTY: Table t: 'separatorChar' must be one ASCII character",
        ),
        (iceberg, "NOT_SUPPORTED: Table t: Iceberg tables are not supported"),
        (header, "INVALID_TABLE_PROPERTY: Table t: 'skip.header.line.count' must be a whole number, not 'one'"),
    ];
    for (table, expected) in cases {
        assert_eq!(TableFormat::of(&table).expect_err(expected).to_string(), expected);
    }
}

#[test]
fn columns_that_a_reader_cannot_give_are_refused_by_name() {
    let mut csv = by_serde("org.apache.hadoop.hive.serde2.OpenCSVSerde", &[]);
    csv.columns.push(column("tags", HiveType::Array(Box::new(HiveType::String))));
    let mut json = by_serde("org.openx.data.jsonserde.JsonSerDe", &[]);
    json.columns.push(column("m", HiveType::Map(Box::new(HiveType::Int), Box::new(HiveType::String))));
    let cases = [
        (csv, "NOT_SUPPORTED: Table t: the column tags of type array<string> cannot be read from files of this format"),
        (json, "NOT_SUPPORTED: Table t: the column m of type map<int,string> cannot be read from files of this format"),
        (
            cloudtrail_by_day(),
            "INVALID_TABLE_PROPERTY: Table cloudtrail_logs_pp holds CloudTrail logs: another reader reads it",
        ),
    ];
    for (table, expected) in cases {
        let refused = FileTable::new(HiveTable::new(table), Buckets::default(), chrono::Utc::now());
        assert_eq!(refused.expect_err(expected).to_string(), expected);
    }
}
