//! `"$member"(x, 'name')`: a member of JSON text, or a value of a map, by its name in any case, as VARCHAR.

use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::VARCHAR;
use arrow::array::{Array, ArrayRef, AsArray, StringViewBuilder};
use arrow::compute::cast;
use arrow::datatypes::DataType;
use datafusion::common::Result;
use datafusion::logical_expr::ScalarUDF;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::sync::{Arc, LazyLock};

static MEMBER: LazyLock<Arc<ScalarUDF>> = LazyLock::new(|| Definition::new("$member", 2..=2, returns, run).into_udf());

pub(super) fn udf() -> Arc<ScalarUDF> {
    MEMBER.clone()
}

fn returns(types: &Types) -> Result<DataType> {
    match types.of(0) {
        DataType::Utf8 | DataType::Utf8View | DataType::LargeUtf8 => Ok(VARCHAR),
        DataType::Map(entries, _) => match entries.data_type() {
            DataType::Struct(fields)
                if fields.len() == 2 && is_text(fields[0].data_type()) && is_text(fields[1].data_type()) =>
            {
                Ok(VARCHAR)
            }
            _ => Err(types.unexpected()),
        },
        _ => Err(types.unexpected()),
    }
}

fn is_text(of: &DataType) -> bool {
    matches!(of, DataType::Utf8 | DataType::Utf8View | DataType::LargeUtf8)
}

fn run(args: &Arguments) -> Result<ArrayRef> {
    let names = args.text(1)?;
    let mut builder = StringViewBuilder::with_capacity(args.rows);
    let array = args.array(0);
    if let DataType::Map(..) = array.data_type() {
        let map = array.as_map();
        let (keys, values) = (cast(map.keys(), &VARCHAR)?, cast(map.values(), &VARCHAR)?);
        let (keys, values) = (keys.as_string_view(), values.as_string_view());
        for row in 0..args.rows {
            let entries = map.value_offsets()[row] as usize..map.value_offsets()[row + 1] as usize;
            let mut entries = entries.filter(|_| !map.is_null(row));
            let entry = entries.find(|entry| keys.value(*entry).eq_ignore_ascii_case(names.value(row)));
            builder.append_option(entry.filter(|entry| !values.is_null(*entry)).map(|entry| values.value(entry)));
        }
        return Ok(Arc::new(builder.finish()));
    }
    let texts = args.text(0)?;
    for row in 0..args.rows {
        let member = (!texts.is_null(row)).then(|| member(texts.value(row), names.value(row)));
        builder.append_option(member.flatten());
    }
    Ok(Arc::new(builder.finish()))
}

/// The member's text, read without building a tree.
fn member(json: &str, name: &str) -> Option<String> {
    if !json.trim_start().starts_with('{') {
        return None;
    }
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let raw = deserializer.deserialize_map(Member(name)).ok()??;
    match raw.get() {
        "null" => None,
        string if string.starts_with('"') => serde_json::from_str(string).ok(),
        other => Some(other.to_string()),
    }
}

/// Finds one member of an object: of the same name if there is one, otherwise of the same name in another case.
struct Member<'a>(&'a str);

impl<'de> Visitor<'de> for Member<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        let mut is_exact = false;
        while let Some(key) = map.next_key_seed(Key(self.0))? {
            match key {
                Match::Exact => {
                    found = Some(map.next_value()?);
                    is_exact = true;
                }
                Match::OtherCase if !is_exact && found.is_none() => found = Some(map.next_value()?),
                Match::OtherCase | Match::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(found)
    }
}

/// How a member's name compares with the wanted one.
enum Match {
    Exact,
    OtherCase,
    Other,
}

/// Compares names where they stand in the text.
struct Key<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Match;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Match, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Match;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Match, E> {
        Ok(match name {
            name if name == self.0 => Match::Exact,
            name if name.eq_ignore_ascii_case(self.0) => Match::OtherCase,
            _ => Match::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::member;

    #[test]
    fn members() {
        let cases = [
            (r#"{"bucketName":"b","n":1.50}"#, "bucketname", Some("b")),
            (r#"{"bucketName":"b","n":1.50}"#, "n", Some("1.50")),
            (r#"{"a":{"b":[1, 2]}}"#, "a", Some(r#"{"b":[1, 2]}"#)),
            (r#"{"a":null}"#, "a", None),
            (r#"{"a":"\u003d"}"#, "a", Some("=")),
            (r#"{"A":"upper","a":"lower"}"#, "a", Some("lower")),
            ("[1]", "a", None),
            ("not json", "a", None),
            (r#"{"a":"cut"#, "a", None),
            ("", "a", None),
        ];
        for (json, name, expected) in cases {
            assert_eq!(member(json, name).as_deref(), expected, "{name} of {json}");
        }
    }
}
