//! Holds a request against its schema, and words what is wrong as AWS's services do:
//! `1 validation error detected: Value 'x' at 'workGroup' failed to satisfy constraint: Member must …`.

use serde_json::Value;

use super::schema::{List, Map, Shape, Structure, Text};

/// More errors than this are not told: the sentence is for a person.
const ERRORS_MAX: usize = 10;
/// A longer value is shown cut.
const SHOWN_CHARACTERS_MAX: usize = 256;

/// What is wrong with a request, in one sentence.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// A member is of another type than the schema's: the body could not be read.
    Type(String),
    /// Members break their limits.
    Limits(String),
}

/// Holds a value against its schema. Members that the schema does not know are passed over.
pub fn validate(value: &Value, schema: &Structure) -> Result<(), Fault> {
    let mut found = Found { errors: Vec::new(), wrong_type: None };
    found.structure(value, schema, "");
    if let Some(sentence) = found.wrong_type {
        return Err(Fault::Type(sentence));
    }
    if found.errors.is_empty() {
        return Ok(());
    }
    let (count, noun) = (found.errors.len(), if found.errors.len() == 1 { "error" } else { "errors" });
    Err(Fault::Limits(format!("{count} validation {noun} detected: {}", found.errors.join("; "))))
}

struct Found {
    errors: Vec<String>,
    wrong_type: Option<String>,
}

impl Found {
    fn error(&mut self, shown: &str, path: &str, constraint: &str) {
        if self.errors.len() < ERRORS_MAX {
            self.errors.push(format!("{shown} at '{path}' failed to satisfy constraint: Member must {constraint}"));
        }
    }

    fn wrong_type(&mut self, path: &str, expected: &str) {
        self.wrong_type.get_or_insert_with(|| format!("'{path}' must be {expected}"));
    }

    fn shape(&mut self, value: &Value, shape: &Shape, path: &str) {
        match (shape, value) {
            (Shape::Text(text), Value::String(given)) => self.text(given, text, path),
            (Shape::Text(_), _) => self.wrong_type(path, "a string"),
            (Shape::Integer { min, max }, Value::Number(number)) => match number.as_i64() {
                Some(given) => self.range(&given.to_string(), given < *min, given > *max, (min, max), path),
                None => self.wrong_type(path, "an integer of 64 bits"),
            },
            (Shape::Integer { .. }, _) => self.wrong_type(path, "an integer"),
            (Shape::Number { min, max }, Value::Number(number)) => match number.as_f64() {
                Some(given) => self.range(&given.to_string(), given < *min, given > *max, (min, max), path),
                None => self.wrong_type(path, "a number"),
            },
            (Shape::Timestamp, Value::Number(_)) => {}
            (Shape::Number { .. }, _) => self.wrong_type(path, "a number"),
            (Shape::Timestamp, _) => self.wrong_type(path, "a number of seconds"),
            (Shape::Boolean, Value::Bool(_)) => {}
            (Shape::Boolean, _) => self.wrong_type(path, "true or false"),
            (Shape::Blob { min, max }, Value::String(base64)) => {
                let padding = base64.bytes().rev().take_while(|b| *b == b'=').count();
                let bytes = (base64.len() / 4 * 3).saturating_sub(padding) as u64;
                self.length("Value", bytes, (*min, *max), path);
            }
            (Shape::Blob { .. }, _) => self.wrong_type(path, "base64"),
            (Shape::List(list), Value::Array(items)) => self.list(items, list, path),
            (Shape::List(_), _) => self.wrong_type(path, "a list"),
            (Shape::Map(map), Value::Object(_)) => self.map(value, map, path),
            (Shape::Map(_), _) => self.wrong_type(path, "a map"),
            (Shape::Structure(structure), _) => self.structure(value, structure, path),
        }
    }

    fn structure(&mut self, value: &Value, schema: &Structure, path: &str) {
        let Value::Object(members) = value else {
            return self.wrong_type(if path.is_empty() { "the body" } else { path }, "a structure");
        };
        for member in schema.members {
            let path = join(path, &lower_first(member.name));
            match members.get(member.name) {
                Some(value) if !value.is_null() => self.shape(value, member.shape, &path),
                _ if member.is_required => self.error("Value null", &path, "not be null"),
                _ => {}
            }
        }
    }

    fn text(&mut self, given: &str, text: &Text, path: &str) {
        let shown = if text.is_sensitive { "Value".to_string() } else { shown(given) };
        self.length(&shown, given.chars().count() as u64, (text.min, text.max), path);
        if !text.values.is_empty() && !text.values.contains(&given) {
            self.error(&shown, path, &format!("satisfy enum value set: [{}]", text.values.join(", ")));
        }
        if let Some(pattern) = text.pattern
            && !pattern.matches(given)
        {
            self.error(&shown, path, &format!("satisfy regular expression pattern: {}", pattern.shown));
        }
    }

    fn list(&mut self, items: &[Value], list: &List, path: &str) {
        self.length("Value", items.len() as u64, (list.min, list.max), path);
        for (index, item) in items.iter().enumerate() {
            let path = format!("{path}.{}.member", index + 1);
            match item {
                Value::Null => self.error("Value null", &path, "not be null"),
                item => self.shape(item, list.member, &path),
            }
            if self.errors.len() >= ERRORS_MAX || self.wrong_type.is_some() {
                return;
            }
        }
    }

    fn map(&mut self, value: &Value, map: &Map, path: &str) {
        let entries = value.as_object().into_iter().flatten();
        self.length("Value", value.as_object().map_or(0, |entries| entries.len()) as u64, (map.min, map.max), path);
        for (key, value) in entries {
            if let Shape::Text(text) = map.key {
                self.text(key, text, &join(path, "key"));
            }
            if !value.is_null() {
                self.shape(value, map.value, &format!("{path}.{}.member", shown_bare(key)));
            }
        }
    }

    fn length(&mut self, shown: &str, length: u64, (min, max): (u64, u64), path: &str) {
        if length < min {
            self.error(shown, path, &format!("have length greater than or equal to {min}"));
        }
        if length > max {
            self.error(shown, path, &format!("have length less than or equal to {max}"));
        }
    }

    fn range<N: std::fmt::Display>(&mut self, given: &str, below: bool, above: bool, (min, max): (N, N), path: &str) {
        let shown = shown(given);
        if below {
            self.error(&shown, path, &format!("have value greater than or equal to {min}"));
        }
        if above {
            self.error(&shown, path, &format!("have value less than or equal to {max}"));
        }
    }
}

fn shown(given: &str) -> String {
    format!("Value '{}'", shown_bare(given))
}

fn shown_bare(given: &str) -> String {
    match given.char_indices().nth(SHOWN_CHARACTERS_MAX) {
        Some((cut, _)) => format!("{}…", &given[..cut]),
        None => given.to_string(),
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_string() } else { format!("{path}.{name}") }
}

fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    characters.next().map_or(String::new(), |first| first.to_lowercase().chain(characters).collect())
}
