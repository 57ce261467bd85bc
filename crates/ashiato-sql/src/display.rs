//! How values print in results, as Athena prints them. `CAST(x AS VARCHAR)` differs in a few types, so it
//! has its own text (see `cast`).

pub mod csv;
mod number;
mod temporal;

pub(crate) use number::{decimal_text, java_double, java_float, sql_double, sql_real};
pub(crate) use temporal::Clock;

use arrow::array::{Array, ArrayRef, AsArray, make_array};
use arrow::buffer::NullBuffer;
use arrow::compute::cast;
use arrow::datatypes::{
    ArrowPrimitiveType, DataType, Decimal128Type, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type,
    Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow::error::ArrowError;
use std::fmt::Write;

type Writer = Box<dyn Fn(usize, &mut String) + Send + Sync>;

/// Writes the values of one column.
pub struct Formatter {
    nulls: Option<NullBuffer>,
    write: Writer,
}

impl Formatter {
    /// # Errors
    /// For a type that no Trino type is carried by.
    pub fn try_new(array: &ArrayRef) -> Result<Formatter, ArrowError> {
        Ok(Formatter { nulls: array.logical_nulls(), write: writer(array)? })
    }

    /// Appends the text of a row: `null` for NULL, as inside arrays, maps and rows.
    pub fn write(&self, row: usize, out: &mut String) {
        match self.is_null(row) {
            true => out.push_str("null"),
            false => (self.write)(row, out),
        }
    }

    fn is_null(&self, row: usize) -> bool {
        self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row))
    }

    /// The text of a row; None for NULL.
    pub fn text(&self, row: usize) -> Option<String> {
        let mut out = String::new();
        (!self.is_null(row)).then(|| (self.write)(row, &mut out))?;
        Some(out)
    }
}

/// The text of one value; None for NULL and for a type that no Trino type is carried by.
/// For many rows of a column a [`Formatter`] is quicker.
pub fn text(array: &dyn Array, row: usize) -> Option<String> {
    if row >= array.len() {
        return None;
    }
    Formatter::try_new(&make_array(array.to_data()).slice(row, 1)).ok()?.text(0)
}

fn writer(array: &ArrayRef) -> Result<Writer, ArrowError> {
    let owned = array.clone();
    Ok(match array.data_type() {
        DataType::Null => Box::new(|_, out| out.push_str("null")),
        DataType::Boolean => Box::new(move |row, out| {
            out.push_str(if owned.as_boolean().value(row) { "true" } else { "false" });
        }),
        DataType::Int8 => integer::<Int8Type>(owned),
        DataType::Int16 => integer::<Int16Type>(owned),
        DataType::Int32 => integer::<Int32Type>(owned),
        DataType::Int64 => integer::<Int64Type>(owned),
        DataType::UInt8 => integer::<UInt8Type>(owned),
        DataType::UInt16 => integer::<UInt16Type>(owned),
        DataType::UInt32 => integer::<UInt32Type>(owned),
        DataType::UInt64 => integer::<UInt64Type>(owned),
        DataType::Float16 => Box::new(move |row, out| {
            java_float(owned.as_primitive::<Float16Type>().value(row).to_f32(), out);
        }),
        DataType::Float32 => Box::new(move |row, out| java_float(owned.as_primitive::<Float32Type>().value(row), out)),
        DataType::Float64 => Box::new(move |row, out| java_double(owned.as_primitive::<Float64Type>().value(row), out)),
        DataType::Decimal128(_, scale) => {
            let scale = *scale;
            Box::new(move |row, out| decimal_text(owned.as_primitive::<Decimal128Type>().value(row), scale, out))
        }
        DataType::Utf8 => Box::new(move |row, out| out.push_str(owned.as_string::<i32>().value(row))),
        DataType::LargeUtf8 => Box::new(move |row, out| out.push_str(owned.as_string::<i64>().value(row))),
        DataType::Utf8View => Box::new(move |row, out| out.push_str(owned.as_string_view().value(row))),
        DataType::Binary => Box::new(move |row, out| hex(owned.as_binary::<i32>().value(row), out)),
        DataType::BinaryView => Box::new(move |row, out| hex(owned.as_binary_view().value(row), out)),
        DataType::LargeBinary => Box::new(move |row, out| uuid(owned.as_binary::<i64>().value(row), out)),
        DataType::FixedSizeBinary(16) => {
            Box::new(move |row, out| address(owned.as_fixed_size_binary().value(row), out))
        }
        DataType::Date32 | DataType::Date64 | DataType::Time32(_) | DataType::Time64(_) => temporal::writer(array)?,
        DataType::Timestamp(..) | DataType::Interval(_) | DataType::Duration(_) => temporal::writer(array)?,
        DataType::Dictionary(_, values) => writer(&cast(array, values)?)?,
        DataType::List(_) => {
            let items = Formatter::try_new(array.as_list::<i32>().values())?;
            Box::new(move |row, out| {
                let offsets = owned.as_list::<i32>().value_offsets();
                list(&items, offsets[row] as usize..offsets[row + 1] as usize, out);
            })
        }
        DataType::LargeList(_) => {
            let items = Formatter::try_new(array.as_list::<i64>().values())?;
            Box::new(move |row, out| {
                let offsets = owned.as_list::<i64>().value_offsets();
                list(&items, offsets[row] as usize..offsets[row + 1] as usize, out);
            })
        }
        DataType::FixedSizeList(_, size) => {
            let items = Formatter::try_new(array.as_fixed_size_list().values())?;
            let size = *size as usize;
            Box::new(move |row, out| list(&items, row * size..(row + 1) * size, out))
        }
        DataType::Map(..) => map(array)?,
        DataType::Struct(_) => row(array)?,
        other => return Err(ArrowError::NotYetImplemented(format!("no text for a value of type {other}"))),
    })
}

fn integer<T: ArrowPrimitiveType<Native: std::fmt::Display>>(array: ArrayRef) -> Writer {
    Box::new(move |row, out| {
        let _ = write!(out, "{}", array.as_primitive::<T>().value(row));
    })
}

fn list(items: &Formatter, rows: std::ops::Range<usize>, out: &mut String) {
    out.push('[');
    for (index, row) in rows.enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        items.write(row, out);
    }
    out.push(']');
}

fn map(array: &ArrayRef) -> Result<Writer, ArrowError> {
    let keys = Formatter::try_new(array.as_map().keys())?;
    let values = Formatter::try_new(array.as_map().values())?;
    let array = array.clone();
    Ok(Box::new(move |row, out| {
        let offsets = array.as_map().value_offsets();
        out.push('{');
        for entry in offsets[row] as usize..offsets[row + 1] as usize {
            if entry > offsets[row] as usize {
                out.push_str(", ");
            }
            keys.write(entry, out);
            out.push('=');
            values.write(entry, out);
        }
        out.push('}');
    }))
}

fn row(array: &ArrayRef) -> Result<Writer, ArrowError> {
    let array = array.as_struct();
    let mut fields = Vec::new();
    for (field, column) in array.fields().iter().zip(array.columns()) {
        fields.push((field.name().clone(), Formatter::try_new(column)?));
    }
    Ok(Box::new(move |row, out| {
        out.push('{');
        for (index, (name, values)) in fields.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            let _ = write!(out, "{comma}{name}=");
            values.write(row, out);
        }
        out.push('}');
    }))
}

/// VARBINARY: two hex digits a byte, a space between bytes.
fn hex(bytes: &[u8], out: &mut String) {
    for (index, byte) in bytes.iter().enumerate() {
        let space = if index == 0 { "" } else { " " };
        let _ = write!(out, "{space}{byte:02x}");
    }
}

/// UUID: 8-4-4-4-12 hex digits.
pub(crate) fn uuid(bytes: &[u8], out: &mut String) {
    for (index, byte) in bytes.iter().enumerate() {
        let dash = if [4, 6, 8, 10].contains(&index) { "-" } else { "" };
        let _ = write!(out, "{dash}{byte:02x}");
    }
}

/// IPADDRESS: dotted for IPv4 mapped into IPv6, otherwise the short form of IPv6.
pub(crate) fn address(bytes: &[u8], out: &mut String) {
    let octets: [u8; 16] = bytes.try_into().unwrap_or_default();
    let address = std::net::Ipv6Addr::from(octets);
    let _ = match address.to_ipv4_mapped() {
        Some(v4) => write!(out, "{v4}"),
        None => write!(out, "{address}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow::array::{
        BinaryArray, BooleanArray, Decimal128Array, FixedSizeBinaryArray, Float64Array, Int64Array, ListArray,
        MapBuilder, StringBuilder, StringViewArray, StructArray, TimestampMillisecondArray,
    };
    use arrow::datatypes::{Field, Int64Type as I64};
    use std::sync::Arc;

    fn check(array: impl Array + 'static, expected: &[Option<&str>]) {
        let array: ArrayRef = Arc::new(array);
        let formatter = Formatter::try_new(&array).expect("a type with text");
        let found: Vec<_> = (0..array.len()).map(|row| formatter.text(row)).collect();
        assert_eq!(found.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
        assert_eq!((0..array.len()).map(|row| text(&array, row)).collect::<Vec<_>>(), found);
    }

    #[test]
    fn scalars() {
        check(BooleanArray::from(vec![Some(true), None]), &[Some("true"), None]);
        check(Int64Array::from(vec![-5]), &[Some("-5")]);
        check(
            Decimal128Array::from(vec![150, -5]).with_precision_and_scale(10, 2).expect("valid"),
            &[Some("1.50"), Some("-0.05")],
        );
        check(
            Float64Array::from(vec![1.0, 1e10, 0.001, 1e-4, 123456.789, f64::NAN, f64::NEG_INFINITY, -0.0, 1e7]),
            &["1.0", "1.0E10", "0.001", "1.0E-4", "123456.789", "NaN", "-Infinity", "-0.0", "1.0E7"].map(Some),
        );
        check(BinaryArray::from(vec![b"hello".as_ref()]), &[Some("68 65 6c 6c 6f")]);
        let mut v4 = [0u8; 16];
        v4[10..].copy_from_slice(&[0xff, 0xff, 10, 0, 0, 1]);
        let addresses = FixedSizeBinaryArray::try_from_iter([v4, [0; 16]].iter()).expect("16 bytes each");
        check(addresses, &[Some("10.0.0.1"), Some("::")]);
    }

    #[test]
    fn times() {
        let instant = TimestampMillisecondArray::from(vec![1_674_406_433_000]);
        check(instant.clone(), &[Some("2023-01-22 16:53:53.000")]);
        check(instant.clone().with_timezone("UTC"), &[Some("2023-01-22 16:53:53.000 UTC")]);
        check(instant.with_timezone("Asia/Tokyo"), &[Some("2023-01-23 01:53:53.000 Asia/Tokyo")]);
    }

    #[test]
    fn nested() {
        let list = ListArray::from_iter_primitive::<I64, _, _>(vec![Some(vec![Some(1), None]), None, Some(vec![])]);
        check(list, &[Some("[1, null]"), None, Some("[]")]);
        let mut map = MapBuilder::new(None, StringBuilder::new(), StringBuilder::new());
        map.keys().append_value("k");
        map.values().append_value("v");
        map.keys().append_value("k2");
        map.values().append_null();
        map.append(true).expect("as many keys as values");
        check(map.finish(), &[Some("{k=v, k2=null}")]);
        let name = |name: &str| Arc::new(Field::new(name, DataType::Utf8View, true));
        let root: ArrayRef = Arc::new(StringViewArray::from(vec!["Root"]));
        let absent: ArrayRef = Arc::new(StringViewArray::from(vec![None::<&str>]));
        check(StructArray::from(vec![(name("type"), root), (name("arn"), absent)]), &[Some("{type=Root, arn=null}")]);
    }
}
