//! `regexp_count(text, pattern)`: how many matches there are.

use super::pattern::PatternReader;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, scalar};
use arrow::array::{ArrayRef, Int64Array};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("regexp_count", vec![exactly(&[Kind::Varchar, Kind::Varchar], bigint, regexp_count)])
}

fn regexp_count(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns) = (args.varchar(0)?, args.varchar(1)?);
    let mut reader = PatternReader::default();
    args.try_each::<Int64Array, _>(|row| {
        let (Some(text), Some(pattern)) = (texts.get(row), patterns.get(row)) else { return Ok(None) };
        let mut count = 0;
        reader.read(pattern)?.for_each_match(text, |_| count += 1)?;
        Ok(Some(count))
    })
}
