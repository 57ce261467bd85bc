//! `SHOW CREATE TABLE` in Hive's layout, which can be run again, and `SHOW CREATE VIEW`; a row for each line.

use super::names::CATALOG;
use super::{QualifiedName, View};
use crate::hive::{HiveTable, StorageClasses};
use ashiato_sql::statement::{ColumnDefinition, Properties, TableName};

/// The lines of a table's definition; the name as the statement wrote it.
pub(super) fn create_table(name: &TableName, table: &HiveTable) -> Vec<String> {
    let definition = &table.definition;
    let classes = StorageClasses::of(definition);
    let mut lines = vec![format!("CREATE EXTERNAL TABLE `{name}`(")];
    lines.extend(columns(&definition.columns, &classes));
    if let Some(comment) = &definition.comment {
        lines.push(format!("COMMENT {}", text(comment)));
    }
    if !definition.partitions.is_empty() {
        lines.push("PARTITIONED BY ( ".to_string());
        lines.extend(partition_columns(&definition.partitions));
    }
    if let Some(clustering) = &definition.clustering {
        lines.push("CLUSTERED BY ( ".to_string());
        let names: Vec<String> = clustering.columns.iter().map(|name| format!("  {name}")).collect();
        lines.extend(listed(names, ") "));
        lines.push(format!("INTO {} BUCKETS", clustering.buckets));
    }
    lines.push("ROW FORMAT SERDE ".to_string());
    lines.push(format!("  {} ", text(&classes.serde)));
    // Hive says the property that every SerDe has only along with others.
    if classes.serde_properties.len() > 1 {
        lines.push("WITH SERDEPROPERTIES ( ".to_string());
        lines.extend(listed(pairs(&classes.serde_properties), ") "));
    }
    lines.push("STORED AS INPUTFORMAT ".to_string());
    lines.push(format!("  {} ", text(&classes.input)));
    lines.push("OUTPUTFORMAT ".to_string());
    lines.push(format!("  {}", text(&classes.output)));
    lines.push("LOCATION".to_string());
    lines.push(format!("  {}", text(definition.location.as_deref().unwrap_or_default())));
    let mut properties = definition.properties.clone();
    properties.sort();
    if !properties.is_empty() {
        lines.push("TBLPROPERTIES (".to_string());
        lines.extend(listed(pairs(&properties), ")"));
    }
    lines
}

/// The lines of a view's definition.
pub(super) fn create_view(name: &QualifiedName, view: &View) -> Vec<String> {
    let head = format!("CREATE VIEW {CATALOG}.{name} AS");
    std::iter::once(head).chain(view.text.lines().map(str::to_string)).collect()
}

/// The comment that Hive shows of a column whose SerDe, not the catalog, knows the columns.
pub(super) fn comment_of<'a>(column: &'a ColumnDefinition, classes: &StorageClasses) -> Option<&'a str> {
    let by_serde = if classes.keeps_columns() { None } else { Some("from deserializer") };
    column.comment.as_deref().or(by_serde)
}

fn columns(columns: &[ColumnDefinition], classes: &StorageClasses) -> Vec<String> {
    let line = |column: &ColumnDefinition| column_line(column, comment_of(column, classes));
    listed(columns.iter().map(line).collect(), ")")
}

fn partition_columns(columns: &[ColumnDefinition]) -> Vec<String> {
    listed(columns.iter().map(|column| column_line(column, column.comment.as_deref())).collect(), ")")
}

fn column_line(column: &ColumnDefinition, comment: Option<&str>) -> String {
    let comment = comment.map(|comment| format!(" COMMENT {}", text(comment))).unwrap_or_default();
    format!("  `{}` {}{comment}", column.name, column.hive_type)
}

fn pairs(properties: &Properties) -> Vec<String> {
    properties.iter().map(|(key, value)| format!("  {}={}", text(key), text(value))).collect()
}

/// Lines with a comma and a space behind each but the last, which the list's end follows.
fn listed(mut lines: Vec<String>, end: &str) -> Vec<String> {
    let last = lines.len().saturating_sub(1);
    for (position, line) in lines.iter_mut().enumerate() {
        line.push_str(if position < last { ", " } else { end });
    }
    lines
}

/// A text between quotes, as Hive reads it back.
fn text(value: &str) -> String {
    let mut quoted = String::from("'");
    for char in value.chars() {
        match char {
            '\'' => quoted.push_str("\\'"),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_ascii_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => quoted.push(other),
        }
    }
    quoted.push('\'');
    quoted
}
