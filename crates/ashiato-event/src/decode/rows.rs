//! A set of wanted columns: where their values are in a record, and the rows gathered so far.

use std::sync::Arc;

use arrow::array::{RecordBatch, RecordBatchOptions};
use arrow::datatypes::{Schema, SchemaRef};
use arrow::error::ArrowError;

use super::{FieldRequest, ValueSource};
use crate::column::{Column, ConstantColumn, Run, check_nullable, column_for};
use crate::scan::{Places, RECORD, Slot};
use crate::simd::Isa;

/// About how many bytes a batch takes at most: what is written then stays in a core's cache until it is handed on.
const BATCH_BYTES: usize = 3 << 19;

/// The rows of a batch that tell how much one takes.
const SAMPLE_ROWS: usize = 8;

/// The columns of one batch in the making.
pub(crate) struct Rows {
    schema: SchemaRef,
    columns: Vec<Source>,
    /// The slot of `eventtime`, where it is asked for.
    pub(crate) event_time: Option<Slot>,
    rows: usize,
    /// Source text of the rows, as a measure of what the columns hold.
    text_bytes: usize,
    /// What a row of the batch at hand takes, by its first rows.
    row_bytes: usize,
}

enum Source {
    Record(Box<dyn Column>),
    File(usize, Box<ConstantColumn>),
}

impl Rows {
    /// Columns whose values are at places that are added to `places`.
    pub(crate) fn new(isa: Isa, requests: &[FieldRequest], places: &mut Places) -> Result<Rows, ArrowError> {
        let mut columns = Vec::with_capacity(requests.len());
        let mut event_time = None;
        for request in requests {
            let slot = match &request.source {
                ValueSource::Member(path) => places.path(path),
                ValueSource::RecordText => RECORD,
                ValueSource::Constant(index) => {
                    columns.push(Source::File(*index, Box::new(ConstantColumn::new(isa, &request.field)?)));
                    continue;
                }
            };
            check_nullable(&request.field)?;
            if matches!(&request.source, ValueSource::Member(path) if path.as_slice() == ["eventtime"]) {
                event_time = Some(slot);
            }
            columns.push(Source::Record(column_for(isa, request.data_type(), places, slot)?));
        }
        let fields: Vec<_> = requests.iter().map(|request| request.field.clone()).collect();
        let schema = Arc::new(Schema::new(fields));
        Ok(Rows { schema, columns, event_time, rows: 0, text_bytes: 0, row_bytes: 0 })
    }

    /// Whether anything of a record is wanted but that it is there.
    pub(crate) fn reads_records(&self) -> bool {
        self.columns.iter().any(|column| matches!(column, Source::Record(_)))
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// Whether the batch has as many rows as were asked for, or takes as much memory as it should.
    pub(crate) fn is_full(&self, batch_records: usize, batch_bytes: usize) -> bool {
        self.rows >= batch_records || self.text_bytes >= batch_bytes || self.rows * self.row_bytes >= BATCH_BYTES
    }

    /// Checks that a file brings the values that are wanted of it, before any column grows.
    pub(crate) fn check_constants(&self, constants: &[Option<String>]) -> Result<(), ArrowError> {
        for column in &self.columns {
            if let Source::File(index, column) = column {
                column.check(constant(constants, *index)?)?;
            }
        }
        Ok(())
    }

    /// Appends records that were walked for these places.
    pub(crate) fn append(&mut self, run: Run<'_>, constants: &[Option<String>]) -> Result<(), ArrowError> {
        if self.rows == 0 {
            self.row_bytes = self.row_bytes_of(run);
        }
        for column in &mut self.columns {
            match column {
                Source::Record(column) => column.append_run(run),
                Source::File(index, column) => {
                    column.append_rows(constant(constants, *index)?, run.texts.len())?;
                }
            }
        }
        self.rows += run.texts.len();
        self.text_bytes += run.texts.iter().map(|text| text.len()).sum::<usize>();
        Ok(())
    }

    fn row_bytes_of(&self, run: Run<'_>) -> usize {
        let rows = run.texts.len().min(SAMPLE_ROWS);
        let sample = Run { texts: &run.texts[..rows], ..run };
        let columns = self.columns.iter().map(|column| match column {
            Source::Record(column) => column.held_bytes(sample),
            Source::File(..) => rows * size_of::<u128>(),
        });
        columns.sum::<usize>().checked_div(rows).unwrap_or(0)
    }

    /// Appends records of which nothing is wanted.
    pub(crate) fn append_unread(&mut self, rows: usize, constants: &[Option<String>]) -> Result<(), ArrowError> {
        for column in &mut self.columns {
            if let Source::File(index, column) = column {
                column.append_rows(constant(constants, *index)?, rows)?;
            }
        }
        self.rows += rows;
        Ok(())
    }

    /// The batch of the rows so far; none are left.
    pub(crate) fn finish(&mut self) -> RecordBatch {
        let arrays = self.columns.iter_mut().map(|column| match column {
            Source::Record(column) => column.finish(),
            Source::File(_, column) => column.finish(),
        });
        let arrays = arrays.collect();
        let options = RecordBatchOptions::new().with_row_count(Some(self.rows));
        self.rows = 0;
        self.text_bytes = 0;
        RecordBatch::try_new_with_options(self.schema.clone(), arrays, &options)
            .expect("columns are made for the schema's types, grow together, and have NULLs only where they may")
    }
}

fn constant(constants: &[Option<String>], index: usize) -> Result<Option<&str>, ArrowError> {
    match constants.get(index) {
        Some(value) => Ok(value.as_deref()),
        None => Err(ArrowError::InvalidArgumentError(format!(
            "the plan asks for value {index} of the file, which comes with {}",
            constants.len()
        ))),
    }
}
