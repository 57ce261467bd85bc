//! `json_size(json, path)`: how many members or elements the value at a path has; 0 for a scalar.

use super::path::PathReader;
use super::scan::{self, Kind as JsonKind};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, scalar};
use arrow::array::{ArrayRef, Int64Array};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("json_size", vec![exactly(&[Kind::JsonText, Kind::Varchar], bigint, size)])
}

fn size(args: &Arguments) -> Result<ArrayRef> {
    let (values, paths) = (args.json_text(0)?, args.varchar(1)?);
    let mut path = PathReader::default();
    args.try_each::<Int64Array, _>(|row| {
        let (Some(value), Some(wanted)) = (values.get(row), paths.get(row)) else { return Ok(None) };
        Ok(path.read(wanted)?.find(value).and_then(count))
    })
}

fn count(value: &str) -> Option<i64> {
    match scan::kind(value)? {
        JsonKind::Object => scan::members(value)?.map(|member| member.map(|_| 1)).sum(),
        JsonKind::Array => scan::elements(value)?.map(|element| element.map(|_| 1)).sum(),
        _ => Some(0),
    }
}
