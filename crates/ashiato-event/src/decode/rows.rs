//! A set of wanted columns: where their values are in a record, and the rows gathered so far.

use std::sync::Arc;

use arrow::array::{RecordBatch, RecordBatchOptions};
use arrow::datatypes::{Schema, SchemaRef};
use arrow::error::ArrowError;

use super::{FieldRequest, ValueSource};
use crate::column::{ColumnSet, ConstantColumn, Run, Shape, check_nullable};
use crate::scan::{Places, RECORD, Slot};
use crate::simd::Isa;

/// About how many bytes a batch takes at most: what is written then stays in a core's cache until it is handed on.
const BATCH_BYTES: usize = 3 << 19;

/// How often it is looked how much a batch takes.
const ROWS_BETWEEN_LOOKS: usize = 64;

/// The columns of one batch in the making.
pub(crate) struct Rows {
    schema: SchemaRef,
    sources: Vec<Source>,
    /// The columns of what is in records.
    pub(crate) columns: ColumnSet,
    /// The slot of `eventtime`, where it is asked for.
    pub(crate) event_time: Option<Slot>,
    /// The rows that have the values of their file.
    settled: usize,
    /// Whether the batch takes as much memory as it should.
    is_heavy: bool,
}

enum Source {
    Record(Shape),
    File(usize, Box<ConstantColumn>),
}

impl Rows {
    /// Columns whose values are at places that are added to `places`.
    pub(crate) fn new(isa: Isa, requests: &[FieldRequest], places: &mut Places) -> Result<Rows, ArrowError> {
        let mut columns = ColumnSet::default();
        let mut sources = Vec::with_capacity(requests.len());
        let mut event_time = None;
        for request in requests {
            let slot = match &request.source {
                ValueSource::Member(path) => places.path(path),
                ValueSource::RecordText => RECORD,
                ValueSource::Constant(index) => {
                    sources.push(Source::File(*index, Box::new(ConstantColumn::new(isa, &request.field)?)));
                    continue;
                }
            };
            check_nullable(&request.field)?;
            if matches!(&request.source, ValueSource::Member(path) if path.as_slice() == ["eventtime"]) {
                event_time = Some(slot);
                columns.keep(slot);
            }
            sources.push(Source::Record(columns.add(isa, request.data_type(), places, slot)?));
        }
        let fields: Vec<_> = requests.iter().map(|request| request.field.clone()).collect();
        let schema = Arc::new(Schema::new(fields));
        Ok(Rows { schema, sources, columns, event_time, settled: 0, is_heavy: false })
    }

    /// Whether anything of a record is wanted but that it is there.
    pub(crate) fn reads_records(&self) -> bool {
        !self.columns.is_empty()
    }

    pub(crate) fn rows(&self) -> usize {
        self.columns.rows()
    }

    /// Whether the batch has as many rows as were asked for, or takes as much memory as it should.
    #[inline(always)]
    pub(crate) fn is_full(&self, batch_records: usize, batch_bytes: usize) -> bool {
        self.rows() >= batch_records || self.columns.text_bytes() >= batch_bytes || self.is_heavy
    }

    /// Looks now and then how much memory the batch takes, after each row that was added to the columns.
    #[inline(always)]
    pub(crate) fn weigh(&mut self) {
        if self.rows().is_multiple_of(ROWS_BETWEEN_LOOKS) {
            self.is_heavy = self.columns.held_bytes() >= BATCH_BYTES;
        }
    }

    /// Checks that a file brings the values that are wanted of it, before any column grows.
    pub(crate) fn check_constants(&self, constants: &[Option<String>]) -> Result<(), ArrowError> {
        for source in &self.sources {
            if let Source::File(index, column) = source {
                column.check(constant(constants, *index)?)?;
            }
        }
        Ok(())
    }

    /// Appends records that were walked for these places.
    pub(crate) fn append(&mut self, run: Run<'_>) {
        self.columns.append(run);
        self.is_heavy = self.columns.held_bytes() >= BATCH_BYTES;
    }

    /// Gives the values of their file to the rows that were added since this was done last: before another file's are,
    /// and before the batch is finished.
    pub(crate) fn settle(&mut self, constants: &[Option<String>]) -> Result<(), ArrowError> {
        let rows = self.rows() - self.settled;
        self.settled += rows;
        if rows == 0 {
            return Ok(());
        }
        for source in &mut self.sources {
            if let Source::File(index, column) = source {
                column.append_rows(constant(constants, *index)?, rows)?;
            }
        }
        Ok(())
    }

    /// The batch of the rows so far, which were settled; none are left.
    pub(crate) fn finish(&mut self) -> RecordBatch {
        debug_assert_eq!(self.settled, self.rows());
        let arrays = self.columns.finish();
        let columns = self.sources.iter_mut().map(|source| match source {
            Source::Record(shape) => arrays.array(shape),
            Source::File(_, column) => column.finish(),
        });
        let columns = columns.collect();
        let options = RecordBatchOptions::new().with_row_count(Some(arrays.rows()));
        self.settled = 0;
        self.is_heavy = false;
        RecordBatch::try_new_with_options(self.schema.clone(), columns, &options)
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
