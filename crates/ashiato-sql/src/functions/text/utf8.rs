//! `to_utf8(text)` and `from_utf8(bytes[, replacement])`: text to its bytes and back, what is not UTF-8 replaced.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varbinary, varchar};
use arrow::array::{ArrayRef, BinaryArray, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn to_utf8() -> Arc<ScalarUDF> {
    scalar("to_utf8", vec![exactly(&[Kind::Varchar], varbinary, encode)])
}

pub(super) fn from_utf8() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varbinary], varchar, decode),
        exactly(&[Kind::Varbinary, Kind::Varchar], varchar, decode_replacing),
        exactly(&[Kind::Varbinary, Kind::Bigint], varchar, decode_replacing_code),
    ];
    scalar("from_utf8", overloads)
}

fn encode(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.each::<BinaryArray, _>(|row| texts.get(row).map(str::as_bytes))
}

fn decode(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.each::<StringViewArray, _>(|row| values.get(row).map(String::from_utf8_lossy))
}

fn decode_replacing(args: &Arguments) -> Result<ArrayRef> {
    let (values, replacements) = (args.varbinary(0)?, args.varchar(1)?);
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(bytes), Some(replacement)) = (values.get(row), replacements.get(row)) else { return Ok(None) };
        if replacement.chars().nth(1).is_some() {
            return Err(invalid_argument("Replacement character string must empty or a single character"));
        }
        Ok(Some(decoded(bytes, replacement)))
    })
}

fn decode_replacing_code(args: &Arguments) -> Result<ArrayRef> {
    let (values, codes) = (args.varbinary(0)?, args.bigint(1)?);
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(bytes), Some(code)) = (values.get(row), codes.get(row)) else { return Ok(None) };
        let replacement = u32::try_from(code).ok().and_then(char::from_u32);
        let replacement = replacement.ok_or_else(|| invalid_argument("Invalid replacement character"))?;
        Ok(Some(decoded(bytes, replacement.encode_utf8(&mut [0; 4]))))
    })
}

fn decoded(bytes: &[u8], replacement: &str) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push_str(replacement);
        }
    }
    text
}
