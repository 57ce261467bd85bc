//! Records of which each becomes a row: their values go straight to the columns.

use super::FileState;
use super::pass::is_json;
use super::times::EventTimes;
use crate::decode::decoder::Work;
use crate::scan::{Span, walk_value};
use crate::simd::Blocks;

/// Makes a row of the record at `start` and gives the record's end. Nothing, and no row, where the record has a fault.
#[inline(always)]
pub(super) fn take<'t, B: Blocks>(
    blocks: B,
    work: &mut Work,
    file: &mut FileState,
    text: &'t str,
    start: usize,
    times: &mut EventTimes<'t>,
) -> Option<usize> {
    let Work { plan, places, output, .. } = work;
    // Positions are told from the record's start, so that they stay small however long the text is.
    let rest = text.get(start..)?;
    let walked = walk_value(blocks, places, rest.as_bytes(), 0, &mut output.columns.begin(rest));
    let record = walked
        .ok()
        .and_then(|length| rest.get(..length))
        .filter(|record| record.len() <= Span::TEXT_BYTES_MAX && (!plan.validate || is_json(record)));
    let Some(record) = record else {
        output.columns.abandon();
        return None;
    };
    output.columns.commit(record);
    output.weigh();
    if let Some(slot) = output.event_time {
        times.see(file, record, output.columns.span(slot));
    }
    file.report.records += 1;
    file.report.rows += 1;
    Some(start + record.len())
}
