//! How much a scan gives, guessed from the sizes of its files. The planner holds the smaller side of a join in memory and
//! passes the other by it: without a guess, `x IN (SELECT …)` would hold the logs and pass the few rows of the subquery.

use datafusion::common::Statistics;
use datafusion::common::stats::Precision;

use super::RawLogScan;

/// A record of a file as CloudTrail delivers it, compressed. One of a plain file has more: what is guessed is then too
/// much, for all scans of such files alike.
const RECORD_BYTES: u64 = 200;
/// A value of a column in memory.
const VALUE_BYTES: u64 = 32;

impl RawLogScan {
    /// The whole scan, or one of its `partitions`.
    pub(super) fn estimate(&self, partition: Option<usize>) -> Statistics {
        let bytes = self.files.iter().map(|file| file.size).fold(0_u64, u64::saturating_add);
        // The query's own filters are above the scan when this is asked, and the files of other times are gone already.
        let shared_by = if partition.is_some() { self.partitions as u64 } else { 1 };
        let limit = self.fetch.map_or(u64::MAX, |fetch| fetch as u64);
        let rows = (bytes / RECORD_BYTES / shared_by).min(limit);
        let row_bytes = VALUE_BYTES * self.schema.fields().len() as u64;
        let inexact = |number: u64| Precision::Inexact(usize::try_from(number).unwrap_or(usize::MAX));
        let mut statistics = Statistics::new_unknown(&self.schema);
        statistics.num_rows = inexact(rows);
        statistics.total_byte_size = inexact(rows.saturating_mul(row_bytes));
        statistics
    }
}
