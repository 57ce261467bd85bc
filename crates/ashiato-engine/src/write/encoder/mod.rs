//! Rows to the bytes of a file, one encoder a format. Bytes are handed out as they come, so that no file is held whole.

#[cfg(feature = "orc-avro")]
mod avro;
mod buffer;
mod csv;
mod json;
mod lines;
#[cfg(feature = "orc-avro")]
mod orc;
mod parquet;
mod text;

use super::encoding::{Encoding, FileFormat};
use crate::error::{Error, ErrorKind};
use arrow::datatypes::SchemaRef;
use arrow::record_batch::RecordBatch;

/// Encodes the rows of one file.
pub(crate) trait Encoder: Send {
    /// Adds rows.
    ///
    /// # Errors
    /// A value that the format cannot hold.
    fn write(&mut self, rows: &RecordBatch) -> Result<(), Error>;

    /// Bytes of memory that hold rows not yet encoded.
    fn buffered(&self) -> usize;

    /// Encodes the rows that are held, so far as the format lets it.
    ///
    /// # Errors
    /// Those of `write`.
    fn flush(&mut self) -> Result<(), Error>;

    /// The bytes that are ready.
    fn take(&mut self) -> Vec<u8>;

    /// The rest of the file.
    ///
    /// # Errors
    /// Those of `write`.
    fn finish(self: Box<Self>) -> Result<Vec<u8>, Error>;
}

/// The encoder of a format.
///
/// # Errors
/// A column that the format's writer does not take.
pub(crate) fn of(encoding: &Encoding, schema: &SchemaRef) -> Result<Box<dyn Encoder>, Error> {
    Ok(match encoding.format {
        FileFormat::Parquet => Box::new(parquet::ParquetEncoder::new(encoding, schema)?),
        #[cfg(feature = "orc-avro")]
        FileFormat::Orc => Box::new(orc::OrcEncoder::new(encoding, schema)?),
        #[cfg(feature = "orc-avro")]
        FileFormat::Avro => Box::new(avro::AvroEncoder::new(encoding, schema)?),
        #[cfg(not(feature = "orc-avro"))]
        FileFormat::Orc | FileFormat::Avro => {
            return Err(Error::new(ErrorKind::Unsupported, "this build writes neither ORC nor Avro"));
        }
        FileFormat::Json => Box::new(lines::LineEncoder::new(encoding, json::write)?),
        FileFormat::Text => Box::new(lines::LineEncoder::new(encoding, text::write)?),
        FileFormat::Csv => Box::new(lines::LineEncoder::new(encoding, csv::write)?),
    })
}

/// An error of an encoder, naming the format.
fn failed(format: &str, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    let error = error.into();
    Error::new(ErrorKind::Internal, format!("INTERNAL_ERROR: rows cannot be written as {format}: {error}"))
        .because(error)
}
