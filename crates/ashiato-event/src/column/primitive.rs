//! Numbers, decimals, dates and timestamps: columns whose values are read from text.

use std::str::FromStr;

use arrow::array::{ArrayRef, PrimitiveBuilder};
use arrow::compute::kernels::cast_utils::parse_decimal;
use arrow::datatypes::*;

use super::text::text_of;
use super::time::{Instant, days_of, instant_of};
use super::{Column, Row, shared};
use crate::scan::{Kind, Slot};

/// Reads a value's text, or finds that it does not fit.
type Read<T> = Box<dyn Fn(&str) -> Option<<T as ArrowPrimitiveType>::Native> + Send>;

pub(crate) struct PrimitiveColumn<T: ArrowPrimitiveType> {
    slot: Slot,
    values: PrimitiveBuilder<T>,
    read: Read<T>,
    scratch: String,
}

impl<T: ArrowPrimitiveType> PrimitiveColumn<T> {
    fn new(slot: Slot, data_type: DataType, read: Read<T>) -> PrimitiveColumn<T> {
        PrimitiveColumn {
            slot,
            values: PrimitiveBuilder::new().with_data_type(data_type),
            read,
            scratch: String::new(),
        }
    }
}

impl<T: ArrowPrimitiveType> Column for PrimitiveColumn<T> {
    fn append(&mut self, row: Row<'_>) {
        let span = row.spans[self.slot];
        let value = match span.kind {
            Kind::Text | Kind::Escaped | Kind::Number => {
                text_of(row.text, span, &mut self.scratch).and_then(&self.read)
            }
            _ => None,
        };
        self.values.append_option(value);
    }

    fn finish(&mut self) -> ArrayRef {
        shared(self.values.finish())
    }
}

pub(super) fn integer<T>(slot: Slot) -> PrimitiveColumn<T>
where
    T: ArrowPrimitiveType,
    T::Native: FromStr,
{
    PrimitiveColumn::new(slot, T::DATA_TYPE, Box::new(|text| text.trim().parse().ok()))
}

pub(super) fn float32(slot: Slot) -> PrimitiveColumn<Float32Type> {
    let read = |text: &str| text.trim().parse::<f32>().ok().filter(|value| value.is_finite() || is_word(text));
    PrimitiveColumn::new(slot, DataType::Float32, Box::new(read))
}

pub(super) fn float64(slot: Slot) -> PrimitiveColumn<Float64Type> {
    let read = |text: &str| text.trim().parse::<f64>().ok().filter(|value| value.is_finite() || is_word(text));
    PrimitiveColumn::new(slot, DataType::Float64, Box::new(read))
}

/// `NaN` and `Infinity` are values where they are written out; digits that overflow are not.
fn is_word(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_digit())
}

pub(super) fn decimal(slot: Slot, precision: u8, scale: i8) -> PrimitiveColumn<Decimal128Type> {
    let read = move |text: &str| parse_decimal::<Decimal128Type>(text.trim(), precision, scale).ok();
    PrimitiveColumn::new(slot, DataType::Decimal128(precision, scale), Box::new(read))
}

pub(super) fn date(slot: Slot) -> PrimitiveColumn<Date32Type> {
    PrimitiveColumn::new(slot, DataType::Date32, Box::new(days_of))
}

pub(super) fn timestamp<T: ArrowTimestampType>(slot: Slot) -> PrimitiveColumn<T> {
    let read: fn(&str) -> Option<i64> = match T::UNIT {
        TimeUnit::Second => |text| Some(instant_of(text)?.seconds),
        TimeUnit::Millisecond => |text| instant_of(text)?.in_units(1_000),
        TimeUnit::Microsecond => |text| instant_of(text)?.in_units(1_000_000),
        TimeUnit::Nanosecond => |text| instant_of(text)?.in_units(Instant::NANOS_PER_SECOND),
    };
    PrimitiveColumn::new(slot, T::DATA_TYPE, Box::new(read))
}
