//! Several files of a day into one, newest first, with some rows of each in memory.

use std::collections::BinaryHeap;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow::array::RecordBatch;
use arrow::compute::interleave_record_batch;
use chrono::NaiveDate;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::errors::ParquetError;

use super::super::columns::FILE_SCHEMA;
use super::super::data_file::{DataFile, DataFileWriter, Places};
use super::super::order::Place;
use crate::error::{Error, ErrorKind};

/// Rows of each file that are in memory.
const BATCH_ROWS: usize = 256;

/// Writes the rows of all inputs to the file at `path`.
pub(super) fn merge(folder: &Path, inputs: &[Arc<DataFile>], path: String, day: NaiveDate) -> Result<DataFile, Error> {
    let mut sources = Vec::with_capacity(inputs.len());
    let mut heap: BinaryHeap<(Place, usize)> = BinaryHeap::new();
    for (index, input) in inputs.iter().enumerate() {
        let mut source = Source::open(folder, input)?;
        source.next_batch()?;
        heap.extend(source.place()?.map(|place| (place, index)));
        sources.push(source);
    }
    let mut writer = DataFileWriter::create(folder, path, day)?;
    // Rows that come next, each by its source and its row there.
    let mut picked: Vec<(usize, usize)> = Vec::with_capacity(BATCH_ROWS);
    while let Some((_, index)) = heap.pop() {
        let source = &mut sources[index];
        picked.push((index, source.row));
        source.row += 1;
        let is_used_up = source.row == source.batch.num_rows();
        if is_used_up || picked.len() == BATCH_ROWS {
            write(&mut writer, &sources, &picked)?;
            picked.clear();
        }
        let source = &mut sources[index];
        if is_used_up {
            source.next_batch()?;
        }
        heap.extend(source.place()?.map(|place| (place, index)));
    }
    let rows: u64 = inputs.iter().map(|input| input.rows).sum();
    if writer.rows() != rows {
        let message = format!("files of {day} in event history have {} rows where the log says {rows}", writer.rows());
        return Err(Error::new(ErrorKind::Corrupt, message));
    }
    writer.finish()
}

fn write(writer: &mut DataFileWriter, sources: &[Source<'_>], picked: &[(usize, usize)]) -> Result<(), Error> {
    let batches: Vec<&RecordBatch> = sources.iter().map(|source| &source.batch).collect();
    let batch = interleave_record_batch(&batches, picked)
        .map_err(|error| Error::new(ErrorKind::Internal, "merge files of event history").because(error))?;
    writer.write(&batch)
}

/// A file that is merged, and the row of it that comes next.
struct Source<'f> {
    file: &'f DataFile,
    reader: ParquetRecordBatchReader,
    batch: RecordBatch,
    row: usize,
}

impl<'f> Source<'f> {
    fn open(folder: &Path, file: &'f DataFile) -> Result<Source<'f>, Error> {
        let open = || {
            let open = File::open(folder.join(&file.path))?;
            let builder = ParquetRecordBatchReaderBuilder::try_new(open)?.with_batch_size(BATCH_ROWS);
            if builder.schema().fields() != FILE_SCHEMA.fields() {
                return Err(ParquetError::General("it has other columns than the table".to_owned()));
            }
            builder.build()
        };
        let reader = open().map_err(|error| damaged(file, error))?;
        Ok(Source { file, reader, batch: RecordBatch::new_empty(FILE_SCHEMA.clone()), row: 0 })
    }

    /// Goes on to the next rows; at the file's end there are none.
    fn next_batch(&mut self) -> Result<(), Error> {
        self.row = 0;
        self.batch = match self.reader.next() {
            Some(batch) => batch.map_err(|error| damaged(self.file, error.into()))?,
            None => RecordBatch::new_empty(FILE_SCHEMA.clone()),
        };
        Ok(())
    }

    /// The place of the row that comes next.
    fn place(&self) -> Result<Option<Place>, Error> {
        let places = Places::of(&self.batch)
            .ok_or_else(|| damaged(self.file, ParquetError::General("it has no numbers or times".to_owned())))?;
        Ok((self.row < self.batch.num_rows()).then(|| places.at(self.row)))
    }
}

fn damaged(file: &DataFile, error: ParquetError) -> Error {
    Error::new(ErrorKind::Corrupt, format!("read '{}' of event history", file.path)).because(error)
}
