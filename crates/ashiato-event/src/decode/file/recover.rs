//! Going on after something that could not be read.

use super::FileState;
use crate::layout::next_record;
use crate::scan::{Fault, container_end, key_at, skip_space, value_at};
use crate::simd::Isa;

/// Where to go on after a fault in the record at `start`: at its end if that can be told, or at the next record.
/// Nothing where there is none in this window.
///
/// A quote too many or too few makes strings of what is not, and the end by brackets then lies beyond other records.
/// So a record that is seen to begin before that end wins.
#[cold]
pub(super) fn from_fault(
    isa: Isa,
    file: &mut FileState,
    text: &[u8],
    start: usize,
    fault: Fault,
    last: bool,
) -> Option<usize> {
    if fault.cut && !last {
        return None;
    }
    if file.first_key.is_empty()
        && let Ok((key, _)) = key_at(text, skip_space(text, start + 1))
    {
        file.first_key = text[key].to_vec();
    }
    let next = next_record(text, start + 1, &file.first_key);
    let end = container_end(isa, text, start + 1).ok();
    let resume = match (end, next) {
        (Some(end), Some(next)) => Some(end.min(next)),
        (end, next) => end.or(next),
    };
    if resume.is_none() && !last {
        return None;
    }
    let byte = file.offset + start as u64;
    if resume.is_none() && fault.cut {
        file.report.damaged(byte, fault.reason);
        file.ruled_out = true;
        return None;
    }
    let number = file.report.records;
    file.report.records += 1;
    // Positions in a record's fault are told from its start.
    file.report.refuse(number, byte + fault.at as u64, fault.reason);
    if resume.is_none() {
        file.report.damaged(byte, "no record can be told apart after one that could not be read");
        file.ruled_out = true;
    }
    resume
}

/// Where to go on after something between records that does not belong there.
#[cold]
pub(super) fn from_oddity(isa: Isa, file: &mut FileState, text: &[u8], fault: Fault) -> Option<usize> {
    let byte = file.offset + fault.at as u64;
    if fault.cut {
        file.report.damaged(byte, fault.reason);
        return None;
    }
    let has_records = file.report.records > 0;
    let value_end = match value_at(isa, text, fault.at) {
        Ok((_, end)) if !file.layout.is_lines() => Some(end),
        _ => None,
    };
    let resume = value_end.or_else(|| next_record(text, fault.at + 1, &file.first_key));
    match resume {
        Some(_) if has_records || value_end.is_some() => {
            let number = file.report.records;
            file.report.records += 1;
            file.report.refuse(number, byte, fault.reason);
            resume
        }
        _ => {
            file.report.damaged(byte, fault.reason);
            file.ruled_out = true;
            None
        }
    }
}
