//! `DESCRIBE`: Hive's three columns, each filled to 20 characters. On the wire Athena puts a row's three texts into
//! one value with tabs between; here they are apart.

use super::partitions::{find, layout_folder};
use super::rows::padded;
use super::show_create::comment_of;
use super::store::Table;
use super::tables::CHANGED_AT;
use super::{Catalog, Fault, Relation, Rows, thrift};
use crate::hive::refusal::{invalid, not_found};
use crate::hive::{HiveTable, Partition, StorageClasses};
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, Describe, DescribeDetail, HiveType};
use chrono::DateTime;

const COLUMNS: [&str; 3] = ["col_name", "data_type", "comment"];

impl Catalog {
    /// The answer to `DESCRIBE …`; `database` is the session's.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND`, `COLUMN_NOT_FOUND`, `PARTITION_NOT_FOUND`; `INVALID_VIEW` for `DESCRIBE VIEW` of a table.
    pub async fn describe(&self, describe: &Describe, database: &str) -> Result<Rows, Fault> {
        let (name, relation) = self.relation(&describe.table, database).await?;
        if describe.view && !matches!(relation, Relation::View(_)) {
            return Err(invalid("INVALID_VIEW", format!("{name} is not a view")).into());
        }
        if let Some((column, fields)) = describe.column.split_first() {
            return Ok(one_column(&relation, column, fields)?);
        }
        let Relation::Table(table) = &relation else {
            if describe.partition.is_some() {
                return Err(relation.is_no_table(&name).into());
            }
            return Ok(Rows::new(&COLUMNS, relation.columns().map(|column| row(column, None)).collect()));
        };
        let partition = describe.partition.as_ref().map(|values| find(table, values)).transpose()?;
        let rows = match describe.detail {
            DescribeDetail::Columns => plain(table),
            DescribeDetail::Extended => extended(table, &self.stored_table(&describe.table, database).await?),
            DescribeDetail::Formatted => formatted(table, partition),
        };
        Ok(Rows::new(&COLUMNS, rows))
    }
}

fn one_column(relation: &Relation, name: &str, fields: &[String]) -> Result<Rows, Error> {
    let missing = |name: &str| not_found("COLUMN_NOT_FOUND", format!("Column '{name}' does not exist"));
    let column = relation.columns().find(|column| column.name == *name).ok_or_else(|| missing(name))?;
    let mut described = column.clone();
    for field in fields {
        described.hive_type = match described.hive_type {
            HiveType::Struct(fields) => {
                let found = fields.into_iter().find(|(known, _)| known == field);
                found.ok_or_else(|| missing(field))?.1
            }
            HiveType::Array(item) if field == "$elem$" => *item,
            HiveType::Map(key, _) if field == "$key$" => *key,
            HiveType::Map(_, value) if field == "$value$" => *value,
            _ => return Err(missing(field)),
        };
        described.name.clone_from(field);
    }
    let classes = match relation {
        Relation::Table(table) => Some(StorageClasses::of(&table.definition)),
        _ => None,
    };
    Ok(Rows::new(&COLUMNS, vec![row(&described, classes.as_ref())]))
}

/// All columns, and those of partitions once more under a heading.
fn plain(table: &HiveTable) -> Vec<Vec<String>> {
    let classes = StorageClasses::of(&table.definition);
    let mut rows: Vec<_> = table.definition.columns.iter().map(|column| row(column, Some(&classes))).collect();
    rows.extend(table.definition.partitions.iter().map(|column| row(column, None)));
    if !table.definition.partitions.is_empty() {
        rows.push(blank());
        rows.extend(partition_section(table));
    }
    rows
}

fn partition_section(table: &HiveTable) -> Vec<Vec<String>> {
    let mut rows = vec![heading("# Partition Information"), column_heading(), blank()];
    rows.extend(table.definition.partitions.iter().map(|column| row(column, None)));
    rows
}

fn extended(table: &HiveTable, stored: &Table) -> Vec<Vec<String>> {
    let mut rows = plain(table);
    rows.push(blank());
    rows.push(vec!["Detailed Table Information".to_string(), thrift::table(stored), String::new()]);
    rows
}

fn formatted(table: &HiveTable, partition: Option<&Partition>) -> Vec<Vec<String>> {
    let definition = &table.definition;
    let classes = StorageClasses::of(definition);
    let mut rows = vec![column_heading(), blank()];
    rows.extend(definition.columns.iter().map(|column| row(column, Some(&classes))));
    rows.push(blank());
    if !definition.partitions.is_empty() {
        rows.extend(partition_section(table));
        rows.push(blank());
    }
    rows.extend(match partition {
        None => table_section(table),
        Some(partition) => described_partition(table, partition),
    });
    rows.push(blank());
    rows.push(heading("# Storage Information"));
    rows.push(fact("SerDe Library:", &classes.serde));
    rows.push(fact("InputFormat:", &classes.input));
    rows.push(fact("OutputFormat:", &classes.output));
    rows.push(fact("Compressed:", "No"));
    let clustering = definition.clustering.as_ref();
    rows.push(fact("Num Buckets:", &clustering.map_or(-1, |clustering| clustering.buckets as i64).to_string()));
    let buckets = clustering.map(|clustering| clustering.columns.join(", ")).unwrap_or_default();
    rows.push(fact("Bucket Columns:", &format!("[{buckets}]")));
    let sorted = clustering.map(|clustering| clustering.sorted_by.clone()).unwrap_or_default();
    let sorted: Vec<String> = sorted.into_iter().map(|(column, _)| column).collect();
    rows.push(fact("Sort Columns:", &format!("[{}]", sorted.join(", "))));
    rows.push(fact("Storage Desc Params:", ""));
    rows.extend(classes.serde_properties.iter().map(|(key, value)| parameter(key, value)));
    rows
}

fn table_section(table: &HiveTable) -> Vec<Vec<String>> {
    let definition = &table.definition;
    let changed = definition.properties.iter().find(|(key, _)| key == CHANGED_AT);
    let changed = changed.and_then(|(_, seconds)| DateTime::from_timestamp(seconds.parse().ok()?, 0));
    let changed = changed.map_or("UNKNOWN".to_string(), |time| time.format("%a %b %d %H:%M:%S UTC %Y").to_string());
    let mut rows = vec![
        heading("# Detailed Table Information"),
        fact("Database:", definition.name.database.as_deref().unwrap_or_default()),
        fact("Owner:", "hadoop"),
        fact("CreateTime:", &changed),
        fact("LastAccessTime:", "UNKNOWN"),
        fact("Protect Mode:", "None"),
        fact("Retention:", "0"),
        fact("Location:", definition.location.as_deref().unwrap_or_default()),
        fact("Table Type:", "EXTERNAL_TABLE"),
        fact("Table Parameters:", ""),
    ];
    let mut parameters = definition.properties.clone();
    parameters.push(("EXTERNAL".to_string(), "TRUE".to_string()));
    if let Some(comment) = &definition.comment {
        parameters.push(("comment".to_string(), comment.clone()));
    }
    parameters.sort();
    rows.extend(parameters.iter().map(|(key, value)| parameter(key, value)));
    rows
}

fn described_partition(table: &HiveTable, partition: &Partition) -> Vec<Vec<String>> {
    let location = partition.location.clone().unwrap_or_else(|| layout_folder(table, &partition.values));
    vec![
        heading("# Detailed Partition Information"),
        fact("Partition Value:", &format!("[{}]", partition.values.join(", "))),
        fact("Database:", table.definition.name.database.as_deref().unwrap_or_default()),
        fact("Table:", &table.definition.name.table),
        fact("Location:", &location),
    ]
}

/// A column's row; with the classes of its table where its SerDe may have to answer for the comment.
fn row(column: &ColumnDefinition, classes: Option<&StorageClasses>) -> Vec<String> {
    let comment = match classes {
        Some(classes) => comment_of(column, classes),
        None => column.comment.as_deref(),
    };
    vec![padded(&column.name), padded(&column.hive_type.to_string()), padded(comment.unwrap_or_default())]
}

fn blank() -> Vec<String> {
    heading("")
}

fn heading(text: &str) -> Vec<String> {
    vec![text.to_string(), " ".to_string(), " ".to_string()]
}

fn column_heading() -> Vec<String> {
    vec![padded("# col_name"), padded("data_type"), padded("comment")]
}

fn fact(name: &str, value: &str) -> Vec<String> {
    vec![padded(name), padded(value), " ".to_string()]
}

fn parameter(name: &str, value: &str) -> Vec<String> {
    vec![String::new(), padded(name), padded(value)]
}
