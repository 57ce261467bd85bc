//! `split_to_map(text, entry_delimiter, key_value_delimiter)`: `a=1,b=2` as a map of text to text; and
//! `split_to_multimap`, for keys that come more than once.

use crate::functions::arguments::Arguments;
use crate::functions::array::element_types::{array_of, map_of};
use crate::functions::array::lists::Shape;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar};
use arrow::array::{ArrayRef, MapBuilder, MapFieldNames, StringViewBuilder};
use arrow::buffer::{NullBuffer, OffsetBuffer};
use arrow::datatypes::{DataType, Field};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use indexmap::IndexMap;
use std::collections::HashSet;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let kinds = &[Kind::Varchar, Kind::Varchar, Kind::Varchar];
    scalar("split_to_map", vec![exactly(kinds, map_of_varchar, split_to_map)])
}

pub(super) fn multimap() -> Arc<ScalarUDF> {
    let kinds = &[Kind::Varchar, Kind::Varchar, Kind::Varchar];
    scalar("split_to_multimap", vec![exactly(kinds, map_of_arrays, split_to_multimap)])
}

fn map_of_arrays(_: &[DataType]) -> DataType {
    map_of(DataType::Utf8View, array_of(DataType::Utf8View))
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

fn split_to_multimap(args: &Arguments) -> Result<ArrayRef> {
    let (texts, outer, inner) = (args.varchar(0)?, args.varchar(1)?, args.varchar(2)?);
    let (mut keys, mut values) = (StringViewBuilder::new(), StringViewBuilder::new());
    let (mut keys_of_rows, mut values_of_keys, mut valid) = (Vec::new(), Vec::new(), Vec::new());
    for row in args.rows() {
        let mut map: IndexMap<&str, Vec<&str>> = IndexMap::new();
        let given = (texts.get(row), outer.get(row), inner.get(row));
        if let (Some(text), Some(outer), Some(inner)) = given {
            for (key, value) in entries(text, outer, inner)? {
                map.entry(key).or_default().push(value);
            }
        }
        for (key, of_key) in &map {
            keys.append_value(key);
            of_key.iter().for_each(|value| values.append_value(value));
            values_of_keys.push(of_key.len());
        }
        keys_of_rows.push(map.len());
        valid.push(matches!(given, (Some(_), Some(_), Some(_))));
    }
    let arrays = Shape { offsets: OffsetBuffer::from_lengths(values_of_keys), nulls: None };
    let values = arrays.lists(Arc::new(values.finish()), &array_of(DataType::Utf8View))?;
    let maps = Shape { offsets: OffsetBuffer::from_lengths(keys_of_rows), nulls: Some(NullBuffer::from(valid)) };
    maps.maps(Arc::new(keys.finish()), values, &map_of_arrays(&[]))
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
