//! `lower(text)` and `upper(text)`: each character by itself, so that the number of characters stays.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::borrow::Cow;
use std::sync::Arc;

pub(super) fn lower() -> Arc<ScalarUDF> {
    scalar("lower", vec![exactly(&[Kind::Varchar], varchar, to_lower)])
}

pub(super) fn upper() -> Arc<ScalarUDF> {
    scalar("upper", vec![exactly(&[Kind::Varchar], varchar, to_upper)])
}

fn to_lower(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.each::<StringViewArray, _>(|row| texts.get(row).map(lowered))
}

fn to_upper(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.each::<StringViewArray, _>(|row| texts.get(row).map(uppered))
}

fn lowered(text: &str) -> Cow<'_, str> {
    if !text.is_ascii() {
        return Cow::Owned(text.chars().map(lower_char).collect());
    }
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    Cow::Borrowed(text)
}

fn uppered(text: &str) -> Cow<'_, str> {
    if !text.is_ascii() {
        return Cow::Owned(text.chars().map(upper_char).collect());
    }
    if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return Cow::Owned(text.to_ascii_uppercase());
    }
    Cow::Borrowed(text)
}

/// `İ` alone has a lower case of two characters, of which the first is the simple mapping.
fn lower_char(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// `ß` and its like, whose upper case is several characters, have no simple mapping and stay.
fn upper_char(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}
