//! `json_extract(json, path)`: the value at a path, as JSON; NULL where there is none or the text is not JSON.

use super::canonical::{self, Members};
use super::path::PathReader;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, json, scalar};
use arrow::array::{ArrayRef, LargeStringBuilder};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("json_extract", vec![exactly(&[Kind::JsonText, Kind::Varchar], json, extract)])
}

fn extract(args: &Arguments) -> Result<ArrayRef> {
    let (values, paths) = (args.json_text(0)?, args.varchar(1)?);
    let mut found = LargeStringBuilder::with_capacity(args.rows().len(), 0);
    let mut text = String::new();
    let mut path = PathReader::default();
    for row in args.rows() {
        let (Some(value), Some(wanted)) = (values.get(row), paths.get(row)) else {
            found.append_null();
            continue;
        };
        text.clear();
        let part = path.read(wanted)?.find(value);
        match part.and_then(|part| canonical::write(part, Members::AsWritten, &mut text)) {
            Some(()) => found.append_value(&text),
            None => found.append_null(),
        }
    }
    Ok(Arc::new(found.finish()))
}
