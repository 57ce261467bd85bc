//! `split_to_map(text, entry_delimiter, key_value_delimiter)`: `a=1,b=2` as a map of text to text.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar};
use arrow::array::{ArrayRef, MapBuilder, MapFieldNames, StringViewBuilder};
use arrow::datatypes::{DataType, Field};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::collections::HashSet;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let kinds = &[Kind::Varchar, Kind::Varchar, Kind::Varchar];
    scalar("split_to_map", vec![exactly(kinds, map_of_varchar, split_to_map)])
}

fn map_of_varchar(_: &[DataType]) -> DataType {
    let key = Field::new("key", DataType::Utf8View, false);
    let value = Field::new("value", DataType::Utf8View, true);
    let entries = Field::new("entries", DataType::Struct(vec![key, value].into()), false);
    DataType::Map(Arc::new(entries), false)
}

fn split_to_map(args: &Arguments) -> Result<ArrayRef> {
    let (texts, outer, inner) = (args.varchar(0)?, args.varchar(1)?, args.varchar(2)?);
    let names = MapFieldNames { entry: "entries".into(), key: "key".into(), value: "value".into() };
    let mut maps = MapBuilder::new(Some(names), StringViewBuilder::new(), StringViewBuilder::new());
    for row in args.rows() {
        let (Some(text), Some(outer), Some(inner)) = (texts.get(row), outer.get(row), inner.get(row)) else {
            maps.append(false)?;
            continue;
        };
        let mut seen = HashSet::new();
        for (key, value) in entries(text, outer, inner)? {
            if !seen.insert(key) {
                return Err(invalid_argument(format!("Duplicate keys ({key}) are not allowed")));
            }
            maps.keys().append_value(key);
            maps.values().append_value(value);
        }
        maps.append(true)?;
    }
    Ok(Arc::new(maps.finish()))
}

/// The entries in order, duplicates too. A delimiter after the last entry is allowed.
fn entries<'a>(text: &'a str, outer: &str, inner: &str) -> Result<Vec<(&'a str, &'a str)>> {
    if outer.is_empty() {
        return Err(invalid_argument("entryDelimiter is empty"));
    }
    if inner.is_empty() {
        return Err(invalid_argument("keyValueDelimiter is empty"));
    }
    if outer == inner {
        return Err(invalid_argument("entryDelimiter and keyValueDelimiter must not be the same"));
    }
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let entry = |entry: &'a str| {
        let halves = entry.split_once(inner).filter(|(_, value)| !value.contains(inner));
        halves.ok_or_else(|| {
            invalid_argument(format!(
                "Key-value delimiter must appear exactly once in each entry. Bad input: '{entry}'"
            ))
        })
    };
    text.strip_suffix(outer).unwrap_or(text).split(outer).map(entry).collect()
}
