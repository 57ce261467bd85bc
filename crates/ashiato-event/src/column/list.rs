//! `List` from an array.

use arrow::array::{ArrayRef, BooleanBufferBuilder, ListArray};
use arrow::buffer::NullBuffer;
use arrow::datatypes::FieldRef;
use arrow::error::ArrowError;

use super::{Column, ElementColumn, Offsets, Row, shared};
use crate::scan::{Kind, Slot, elements};
use crate::simd::Isa;

pub(crate) struct ListColumn {
    isa: Isa,
    slot: Slot,
    field: FieldRef,
    element: ElementColumn,
    offsets: Offsets,
    present: BooleanBufferBuilder,
}

impl ListColumn {
    pub(super) fn new(isa: Isa, field: &FieldRef, slot: Slot) -> Result<ListColumn, ArrowError> {
        Ok(ListColumn {
            isa,
            slot,
            field: field.clone(),
            element: ElementColumn::new(isa, field)?,
            offsets: Offsets::new(),
            present: BooleanBufferBuilder::new(0),
        })
    }

    /// Notes the elements' spans and counts them; nothing where there is no array to read.
    fn read(&mut self, row: Row<'_>) -> Option<usize> {
        let span = row.spans[self.slot];
        if span.kind != Kind::Array {
            return None;
        }
        let ElementColumn { places, spans, .. } = &mut self.element;
        spans.clear();
        let count = elements(self.isa, places, row.text.as_bytes(), span.start(), spans).ok()?;
        self.offsets.has_room(count).then_some(count)
    }
}

impl Column for ListColumn {
    fn append(&mut self, row: Row<'_>) {
        let count = self.read(row);
        self.present.append(count.is_some());
        let count = count.unwrap_or(0);
        let slots = self.element.places.slots();
        for spans in self.element.spans.chunks_exact(slots).take(count) {
            self.element.column.append(Row { text: row.text, spans });
        }
        self.offsets.push(count);
    }

    fn finish(&mut self) -> ArrayRef {
        let nulls = Some(NullBuffer::new(self.present.finish())).filter(|nulls| nulls.null_count() > 0);
        let values = self.element.column.finish();
        shared(ListArray::new(self.field.clone(), self.offsets.finish(), values, nulls))
    }
}
