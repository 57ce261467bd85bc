//! A document of XML as the JSON that records hold of it: elements become members, those of one name a list, attributes
//! members beside them, and a text that reads as a number or a truth value becomes one.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Map, Number, Value};

/// The deepest document that is read.
const DEPTH_MAX: usize = 32;

/// An element that has begun.
struct Open {
    name: String,
    members: Map<String, Value>,
    text: String,
}

/// The document, a member of its root's name. `None`: it is none, or too deep.
pub(super) fn to_json(document: &[u8]) -> Option<(String, Value)> {
    let mut reader = Reader::from_reader(document);
    let mut open: Vec<Open> = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if open.len() < DEPTH_MAX => open.push(Open::new(&start)?),
            Event::Start(_) | Event::Eof => return None,
            Event::Empty(start) => {
                let (name, value) = Open::new(&start)?.closed();
                match open.last_mut() {
                    Some(parent) => parent.gain(name, value),
                    None => return Some((name, value)),
                }
            }
            Event::Text(text) => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&text.decode().ok()?);
                }
            }
            Event::CData(text) => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&text.decode().ok()?);
                }
            }
            Event::GeneralRef(reference) => {
                let resolved = match reference.resolve_char_ref().ok()? {
                    Some(letter) => letter.to_string(),
                    None => resolve_predefined_entity(&reference.decode().ok()?)?.to_string(),
                };
                open.last_mut()?.text.push_str(&resolved);
            }
            Event::End(_) => {
                let (name, value) = open.pop()?.closed();
                match open.last_mut() {
                    Some(parent) => parent.gain(name, value),
                    None => return Some((name, value)),
                }
            }
            _ => {}
        }
    }
}

impl Open {
    fn new(start: &BytesStart<'_>) -> Option<Open> {
        let mut members = Map::new();
        for attribute in start.attributes() {
            let attribute = attribute.ok()?;
            let name = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
            members.insert(name, String::from_utf8_lossy(&attribute.value).into_owned().into());
        }
        let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
        Some(Open { name, members, text: String::new() })
    }

    fn gain(&mut self, name: String, value: Value) {
        match self.members.get_mut(&name) {
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
            None => drop(self.members.insert(name, value)),
        }
    }

    fn closed(self) -> (String, Value) {
        let text = self.text.trim();
        let value = match self.members.is_empty() {
            true => scalar(text),
            false => Value::Object(self.members),
        };
        (self.name, value)
    }
}

fn scalar(text: &str) -> Value {
    match text {
        "true" => true.into(),
        "false" => false.into(),
        // What a number would not be written as again, such as 007, is a text.
        _ => match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => Value::Number(Number::from(number)),
            _ => text.into(),
        },
    }
}
