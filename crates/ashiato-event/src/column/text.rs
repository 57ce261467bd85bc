//! Columns of text.

use arrow::array::{ArrayRef, LargeStringBuilder, StringBuilder};

use super::bits::Bits;
use super::views::Views;
use super::{Column, Row, shared};
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
#[derive(Default)]
pub(crate) struct TextColumn {
    slot: Slot,
    /// A NULL is an empty text here.
    values: Views,
    present: Bits,
    /// Rows that were appended one by one.
    rows: usize,
    scratch: String,
}

impl TextColumn {
    pub(super) fn new(slot: Slot) -> TextColumn {
        TextColumn { slot, ..TextColumn::default() }
    }

    /// Makes room for this many rows, all NULL at first.
    #[inline]
    pub(super) fn grow(&mut self, rows: usize) {
        self.values.grow(rows);
        self.present.grow(rows);
    }

    /// Sets a row that there is room for.
    #[inline(always)]
    pub(super) fn set(&mut self, row: usize, text: &str, span: Span) {
        match span.kind {
            Kind::Missing | Kind::Null => return self.clear(row),
            Kind::Escaped => self.set_escaped(row, span.of(text)),
            _ => self.values.set_part(row, text, span.range()),
        }
        self.present.set(row);
    }

    #[inline(never)]
    fn set_escaped(&mut self, row: usize, raw: &str) {
        self.scratch.clear();
        unescape_into(raw, &mut self.scratch);
        self.values.set(row, &self.scratch);
    }

    #[inline]
    pub(super) fn clear(&mut self, row: usize) {
        if self.present.has(row) {
            self.present.clear(row);
            self.values.clear(row);
        }
    }

    pub(super) fn has(&self, row: usize) -> bool {
        self.present.has(row)
    }

    /// What the texts take beside their views.
    pub(super) fn block_bytes(&self) -> usize {
        self.values.block_bytes()
    }

    /// The array of the first `rows`.
    pub(super) fn finish_rows(&mut self, rows: usize) -> ArrayRef {
        let nulls = self.present.finish(rows);
        shared(self.values.finish(rows, nulls))
    }
}

impl Column for TextColumn {
    #[inline]
    fn append(&mut self, row: Row<'_>) {
        let at = self.rows;
        self.rows += 1;
        if at.is_multiple_of(64) {
            self.grow(at + 64);
        }
        self.set(at, row.text, row.spans[self.slot]);
    }

    fn finish(&mut self) -> ArrayRef {
        let rows = std::mem::take(&mut self.rows);
        self.finish_rows(rows)
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

    fn finish(&mut self) -> ArrayRef {
        shared(self.values.finish())
    }
}
