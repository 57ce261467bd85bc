//! `regexp_extract(text, pattern[, group])`: the first match, or a group of it; NULL where there is none.

use super::pattern::PatternReader;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::Varchar], varchar, whole),
        exactly(&[Kind::Varchar, Kind::Varchar, Kind::Bigint], varchar, group),
    ];
    scalar("regexp_extract", overloads)
}

fn whole(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns) = (args.varchar(0)?, args.varchar(1)?);
    let mut reader = PatternReader::default();
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(text), Some(pattern)) = (texts.get(row), patterns.get(row)) else { return Ok(None) };
        let found = reader.read(pattern)?.find(text, 0)?;
        Ok(found.map(|(start, end)| &text[start..end]))
    })
}

fn group(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns, groups) = (args.varchar(0)?, args.varchar(1)?, args.bigint(2)?);
    let mut reader = PatternReader::default();
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(text), Some(pattern), Some(group)) = (texts.get(row), patterns.get(row), groups.get(row)) else {
            return Ok(None);
        };
        let pattern = reader.read(pattern)?;
        let group = pattern.group_index(group)?;
        let found = pattern.groups(text, 0)?.and_then(|groups| groups[group]);
        Ok(found.map(|(start, end)| &text[start..end]))
    })
}
