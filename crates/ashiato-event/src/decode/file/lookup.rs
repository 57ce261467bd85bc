//! The output of LookupEvents: events whose `CloudTrailEvent` is a record's JSON text in a string.

use arrow::error::ArrowError;

use super::pass::{Pass, is_json};
use super::{FileState, recover};
use crate::layout::{Layout, Step};
use crate::scan::{Fault, Kind, Span, container_end, key_at, key_equals, skip_space, unescape_into, value_at};
use crate::simd::Isa;

/// Takes the records out of the window's events, from the one at `start` on, into a text of one record a line, and
/// decodes that. Gives how much of the window the events take.
#[cold]
pub(super) fn unwrap(pass: &mut Pass<'_, '_, '_>, start: usize) -> Result<usize, ArrowError> {
    let isa = pass.work.isa;
    let (records, consumed) = unwrap_events(isa, pass.file, pass.text, start, pass.last);
    // The records are read as a file of lines would be, and the wrapping of the events is taken up again afterwards.
    let wrapping = std::mem::replace(&mut pass.file.layout, Layout::new());
    let lines = Pass {
        work: &mut *pass.work,
        file: &mut *pass.file,
        sinks: &mut *pass.sinks,
        text: records.as_bytes(),
        last: true,
        whole: false,
    };
    let result = isa.run(lines);
    pass.file.layout = wrapping;
    result.map(|_| consumed)
}

fn unwrap_events(isa: Isa, file: &mut FileState, text: &[u8], start: usize, last: bool) -> (String, usize) {
    let mut records = String::new();
    let mut next = Step::Record(start);
    loop {
        let at = match next {
            Step::Record(start) => match unwrap_event(isa, text, start, &mut records) {
                Ok(end) => end,
                Err(fault) => match recover::from_fault(isa, file, text, start, fault, last) {
                    Some(resume) => resume,
                    None => return (records, start),
                },
            },
            Step::More(from) => return (records, from),
            Step::End => return (records, text.len()),
            Step::Odd(fault) => match recover::from_oddity(isa, file, text, fault) {
                Some(resume) => resume,
                None => return (records, text.len()),
            },
        };
        next = file.layout.step(isa, text, at, last);
    }
}

/// Appends the record of the event at `start` as a line, and gives where the event ends.
fn unwrap_event(isa: Isa, text: &[u8], start: usize, records: &mut String) -> Result<usize, Fault> {
    let event = &text[start..];
    let end = container_end(isa, event, 1)?;
    let inner = member(isa, &event[..end], "cloudtrailevent")?;
    let no_record = |reason| Fault::new(0, reason);
    let span = inner.ok_or_else(|| no_record("an event has no CloudTrailEvent"))?;
    let raw = std::str::from_utf8(&event[span.range()]).map_err(|_| no_record("an event is not UTF-8"))?;
    let before = records.len();
    unescape_into(raw, records);
    // What is no record would be read together with the line that follows.
    if !(records[before..].starts_with('{') && is_json(&records[before..])) {
        records.truncate(before);
        return Err(no_record("a CloudTrailEvent is no JSON object"));
    }
    records.push('\n');
    Ok(start + end)
}

/// The last string member of a name in an object.
fn member(isa: Isa, object: &[u8], name: &str) -> Result<Option<Span>, Fault> {
    let mut found = None;
    let mut at = skip_space(object, 1);
    while object.get(at) != Some(&b'}') {
        let (key, value) = key_at(object, at)?;
        let (span, end) = value_at(isa, object, value)?;
        if key_equals(&object[key], name) && matches!(span.kind, Kind::Text | Kind::Escaped) {
            found = Some(span);
        }
        at = skip_space(object, end);
        if object.get(at) == Some(&b',') {
            at = skip_space(object, at + 1);
        }
    }
    Ok(found)
}
