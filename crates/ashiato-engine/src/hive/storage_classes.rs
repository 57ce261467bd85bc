//! The Java classes that Hive names for a table: what `SHOW CREATE TABLE` and `DESCRIBE FORMATTED` print.

use ashiato_sql::statement::{Properties, RowFormat, StoredAs, TableDefinition};

const LAZY_SIMPLE: &str = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";
const TEXT_INPUT: &str = "org.apache.hadoop.mapred.TextInputFormat";
const TEXT_OUTPUT: &str = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";
const PARQUET_SERDE: &str = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";
const PARQUET_INPUT: &str = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat";
const PARQUET_OUTPUT: &str = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat";
const ORC_SERDE: &str = "org.apache.hadoop.hive.ql.io.orc.OrcSerde";
const ORC_INPUT: &str = "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat";
const ORC_OUTPUT: &str = "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat";
const JSON_SERDE: &str = "org.apache.hive.hcatalog.data.JsonSerDe";
const AVRO_SERDE: &str = "org.apache.hadoop.hive.serde2.avro.AvroSerDe";
const AVRO_INPUT: &str = "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat";
const AVRO_OUTPUT: &str = "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat";

/// The classes of a table, those left unsaid filled in as Hive fills them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageClasses {
    /// Reads a row.
    pub serde: String,
    /// Reads a file.
    pub input: String,
    /// Writes a file.
    pub output: String,
    /// The SerDe's properties, by name.
    pub serde_properties: Properties,
}

impl StorageClasses {
    /// The classes of a definition.
    pub fn of(table: &TableDefinition) -> StorageClasses {
        let (serde, input, output) = by_stored_as(table.stored_as.as_ref());
        let (serde, mut serde_properties) = match &table.row_format {
            Some(RowFormat::Serde { class, properties }) => (class.clone(), properties.clone()),
            Some(delimited @ RowFormat::Delimited { .. }) => (LAZY_SIMPLE.to_string(), delimiters(delimited)),
            None => (serde.to_string(), Properties::new()),
        };
        if !serde_properties.iter().any(|(key, _)| key == "serialization.format") {
            serde_properties.push(("serialization.format".to_string(), "1".to_string()));
        }
        serde_properties.sort();
        StorageClasses { serde, input, output, serde_properties }
    }

    /// Whether Hive keeps this SerDe's columns in its catalog. Of the others it asks the SerDe for the columns, and
    /// shows a comment that says so.
    pub fn keeps_columns(&self) -> bool {
        [LAZY_SIMPLE, PARQUET_SERDE, ORC_SERDE].contains(&self.serde.as_str())
    }
}

fn by_stored_as(stored_as: Option<&StoredAs>) -> (&'static str, String, String) {
    let (serde, input, output) = match stored_as {
        Some(StoredAs::Formats { input, output }) => return (serde_of_input(input), input.clone(), output.clone()),
        Some(StoredAs::Named(name)) => match name.as_str() {
            "PARQUET" => (PARQUET_SERDE, PARQUET_INPUT, PARQUET_OUTPUT),
            "ORC" => (ORC_SERDE, ORC_INPUT, ORC_OUTPUT),
            "AVRO" => (AVRO_SERDE, AVRO_INPUT, AVRO_OUTPUT),
            "JSON" | "JSONFILE" => (JSON_SERDE, TEXT_INPUT, TEXT_OUTPUT),
            _ => (LAZY_SIMPLE, TEXT_INPUT, TEXT_OUTPUT),
        },
        None => (LAZY_SIMPLE, TEXT_INPUT, TEXT_OUTPUT),
    };
    (serde, input.to_string(), output.to_string())
}

/// The SerDe of a table that names its input format alone.
fn serde_of_input(input: &str) -> &'static str {
    match input {
        PARQUET_INPUT => PARQUET_SERDE,
        ORC_INPUT => ORC_SERDE,
        AVRO_INPUT => AVRO_SERDE,
        _ => LAZY_SIMPLE,
    }
}

fn delimiters(row_format: &RowFormat) -> Properties {
    let RowFormat::Delimited { fields, escape, items, map_keys, lines, null } = row_format else {
        return Properties::new();
    };
    let named = [
        ("field.delim", fields),
        ("serialization.format", fields),
        ("escape.delim", escape),
        ("collection.delim", items),
        ("mapkey.delim", map_keys),
        ("line.delim", lines),
        ("serialization.null.format", null),
    ];
    let said = named.into_iter().filter_map(|(key, value)| Some((key.to_string(), value.clone()?)));
    said.collect()
}
