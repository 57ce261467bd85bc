//! `json_array_get(json, index)`: an element of an array, from 0, or from −1 at the end; NULL beyond it.
//!
//! Trino gives a string element without its quotes, which is no JSON; so it is here.

use super::canonical::{self, Members};
use super::scalar::scalar_text;
use super::scan::{self, Kind as JsonKind};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, json, scalar};
use arrow::array::{ArrayRef, LargeStringArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("json_array_get", vec![exactly(&[Kind::JsonText, Kind::Bigint], json, get)])
}

fn get(args: &Arguments) -> Result<ArrayRef> {
    let (values, indices) = (args.json_text(0)?, args.bigint(1)?);
    args.each::<LargeStringArray, _>(|row| element(values.get(row)?, indices.get(row)?))
}

fn element(array: &str, index: i64) -> Option<String> {
    let mut elements = scan::elements(array)?;
    let element = if index < 0 {
        let elements = elements.collect::<Option<Vec<_>>>()?;
        let from_end = usize::try_from(index.unsigned_abs()).ok()?;
        elements.len().checked_sub(from_end).map(|at| elements[at])?
    } else {
        elements.nth(usize::try_from(index).ok()?)??
    };
    match scan::kind(element)? {
        JsonKind::Null => None,
        JsonKind::Object | JsonKind::Array => {
            let mut text = String::new();
            canonical::write(element, Members::AsWritten, &mut text).map(|()| text)
        }
        _ => scalar_text(element).map(String::from),
    }
}
