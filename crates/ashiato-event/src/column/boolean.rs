//! `Boolean`: JSON's own, or the words as a string.

use arrow::array::{ArrayRef, BooleanBuilder};

use super::{Column, Row, shared};
use crate::scan::{Kind, Slot};

pub(crate) struct BooleanColumn {
    slot: Slot,
    values: BooleanBuilder,
}

impl BooleanColumn {
    pub(super) fn new(slot: Slot) -> BooleanColumn {
        BooleanColumn { slot, values: BooleanBuilder::new() }
    }
}

impl Column for BooleanColumn {
    fn append(&mut self, row: Row<'_>) {
        let span = row.spans[self.slot];
        let value = match span.kind {
            Kind::True => Some(true),
            Kind::False => Some(false),
            Kind::Text if span.of(row.text).eq_ignore_ascii_case("true") => Some(true),
            Kind::Text if span.of(row.text).eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        };
        self.values.append_option(value);
    }

    fn finish(&mut self) -> ArrayRef {
        shared(self.values.finish())
    }
}
