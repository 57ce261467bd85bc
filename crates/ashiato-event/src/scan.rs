//! Finding one's way in JSON text without parsing it: where strings, containers and members end.
//!
//! Nothing here recurses, so the depth of the text does not matter, and nothing copies. What is passed over is
//! understood only as far as its end must be known.

mod block;
mod container;
mod fault;
mod keys;
mod literal;
mod long;
mod nested;
mod notes;
mod object;
mod places;
mod records;
mod span;
mod string;
mod tail;
mod walk;

pub(crate) use block::aligned_start;
pub(crate) use container::container_end;
pub(crate) use fault::Fault;
pub(crate) use long::{LongContainer, Reached};
pub(crate) use nested::{Entry, elements, entries};
pub(crate) use notes::{Notes, SpanNotes};
pub(crate) use object::{key_at, value_at};
pub(crate) use places::{Places, RECORD, Slot};
pub(crate) use records::{Lookout, Passed, Sighting, pass_records, pass_records_watched};
pub(crate) use span::{Kind, Span};
pub(crate) use string::{key_equals, unescape_into};
pub(crate) use walk::walk_value;

/// The first position from `at` that is not JSON white space; the text's length where there is none.
#[inline(always)]
pub(crate) fn skip_space(text: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = text.get(at) {
        at += 1;
    }
    at
}
