//! Avro object container files.

use super::buffer::Buffer;
use super::{Encoder, failed};
use crate::error::Error;
use crate::hive::shaped;
use crate::write::compression::Compression;
use crate::write::encoding::Encoding;
use arrow::datatypes::{DataType, Field, FieldRef, Schema, SchemaRef};
use arrow::record_batch::RecordBatch;
use arrow_avro::compression::CompressionCodec;
use arrow_avro::writer::format::AvroOcfFormat;
use arrow_avro::writer::{AvroWriter, WriterBuilder};
use std::sync::Arc;

pub(super) struct AvroEncoder {
    writer: AvroWriter<Buffer>,
    buffer: Buffer,
    schema: SchemaRef,
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
        let fields = schema.fields().iter().map(|field| with_plain_texts(field));
        let schema: SchemaRef = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let builder = WriterBuilder::new(schema.as_ref().clone()).with_compression(codec);
        let writer = builder.build::<_, AvroOcfFormat>(buffer.clone()).map_err(|error| failed("Avro", error))?;
        Ok(AvroEncoder { writer, buffer, schema })
    }
}

/// The writer takes no views as the keys of a map.
fn with_plain_texts(field: &Field) -> Field {
    let within = |field: &FieldRef| Arc::new(with_plain_texts(field));
    let data_type = match field.data_type() {
        DataType::Utf8View => DataType::Utf8,
        DataType::List(item) => DataType::List(within(item)),
        DataType::Map(entries, sorted) => DataType::Map(within(entries), *sorted),
        DataType::Struct(fields) => DataType::Struct(fields.iter().map(within).collect()),
        other => other.clone(),
    };
    field.clone().with_data_type(data_type)
}

impl Encoder for AvroEncoder {
    fn write(&mut self, rows: &RecordBatch) -> Result<(), Error> {
        let columns = rows.columns().iter().zip(self.schema.fields());
        let columns = columns.map(|(array, field)| shaped(array, field.data_type())).collect::<Result<Vec<_>, _>>();
        let columns = columns.map_err(|error| failed("Avro", error))?;
        let rows = RecordBatch::try_new(Arc::clone(&self.schema), columns).map_err(|error| failed("Avro", error))?;
        self.writer.write(&rows).map_err(|error| failed("Avro", error))
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
