//! `url_encode(text)` and `url_decode(text)`: the form encoding of HTML, a space being `+`.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::sync::Arc;

const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'*').remove(b' ');

pub(super) fn url_encode() -> Arc<ScalarUDF> {
    scalar("url_encode", vec![exactly(&[Kind::Varchar], varchar, encode)])
}

pub(super) fn url_decode() -> Arc<ScalarUDF> {
    scalar("url_decode", vec![exactly(&[Kind::Varchar], varchar, decode)])
}

fn encode(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.each::<StringViewArray, _>(|row| {
        Some(utf8_percent_encode(texts.get(row)?, ENCODED).to_string().replace(' ', "+"))
    })
}

fn decode(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.try_each::<StringViewArray, _>(|row| {
        let Some(text) = texts.get(row) else { return Ok(None) };
        let mut escapes = text.split('%').skip(1);
        let is_escape = |after: &str| after.len() >= 2 && after.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
        if !escapes.all(is_escape) {
            return Err(invalid_argument(format!("Illegal hex characters in escape (%) pattern: '{text}'")));
        }
        let spaced = text.replace('+', " ");
        Ok(Some(percent_decode_str(&spaced).decode_utf8_lossy().into_owned()))
    })
}
