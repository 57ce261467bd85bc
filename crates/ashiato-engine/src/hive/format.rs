//! Which reader a table needs, told from its SerDe, its input format and `STORED AS`.

use super::refusal::{invalid, unsupported};
use super::storage_classes::StorageClasses;
use ashiato_sql::Error;
use ashiato_sql::statement::{Properties, StoredAs, TableDefinition};

/// A reader, with what the table's properties tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFormat {
    /// CloudTrail's log files: each element of `Records` is a row.
    CloudTrail,
    /// An object on each line.
    Json(JsonText),
    /// `OpenCSVSerde`: separated, quoted values.
    Quoted(QuotedText),
    /// `LazySimpleSerDe`: separated values without quotes.
    Delimited(DelimitedText),
    /// `RegexSerDe`: a column for each group of an expression that must match the whole line.
    Regex(String),
    /// `GrokSerDe`: a column for each pattern named for it.
    Grok(GrokText),
    /// Parquet.
    Parquet,
    /// ORC; its columns by position unless the table says that they go by name.
    Orc(ColumnsBy),
    /// Avro.
    Avro,
}

/// How a table's columns are found among a file's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnsBy {
    /// The first is the first.
    Position,
    /// By name, in any case.
    Name,
}

/// What the properties of `GrokSerDe` say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrokText {
    /// `input.format`.
    pub format: String,
    /// `input.grokCustomPatterns`: a name and its expression on each line.
    pub custom_patterns: String,
}

/// How lines of JSON are read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JsonText {
    /// Whether a line that is no JSON becomes a row of NULL rather than an error.
    pub ignore_malformed: bool,
    /// Whether keys and columns are told apart by case (`case.insensitive` is false).
    pub case_sensitive: bool,
    /// Whether `a.b` in a key is column `a_b`.
    pub dots_in_keys: bool,
    /// Columns that are read from a key of another name: column, key.
    pub mapping: Properties,
}

/// How quoted values are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotedText {
    /// Between values.
    pub separator: u8,
    /// Around a value.
    pub quote: u8,
    /// Before a character that stands for itself.
    pub escape: u8,
    /// Lines at a file's start that hold no rows.
    pub header_lines: usize,
}

/// How delimited values are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DelimitedText {
    /// Between values.
    pub separator: String,
    /// Before a character that stands for itself.
    pub escape: Option<char>,
    /// Between the items of an array, the entries of a map and the fields of a struct.
    pub items: char,
    /// Between a map's key and its value.
    pub keys: char,
    /// The text of NULL.
    pub null: String,
    /// Lines at a file's start that hold no rows.
    pub header_lines: usize,
}

impl TableFormat {
    /// The reader of a table.
    ///
    /// # Errors
    /// `NOT_SUPPORTED` naming the SerDe or the format that has no reader here; `INVALID_TABLE_PROPERTY` for a
    /// property that cannot be read.
    pub fn of(table: &TableDefinition) -> Result<TableFormat, Error> {
        let is_iceberg = property(&table.properties, "table_type").is_some_and(|t| t.eq_ignore_ascii_case("iceberg"));
        if is_iceberg {
            return Err(unsupported(format!("Table {}: Iceberg tables are not supported", table.name)));
        }
        let classes = StorageClasses::of(table);
        if classes.input == "com.amazon.emr.cloudtrail.CloudTrailInputFormat" {
            return Ok(TableFormat::CloudTrail);
        }
        if let (Some(StoredAs::Named(name)), None) = (&table.stored_as, &table.row_format) {
            named(name, table)
        } else {
            by_serde(&classes, table)
        }
    }
}

fn named(name: &str, table: &TableDefinition) -> Result<TableFormat, Error> {
    match name {
        "PARQUET" => Ok(TableFormat::Parquet),
        "ORC" => Ok(TableFormat::Orc(ColumnsBy::Position)),
        "AVRO" => Ok(TableFormat::Avro),
        "TEXTFILE" => delimited(&Properties::new(), table),
        "JSONFILE" | "JSON" => Ok(TableFormat::Json(JsonText::default())),
        _ => Err(unsupported(format!("Table {}: STORED AS {name} is not supported", table.name))),
    }
}

fn by_serde(classes: &StorageClasses, table: &TableDefinition) -> Result<TableFormat, Error> {
    let properties = &classes.serde_properties;
    match classes.serde.as_str() {
        "com.amazon.emr.hive.serde.CloudTrailSerde" => Ok(TableFormat::CloudTrail),
        "org.openx.data.jsonserde.JsonSerDe"
        | "org.apache.hive.hcatalog.data.JsonSerDe"
        | "org.apache.hadoop.hive.serde2.JsonSerDe" => Ok(TableFormat::Json(json(properties))),
        "org.apache.hadoop.hive.serde2.OpenCSVSerde" => quoted(properties, table),
        "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe" => delimited(properties, table),
        "org.apache.hadoop.hive.serde2.RegexSerDe" => {
            let regex = property(properties, "input.regex").ok_or_else(|| {
                invalid("INVALID_TABLE_PROPERTY", format!("Table {}: RegexSerDe needs 'input.regex'", table.name))
            })?;
            Ok(TableFormat::Regex(regex.to_string()))
        }
        "com.amazonaws.glue.serde.GrokSerDe" => {
            let format = property(properties, "input.format").ok_or_else(|| {
                invalid("INVALID_TABLE_PROPERTY", format!("Table {}: GrokSerDe needs 'input.format'", table.name))
            })?;
            let custom_patterns = property(properties, "input.grokCustomPatterns").unwrap_or_default().to_string();
            Ok(TableFormat::Grok(GrokText { format: format.to_string(), custom_patterns }))
        }
        "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" => Ok(TableFormat::Parquet),
        "org.apache.hadoop.hive.ql.io.orc.OrcSerde" => {
            let by_name =
                property(properties, "orc.column.index.access").is_some_and(|v| v.eq_ignore_ascii_case("false"));
            Ok(TableFormat::Orc(if by_name { ColumnsBy::Name } else { ColumnsBy::Position }))
        }
        "org.apache.hadoop.hive.serde2.avro.AvroSerDe" => Ok(TableFormat::Avro),
        other => Err(unsupported(format!("Table {}: the SerDe {other} is not supported", table.name))),
    }
}

fn json(properties: &Properties) -> JsonText {
    let is_true = |name| property(properties, name).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    let mapped = properties.iter().filter_map(|(key, value)| {
        let column = key.strip_prefix("mapping.")?;
        Some((column.to_lowercase(), value.clone()))
    });
    JsonText {
        ignore_malformed: is_true("ignore.malformed.json"),
        case_sensitive: property(properties, "case.insensitive").is_some_and(|v| v.eq_ignore_ascii_case("false")),
        dots_in_keys: is_true("dots.in.keys"),
        mapping: mapped.collect(),
    }
}

fn quoted(properties: &Properties, table: &TableDefinition) -> Result<TableFormat, Error> {
    let byte = |name: &str, default: u8| match property(properties, name).map(str::as_bytes) {
        None | Some([]) => Ok(default),
        Some([byte]) => Ok(*byte),
        Some(_) => {
            let message = format!("Table {}: '{name}' must be one ASCII character", table.name);
            Err(invalid("INVALID_TABLE_PROPERTY", message))
        }
    };
    Ok(TableFormat::Quoted(QuotedText {
        separator: byte("separatorChar", b',')?,
        quote: byte("quoteChar", b'"')?,
        escape: byte("escapeChar", b'\\')?,
        header_lines: header_lines(table)?,
    }))
}

fn delimited(properties: &Properties, table: &TableDefinition) -> Result<TableFormat, Error> {
    // `serialization.format` is either the separator itself or the number of its character; 1 is Hive's own.
    let format = property(properties, "serialization.format").unwrap_or("1");
    let by_number = format.parse::<u8>().map(|number| char::from(number).to_string());
    let separator = property(properties, "field.delim").map(str::to_string);
    Ok(TableFormat::Delimited(DelimitedText {
        separator: separator
            .filter(|s| !s.is_empty())
            .unwrap_or_else(|| by_number.unwrap_or_else(|_| format.to_string())),
        escape: property(properties, "escape.delim").and_then(|text| text.chars().next()),
        items: first_char(properties, &["collection.delim", "colelction.delim"], '\u{2}'),
        keys: first_char(properties, &["mapkey.delim"], '\u{3}'),
        null: property(properties, "serialization.null.format").unwrap_or("\\N").to_string(),
        header_lines: header_lines(table)?,
    }))
}

/// A delimiter; Hive wrote one of the names with a slip for years.
fn first_char(properties: &Properties, names: &[&str], default: char) -> char {
    let said = names.iter().find_map(|name| property(properties, name));
    said.and_then(|text| text.chars().next()).unwrap_or(default)
}

fn header_lines(table: &TableDefinition) -> Result<usize, Error> {
    const NAME: &str = "skip.header.line.count";
    let Some(text) = property(&table.properties, NAME) else { return Ok(0) };
    text.trim().parse().map_err(|_| {
        let message = format!("Table {}: '{NAME}' must be a whole number, not '{text}'", table.name);
        invalid("INVALID_TABLE_PROPERTY", message)
    })
}

fn property<'a>(properties: &'a Properties, name: &str) -> Option<&'a str> {
    properties.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
}
