//! Columns of text.

use arrow::array::{ArrayRef, BooleanBufferBuilder, LargeStringBuilder, StringBuilder};
use arrow::buffer::NullBuffer;

use super::views::Views;
use super::{Column, Row, Run, shared, text_bytes};
use crate::scan::{Kind, Slot, Span, unescape_into};

/// The text of a value: a string unescaped, anything else as it stands; nothing for `null`. `scratch` holds what had
/// to be unescaped.
#[inline(always)]
pub(super) fn text_of<'a>(text: &'a str, span: Span, scratch: &'a mut String) -> Option<&'a str> {
    match span.kind {
        Kind::Missing | Kind::Null => None,
        Kind::Escaped => {
            scratch.clear();
            unescape_into(span.of(text), scratch);
            Some(scratch)
        }
        _ => Some(span.of(text)),
    }
}

/// `Utf8View`. Values are copied to blocks of the batch's own, so that the decompressed text is reused at once and a
/// few rows never hold on to it.
pub(crate) struct TextColumn {
    slot: Slot,
    /// A NULL is an empty text here.
    values: Views,
    present: BooleanBufferBuilder,
    nulls: usize,
    scratch: String,
}

impl TextColumn {
    pub(super) fn new(slot: Slot) -> TextColumn {
        TextColumn {
            slot,
            values: Views::default(),
            present: BooleanBufferBuilder::new(0),
            nulls: 0,
            scratch: String::new(),
        }
    }

    /// Appends one value and tells whether it is there.
    #[inline(always)]
    fn append_value(&mut self, text: &str, span: Span) -> bool {
        match span.kind {
            Kind::Missing | Kind::Null => {
                self.values.push("");
                return false;
            }
            Kind::Escaped => {
                self.scratch.clear();
                unescape_into(span.of(text), &mut self.scratch);
                self.values.push(&self.scratch);
            }
            _ => self.values.push_part(text, span.range()),
        }
        true
    }
}

impl Column for TextColumn {
    #[inline]
    fn append(&mut self, row: Row<'_>) {
        let is_there = self.append_value(row.text, row.spans[self.slot]);
        self.present.append(is_there);
        self.nulls += usize::from(!is_there);
    }

    fn append_run(&mut self, run: Run<'_>) {
        let mut spans = run.spans.chunks_exact(run.slots);
        for texts in run.texts.chunks(64) {
            let mut present = 0u64;
            for (bit, (text, spans)) in texts.iter().zip(spans.by_ref().take(texts.len())).enumerate() {
                present |= u64::from(self.append_value(text, spans[self.slot])) << bit;
            }
            self.present.append_packed_range(0..texts.len(), &present.to_le_bytes());
            self.nulls += texts.len() - present.count_ones() as usize;
        }
    }

    fn held_bytes(&self, run: Run<'_>) -> usize {
        text_bytes(run, self.slot, size_of::<u128>())
    }

    fn finish(&mut self) -> ArrayRef {
        debug_assert_eq!(self.values.len(), self.present.len());
        let present = NullBuffer::new(self.present.finish());
        let nulls = (std::mem::take(&mut self.nulls) > 0).then_some(present);
        shared(self.values.finish(nulls))
    }
}

/// `Utf8`.
pub(crate) struct PlainTextColumn {
    slot: Slot,
    values: StringBuilder,
    scratch: String,
}

impl PlainTextColumn {
    pub(super) fn new(slot: Slot) -> PlainTextColumn {
        PlainTextColumn { slot, values: StringBuilder::new(), scratch: String::new() }
    }
}

impl Column for PlainTextColumn {
    fn append(&mut self, row: Row<'_>) {
        self.values.append_option(text_of(row.text, row.spans[self.slot], &mut self.scratch));
    }

    fn held_bytes(&self, run: Run<'_>) -> usize {
        text_bytes(run, self.slot, size_of::<u64>())
    }

    fn finish(&mut self) -> ArrayRef {
        shared(self.values.finish())
    }
}

/// `LargeUtf8`: the JSON text of a value, whatever it is.
pub(crate) struct JsonColumn {
    slot: Slot,
    values: LargeStringBuilder,
}

impl JsonColumn {
    pub(super) fn new(slot: Slot) -> JsonColumn {
        JsonColumn { slot, values: LargeStringBuilder::new() }
    }
}

impl Column for JsonColumn {
    fn append(&mut self, row: Row<'_>) {
        let span = row.spans[self.slot];
        self.values.append_option(span.is_value().then(|| span.json_of(row.text)));
    }

    fn held_bytes(&self, run: Run<'_>) -> usize {
        text_bytes(run, self.slot, size_of::<u64>())
    }

    fn finish(&mut self) -> ArrayRef {
        shared(self.values.finish())
    }
}
