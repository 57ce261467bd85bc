//! A set of wanted columns: where their values are in a record, and the rows gathered so far.

use std::sync::Arc;

use arrow::array::{RecordBatch, RecordBatchOptions};
use arrow::datatypes::{Schema, SchemaRef};
use arrow::error::ArrowError;

use super::{FieldRequest, ValueSource};
use crate::column::{Column, ConstantColumn, Run, check_nullable, column_for};
use crate::scan::{Places, RECORD, Slot};
use crate::simd::Isa;

/// The columns of one batch in the making.
pub(crate) struct Rows {
    schema: SchemaRef,
    pub(crate) places: Places,
    columns: Vec<Source>,
    /// The slot of `eventtime`, where it is asked for.
    pub(crate) event_time: Option<Slot>,
    rows: usize,
    /// Source text of the rows, as a measure of what the columns hold.
    text_bytes: usize,
}

enum Source {
    Record(Box<dyn Column>),
    File(usize, Box<ConstantColumn>),
}

impl Rows {
    pub(crate) fn new(isa: Isa, requests: &[FieldRequest]) -> Result<Rows, ArrowError> {
        let mut places = Places::new();
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
            columns.push(Source::Record(column_for(isa, request.data_type(), &mut places, slot)?));
        }
        let fields: Vec<_> = requests.iter().map(|request| request.field.clone()).collect();
        let schema = Arc::new(Schema::new(fields));
        Ok(Rows { schema, places, columns, event_time, rows: 0, text_bytes: 0 })
    }

    /// Whether anything of a record is wanted but that it is there.
    pub(crate) fn reads_records(&self) -> bool {
        self.columns.iter().any(|column| matches!(column, Source::Record(_)))
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    pub(crate) fn text_bytes(&self) -> usize {
        self.text_bytes
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
