//! `regexp_extract_all(text, pattern[, group])`: every match, or a group of each; NULL for a group that took no part.

use super::pattern::PatternReader;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, array_of_varchar, exactly, scalar};
use arrow::array::ArrayRef;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::Varchar], array_of_varchar, wholes),
        exactly(&[Kind::Varchar, Kind::Varchar, Kind::Bigint], array_of_varchar, groups),
    ];
    scalar("regexp_extract_all", overloads)
}

fn wholes(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns) = (args.varchar(0)?, args.varchar(1)?);
    let mut reader = PatternReader::default();
    args.each_list(|row, found| {
        let (Some(text), Some(pattern)) = (texts.get(row), patterns.get(row)) else { return Ok(None) };
        reader.read(pattern)?.for_each_match(text, |(start, end)| found.append_value(&text[start..end]))?;
        Ok(Some(()))
    })
}

fn groups(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns, groups) = (args.varchar(0)?, args.varchar(1)?, args.bigint(2)?);
    let mut reader = PatternReader::default();
    args.each_list(|row, found| {
        let (Some(text), Some(pattern), Some(group)) = (texts.get(row), patterns.get(row), groups.get(row)) else {
            return Ok(None);
        };
        let pattern = reader.read(pattern)?;
        let group = pattern.group_index(group)?;
        pattern.for_each_groups(text, |_, groups| {
            found.append_option(groups[group].map(|(start, end)| &text[start..end]));
        })?;
        Ok(Some(()))
    })
}
