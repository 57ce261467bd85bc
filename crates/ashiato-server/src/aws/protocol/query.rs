//! The query protocol of STS, IAM, SNS and CloudWatch, on the way in: a form whose names are paths, such as
//! `Tags.member.1.Key`.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Number, Value};
use std::collections::{BTreeMap, BTreeSet};

use crate::aws::Error;
use crate::aws::schema::{self, Shape, Structure};

/// More fields than any operation needs.
const FIELDS_MAX: usize = 10_000;
/// Deeper than any model.
const DEPTH_MAX: usize = 32;

/// A decoded form.
#[derive(Debug, Default)]
pub struct Form(BTreeMap<String, String>);

impl Form {
    /// Reads `application/x-www-form-urlencoded`. Of a name that comes twice the first counts.
    pub fn parse(body: &[u8]) -> Result<Form, Error> {
        let text = std::str::from_utf8(body).map_err(|_| Error::malformed("The form is not UTF-8."))?;
        let mut fields = BTreeMap::new();
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            if fields.len() == FIELDS_MAX {
                return Err(Error::malformed(format!("The form has more than {FIELDS_MAX} fields.")));
            }
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            fields.entry(decode(name)?).or_insert(decode(value)?);
        }
        Ok(Form(fields))
    }

    /// A field of this very name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The operation's input, as a JSON value. What cannot be a number stays text, which the validation then names.
    pub fn input(&self, schema: &Structure) -> Value {
        self.structure("", schema, 0)
    }

    fn structure(&self, prefix: &str, schema: &Structure, depth: usize) -> Value {
        let mut members = Map::new();
        for member in schema.members {
            if let Some(value) = self.shape(&format!("{prefix}{}", member.name), member.shape, depth) {
                members.insert(member.name.into(), value);
            }
        }
        Value::Object(members)
    }

    fn shape(&self, name: &str, shape: &Shape, depth: usize) -> Option<Value> {
        let is_too_deep = depth > DEPTH_MAX;
        match shape {
            Shape::Structure(structure) if !is_too_deep && self.has_below(name) => {
                Some(self.structure(&format!("{name}."), structure, depth + 1))
            }
            Shape::List(list) if !is_too_deep => self.list(name, list, depth),
            Shape::Map(map) if !is_too_deep => self.map(name, map, depth),
            Shape::Structure(_) | Shape::List(_) | Shape::Map(_) => None,
            scalar => self.get(name).map(|text| scalar_value(text, scalar)),
        }
    }

    fn list(&self, name: &str, list: &schema::List, depth: usize) -> Option<Value> {
        let below = if list.wire.is_empty() { name.to_string() } else { format!("{name}.{}", list.wire) };
        let indices = self.indices(&below);
        if indices.is_empty() {
            // `Names=` is how an empty list is sent.
            return self.get(name).filter(|text| text.is_empty()).map(|_| Value::Array(Vec::new()));
        }
        let item = |index| self.shape(&format!("{below}.{index}"), list.member, depth + 1).unwrap_or(Value::Null);
        Some(Value::Array(indices.into_iter().map(item).collect()))
    }

    fn map(&self, name: &str, map: &schema::Map, depth: usize) -> Option<Value> {
        let below = format!("{name}.entry");
        let mut entries = Map::new();
        for index in self.indices(&below) {
            let key = self.get(&format!("{below}.{index}.{}", map.key_wire))?;
            let value = self.shape(&format!("{below}.{index}.{}", map.value_wire), map.value, depth + 1);
            entries.insert(key.into(), value.unwrap_or(Value::Null));
        }
        (!entries.is_empty()).then_some(Value::Object(entries))
    }

    fn has_below(&self, name: &str) -> bool {
        self.below(name).next().is_some()
    }

    /// The numbers that follow a name, in order: of `Tags.member.2.Key` below `Tags.member` it is 2.
    fn indices(&self, name: &str) -> BTreeSet<u32> {
        let numbers = self.below(name).filter_map(|rest| rest.split('.').next()?.parse().ok());
        numbers.collect()
    }

    /// What follows `name.` in the names that begin so.
    fn below(&self, name: &str) -> impl Iterator<Item = &str> {
        let prefix = format!("{name}.");
        let from = self.0.range(prefix.clone()..);
        from.map_while(move |(field, _)| field.strip_prefix(prefix.as_str()))
    }
}

fn decode(text: &str) -> Result<String, Error> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8();
    decoded.map(|text| text.into_owned()).map_err(|_| Error::malformed("The form is not UTF-8."))
}

fn scalar_value(text: &str, shape: &Shape) -> Value {
    let as_text = || Value::String(text.to_string());
    match shape {
        Shape::Integer { .. } => text.parse::<i64>().map_or_else(|_| as_text(), Value::from),
        Shape::Number { .. } => text.parse::<f64>().ok().and_then(Number::from_f64).map_or_else(as_text, Value::Number),
        Shape::Boolean => text.parse::<bool>().map_or_else(|_| as_text(), Value::Bool),
        Shape::Timestamp => chrono::DateTime::parse_from_rfc3339(text)
            .map_or_else(|_| as_text(), |time| Value::from(time.timestamp_millis() as f64 / 1000.0)),
        _ => as_text(),
    }
}
