//! Avro object container files.

use super::buffer::Buffer;
use super::{Encoder, failed};
use crate::error::Error;
use crate::write::compression::Compression;
use crate::write::encoding::Encoding;
use arrow::datatypes::SchemaRef;
use arrow::record_batch::RecordBatch;
use arrow_avro::compression::CompressionCodec;
use arrow_avro::writer::format::AvroOcfFormat;
use arrow_avro::writer::{AvroWriter, WriterBuilder};

pub(super) struct AvroEncoder {
    writer: AvroWriter<Buffer>,
    buffer: Buffer,
}

impl AvroEncoder {
    pub(super) fn new(encoding: &Encoding, schema: &SchemaRef) -> Result<AvroEncoder, Error> {
        let codec = match encoding.compression {
            Compression::Deflate | Compression::Gzip | Compression::Zlib => Some(CompressionCodec::Deflate),
            Compression::Snappy => Some(CompressionCodec::Snappy),
            Compression::Zstd => Some(CompressionCodec::ZStandard),
            Compression::None | Compression::Lz4 => None,
        };
        let buffer = Buffer::default();
        let builder = WriterBuilder::new(schema.as_ref().clone()).with_compression(codec);
        let writer = builder.build::<_, AvroOcfFormat>(buffer.clone()).map_err(|error| failed("Avro", error))?;
        Ok(AvroEncoder { writer, buffer })
    }
}

impl Encoder for AvroEncoder {
    fn write(&mut self, rows: &RecordBatch) -> Result<(), Error> {
        self.writer.write(rows).map_err(|error| failed("Avro", error))
    }

    /// A batch is a block of its own: nothing is held.
    fn buffered(&self) -> usize {
        0
    }

    fn flush(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn take(&mut self) -> Vec<u8> {
        self.buffer.take()
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<u8>, Error> {
        self.writer.finish().map_err(|error| failed("Avro", error))?;
        Ok(self.buffer.take())
    }
}
