//! Files of columns that DataFusion has no reader of here: ORC and Avro, by libraries that stand on the same Arrow.
//!
//! A file is read whole. A reader that stops on damage, panics of the library's among it, gives an error.

use super::shape::shaped;
use crate::hive::format::{ColumnsBy, TableFormat};
use arrow::array::{ArrayRef, new_null_array};
use arrow::datatypes::SchemaRef;
use arrow::record_batch::{RecordBatch, RecordBatchOptions};
use bytes::{Buf, Bytes};
use orc_rust::projection::ProjectionMask;
use orc_rust::reader::ChunkReader;
use orc_rust::schema::TimestampPrecision;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// The batches of a file, in the table's columns and types.
pub(super) struct Blocks {
    batches: Box<dyn Iterator<Item = Result<RecordBatch, String>> + Send>,
    schema: SchemaRef,
    columns: Columns,
}

/// Where each wanted column is in the file.
enum Columns {
    Named,
    /// At these positions of the file; none for a column that it lacks.
    At(Vec<Option<usize>>),
}

impl Blocks {
    /// A file of a format. `positions` are the wanted columns' places in the table, `schema` their names and types.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub(super) fn open(
        format: &TableFormat,
        bytes: Bytes,
        schema: &SchemaRef,
        positions: &[usize],
        batch_size: usize,
    ) -> Result<Blocks, String> {
        guarded(|| match format {
            TableFormat::Orc(by) => orc(*by, bytes, schema, positions, batch_size),
            _ => avro(bytes, schema, batch_size),
        })?
    }

    fn conform(&self, batch: &RecordBatch) -> Result<RecordBatch, String> {
        let fields = self.schema.fields().iter().enumerate();
        let columns = fields.map(|(at, field)| {
            let found: Option<&ArrayRef> = match &self.columns {
                Columns::At(positions) => positions[at].and_then(|position| batch.columns().get(position)),
                Columns::Named => {
                    let schema = batch.schema_ref();
                    let position =
                        schema.fields().iter().position(|known| known.name().eq_ignore_ascii_case(field.name()));
                    position.map(|position| batch.column(position))
                }
            };
            match found {
                Some(array) => {
                    shaped(array, field.data_type()).map_err(|error| format!("column {}: {error}", field.name()))
                }
                None => Ok(new_null_array(field.data_type(), batch.num_rows())),
            }
        });
        let columns = columns.collect::<Result<Vec<_>, _>>()?;
        let options = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
        RecordBatch::try_new_with_options(Arc::clone(&self.schema), columns, &options)
            .map_err(|error| error.to_string())
    }
}

impl Iterator for Blocks {
    type Item = Result<RecordBatch, String>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = guarded(|| self.batches.next());
        match next {
            Ok(None) => None,
            Ok(Some(batch)) => Some(batch.and_then(|batch| self.conform(&batch))),
            Err(panic) => {
                self.batches = Box::new(std::iter::empty());
                Some(Err(panic))
            }
        }
    }
}

fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|_| "the file is damaged: its reader stopped".to_string())
}

fn orc(
    by: ColumnsBy,
    bytes: Bytes,
    schema: &SchemaRef,
    positions: &[usize],
    batch_size: usize,
) -> Result<Blocks, String> {
    let builder = orc_rust::ArrowReaderBuilder::try_new(OrcBytes(bytes)).map_err(|error| error.to_string())?;
    let root = builder.file_metadata().root_data_type();
    let wanted = |at: usize| -> Option<usize> {
        match by {
            ColumnsBy::Position => (positions[at] < root.children().len()).then_some(positions[at]),
            ColumnsBy::Name => {
                let name = schema.field(at).name();
                root.children().iter().position(|child| child.name().eq_ignore_ascii_case(name))
            }
        }
    };
    let wanted: Vec<Option<usize>> = (0..schema.fields().len()).map(wanted).collect();
    // The reader gives what is projected in the file's order.
    let mut projected: Vec<usize> = wanted.iter().flatten().copied().collect();
    projected.sort_unstable();
    projected.dedup();
    let columns =
        wanted.iter().map(|position| position.and_then(|position| projected.binary_search(&position).ok())).collect();
    let roots = projected.iter().map(|position| root.children()[*position].data_type().column_index());
    let mask = ProjectionMask::roots(root, roots);
    let reader = builder
        .with_batch_size(batch_size)
        .with_projection(mask)
        .with_timestamp_precision(TimestampPrecision::Microsecond)
        .build();
    let batches = reader.map(|batch| batch.map_err(|error| error.to_string()));
    Ok(Blocks { batches: Box::new(batches), schema: Arc::clone(schema), columns: Columns::At(columns) })
}

fn avro(bytes: Bytes, schema: &SchemaRef, batch_size: usize) -> Result<Blocks, String> {
    let reader = arrow_avro::reader::ReaderBuilder::new().with_batch_size(batch_size).build(bytes.reader());
    let reader = reader.map_err(|error| error.to_string())?;
    let batches = reader.map(|batch| batch.map_err(|error| error.to_string()));
    Ok(Blocks { batches: Box::new(batches), schema: Arc::clone(schema), columns: Columns::Named })
}

/// A file in memory that answers for no byte it lacks: lengths come from the file itself and may be anything.
struct OrcBytes(Bytes);

impl OrcBytes {
    fn from(&self, offset: u64) -> io::Result<Bytes> {
        let start = usize::try_from(offset).ok().filter(|start| *start <= self.0.len());
        start.map(|start| self.0.slice(start..)).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}

impl ChunkReader for OrcBytes {
    type T = bytes::buf::Reader<Bytes>;

    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn get_read(&self, offset: u64) -> io::Result<Self::T> {
        Ok(self.from(offset)?.reader())
    }

    fn get_bytes(&self, offset: u64, length: u64) -> io::Result<Bytes> {
        let rest = self.from(offset)?;
        let length = usize::try_from(length).ok().filter(|length| *length <= rest.len());
        length.map(|length| rest.slice(..length)).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}
