//! The files that a statement writes: format, compression, delimiters; and the definition of a table over them.

use super::compression::Compression;
use super::encoder::{self, Encoder};
use crate::error::Error;
use crate::hive::TableFormat;
use crate::hive::refusal::{invalid, unsupported};
use arrow::datatypes::SchemaRef;
use ashiato_sql::statement::{Properties, RowFormat, StoredAs, TableDefinition};

/// A format that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileFormat {
    Parquet,
    Orc,
    Avro,
    Json,
    /// `LazySimpleSerDe`.
    Text,
    /// `OpenCSVSerde`: texts alone.
    Csv,
}

/// How rows become bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Encoding {
    pub(crate) format: FileFormat,
    pub(crate) compression: Compression,
    /// For Zstandard.
    pub(crate) level: i32,
    /// Between the values of text.
    pub(crate) delimiter: char,
    /// Between the items of an array, the entries of a map and the fields of a struct.
    pub(crate) items: char,
    /// Between a map's key and its value.
    pub(crate) keys: char,
    /// The text of NULL.
    pub(crate) null: String,
}

impl FileFormat {
    /// The format of this name in `WITH (format = …)`.
    ///
    /// # Errors
    /// `INVALID_TABLE_PROPERTY`.
    pub(crate) fn of(name: &str) -> Result<FileFormat, ashiato_sql::Error> {
        match name.to_ascii_uppercase().as_str() {
            "PARQUET" => Ok(FileFormat::Parquet),
            "ORC" => Ok(FileFormat::Orc),
            "AVRO" => Ok(FileFormat::Avro),
            "JSON" => Ok(FileFormat::Json),
            "TEXTFILE" => Ok(FileFormat::Text),
            _ => {
                let message = format!(
                    "Unable to set the property 'format' to ['{name}']: expected PARQUET, ORC, AVRO, JSON or TEXTFILE"
                );
                Err(invalid("INVALID_TABLE_PROPERTY", message))
            }
        }
    }

    /// Its name, for messages and `STORED AS`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            FileFormat::Parquet => "PARQUET",
            FileFormat::Orc => "ORC",
            FileFormat::Avro => "AVRO",
            FileFormat::Json => "JSON",
            FileFormat::Text => "TEXTFILE",
            FileFormat::Csv => "CSV",
        }
    }
}

impl Encoding {
    /// A format as it is where nothing else is said.
    pub(crate) fn of(format: FileFormat) -> Encoding {
        let delimiter = if format == FileFormat::Csv { ',' } else { '\u{1}' };
        Encoding {
            format,
            compression: Compression::default_of(format),
            level: super::compression::ZSTD_LEVEL,
            delimiter,
            items: '\u{2}',
            keys: '\u{3}',
            null: "\\N".to_string(),
        }
    }

    /// How files of a table are written, so that the table reads them.
    ///
    /// # Errors
    /// `NOT_SUPPORTED` for a table that can only be read.
    pub(crate) fn of_table(table: &TableDefinition) -> Result<Encoding, ashiato_sql::Error> {
        let readonly = |what: &str| {
            Err(unsupported(format!("Table {}: INSERT INTO a table of {what} is not supported", table.name)))
        };
        let mut encoding = match TableFormat::of(table)? {
            TableFormat::Parquet => Encoding::of(FileFormat::Parquet),
            TableFormat::Orc(_) => Encoding::of(FileFormat::Orc),
            TableFormat::Avro => Encoding::of(FileFormat::Avro),
            TableFormat::Json(text) if text.mapping.is_empty() && !text.dots_in_keys => Encoding::of(FileFormat::Json),
            TableFormat::Json(_) => return readonly("JSON with mapped keys"),
            TableFormat::Delimited(text) => {
                let mut chars = text.separator.chars();
                let (Some(delimiter), None) = (chars.next(), chars.next()) else {
                    return readonly("texts with a separator of several characters");
                };
                let (items, keys) = (text.items, text.keys);
                Encoding { delimiter, items, keys, null: text.null, ..Encoding::of(FileFormat::Text) }
            }
            TableFormat::Quoted(text) if text.quote == b'"' && text.escape == b'\\' && text.header_lines == 0 => {
                Encoding { delimiter: char::from(text.separator), ..Encoding::of(FileFormat::Csv) }
            }
            TableFormat::Quoted(_) => return readonly("CSV with a header, or with quotes of its own"),
            TableFormat::CloudTrail => return readonly("CloudTrail logs"),
            TableFormat::Regex(_) | TableFormat::Grok(_) => return readonly("lines matched by an expression"),
        };
        if let Some(name) = compression_property(&table.properties, encoding.format) {
            encoding.compression = Compression::of(name, encoding.format)?;
        }
        Ok(encoding)
    }

    /// What `CREATE TABLE AS` says of its table's storage: row format, `STORED AS`.
    pub(crate) fn definition(&self) -> (Option<RowFormat>, StoredAs) {
        let row_format = (self.format == FileFormat::Text).then(|| RowFormat::Delimited {
            fields: Some(self.delimiter.to_string()),
            escape: None,
            items: None,
            map_keys: None,
            lines: None,
            null: None,
        });
        (row_format, StoredAs::Named(self.format.name().to_string()))
    }

    /// The property by which a table remembers its compression.
    pub(crate) fn properties(&self) -> Properties {
        let key = match self.format {
            FileFormat::Parquet => "parquet.compression",
            FileFormat::Orc => "orc.compress",
            _ => "write.compression",
        };
        let value = match self.compression {
            Compression::None if self.format == FileFormat::Parquet => "UNCOMPRESSED",
            Compression::None => "NONE",
            Compression::Gzip => "GZIP",
            Compression::Snappy => "SNAPPY",
            Compression::Zstd => "ZSTD",
            Compression::Lz4 => "LZ4",
            Compression::Zlib => "ZLIB",
            Compression::Deflate => "DEFLATE",
        };
        vec![(key.to_string(), value.to_string())]
    }

    /// What a file's name ends in: readers of text are told of its compression by that.
    pub(crate) fn extension(&self) -> &'static str {
        match (self.format, self.compression) {
            (FileFormat::Json | FileFormat::Text | FileFormat::Csv, Compression::Gzip) => ".gz",
            (FileFormat::Json | FileFormat::Text | FileFormat::Csv, Compression::Zstd) => ".zst",
            _ => "",
        }
    }

    /// An encoder of one file.
    ///
    /// # Errors
    /// A column that the format's writer does not take.
    pub(crate) fn encoder(&self, schema: &SchemaRef) -> Result<Box<dyn Encoder>, Error> {
        encoder::of(self, schema)
    }
}

fn compression_property(properties: &Properties, format: FileFormat) -> Option<&str> {
    let names: &[&str] = match format {
        FileFormat::Parquet => &["parquet.compression", "parquet.compress", "write.compression"],
        FileFormat::Orc => &["orc.compress", "orc.compression", "write.compression"],
        FileFormat::Avro => &["avro.output.codec", "write.compression"],
        FileFormat::Json | FileFormat::Text | FileFormat::Csv => &["write.compression"],
    };
    let find = |name: &&str| properties.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
    names.iter().find_map(find).map(|(_, value)| value.as_str())
}
