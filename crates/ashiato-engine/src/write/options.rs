//! What `WITH (…)` says in `CREATE TABLE AS` and in `UNLOAD`.

use super::compression::Compression;
use super::encoding::{Encoding, FileFormat};
use crate::hive::refusal::{invalid, unsupported};
use ashiato_sql::Error;
use ashiato_sql::statement::OptionValue;

/// The properties, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WriteOptions {
    pub(crate) encoding: Encoding,
    pub(crate) external_location: Option<String>,
    pub(crate) partitioned_by: Vec<String>,
    pub(crate) bucketed_by: Vec<String>,
    pub(crate) bucket_count: Option<u32>,
}

type Options = [(String, OptionValue)];

/// The properties of `CREATE TABLE AS` (Athena's user guide, "CREATE TABLE AS").
///
/// # Errors
/// `INVALID_TABLE_PROPERTY` naming the property; `NOT_SUPPORTED` for Iceberg.
pub(crate) fn of_create(options: &Options) -> Result<WriteOptions, Error> {
    const KNOWN: [&str; 12] = [
        "bucket_count",
        "bucketed_by",
        "compression_level",
        "external_location",
        "field_delimiter",
        "format",
        "is_external",
        "orc_compression",
        "parquet_compression",
        "partitioned_by",
        "table_type",
        "write_compression",
    ];
    known(options, &KNOWN, "table property")?;
    let table_type = text(options, "table_type")?;
    if let Some(of) = table_type.filter(|of| !of.eq_ignore_ascii_case("hive")) {
        return Err(match of.to_ascii_uppercase().as_str() {
            "ICEBERG" => unsupported("Iceberg tables are not supported"),
            _ => wrong("table_type", &of, "HIVE"),
        });
    }
    if find(options, "is_external").is_some_and(|value| *value != OptionValue::Boolean(true)) {
        return Err(unsupported("Tables that are not external are not supported"));
    }
    let format = match text(options, "format")? {
        Some(name) => FileFormat::of(&name)?,
        None => FileFormat::Parquet,
    };
    let own = match format {
        FileFormat::Parquet => Some("parquet_compression"),
        FileFormat::Orc => Some("orc_compression"),
        _ => None,
    };
    for other in ["parquet_compression", "orc_compression"] {
        if own != Some(other) && find(options, other).is_some() {
            let message = format!("'{other}' is no property of {} tables", format.name());
            return Err(invalid("INVALID_TABLE_PROPERTY", message));
        }
    }
    let general = text(options, "write_compression")?;
    let own = own.map(|name| text(options, name)).transpose()?.flatten();
    if general.is_some() && own.is_some() {
        let message = "'write_compression' and the compression of a format cannot be given together";
        return Err(invalid("INVALID_TABLE_PROPERTY", message));
    }
    let mut read = common(options, format, general.or(own))?;
    read.external_location = text(options, "external_location")?;
    read.bucketed_by = names(options, "bucketed_by")?;
    read.bucket_count = bucket_count(options)?;
    if read.bucketed_by.is_empty() != read.bucket_count.is_none() {
        let message = "'bucketed_by' and 'bucket_count' must be given together";
        return Err(invalid("INVALID_TABLE_PROPERTY", message));
    }
    Ok(read)
}

/// The properties of `UNLOAD` (Athena's user guide, "UNLOAD").
///
/// # Errors
/// `INVALID_TABLE_PROPERTY` naming the property.
pub(crate) fn of_unload(options: &Options) -> Result<WriteOptions, Error> {
    known(
        options,
        &["compression", "compression_level", "field_delimiter", "format", "partitioned_by"],
        "UNLOAD property",
    )?;
    let Some(format) = text(options, "format")? else {
        return Err(invalid("INVALID_TABLE_PROPERTY", "UNLOAD needs the property 'format'"));
    };
    let format = FileFormat::of(&format)?;
    let compression = text(options, "compression")?;
    if compression.is_some() && format == FileFormat::Avro {
        return Err(invalid("INVALID_TABLE_PROPERTY", "'compression' does not apply to AVRO files"));
    }
    common(options, format, compression)
}

fn common(options: &Options, format: FileFormat, compression: Option<String>) -> Result<WriteOptions, Error> {
    let mut encoding = Encoding::of(format);
    if let Some(name) = compression {
        encoding.compression = Compression::of(&name, format)?;
    }
    if let Some(level) = level(options)? {
        if encoding.compression != Compression::Zstd {
            return Err(invalid("INVALID_TABLE_PROPERTY", "'compression_level' applies to ZSTD compression alone"));
        }
        encoding.level = level;
    }
    if let Some(delimiter) = text(options, "field_delimiter")? {
        encoding.delimiter = delimiter_of(&delimiter, format)?;
    }
    Ok(WriteOptions {
        encoding,
        external_location: None,
        partitioned_by: names(options, "partitioned_by")?,
        bucketed_by: Vec::new(),
        bucket_count: None,
    })
}

/// One character; Trino's strings have no escapes, so `\t` and `\001` are read here.
fn delimiter_of(text: &str, format: FileFormat) -> Result<char, Error> {
    if format != FileFormat::Text {
        return Err(invalid("INVALID_TABLE_PROPERTY", "'field_delimiter' applies to TEXTFILE alone"));
    }
    let mut chars = text.chars();
    if let (Some(char), None) = (chars.next(), chars.next()) {
        return Ok(char);
    }
    let octal = text.strip_prefix('\\').and_then(|digits| u8::from_str_radix(digits, 8).ok()).map(char::from);
    let named = match text {
        "\\t" => Some('\t'),
        other => other.strip_prefix("\\u").and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?)),
    };
    named.or(octal).ok_or_else(|| wrong("field_delimiter", text, "one character"))
}

fn known(options: &Options, known: &[&str], what: &str) -> Result<(), Error> {
    match options.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some((name, _)) => {
            let message = format!("The {what} '{name}' does not exist: expected one of {}", known.join(", "));
            Err(invalid("INVALID_TABLE_PROPERTY", message))
        }
    }
}

fn find<'a>(options: &'a Options, name: &str) -> Option<&'a OptionValue> {
    options.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
}

fn text(options: &Options, name: &str) -> Result<Option<String>, Error> {
    match find(options, name) {
        None => Ok(None),
        Some(OptionValue::Text(text)) => Ok(Some(text.clone())),
        Some(other) => Err(wrong(name, &shown(other), "a text")),
    }
}

fn names(options: &Options, name: &str) -> Result<Vec<String>, Error> {
    let Some(value) = find(options, name) else { return Ok(Vec::new()) };
    let OptionValue::List(items) = value else { return Err(wrong(name, &shown(value), "ARRAY['column', …]")) };
    let mut names: Vec<String> = Vec::new();
    for item in items {
        let OptionValue::Text(column) = item else { return Err(wrong(name, &shown(item), "a column's name")) };
        let column = column.to_lowercase();
        if names.contains(&column) {
            return Err(wrong(name, &column, "each column once"));
        }
        names.push(column);
    }
    Ok(names)
}

/// Trino's bounds of buckets.
fn bucket_count(options: &Options) -> Result<Option<u32>, Error> {
    let Some(value) = find(options, "bucket_count") else { return Ok(None) };
    let count = match value {
        OptionValue::Number(digits) => digits.parse().ok().filter(|count| (1..=1_000_000).contains(count)),
        _ => None,
    };
    count.map(Some).ok_or_else(|| wrong("bucket_count", &shown(value), "a whole number of at least 1"))
}

fn level(options: &Options) -> Result<Option<i32>, Error> {
    let Some(value) = find(options, "compression_level") else { return Ok(None) };
    let level = match value {
        OptionValue::Number(digits) => digits.parse().ok().filter(|level| (1..=22).contains(level)),
        _ => None,
    };
    level.map(Some).ok_or_else(|| wrong("compression_level", &shown(value), "a whole number from 1 to 22"))
}

fn shown(value: &OptionValue) -> String {
    match value {
        OptionValue::Text(text) | OptionValue::Number(text) => text.clone(),
        OptionValue::Boolean(is) => is.to_string(),
        OptionValue::List(items) => format!("ARRAY[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
    }
}

fn wrong(name: &str, value: &str, expected: &str) -> Error {
    invalid("INVALID_TABLE_PROPERTY", format!("Unable to set the property '{name}' to [{value}]: expected {expected}"))
}
