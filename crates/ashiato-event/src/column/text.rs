//! Columns of text.

use arrow::array::{ArrayRef, LargeStringBuilder, StringBuilder, StringViewBuilder};

use super::{Column, Row, shared};
use crate::scan::{Kind, Slot, Span, unescape_into};

/// The text of a value: a string unescaped, anything else as it stands; nothing for `null`. `scratch` holds what had
/// to be unescaped.
#[inline]
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
    values: StringViewBuilder,
    scratch: String,
}

impl TextColumn {
    pub(super) fn new(slot: Slot) -> TextColumn {
        TextColumn { slot, values: StringViewBuilder::new(), scratch: String::new() }
    }
}

impl Column for TextColumn {
    #[inline]
    fn append(&mut self, row: Row<'_>) {
        match text_of(row.text, row.spans[self.slot], &mut self.scratch) {
            Some(text) => self.values.append_value(text),
            None => self.values.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        shared(self.values.finish())
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
