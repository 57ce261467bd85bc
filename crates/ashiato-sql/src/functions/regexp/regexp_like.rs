//! `regexp_like(text, pattern)`: whether the pattern matches anywhere in the text.

use super::pattern::PatternReader;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, boolean, exactly, scalar};
use arrow::array::{ArrayRef, BooleanArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("regexp_like", vec![exactly(&[Kind::Varchar, Kind::Varchar], boolean, regexp_like)])
}

fn regexp_like(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns) = (args.varchar(0)?, args.varchar(1)?);
    let mut reader = PatternReader::default();
    args.try_each::<BooleanArray, _>(|row| {
        let (Some(text), Some(pattern)) = (texts.get(row), patterns.get(row)) else { return Ok(None) };
        reader.read(pattern)?.is_match(text).map(Some)
    })
}
