//! Which row groups of a file, and which rows of a group, can hold what is asked for. What is passed over holds nothing
//! of it; what is left may.

use std::ops::Range;

use parquet::arrow::arrow_reader::ArrowReaderMetadata;
use parquet::bloom_filter::Sbbf;
use parquet::errors::Result;
use parquet::file::metadata::{ColumnChunkMetaData, RowGroupMetaData};
use parquet::file::page_index::column_index::ColumnIndexMetaData;
use parquet::file::statistics::Statistics;

use super::super::columns::{EVENT_TIME, FILE_SCHEMA, NUMBER};
use super::Question;
use super::bounded_file::BoundedFile;

/// The place of a column in the file. Every column has one leaf, so that this is its leaf's place too.
pub(super) fn column_index(name: &str) -> usize {
    FILE_SCHEMA.index_of(name).expect("the schema has all columns that this module names")
}

/// The row groups that can hold what is asked for, in the file's order.
pub(super) fn row_groups(footer: &ArrowReaderMetadata, file: &BoundedFile, question: &Question) -> Result<Vec<usize>> {
    let mut left = Vec::new();
    for (index, group) in footer.metadata().row_groups().iter().enumerate() {
        let numbers = integers(group, NUMBER);
        let numbers = numbers.map_or((0, u64::MAX), |(min, max)| (min.unsigned_abs(), max.unsigned_abs()));
        if question.may_be_within(times(group), numbers) && may_hold(group, file, question)? {
            left.push(index);
        }
    }
    Ok(left)
}

/// The oldest and the newest time of a row group, in milliseconds.
pub(super) fn times(group: &RowGroupMetaData) -> (i64, i64) {
    match integers(group, EVENT_TIME) {
        Some((oldest, newest)) => (oldest.div_euclid(1000), newest.div_euclid(1000)),
        None => (i64::MIN, i64::MAX),
    }
}

/// The rows of a group between the pages that are all too new and those that are all too old. Rows are newest first, so
/// that they stand together.
pub(super) fn rows(footer: &ArrowReaderMetadata, index: usize, question: &Question) -> Range<usize> {
    let metadata = footer.metadata();
    let all = 0..usize::try_from(metadata.row_group(index).num_rows()).unwrap_or(0);
    let column = column_index(EVENT_TIME);
    let pages = metadata.column_index().and_then(|groups| groups.get(index)?.get(column));
    let offsets = metadata.offset_index().and_then(|groups| groups.get(index)?.get(column));
    let (Some(ColumnIndexMetaData::INT64(pages)), Some(offsets)) = (pages, offsets) else { return all };
    let (mut start, mut end) = (all.end, all.start);
    for (page, location) in offsets.page_locations().iter().enumerate() {
        let next = offsets.page_locations().get(page + 1).map(|next| next.first_row_index);
        let next = next.and_then(|next| usize::try_from(next).ok()).unwrap_or(all.end);
        let first = usize::try_from(location.first_row_index).unwrap_or(0);
        let oldest = pages.min_value(page).map_or(i64::MIN, |time| time.div_euclid(1000));
        let newest = pages.max_value(page).map_or(i64::MAX, |time| time.div_euclid(1000));
        if question.may_be_within((oldest, newest), (0, u64::MAX)) {
            start = start.min(first);
            end = end.max(next);
        }
    }
    let start = start.min(all.end);
    start..end.clamp(start, all.end)
}

fn integers(group: &RowGroupMetaData, column: &str) -> Option<(i64, i64)> {
    match group.column(column_index(column)).statistics()? {
        Statistics::Int64(bounds) => Some((*bounds.min_opt()?, *bounds.max_opt()?)),
        _ => None,
    }
}

/// Whether the group's statistics and bloom filters let the condition hold for a row of it.
fn may_hold(group: &RowGroupMetaData, file: &BoundedFile, question: &Question) -> Result<bool> {
    let mut failed = None;
    let holds = question.condition.could_hold(&mut |attribute, value| {
        let column = group.column(column_index(attribute.column()));
        match may_have(column, file, value) {
            Ok(may) => may,
            Err(error) => {
                failed = Some(error);
                true
            }
        }
    });
    failed.map_or(Ok(holds), Err)
}

fn may_have(column: &ColumnChunkMetaData, file: &BoundedFile, value: &str) -> Result<bool> {
    match column.statistics() {
        // All of its values are null, and a column of nulls has no bounds.
        Some(bounds) if bounds.null_count_opt() == u64::try_from(column.num_values()).ok() => return Ok(false),
        Some(Statistics::Boolean(bounds)) => {
            let among = |flag: bool| {
                bounds.min_opt().is_none_or(|min| *min <= flag) && bounds.max_opt().is_none_or(|max| *max >= flag)
            };
            return Ok(value.parse().is_ok_and(among));
        }
        Some(bounds @ Statistics::ByteArray(_)) => {
            // A bound that was cut off is still a bound.
            let value = value.as_bytes();
            let is_below = bounds.min_bytes_opt().is_some_and(|min| value < min);
            let is_above = bounds.max_bytes_opt().is_some_and(|max| value > max);
            if is_below || is_above {
                return Ok(false);
            }
        }
        _ => {}
    }
    Ok(Sbbf::read_from_column_chunk(column, file)?.is_none_or(|filter| filter.check(value)))
}
