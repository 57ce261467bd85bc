//! The rows of an answer into their file.

use arrow::array::RecordBatch;
use arrow::error::ArrowError;
use ashiato_sql::display::csv;

use super::{Column, Upload, text};

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowFormat {
    /// With a header: what queries give.
    Csv,
    /// Lines: what DDL and UTILITY statements give.
    Text,
}

/// A file of rows that is being written.
pub(crate) struct Rows {
    format: RowFormat,
    upload: Upload,
    /// How many rows so far, the header left out.
    pub(crate) count: u64,
}

/// Why rows could not be written.
#[derive(Debug)]
pub(crate) enum RowsError {
    /// A value has no text.
    Value(ArrowError),
    /// The store refused.
    Store(object_store::Error),
}

impl Rows {
    /// Begins a file of such columns.
    pub(crate) async fn begin(format: RowFormat, columns: &[Column], mut upload: Upload) -> Result<Rows, RowsError> {
        if format == RowFormat::Csv {
            let header = csv::header(columns.iter().map(|column| column.name.as_str()));
            upload.push(header.as_bytes()).await.map_err(RowsError::Store)?;
        }
        Ok(Rows { format, upload, count: 0 })
    }

    /// Adds the rows of a batch.
    pub(crate) async fn push(&mut self, batch: &RecordBatch) -> Result<(), RowsError> {
        let lines = match self.format {
            RowFormat::Csv => csv::lines(batch),
            RowFormat::Text => text::lines(batch),
        };
        self.count += batch.num_rows() as u64;
        self.upload.push(lines.map_err(RowsError::Value)?.as_bytes()).await.map_err(RowsError::Store)
    }

    /// Finishes the file: its bytes.
    pub(crate) async fn finish(self) -> Result<u64, RowsError> {
        self.upload.finish().await.map_err(RowsError::Store)
    }

    /// Gives the file up.
    pub(crate) async fn abort(self) {
        self.upload.abort().await;
    }
}
