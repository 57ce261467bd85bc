//! `regexp_split(text, pattern)`: the parts between matches, empty ones at the ends too.

use super::pattern::PatternReader;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, array_of_varchar, exactly, scalar};
use arrow::array::ArrayRef;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("regexp_split", vec![exactly(&[Kind::Varchar, Kind::Varchar], array_of_varchar, regexp_split)])
}

fn regexp_split(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns) = (args.varchar(0)?, args.varchar(1)?);
    let mut reader = PatternReader::default();
    args.each_list(|row, parts| {
        let (Some(text), Some(pattern)) = (texts.get(row), patterns.get(row)) else { return Ok(None) };
        let mut from = 0;
        reader.read(pattern)?.for_each_match(text, |(start, end)| {
            parts.append_value(&text[from..start]);
            from = end;
        })?;
        parts.append_value(&text[from..]);
        Ok(Some(()))
    })
}
