//! `to_hex(bytes)`, in upper case, and `from_hex(text)`, in either.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varbinary, varchar};
use arrow::array::{ArrayRef, BinaryArray, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn to_hex() -> Arc<ScalarUDF> {
    scalar("to_hex", vec![exactly(&[Kind::Varbinary], varchar, encode)])
}

pub(super) fn from_hex() -> Arc<ScalarUDF> {
    let overloads =
        vec![exactly(&[Kind::Varchar], varbinary, decode_text), exactly(&[Kind::Varbinary], varbinary, decode_bytes)];
    scalar("from_hex", overloads)
}

fn encode(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    let digit = |nibble: u8| char::from(b"0123456789ABCDEF"[usize::from(nibble)]);
    args.each::<StringViewArray, _>(|row| {
        Some(values.get(row)?.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect::<String>())
    })
}

fn decode_text(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.try_each::<BinaryArray, _>(|row| texts.get(row).map(|text| decoded(text.as_bytes())).transpose())
}

fn decode_bytes(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.try_each::<BinaryArray, _>(|row| values.get(row).map(decoded).transpose())
}

fn decoded(digits: &[u8]) -> Result<Vec<u8>> {
    let nibble = |digit: u8| char::from(digit).to_digit(16).map(|nibble| nibble as u8);
    let bytes = digits.chunks(2).map(|pair| match pair {
        [high, low] => Some(nibble(*high)? << 4 | nibble(*low)?),
        _ => None,
    });
    bytes
        .collect::<Option<_>>()
        .ok_or_else(|| invalid_argument(format!("Invalid hexadecimal text: '{}'", String::from_utf8_lossy(digits))))
}
