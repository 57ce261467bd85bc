//! Files of columns that DataFusion has no reader of here: ORC and Avro, by libraries that stand on the same Arrow.
//!
//! A file is read whole. A reader that stops on damage, panics of the library's among it, gives an error.

#[cfg(feature = "orc-avro")]
mod orc;
#[cfg(feature = "orc-avro")]
mod avro;

use super::shape::shaped;
use crate::hive::format::TableFormat;
use arrow::array::{ArrayRef, new_null_array};
use arrow::datatypes::SchemaRef;
use arrow::record_batch::{RecordBatch, RecordBatchOptions};
use bytes::Bytes;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// The batches of a file, in the table's columns and types.
pub(super) struct Blocks {
    batches: Box<dyn Iterator<Item = Result<RecordBatch, String>> + Send>,
    schema: SchemaRef,
    columns: Columns,
}

/// Where each wanted column is in the file.
#[cfg_attr(not(feature = "orc-avro"), expect(dead_code, reason = "nothing that is read has columns"))]
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
        guarded(|| read(format, bytes, schema, positions, batch_size))?
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

#[cfg(feature = "orc-avro")]
fn read(
    format: &TableFormat,
    bytes: Bytes,
    schema: &SchemaRef,
    positions: &[usize],
    batch_size: usize,
) -> Result<Blocks, String> {
    match format {
        TableFormat::Orc(by) => orc::read(*by, bytes, schema, positions, batch_size),
        _ => avro::read(bytes, schema, batch_size),
    }
}

#[cfg(not(feature = "orc-avro"))]
fn read(_: &TableFormat, _: Bytes, _: &SchemaRef, _: &[usize], _: usize) -> Result<Blocks, String> {
    Err("this build reads neither ORC nor Avro".to_string())
}
