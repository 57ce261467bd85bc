//! `chr(n)`: the character of a Unicode code point; `codepoint(text)`: the code point of the one character.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, Int32Array, StringViewArray};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn chr() -> Arc<ScalarUDF> {
    scalar("chr", vec![exactly(&[Kind::Bigint], varchar, character)])
}

pub(super) fn codepoint() -> Arc<ScalarUDF> {
    scalar("codepoint", vec![exactly(&[Kind::Varchar], |_| DataType::Int32, code)])
}

fn character(args: &Arguments) -> Result<ArrayRef> {
    let codes = args.bigint(0)?;
    args.try_each::<StringViewArray, _>(|row| {
        let Some(code) = codes.get(row) else { return Ok(None) };
        let character = u32::try_from(code).ok().and_then(char::from_u32);
        let character = character.ok_or_else(|| invalid_argument(format!("Not a valid Unicode code point: {code}")))?;
        Ok(Some(character.to_string()))
    })
}

fn code(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.try_each::<Int32Array, _>(|row| {
        let Some(text) = texts.get(row) else { return Ok(None) };
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) => Ok(Some(u32::from(only) as i32)),
            _ => Err(invalid_argument("Input string must be a single character string")),
        }
    })
}
