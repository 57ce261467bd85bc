//! `json_parse(text)`: the text as JSON, members sorted by name; an error where it is not JSON.

use super::canonical::{self, Members};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, json, scalar};
use arrow::array::{ArrayRef, LargeStringBuilder};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("json_parse", vec![exactly(&[Kind::Varchar], json, parse)])
}

fn parse(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    let mut parsed = LargeStringBuilder::with_capacity(args.rows().len(), 0);
    let mut canonical = String::new();
    for row in args.rows() {
        let Some(text) = texts.get(row) else {
            parsed.append_null();
            continue;
        };
        canonical.clear();
        canonical::write(text, Members::Sorted, &mut canonical)
            .ok_or_else(|| invalid_argument(format!("Cannot convert value to JSON: '{text}'")))?;
        parsed.append_value(&canonical);
    }
    Ok(Arc::new(parsed.finish()))
}
