//! Arrow columns, built from spans. The Arrow type alone decides how a value is read.

mod bits;
mod boolean;
mod constant;
mod list;
mod map;
mod primitive;
mod set;
mod structure;
mod text;
mod time;
mod views;

use std::sync::Arc;

use arrow::array::ArrayRef;
use arrow::datatypes::*;
use arrow::error::ArrowError;

use crate::scan::{Places, Slot, Span};
use crate::simd::Isa;

pub(crate) use constant::ConstantColumn;
pub(crate) use set::{ColumnSet, Shape};
pub(crate) use time::iso_millis;

/// One record, or one element of a list or map: the text of its record, and its spans in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) text: &'a str,
    pub(crate) spans: &'a [Span],
}

/// Records that are appended together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run<'a> {
    /// The records' texts.
    pub(crate) texts: &'a [&'a str],
    /// The spans of all of them, `slots` each.
    pub(crate) spans: &'a [Span],
    pub(crate) slots: usize,
}

impl<'a> Run<'a> {
    #[inline]
    pub(crate) fn rows(self) -> impl Iterator<Item = Row<'a>> {
        self.texts.iter().zip(self.spans.chunks_exact(self.slots)).map(|(text, spans)| Row { text, spans })
    }
}

/// A column in the making.
pub(crate) trait Column: Send {
    /// Appends one value.
    fn append(&mut self, row: Row<'_>);

    /// The array of what was appended; the column is then empty.
    fn finish(&mut self) -> ArrayRef;
}

/// The column for a type, its value at a slot of `places`, which gets further slots for the members of a struct.
pub(crate) fn column_for(
    isa: Isa,
    data_type: &DataType,
    places: &mut Places,
    slot: Slot,
) -> Result<Box<dyn Column>, ArrowError> {
    Ok(match data_type {
        DataType::Utf8View => Box::new(text::TextColumn::new(slot)),
        DataType::Utf8 => Box::new(text::PlainTextColumn::new(slot)),
        DataType::LargeUtf8 => Box::new(text::JsonColumn::new(slot)),
        DataType::Boolean => Box::new(boolean::BooleanColumn::new(slot)),
        DataType::Int8 => Box::new(primitive::integer::<Int8Type>(slot)),
        DataType::Int16 => Box::new(primitive::integer::<Int16Type>(slot)),
        DataType::Int32 => Box::new(primitive::integer::<Int32Type>(slot)),
        DataType::Int64 => Box::new(primitive::integer::<Int64Type>(slot)),
        DataType::Float32 => Box::new(primitive::float32(slot)),
        DataType::Float64 => Box::new(primitive::float64(slot)),
        DataType::Decimal128(precision, scale) => Box::new(primitive::decimal(slot, *precision, *scale)),
        DataType::Date32 => Box::new(primitive::date(slot)),
        DataType::Timestamp(TimeUnit::Second, None) => Box::new(primitive::timestamp::<TimestampSecondType>(slot)),
        DataType::Timestamp(TimeUnit::Millisecond, None) => {
            Box::new(primitive::timestamp::<TimestampMillisecondType>(slot))
        }
        DataType::Timestamp(TimeUnit::Microsecond, None) => {
            Box::new(primitive::timestamp::<TimestampMicrosecondType>(slot))
        }
        DataType::Timestamp(TimeUnit::Nanosecond, None) => {
            Box::new(primitive::timestamp::<TimestampNanosecondType>(slot))
        }
        DataType::Struct(fields) => Box::new(structure::StructColumn::new(isa, fields, places, slot)?),
        DataType::List(element) => Box::new(list::ListColumn::new(isa, element, slot)?),
        DataType::Map(entries, ordered) => Box::new(map::MapColumn::new(isa, entries, *ordered, slot)?),
        other => return Err(ArrowError::NotYetImplemented(format!("decoding CloudTrail records to {other}"))),
    })
}

/// Any member can be missing, so that a field which may not be NULL cannot be decoded to.
pub(crate) fn check_nullable(field: &FieldRef) -> Result<(), ArrowError> {
    if field.is_nullable() {
        return Ok(());
    }
    Err(ArrowError::SchemaError(format!("{} may not be NULL, but a record may lack it", field.name())))
}

/// A column for the elements of a list or map, each of which is walked on its own.
struct ElementColumn {
    places: Places,
    column: Box<dyn Column>,
    /// The spans of the value at hand, one row of slots for each element.
    spans: Vec<Span>,
}

impl ElementColumn {
    fn new(isa: Isa, field: &FieldRef) -> Result<ElementColumn, ArrowError> {
        check_nullable(field)?;
        let mut places = Places::new();
        let column = column_for(isa, field.data_type(), &mut places, crate::scan::RECORD)?;
        Ok(ElementColumn { places, column, spans: Vec::new() })
    }

    /// The column, and the spans of one element of the value at hand.
    fn split(&mut self, index: usize) -> (&mut dyn Column, &[Span]) {
        let slots = self.places.slots();
        (self.column.as_mut(), &self.spans[index * slots..(index + 1) * slots])
    }
}

/// The offsets of a list or map: where each row's elements end.
struct Offsets {
    ends: Vec<i32>,
}

impl Offsets {
    fn new() -> Offsets {
        Offsets { ends: vec![0] }
    }

    /// Whether this many more elements can still be told apart by 32-bit offsets.
    fn has_room(&self, elements: usize) -> bool {
        let end = self.ends.last().copied().unwrap_or_default();
        i32::try_from(elements).is_ok_and(|elements| end.checked_add(elements).is_some())
    }

    fn push(&mut self, elements: usize) {
        let end = self.ends.last().copied().unwrap_or_default();
        self.ends.push(end + elements as i32);
    }

    fn finish(&mut self) -> arrow::buffer::OffsetBuffer<i32> {
        arrow::buffer::OffsetBuffer::new(std::mem::replace(&mut self.ends, vec![0]).into())
    }
}

/// An array as columns are handed out.
fn shared(array: impl arrow::array::Array + 'static) -> ArrayRef {
    Arc::new(array)
}
