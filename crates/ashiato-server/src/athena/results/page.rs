//! One page of a stored result. A page begins where the one before ended, by bytes; what it may hold is bounded in rows
//! and, so that wide rows cost no more than narrow ones, in bytes.

use futures::StreamExt;
use object_store::path::Path;
use object_store::{GetOptions, GetRange, ObjectStore};
use std::sync::Arc;

use super::csv::{self, Looked};
use super::{RowFormat, text};

/// A page is full when it has read so much, however few its rows are.
const BYTES_MAX: usize = 8 << 20;

/// Rows, and where the next page begins.
#[derive(Debug)]
pub(crate) struct Page {
    /// Each row's values; `None` is NULL. A line of text is one value.
    pub(crate) rows: Vec<Vec<Option<String>>>,
    /// `None` at the end.
    pub(crate) next: Option<u64>,
}

/// Why there is no page.
#[derive(Debug)]
pub(crate) enum PageError {
    /// The file is not there any more.
    Gone,
    /// It ends within a row, or the token is of another file.
    Damaged,
    /// The store failed.
    Store(object_store::Error),
}

/// At most `rows_max` rows of a file, from the byte `from` on.
pub(crate) async fn page(
    bucket: &Arc<dyn ObjectStore>,
    key: &Path,
    format: RowFormat,
    from: u64,
    rows_max: usize,
) -> Result<Page, PageError> {
    let size =
        bucket.get_opts(key, GetOptions { head: true, ..GetOptions::default() }).await.map_err(failed)?.meta.size;
    let mut page = Page { rows: Vec::new(), next: None };
    if from >= size {
        return if from == size { Ok(page) } else { Err(PageError::Damaged) };
    }
    let options = GetOptions { range: Some(GetRange::Offset(from)), ..GetOptions::default() };
    let mut pieces = bucket.get_opts(key, options).await.map_err(failed)?.into_stream();
    let mut buffer: Vec<u8> = Vec::new();
    let mut looked = Looked::default();
    let mut read = 0;
    while let Some(piece) = pieces.next().await {
        buffer.extend(piece.map_err(failed)?);
        let mut begins = 0;
        while let Some(end) = end_of_row(format, &buffer[begins..], &mut looked) {
            let row = &buffer[begins..begins + end - 1];
            page.rows.push(match format {
                RowFormat::Csv => csv::values(row),
                RowFormat::Text => vec![Some(String::from_utf8_lossy(row).into_owned())],
            });
            begins += end;
            read += end;
            if page.rows.len() == rows_max || read >= BYTES_MAX {
                let next = from + read as u64;
                page.next = (next < size).then_some(next);
                return Ok(page);
            }
        }
        buffer.drain(..begins);
    }
    if buffer.is_empty() { Ok(page) } else { Err(PageError::Damaged) }
}

fn end_of_row(format: RowFormat, bytes: &[u8], looked: &mut Looked) -> Option<usize> {
    match format {
        RowFormat::Csv => csv::end_of_record(bytes, looked),
        RowFormat::Text => text::end_of_line(bytes),
    }
}

fn failed(error: object_store::Error) -> PageError {
    match error {
        object_store::Error::NotFound { .. } => PageError::Gone,
        error => PageError::Store(error),
    }
}
