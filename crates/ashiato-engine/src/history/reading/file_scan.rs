//! One file's events that are asked for, newest first, row group by row group and only as far as somebody goes on.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{RecordBatch, RecordBatchReader};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder, RowSelection,
};
use parquet::errors::ParquetError;

use super::super::columns::{EVENT_TIME, NUMBER};
use super::super::data_file::{DataFile, Places};
use super::super::order::Place;
use super::bounded_file::BoundedFile;
use super::prune::{self, column_index};
use super::{Footers, HistoryReading, Question, RowValues};
use crate::error::{Error, ErrorKind};

/// Rows that are decoded at a time.
const BATCH_ROWS: usize = 1024;

/// A file, and how far it was read.
pub(in super::super) struct FileScan {
    pub(super) file: Arc<DataFile>,
    pub(super) open: BoundedFile,
    pub(super) footer: ArrowReaderMetadata,
    /// The row groups that may hold something and are not begun.
    groups: VecDeque<usize>,
    current: Option<Group>,
}

/// A row group, and how far it was read.
struct Group {
    index: usize,
    reader: ParquetRecordBatchReader,
    batch: RecordBatch,
    /// The rows of `batch` that match and were not given yet, the next one last.
    matches: Vec<usize>,
    /// The row of the group that `batch` begins with.
    first: usize,
}

/// An event that is asked for: where it stands, and where it is.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Hit {
    pub(in super::super) place: Place,
    pub(super) group: usize,
    pub(super) row: usize,
}

impl FileScan {
    /// Looks what of the file can hold something. `None`: nothing.
    pub(in super::super) fn open(
        folder: &Path,
        file: &Arc<DataFile>,
        footers: &Footers,
        question: &Question,
        reading: &mut HistoryReading,
    ) -> Result<Option<FileScan>, Error> {
        let failed = |error: ParquetError| unreadable(file, error);
        let open = BoundedFile::open(&folder.join(&file.path)).map_err(|error| failed(error.into()))?;
        reading.files_opened += 1;
        let footer = footers.get(&file.path, &open).map_err(failed)?;
        let groups = prune::row_groups(&footer, &open, question).map_err(failed)?;
        if groups.is_empty() {
            reading.bytes += open.take_read();
            return Ok(None);
        }
        let footer = footers.with_pages(&file.path, &open, footer).map_err(failed)?;
        reading.bytes += open.take_read();
        Ok(Some(FileScan { file: Arc::clone(file), open, footer, groups: groups.into(), current: None }))
    }

    /// The place above which no event of the next row group stands, if there is another.
    pub(in super::super) fn next_group(&self) -> Option<Place> {
        let group = self.footer.metadata().row_group(*self.groups.front()?);
        Some(Place { event_time: prune::times(group).1, number: u64::MAX })
    }

    /// Begins the next row group.
    pub(in super::super) fn begin_group(
        &mut self,
        question: &Question,
        reading: &mut HistoryReading,
    ) -> Result<(), Error> {
        self.current = None;
        let Some(index) = self.groups.pop_front() else { return Ok(()) };
        let rows = prune::rows(&self.footer, index, question);
        if rows.is_empty() {
            return Ok(());
        }
        reading.row_groups += 1;
        let columns =
            [NUMBER, EVENT_TIME].into_iter().chain(question.attributes.iter().map(|attribute| attribute.column()));
        let mask = ProjectionMask::roots(self.footer.parquet_schema(), columns.map(column_index));
        let total = usize::try_from(self.footer.metadata().row_group(index).num_rows()).unwrap_or(0);
        let first = rows.start;
        let reader = ParquetRecordBatchReaderBuilder::new_with_metadata(self.open.clone(), self.footer.clone())
            .with_row_groups(vec![index])
            .with_projection(mask)
            .with_batch_size(BATCH_ROWS)
            .with_row_selection(RowSelection::from_consecutive_ranges(std::iter::once(rows), total))
            .build()
            .map_err(|error| unreadable(&self.file, error))?;
        let batch = RecordBatch::new_empty(reader.schema());
        self.current = Some(Group { index, reader, batch, matches: Vec::new(), first });
        Ok(())
    }

    /// The next event of the row group that was begun.
    pub(in super::super) fn next_hit(
        &mut self,
        question: &Question,
        reading: &mut HistoryReading,
    ) -> Result<Option<Hit>, Error> {
        let Some(group) = &mut self.current else { return Ok(None) };
        loop {
            if let Some(row) = group.matches.pop() {
                let place = Places::of(&group.batch).ok_or_else(|| incomplete(&self.file))?.at(row);
                return Ok(Some(Hit { place, group: group.index, row: group.first + row }));
            }
            let next = group.next_batch().map_err(|error| unreadable(&self.file, error))?;
            reading.bytes += self.open.take_read();
            if !next {
                self.current = None;
                return Ok(None);
            }
            group.match_rows(question).ok_or_else(|| incomplete(&self.file))?;
        }
    }

    /// The next rows of the row group that was begun, whole, for whoever looks at all of them.
    pub(in super::super) fn next_rows(&mut self, reading: &mut HistoryReading) -> Result<Option<RecordBatch>, Error> {
        let Some(group) = &mut self.current else { return Ok(None) };
        let next = group.next_batch().map_err(|error| unreadable(&self.file, error))?;
        reading.bytes += self.open.take_read();
        Ok(next.then(|| group.batch.clone()))
    }
}

impl Group {
    fn next_batch(&mut self) -> Result<bool, ParquetError> {
        self.first += self.batch.num_rows();
        match self.reader.next() {
            Some(batch) => self.batch = batch?,
            None => return Ok(false),
        }
        Ok(true)
    }

    /// Finds the rows that match. `None` where the columns of places are absent.
    fn match_rows(&mut self, question: &Question) -> Option<()> {
        let mut values = RowValues::of(&self.batch, &question.attributes);
        let places = Places::of(&self.batch)?;
        for row in (0..self.batch.num_rows()).rev() {
            if question.is_within(places.at(row)) && question.condition.holds(values.at(row)) {
                self.matches.push(row);
            }
        }
        Some(())
    }
}

/// The file cannot be read: it is damaged, or it is gone.
pub(super) fn unreadable(file: &DataFile, error: ParquetError) -> Error {
    Error::new(ErrorKind::Corrupt, format!("read '{}' of event history", file.path)).because(error)
}

fn incomplete(file: &DataFile) -> Error {
    Error::new(ErrorKind::Corrupt, format!("'{}' of event history has no numbers or times", file.path))
}
