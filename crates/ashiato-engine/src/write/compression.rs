//! How files are compressed: what each format can be, and what it is where nothing is said (Athena's user guide,
//! "Use Hive table compression").

use super::encoding::FileFormat;
use crate::hive::refusal::{invalid, unsupported};
use ashiato_sql::Error;

/// A compression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compression {
    None,
    Gzip,
    Snappy,
    Zstd,
    Lz4,
    Zlib,
    Deflate,
}

/// The level at which Athena writes Zstandard where none is given.
pub(crate) const ZSTD_LEVEL: i32 = 3;

impl Compression {
    /// What Athena writes where nothing is said.
    pub(crate) fn default_of(format: FileFormat) -> Compression {
        match format {
            FileFormat::Parquet | FileFormat::Json | FileFormat::Text | FileFormat::Csv => Compression::Gzip,
            FileFormat::Orc => Compression::Zlib,
            FileFormat::Avro => Compression::None,
        }
    }

    /// The compression of this name, for files of a format.
    ///
    /// # Errors
    /// `INVALID_TABLE_PROPERTY` for a name that the format does not have; `NOT_SUPPORTED` for one that is right but not
    /// built.
    pub(crate) fn of(name: &str, format: FileFormat) -> Result<Compression, Error> {
        use Compression as C;
        let upper = name.trim().to_ascii_uppercase();
        let compression = match (format, upper.as_str()) {
            (_, "NONE" | "UNCOMPRESSED") => C::None,
            (FileFormat::Parquet | FileFormat::Json | FileFormat::Text | FileFormat::Csv, "GZIP") => C::Gzip,
            (FileFormat::Parquet | FileFormat::Orc | FileFormat::Avro, "SNAPPY") => C::Snappy,
            (FileFormat::Parquet | FileFormat::Orc, "LZ4") => C::Lz4,
            (FileFormat::Orc, "ZLIB") => C::Zlib,
            (FileFormat::Avro, "DEFLATE") => C::Deflate,
            (_, "ZSTD") => C::Zstd,
            (FileFormat::Parquet, "LZO")
            | (FileFormat::Json | FileFormat::Text | FileFormat::Csv, "BZIP2" | "SNAPPY" | "LZ4" | "LZO" | "DEFLATE") =>
            {
                return Err(unsupported(format!(
                    "Writing {} files compressed by {upper} is not supported",
                    format.name()
                )));
            }
            _ => {
                let message = format!("{} files cannot be compressed by '{name}'", format.name());
                return Err(invalid("INVALID_TABLE_PROPERTY", message));
            }
        };
        Ok(compression)
    }
}
