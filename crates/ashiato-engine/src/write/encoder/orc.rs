//! ORC: columns of simple types, which is what its writer takes.

use super::buffer::Buffer;
use super::{Encoder, failed};
use crate::error::Error;
use crate::hive::refusal::unsupported;
use crate::write::compression::Compression;
use crate::write::encoding::Encoding;
use arrow::compute::cast;
use arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};
use arrow::record_batch::RecordBatch;
use orc_rust::arrow_writer::ArrowWriterBuilder;
use orc_rust::compression::CompressionType;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

/// Rows are encoded when about so many bytes are held.
const STRIPE_BYTES: usize = 32 << 20;

/// Its library's writer cannot go from thread to thread, as a query's rows do: it has a thread of its own.
pub(super) struct OrcEncoder {
    rows: Option<SyncSender<Rows>>,
    writer: Option<JoinHandle<Result<(), Error>>>,
    buffer: Buffer,
    held: usize,
}

enum Rows {
    Write(RecordBatch),
    Flush,
}

impl OrcEncoder {
    pub(super) fn new(encoding: &Encoding, schema: &SchemaRef) -> Result<OrcEncoder, Error> {
        let schema = orc_schema(schema)?;
        let compression = match encoding.compression {
            Compression::Zlib | Compression::Gzip | Compression::Deflate => Some(CompressionType::Zlib),
            Compression::Snappy => Some(CompressionType::Snappy),
            Compression::Lz4 => Some(CompressionType::Lz4),
            Compression::Zstd => Some(CompressionType::Zstd),
            Compression::None => None,
        };
        let buffer = Buffer::default();
        let sink = buffer.clone();
        // One batch waits while one is written.
        let (rows, received) = sync_channel(1);
        let thread = std::thread::Builder::new().name("orc".to_string());
        let writer = thread.spawn(move || write_all(sink, &schema, compression, &received));
        let writer = writer.map_err(|error| failed("ORC", error))?;
        Ok(OrcEncoder { rows: Some(rows), writer: Some(writer), buffer, held: 0 })
    }

    fn send(&mut self, rows: Rows) -> Result<(), Error> {
        let sent = self.rows.as_ref().is_some_and(|sender| sender.send(rows).is_ok());
        if sent { Ok(()) } else { self.end() }
    }

    /// Waits for the writer's end, and tells what stopped it.
    fn end(&mut self) -> Result<(), Error> {
        self.rows = None;
        match self.writer.take().map(JoinHandle::join) {
            Some(Ok(ended)) => ended,
            Some(Err(panic)) => Err(crate::failure::of_panic(panic.as_ref())),
            None => Err(failed("ORC", "its writer has stopped")),
        }
    }
}

fn orc_schema(schema: &SchemaRef) -> Result<SchemaRef, Error> {
    let fields = schema.fields().iter().map(|field| {
        let data_type = match field.data_type() {
            DataType::Utf8View => DataType::Utf8,
            DataType::Timestamp(_, None) => DataType::Timestamp(TimeUnit::Nanosecond, None),
            simple if !simple.is_nested() && !matches!(simple, DataType::Decimal128(..)) => simple.clone(),
            other => {
                let name = ashiato_sql::types::trino_name(other);
                let message = format!("Column '{}' of type {name} cannot be written to ORC here", field.name());
                return Err(Error::from(unsupported(message)));
            }
        };
        Ok(Field::new(field.name(), data_type, true))
    });
    Ok(Arc::new(Schema::new(fields.collect::<Result<Vec<_>, Error>>()?)))
}

fn write_all(
    sink: Buffer,
    schema: &SchemaRef,
    compression: Option<CompressionType>,
    received: &Receiver<Rows>,
) -> Result<(), Error> {
    let builder = ArrowWriterBuilder::new(sink, Arc::clone(schema)).with_stripe_byte_size(STRIPE_BYTES);
    let builder = match compression {
        Some(compression) => builder.with_compression(compression),
        None => builder,
    };
    let mut writer = builder.try_build().map_err(|error| failed("ORC", error))?;
    for rows in received {
        match rows {
            Rows::Write(rows) => {
                let columns = rows.columns().iter().zip(schema.fields());
                let columns =
                    columns.map(|(array, field)| cast(array, field.data_type())).collect::<Result<Vec<_>, _>>();
                let columns = columns.map_err(|error| failed("ORC", error))?;
                let rows = RecordBatch::try_new(Arc::clone(schema), columns).map_err(|error| failed("ORC", error))?;
                writer.write(&rows).map_err(|error| failed("ORC", error))?;
            }
            Rows::Flush => writer.flush_stripe().map_err(|error| failed("ORC", error))?,
        }
    }
    writer.close().map_err(|error| failed("ORC", error))
}

impl Encoder for OrcEncoder {
    fn write(&mut self, rows: &RecordBatch) -> Result<(), Error> {
        self.held = (self.held + rows.get_array_memory_size()).min(STRIPE_BYTES);
        self.send(Rows::Write(rows.clone()))
    }

    fn buffered(&self) -> usize {
        self.held
    }

    fn flush(&mut self) -> Result<(), Error> {
        self.held = 0;
        self.send(Rows::Flush)
    }

    fn take(&mut self) -> Vec<u8> {
        self.buffer.take()
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<u8>, Error> {
        self.end()?;
        Ok(self.buffer.take())
    }
}
