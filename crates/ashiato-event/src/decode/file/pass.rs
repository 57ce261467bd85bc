//! One pass over a window of text, from record to record.

use arrow::error::ArrowError;

use super::times::EventTimes;
use super::waiting::{Waiting, emit_if_full, flush, run_limit};
use super::{FileState, Sinks, lookup, recover, unfiltered};
use crate::decode::decoder::Work;
use crate::layout::{Format, Step, probe};
use crate::needle::Hits;
use crate::scan::{Fault, Sighting, Span, SpanNotes, container_end, pass_records, walk_value};
use crate::simd::{Blocks, Scan};

/// A window of text, and all that its reading changes.
pub(super) struct Pass<'a, 's, 't> {
    pub(super) work: &'a mut Work,
    pub(super) file: &'a mut FileState,
    pub(super) sinks: &'a mut Sinks<'s>,
    pub(super) text: &'t [u8],
    /// No text follows this window.
    pub(super) last: bool,
    /// The window is all of the file's text, so that a needle that is not in it rules out the file.
    pub(super) whole: bool,
}

/// What is known of the records ahead.
enum Ahead {
    Unknown,
    /// The record that begins here holds what is sought.
    Record(usize),
    /// Those that end here or before do not.
    Past(usize),
}

impl Scan for Pass<'_, '_, '_> {
    type Output = Result<usize, ArrowError>;

    #[inline(always)]
    fn run<B: Blocks>(mut self, blocks: B) -> Self::Output {
        self.window(blocks)
    }
}

impl<'t> Pass<'_, '_, 't> {
    /// Decodes the window's whole records and gives where the first that is not whole begins.
    #[inline(always)]
    fn window<B: Blocks>(&mut self, blocks: B) -> Result<usize, ArrowError> {
        let text = self.text;
        let search = self.work.search.clone();
        let mut hits = search.is_active().then(|| Hits::new(&search, text));
        let mut waiting = Waiting::new(std::mem::take(&mut self.work.spans));
        let mut limit = run_limit(self.work, self.sinks);
        // Records in this part of the window go to the columns at once; others wait until it is known that they are rows.
        let direct = if self.sinks.filter.is_none() && hits.is_none() && self.reads() { whole_text(text) } else { "" };
        let mut times = EventTimes::default();
        let mut at = 0;
        let consumed = loop {
            let start = match self.file.layout.step(self.work.isa, text, at, self.last) {
                Step::Record(start) => start,
                Step::More(from) => break from,
                Step::End => break text.len(),
                Step::Odd(fault) => match recover::from_oddity(self.work.isa, self.file, text, fault) {
                    Some(next) => {
                        at = next;
                        continue;
                    }
                    None => break text.len(),
                },
            };
            if !self.file.probed {
                self.probe(start);
            }
            if self.file.layout.format == Format::LookupEvents {
                flush(self.work, self.file, self.sinks, &mut waiting)?;
                return lookup::unwrap(self, start);
            }
            let (start, is_next) = match self.pass_to_next(start, &mut hits) {
                Ahead::Unknown => (start, false),
                Ahead::Record(start) => (start, true),
                Ahead::Past(end) => {
                    at = end;
                    continue;
                }
            };
            if let Some(hits) = &mut hits
                && self.whole
                && self.file.probed
                && !hits.may_follow(start)
            {
                self.file.ruled_out = true;
                self.file.report.skipped_by_needle = self.file.report.records == 0;
                break text.len();
            }
            if start < direct.len() {
                flush(self.work, self.file, self.sinks, &mut waiting)?;
                if let Some(end) = unfiltered::take(blocks, self.work, self.file, direct, start, &mut times) {
                    at = end;
                    emit_if_full(self.work, self.file, self.sinks)?;
                    if self.file.stopped {
                        break at;
                    }
                    continue;
                }
            }
            let needed = hits.as_mut().map_or(0, |hits| hits.last_needed(start));
            if !is_next && let Some(end) = self.pass_over(start, needed, limit, &mut waiting) {
                at = end;
            } else {
                match self.record(blocks, start, needed, &mut waiting) {
                    Ok(end) => at = end,
                    Err(fault) => match recover::from_fault(self.work.isa, self.file, text, start, fault, self.last) {
                        Some(next) => at = next,
                        None => break start,
                    },
                }
            }
            if waiting.records() >= limit {
                flush(self.work, self.file, self.sinks, &mut waiting)?;
                limit = run_limit(self.work, self.sinks);
                if self.file.stopped {
                    break at;
                }
            }
        };
        flush(self.work, self.file, self.sinks, &mut waiting)?;
        self.work.spans = waiting.spans;
        times.tell(self.file);
        self.work.output.settle(self.sinks.constants)?;
        Ok(consumed)
    }

    /// Lets the first record that is whole tell what the others are.
    #[cold]
    fn probe(&mut self, start: usize) {
        let isa = self.work.isa;
        let Ok(end) = container_end(isa, self.text, start + 1) else { return };
        let found = probe(isa, &self.text[start..end]);
        self.file.first_key = found.first_key;
        self.file.probed = true;
        let is_lookup = self.file.layout.in_events && !found.has_version;
        if let Some(format) = found.format.or(is_lookup.then_some(Format::LookupEvents)) {
            self.file.layout.format = format;
        }
    }

    /// Passes over records that do not hold what many others do.
    fn pass_to_next(&mut self, start: usize, hits: &mut Option<Hits<'_>>) -> Ahead {
        let hits = hits.as_mut().filter(|_| self.file.probed);
        let Some((passed, sighting)) = hits.and_then(|hits| hits.pass_to_next(start)) else {
            return Ahead::Unknown;
        };
        self.file.report.records += passed.records as u64;
        let follows = self.text[passed.end..].starts_with(b",{");
        match sighting {
            Sighting::At(_) if passed.records == 0 => Ahead::Record(start),
            Sighting::At(_) if follows => Ahead::Record(passed.end + 1),
            _ if passed.records == 0 => Ahead::Unknown,
            _ => Ahead::Past(passed.end),
        }
    }

    /// Passes over the records from `start` on that nobody looks into: those that end before `needed`, where the needles
    /// stand, or all where records are only counted. Gives the end of the last one, or nothing where there is none.
    fn pass_over(&mut self, start: usize, needed: usize, limit: usize, waiting: &mut Waiting<'_>) -> Option<usize> {
        let counts = needed == 0 && !self.reads() && !self.work.plan.validate;
        // Where the needles stand within a record of the usual length, it is likely this one and is walked at once.
        let usual_bytes = start / (self.file.report.records as usize + 1);
        if !self.file.probed || !(counts || needed > start + usual_bytes) {
            return None;
        }
        let (until, most) = if counts { (usize::MAX, limit - waiting.records()) } else { (needed, usize::MAX) };
        // A fault is met again by who reads that record alone.
        let passed =
            pass_records(self.work.isa, self.text, start, until, most).ok().filter(|passed| passed.records > 0)?;
        self.file.report.records += passed.records as u64;
        waiting.unread += if counts { passed.records } else { 0 };
        Some(passed.end)
    }

    /// Whether anything of a record is looked at.
    #[inline(always)]
    fn reads(&self) -> bool {
        self.sinks.filter.is_some() || self.work.output.reads_records()
    }

    /// Reads the record at `start` as far as is asked for, and gives its end. A record that is refused, but whose end
    /// is known, is no fault. It must reach beyond `needed` to be accepted.
    #[inline(always)]
    fn record<B: Blocks>(
        &mut self,
        blocks: B,
        start: usize,
        needed: usize,
        waiting: &mut Waiting<'t>,
    ) -> Result<usize, Fault> {
        // Positions are told from the record's start, so that they stay small however long the text is.
        let rest = &self.text[start..];
        let needed = needed.saturating_sub(start);
        let filtered = self.sinks.filter.is_some();
        let reads = self.reads();
        let first_span = waiting.spans.len();
        let length = if reads {
            let places =
                if filtered && !self.work.fused { &mut self.work.filter_places } else { &mut self.work.places };
            waiting.slots = places.slots();
            waiting.spans.resize(first_span + waiting.slots, Span::MISSING);
            match walk_value(blocks, places, rest, 0, &mut SpanNotes(&mut waiting.spans[first_span..])) {
                Ok(length) => length,
                Err(fault) => {
                    waiting.spans.truncate(first_span);
                    // A fault in a record that is not wanted is none.
                    if needed == 0 || container_end(self.work.isa, rest, 1)? > needed {
                        return Err(fault);
                    }
                    container_end(self.work.isa, rest, 1)?
                }
            }
        } else {
            container_end(self.work.isa, rest, 1)?
        };
        let number = self.file.report.records;
        self.file.report.records += 1;
        if needed >= length {
            waiting.spans.truncate(first_span);
            return Ok(start + length);
        }
        if !reads && !self.work.plan.validate {
            waiting.unread += 1;
            return Ok(start + length);
        }
        match record_text(&rest[..length], self.work.plan.validate) {
            Ok(_) if !reads => waiting.unread += 1,
            Ok(text) => waiting.push(text, number),
            Err(reason) => {
                waiting.spans.truncate(first_span);
                self.file.report.refuse(number, self.file.offset + start as u64, reason);
            }
        }
        Ok(start + length)
    }
}

/// A record's bytes as text, or why they are none.
#[inline(always)]
fn record_text(record: &[u8], validate: bool) -> Result<&str, &'static str> {
    if record.len() > Span::TEXT_BYTES_MAX {
        return Err("a record of more than 4 GB");
    }
    let text = simdutf8::basic::from_utf8(record).map_err(|_| "a record is not UTF-8")?;
    if validate && !is_json(text) {
        return Err("a record is not JSON");
    }
    Ok(text)
}

/// The start of a window that is text.
fn whole_text(window: &[u8]) -> &str {
    simdutf8::basic::from_utf8(window).unwrap_or_else(|_| {
        let valid = simdutf8::compat::from_utf8(window).err().map_or(window.len(), |error| error.valid_up_to());
        std::str::from_utf8(&window[..valid]).unwrap_or_default()
    })
}

/// Checks the whole grammar, however deep the text is nested.
#[cold]
pub(super) fn is_json(text: &str) -> bool {
    serde_json::from_str::<&serde_json::value::RawValue>(text).is_ok()
}
