//! Records that were found and wait to become rows together.

use arrow::array::{Array, BooleanArray};
use arrow::error::ArrowError;

use super::times::EventTimes;
use super::{FileState, Sinks};
use crate::column::Run;
use crate::decode::decoder::Work;
use crate::scan::{Fault, Places, Slot, Span, SpanNotes, walk_value};
use crate::simd::{Blocks, Isa, Scan};

/// Records that are appended to the output at once: few enough that their text and spans stay in the cache.
const RUN_RECORDS: usize = 64;

/// Spans that wait for a filter.
const RUN_SPANS: usize = 16 << 10;

/// Records of one window: their texts, and the spans that were noted for them.
#[derive(Default)]
pub(super) struct Waiting<'t> {
    texts: Vec<&'t str>,
    numbers: Vec<u64>,
    pub(super) spans: Vec<Span>,
    /// How many spans each record has.
    pub(super) slots: usize,
    /// Records of which nothing is read.
    pub(super) unread: usize,
}

impl<'t> Waiting<'t> {
    /// None yet, with memory that was used before.
    pub(super) fn new(spans: Vec<Span>) -> Waiting<'t> {
        Waiting { spans, ..Waiting::default() }
    }

    #[inline(always)]
    pub(super) fn push(&mut self, text: &'t str, number: u64) {
        self.texts.push(text);
        self.numbers.push(number);
    }

    fn run(&self) -> Run<'_> {
        Run { texts: &self.texts, spans: &self.spans, slots: self.slots }
    }

    #[inline(always)]
    pub(super) fn records(&self) -> usize {
        self.texts.len() + self.unread
    }

    fn clear(&mut self) {
        self.texts.clear();
        self.numbers.clear();
        self.spans.clear();
        self.unread = 0;
    }
}

/// How many records may wait. A filter is asked once for as many as a batch has, or whose spans stay in the cache.
pub(super) fn run_limit(work: &Work, sinks: &Sinks<'_>) -> usize {
    let batch = work.plan.batch_records.max(1);
    if sinks.filter.is_some() {
        let slots = if work.fused { work.places.slots() } else { work.filter_places.slots() };
        return batch.min((RUN_SPANS / slots).max(RUN_RECORDS));
    }
    let room = batch.saturating_sub(work.output.rows()).max(1);
    if work.output.reads_records() { room.min(RUN_RECORDS) } else { room }
}

/// Makes rows of what waits.
pub(super) fn flush(
    work: &mut Work,
    file: &mut FileState,
    sinks: &mut Sinks<'_>,
    waiting: &mut Waiting<'_>,
) -> Result<(), ArrowError> {
    if waiting.records() == 0 {
        return Ok(());
    }
    if sinks.filter.is_some() {
        flush_filtered(work, file, sinks, waiting)?;
    } else {
        let run = waiting.run();
        note_event_times(file, work.output.event_time, run);
        append(work, file, sinks, run)?;
        append_unread(work, file, sinks, waiting.unread)?;
    }
    waiting.clear();
    Ok(())
}

/// Asks the filter, and makes rows of the records it keeps.
fn flush_filtered(
    work: &mut Work,
    file: &mut FileState,
    sinks: &mut Sinks<'_>,
    waiting: &Waiting<'_>,
) -> Result<(), ArrowError> {
    note_event_times(file, work.filter.event_time, waiting.run());
    work.filter.append(waiting.run());
    work.filter.settle(sinks.constants)?;
    let columns = work.filter.finish();
    let Some(filter) = sinks.filter.as_deref_mut() else { return Ok(()) };
    let selected = filter.select(&columns)?;
    if selected.len() != waiting.texts.len() {
        let (got, expected) = (selected.len(), waiting.texts.len());
        return Err(ArrowError::InvalidArgumentError(format!("a filter gave {got} values for {expected} records")));
    }
    let kept = kept_rows(&selected);
    let was_fused = std::mem::replace(&mut work.fused, kept.len() * 2 >= waiting.texts.len());
    if !work.output.reads_records() {
        return append_unread(work, file, sinks, kept.len());
    }
    let slots = work.places.slots();
    let mut kept = kept.into_iter().peekable();
    let mut texts = Vec::with_capacity(RUN_RECORDS);
    let mut spans = Vec::with_capacity(RUN_RECORDS * slots);
    while kept.peek().is_some() && !file.stopped {
        texts.clear();
        spans.clear();
        let room = work.plan.batch_records.saturating_sub(work.output.rows()).clamp(1, RUN_RECORDS);
        for row in kept.by_ref().take(room) {
            let text = waiting.texts[row];
            if was_fused {
                spans.extend_from_slice(&waiting.spans[row * slots..(row + 1) * slots]);
                texts.push(text);
                continue;
            }
            match walk_text(work.isa, &mut work.places, text, &mut spans) {
                Ok(()) => texts.push(text),
                Err(fault) => file.report.refuse(waiting.numbers[row], file.offset + fault.at as u64, fault.reason),
            }
        }
        let run = Run { texts: &texts, spans: &spans, slots };
        if work.filter.event_time.is_none() {
            note_event_times(file, work.output.event_time, run);
        }
        append(work, file, sinks, run)?;
    }
    Ok(())
}

fn kept_rows(selected: &BooleanArray) -> Vec<usize> {
    match selected.nulls() {
        None => selected.values().set_indices().collect(),
        Some(nulls) => (selected.values() & nulls.inner()).set_indices().collect(),
    }
}

/// Appends the spans of a record for other places than it was walked for.
fn walk_text(isa: Isa, places: &mut Places, text: &str, spans: &mut Vec<Span>) -> Result<(), Fault> {
    struct Walk<'a>(&'a mut Places, &'a [u8], &'a mut [Span]);
    impl Scan for Walk<'_> {
        type Output = Result<usize, Fault>;
        #[inline(always)]
        fn run<B: Blocks>(self, blocks: B) -> Self::Output {
            walk_value(blocks, self.0, self.1, 0, &mut SpanNotes(self.2))
        }
    }
    let first = spans.len();
    spans.resize(first + places.slots(), Span::MISSING);
    let walked = isa.run(Walk(places, text.as_bytes(), &mut spans[first..]));
    walked.map(|_| ()).inspect_err(|_| spans.truncate(first))
}

fn append(work: &mut Work, file: &mut FileState, sinks: &mut Sinks<'_>, run: Run<'_>) -> Result<(), ArrowError> {
    if run.texts.is_empty() {
        return Ok(());
    }
    work.output.append(run);
    file.report.rows += run.texts.len() as u64;
    emit_if_full(work, file, sinks)
}

/// Adds rows that hold nothing of their records, as many to a batch as fit.
fn append_unread(
    work: &mut Work,
    file: &mut FileState,
    sinks: &mut Sinks<'_>,
    mut rows: usize,
) -> Result<(), ArrowError> {
    while rows > 0 && !file.stopped {
        let room = work.plan.batch_records.saturating_sub(work.output.rows()).max(1);
        let now = rows.min(room);
        work.output.columns.append_unread(now);
        file.report.rows += now as u64;
        rows -= now;
        emit_if_full(work, file, sinks)?;
    }
    Ok(())
}

/// Hands the batch on where it is full.
#[inline(always)]
pub(super) fn emit_if_full(work: &mut Work, file: &mut FileState, sinks: &mut Sinks<'_>) -> Result<(), ArrowError> {
    if work.output.is_full(work.plan.batch_records, work.plan.limits.batch_bytes) {
        work.output.settle(sinks.constants)?;
        file.stopped |= (sinks.emit)(work.output.finish()).is_break();
    }
    Ok(())
}

/// Widens the range of event times.
fn note_event_times(file: &mut FileState, slot: Option<Slot>, run: Run<'_>) {
    let Some(slot) = slot else { return };
    let mut times = EventTimes::default();
    run.rows().for_each(|row| times.see(file, row.text, row.spans[slot]));
    times.tell(file);
}
