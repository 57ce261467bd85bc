//! Walking JSON text without building anything: where values start and end.
//!
//! Lenient: what is passed over is only bracketed and quoted off, not checked. Positions are byte offsets; every
//! function answers `None` where the text breaks off or is not JSON at that place. Nesting costs no stack.

use super::scalar;
use std::borrow::Cow;

/// What a value is, told by its first character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}

/// The kind of value that `json` starts with, space before it aside.
pub(crate) fn kind(json: &str) -> Option<Kind> {
    match json.as_bytes().get(skip_space(json, 0))? {
        b'{' => Some(Kind::Object),
        b'[' => Some(Kind::Array),
        b'"' => Some(Kind::String),
        b't' | b'f' => Some(Kind::Boolean),
        b'n' => Some(Kind::Null),
        b'-' | b'0'..=b'9' => Some(Kind::Number),
        _ => None,
    }
}

/// The first place from `at` on that is not white space.
#[inline]
pub(crate) fn skip_space(json: &str, mut at: usize) -> usize {
    let bytes = json.as_bytes();
    while let Some(b' ' | b'\t' | b'\n' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

/// The place after the value that starts at `at`.
#[inline]
pub(crate) fn value_end(json: &str, at: usize) -> Option<usize> {
    match json.as_bytes().get(at)? {
        b'"' => string_end(json, at),
        b'{' | b'[' => container_end(json, at),
        b',' | b':' | b'}' | b']' => None,
        _ => Some(token_end(json, at)),
    }
}

/// The place after the string whose opening quote is at `at`.
#[inline]
fn string_end(json: &str, at: usize) -> Option<usize> {
    let bytes = json.as_bytes();
    let mut at = at + 1;
    loop {
        at = quote_or_backslash(bytes, at)?;
        if bytes[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// The place after the object or array that opens at `at`. Only the depth is kept: `[}` passes for closed. A byte at a
/// time, for brackets and quotes stand close together.
fn container_end(json: &str, at: usize) -> Option<usize> {
    let bytes = json.as_bytes();
    let mut depth = 0usize;
    let mut at = at;
    loop {
        match bytes.get(at)? {
            b'"' => {
                at = string_end(json, at)?;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// The first quote or backslash from `at` on, eight bytes at a time: most strings are too short for a vector search
/// to pay.
#[inline(always)]
fn quote_or_backslash(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let eight = u64::from_le_bytes(*eight);
        let marks = equal(eight, b'"') | equal(eight, b'\\');
        if marks != 0 {
            return Some(at + marks.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    bytes.get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\\')).map(|further| at + further)
}

const fn every(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// Marks the bytes equal to `byte` by their highest bit: of the marks only the lowest is sure, for the subtraction
/// borrows upwards.
#[inline(always)]
fn equal(eight: u64, byte: u8) -> u64 {
    let zero_where_equal = eight ^ every(byte);
    zero_where_equal.wrapping_sub(every(1)) & !zero_where_equal & every(0x80)
}

fn token_end(json: &str, at: usize) -> usize {
    let rest = &json.as_bytes()[at..];
    let is_end = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b':' | b' ' | b'\t' | b'\n' | b'\r');
    at + rest.iter().position(is_end).unwrap_or(rest.len())
}

/// Where the value of the first member of that name starts, in the object that opens at `at`.
pub(crate) fn member(json: &str, at: usize, name: &str) -> Option<usize> {
    let mut members = Members { json, at: at + 1, first: true };
    while let Some((key, value)) = members.next_start()? {
        if key_is(key, name) {
            return Some(value);
        }
        members.at = value_end(json, value)?;
    }
    None
}

/// Where the element of that index starts, in the array that opens at `at`.
pub(crate) fn element(json: &str, at: usize, index: usize) -> Option<usize> {
    let mut elements = Elements { json, at: at + 1, first: true };
    for _ in 0..index {
        elements.at = value_end(json, elements.next_start()??)?;
    }
    elements.next_start()?
}

/// Whether the key's text, between its quotes, spells the name.
#[inline]
fn key_is(key: &str, name: &str) -> bool {
    if key == name {
        return true;
    }
    key.len() > name.len() && key.contains('\\') && scalar::unescape(key).is_some_and(|key| key == name)
}

/// The members of an object, as (name, text of the value); an item of `None` says that the text is damaged there,
/// and is the last.
pub(crate) fn members(object: &str) -> Option<Members<'_>> {
    let at = skip_space(object, 0);
    (object.as_bytes().get(at)? == &b'{').then_some(Members { json: object, at: at + 1, first: true })
}

/// The texts of an array's elements; an item of `None` says that the text is damaged there, and is the last.
pub(crate) fn elements(array: &str) -> Option<Elements<'_>> {
    let at = skip_space(array, 0);
    (array.as_bytes().get(at)? == &b'[').then_some(Elements { json: array, at: at + 1, first: true })
}

/// See [`members`].
#[derive(Debug)]
pub(crate) struct Members<'a> {
    json: &'a str,
    at: usize,
    first: bool,
}

/// See [`elements`].
#[derive(Debug)]
pub(crate) struct Elements<'a> {
    json: &'a str,
    at: usize,
    first: bool,
}

impl<'a> Members<'a> {
    /// The next key's text and where its value starts; `Some(None)` after the last. The caller moves past the value.
    #[inline]
    fn next_start(&mut self) -> Option<Option<(&'a str, usize)>> {
        let Some(at) = next_item(self.json, self.at, b'}', &mut self.first)? else { return Some(None) };
        if self.json.as_bytes()[at] != b'"' {
            return None;
        }
        let end = string_end(self.json, at)?;
        let colon = skip_space(self.json, end);
        if self.json.as_bytes().get(colon) != Some(&b':') {
            return None;
        }
        Some(Some((&self.json[at + 1..end - 1], skip_space(self.json, colon + 1))))
    }

    /// Moves past the text; false where that was done before.
    fn stop(&mut self) -> bool {
        std::mem::replace(&mut self.at, usize::MAX) != usize::MAX
    }

    fn next_member(&mut self) -> Option<Option<(Cow<'a, str>, &'a str)>> {
        let Some((key, value)) = self.next_start()? else { return Some(None) };
        self.at = value_end(self.json, value)?;
        Some(Some((scalar::unescape(key)?, &self.json[value..self.at])))
    }
}

impl<'a> Iterator for Members<'a> {
    type Item = Option<(Cow<'a, str>, &'a str)>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.next_member() {
            Some(member) => member.map(Some),
            None => self.stop().then_some(None),
        }
    }
}

impl<'a> Elements<'a> {
    #[inline]
    fn next_start(&mut self) -> Option<Option<usize>> {
        next_item(self.json, self.at, b']', &mut self.first)
    }

    /// Moves past the text; false where that was done before.
    fn stop(&mut self) -> bool {
        std::mem::replace(&mut self.at, usize::MAX) != usize::MAX
    }

    fn next_element(&mut self) -> Option<Option<&'a str>> {
        let Some(value) = self.next_start()? else { return Some(None) };
        self.at = value_end(self.json, value)?;
        Some(Some(&self.json[value..self.at]))
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = Option<&'a str>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.next_element() {
            Some(element) => element.map(Some),
            None => self.stop().then_some(None),
        }
    }
}

/// Where the next item of a container starts, past the comma before it; `Some(None)` at the closing bracket.
#[inline]
fn next_item(json: &str, at: usize, close: u8, first: &mut bool) -> Option<Option<usize>> {
    let bytes = json.as_bytes();
    let mut at = skip_space(json, at);
    if bytes.get(at)? == &close {
        return Some(None);
    }
    if !std::mem::replace(first, false) {
        if bytes[at] != b',' {
            return None;
        }
        at = skip_space(json, at + 1);
        bytes.get(at)?;
    }
    Some(Some(at))
}

#[cfg(test)]
mod tests {
    use super::{elements, members, value_end};
    use crate::functions::json::path::Path;
    use proptest::prelude::*;
    use serde_json::Value;

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "\\PC{0,12}|[\"\\\\{}\\[\\],:]{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                proptest::collection::vec(("[a-c\"\\\\]{0,3}", inner), 0..5)
                    .prop_map(|members| members.into_iter().collect::<Value>()),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_end_of_a_value_is_the_end_of_its_text(value in any_json(), pretty in any::<bool>()) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let text = text.expect("a value prints");
            prop_assert_eq!(value_end(&text, 0), Some(text.len()));
        }

        #[test]
        fn members_and_elements_are_those_of_the_tree(value in any_json()) {
            let text = serde_json::to_string(&value).expect("a value prints");
            match &value {
                Value::Object(object) => {
                    let found = members(&text).expect("an object").collect::<Option<Vec<_>>>().expect("whole");
                    prop_assert_eq!(found.len(), object.len());
                    for ((name, text), (expected_name, expected)) in found.iter().zip(object) {
                        prop_assert_eq!(name, expected_name);
                        prop_assert_eq!(&serde_json::from_str::<Value>(text).expect("a value"), expected);
                    }
                }
                Value::Array(array) => {
                    let found = elements(&text).expect("an array").collect::<Option<Vec<_>>>().expect("whole");
                    let found: Vec<Value> =
                        found.iter().map(|text| serde_json::from_str(text).expect("a value")).collect();
                    prop_assert_eq!(&found, array);
                }
                _ => {}
            }
        }

        #[test]
        fn a_member_is_found_however_its_name_is_escaped(value in any_json(), name in "[a-c]{1,3}", escape: bool) {
            let tree = Value::from_iter([("z", serde_json::json!([1, {"a": "b"}])), (name.as_str(), value.clone())]);
            let mut text = serde_json::to_string(&tree).expect("a value prints");
            if escape {
                let spelt: String = name.bytes().map(|byte| format!("\\u{byte:04x}")).collect();
                text = text.replace(&format!("\"{name}\":"), &format!("\"{spelt}\":"));
            }
            let found = Path::parse(&format!("$.{name}")).expect("a valid path").find(&text).expect("it is there");
            let found: Value = serde_json::from_str(found).expect("a value");
            prop_assert_eq!(Some(&found), tree.get(&name));
            prop_assert_eq!(Path::parse("$.absent").expect("a valid path").find(&text), None);
        }

        #[test]
        fn nothing_panics(text in "[\\[\\]{}\",:\\\\a0-1é ]{0,24}") {
            for path in ["$", "$.a", "$[0]", "$.a[1].a"] {
                let _ = Path::parse(path).expect("a valid path").find(&text);
            }
            let _ = members(&text).map(Iterator::count);
            let _ = elements(&text).map(Iterator::count);
        }
    }

    #[test]
    fn depth_costs_no_stack() {
        let deep = "[".repeat(1_000_000) + &"]".repeat(1_000_000);
        assert_eq!(value_end(&deep, 0), Some(2_000_000));
        assert_eq!(value_end(&deep[..1_500_000], 0), None);
    }
}
