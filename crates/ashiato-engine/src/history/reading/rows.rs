//! The events of a page, whole, from the places where they were found: of each column only the pages that they are in.

use std::collections::BTreeMap;

use parquet::arrow::arrow_reader::{ParquetRecordBatchReaderBuilder, RowSelection};

use super::super::columns::events;
use super::super::event::HistoryEvent;
use super::file_scan::unreadable;
use super::{FileScan, HistoryReading, Hit};
use crate::error::{Error, ErrorKind};

/// Reads the events of `hits` from the file they were found in, each with the index that it is given with.
pub(in super::super) fn fetch(
    scan: &FileScan,
    hits: &[(usize, Hit)],
    reading: &mut HistoryReading,
) -> Result<Vec<(usize, HistoryEvent)>, Error> {
    let mut groups: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, hit) in hits {
        groups.entry(hit.group).or_default().push((hit.row, *index));
    }
    let mut fetched = Vec::with_capacity(hits.len());
    for (group, mut rows) in groups {
        rows.sort_unstable();
        let total = usize::try_from(scan.footer.metadata().row_group(group).num_rows()).unwrap_or(0);
        let ranges = rows.iter().map(|(row, _)| *row..*row + 1);
        let reader = ParquetRecordBatchReaderBuilder::new_with_metadata(scan.open.clone(), scan.footer.clone())
            .with_row_groups(vec![group])
            .with_row_selection(RowSelection::from_consecutive_ranges(ranges, total))
            .build()
            .map_err(|error| unreadable(&scan.file, error))?;
        let mut found = Vec::with_capacity(rows.len());
        for batch in reader {
            found.append(&mut events(&batch.map_err(|error| unreadable(&scan.file, error.into()))?)?);
        }
        if found.len() != rows.len() {
            let message = format!("'{}' of event history has fewer rows than its index", scan.file.path);
            return Err(Error::new(ErrorKind::Corrupt, message));
        }
        fetched.extend(rows.into_iter().map(|(_, index)| index).zip(found));
    }
    reading.bytes += scan.open.take_read();
    Ok(fetched)
}
