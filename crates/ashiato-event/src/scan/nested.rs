//! Arrays and objects whose every element is wanted: what lists and maps are made of.

use std::ops::Range;

use super::walk::walk_value;
use super::{Fault, Places, Span, SpanNotes, key_at, skip_space};
use crate::simd::{Blocks, Isa, Scan};

/// Appends the spans of each element of the array at `at`, `places.slots()` for each one, and counts them.
pub(crate) fn elements(
    isa: Isa,
    places: &mut Places,
    text: &[u8],
    at: usize,
    spans: &mut Vec<Span>,
) -> Result<usize, Fault> {
    isa.run(Elements { places, text, at, spans })
}

/// A member of an object that becomes a map.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// What stands between the key's quotes.
    pub(crate) key: Range<usize>,
}

/// Appends the keys of the object at `at`, and the spans of each value.
pub(crate) fn entries(
    isa: Isa,
    places: &mut Places,
    text: &[u8],
    at: usize,
    keys: &mut Vec<Entry>,
    spans: &mut Vec<Span>,
) -> Result<(), Fault> {
    isa.run(Entries { places, text, at, keys, spans })
}

struct Elements<'a> {
    places: &'a mut Places,
    text: &'a [u8],
    at: usize,
    spans: &'a mut Vec<Span>,
}

impl Scan for Elements<'_> {
    type Output = Result<usize, Fault>;

    #[inline(always)]
    fn run<B: Blocks>(self, blocks: B) -> Self::Output {
        let Elements { places, text, at, spans } = self;
        let mut at = skip_space(text, at + 1);
        if text.get(at) == Some(&b']') {
            return Ok(0);
        }
        let mut count = 0;
        loop {
            at = walk_value(blocks, places, text, at, &mut next_row(spans, places.slots()))?;
            count += 1;
            match after_value(text, at, b']')? {
                Some(next) => at = next,
                None => return Ok(count),
            }
        }
    }
}

struct Entries<'a> {
    places: &'a mut Places,
    text: &'a [u8],
    at: usize,
    keys: &'a mut Vec<Entry>,
    spans: &'a mut Vec<Span>,
}

impl Scan for Entries<'_> {
    type Output = Result<(), Fault>;

    #[inline(always)]
    fn run<B: Blocks>(self, blocks: B) -> Self::Output {
        let Entries { places, text, at, keys, spans } = self;
        let mut at = skip_space(text, at + 1);
        if text.get(at) == Some(&b'}') {
            return Ok(());
        }
        loop {
            let (key, value) = key_at(text, at)?;
            at = walk_value(blocks, places, text, value, &mut next_row(spans, places.slots()))?;
            keys.push(Entry { key });
            match after_value(text, at, b'}')? {
                Some(next) => at = next,
                None => return Ok(()),
            }
        }
    }
}

/// Room for one more element's spans.
#[inline(always)]
fn next_row(spans: &mut Vec<Span>, slots: usize) -> SpanNotes<'_> {
    let start = spans.len();
    spans.resize(start + slots, Span::MISSING);
    SpanNotes(&mut spans[start..])
}

/// Where the next element begins, or nothing at the closing bracket.
#[inline(always)]
fn after_value(text: &[u8], at: usize, close: u8) -> Result<Option<usize>, Fault> {
    let at = skip_space(text, at);
    match text.get(at) {
        Some(b',') => Ok(Some(skip_space(text, at + 1))),
        Some(byte) if *byte == close => Ok(None),
        _ => Err(Fault::expected(text, at, "neither a comma nor a closing bracket follows a value")),
    }
}
