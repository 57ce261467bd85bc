//! `Struct` from an object, member by member: the elements of lists and maps.

use arrow::array::{ArrayRef, BooleanBufferBuilder, StructArray};
use arrow::buffer::NullBuffer;
use arrow::datatypes::Fields;
use arrow::error::ArrowError;

use super::{Column, Row, check_nullable, column_for, shared};
use crate::scan::{Kind, Places, Slot};
use crate::simd::Isa;

pub(crate) struct StructColumn {
    slot: Slot,
    fields: Fields,
    columns: Vec<Box<dyn Column>>,
    present: BooleanBufferBuilder,
}

impl StructColumn {
    pub(super) fn new(isa: Isa, fields: &Fields, places: &mut Places, slot: Slot) -> Result<StructColumn, ArrowError> {
        let mut columns = Vec::with_capacity(fields.len());
        for field in fields {
            check_nullable(field)?;
            let member = places.member(slot, &field.name().to_ascii_lowercase());
            columns.push(column_for(isa, field.data_type(), places, member)?);
        }
        Ok(StructColumn { slot, fields: fields.clone(), columns, present: BooleanBufferBuilder::new(0) })
    }
}

impl Column for StructColumn {
    fn append(&mut self, row: Row<'_>) {
        self.present.append(row.spans[self.slot].kind == Kind::Object);
        for column in &mut self.columns {
            column.append(row);
        }
    }

    fn finish(&mut self) -> ArrayRef {
        let rows = self.present.len();
        let nulls = Some(NullBuffer::new(self.present.finish())).filter(|nulls| nulls.null_count() > 0);
        if self.fields.is_empty() {
            return shared(StructArray::new_empty_fields(rows, nulls));
        }
        let arrays = self.columns.iter_mut().map(|column| column.finish()).collect();
        shared(StructArray::new(self.fields.clone(), arrays, nulls))
    }
}
