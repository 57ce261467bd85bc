//! Parquet.

use super::buffer::Buffer;
use super::{Encoder, failed};
use crate::error::Error;
use crate::write::compression::Compression;
use crate::write::encoding::Encoding;
use arrow::datatypes::SchemaRef;
use arrow::record_batch::RecordBatch;
use parquet::arrow::arrow_writer::{ArrowWriter, ArrowWriterOptions};
use parquet::basic::{Compression as ParquetCompression, GzipLevel, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::sync::Arc;

pub(super) struct ParquetEncoder {
    writer: ArrowWriter<Buffer>,
    buffer: Buffer,
}

impl ParquetEncoder {
    pub(super) fn new(encoding: &Encoding, schema: &SchemaRef) -> Result<ParquetEncoder, Error> {
        let compression = match encoding.compression {
            Compression::Gzip => ParquetCompression::GZIP(GzipLevel::default()),
            Compression::Snappy => ParquetCompression::SNAPPY,
            Compression::Lz4 => ParquetCompression::LZ4_RAW,
            Compression::Zstd => {
                ParquetCompression::ZSTD(ZstdLevel::try_new(encoding.level).map_err(|error| failed("Parquet", error))?)
            }
            Compression::None | Compression::Zlib | Compression::Deflate => ParquetCompression::UNCOMPRESSED,
        };
        // Nested lists and maps get the names that the format's specification gives them, which Hive reads.
        let properties = WriterProperties::builder()
            .set_compression(compression)
            .set_coerce_types(true)
            .set_created_by(concat!("ashiato ", env!("CARGO_PKG_VERSION")).to_string())
            .build();
        let options = ArrowWriterOptions::new().with_properties(properties).with_skip_arrow_metadata(true);
        let buffer = Buffer::default();
        let writer = ArrowWriter::try_new_with_options(buffer.clone(), Arc::clone(schema), options);
        Ok(ParquetEncoder { writer: writer.map_err(|error| failed("Parquet", error))?, buffer })
    }
}

impl Encoder for ParquetEncoder {
    fn write(&mut self, rows: &RecordBatch) -> Result<(), Error> {
        self.writer.write(rows).map_err(|error| failed("Parquet", error))
    }

    fn buffered(&self) -> usize {
        self.writer.memory_size()
    }

    fn flush(&mut self) -> Result<(), Error> {
        self.writer.flush().map_err(|error| failed("Parquet", error))
    }

    fn take(&mut self) -> Vec<u8> {
        self.buffer.take()
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, Error> {
        self.writer.close().map_err(|error| failed("Parquet", error))?;
        Ok(self.buffer.take())
    }
}
