//! A JSON value as Trino prints it: no space, strings escaped in one way, numbers as they stand.

use super::scalar::{is_number, unescape};
use super::scan::{self, Kind};
use std::fmt::Write;

/// Nesting deeper than this is refused, as Trino's own reader refuses it.
const DEPTH_MAX: usize = 1000;

/// In which order an object's members are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Members {
    /// As they stand, with every duplicate: what `json_extract` gives.
    AsWritten,
    /// By name, the last of each name: what `json_parse` gives.
    Sorted,
}

/// Appends the value that `json` is, checked throughout. `None` where it is not one JSON value; `out` is then
/// left with a part of it.
pub(crate) fn write(json: &str, members: Members, out: &mut String) -> Option<()> {
    let at = scan::skip_space(json, 0);
    let end = scan::value_end(json, at)?;
    if scan::skip_space(json, end) < json.len() {
        return None;
    }
    write_value(&json[at..end], members, 0, out)
}

/// Appends the text as a JSON string.
pub(crate) fn write_string(text: &str, out: &mut String) {
    out.push('"');
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x8 => "\\b",
            0xc => "\\f",
            0..0x20 => "",
            _ => continue,
        };
        out.push_str(&text[plain..at]);
        plain = at + 1;
        if escape.is_empty() {
            write!(out, "\\u{byte:04X}").expect("writing to a string cannot fail");
        } else {
            out.push_str(escape);
        }
    }
    out.push_str(&text[plain..]);
    out.push('"');
}

fn write_value(value: &str, members: Members, depth: usize, out: &mut String) -> Option<()> {
    match scan::kind(value)? {
        Kind::Object => write_object(value, members, depth + 1, out),
        Kind::Array => write_array(value, members, depth + 1, out),
        Kind::String => write_inside(value.get(1..value.len().checked_sub(1)?)?, out),
        Kind::Number if !is_number(value) => None,
        Kind::Boolean | Kind::Null if !["true", "false", "null"].contains(&value) => None,
        Kind::Number | Kind::Boolean | Kind::Null => {
            out.push_str(value);
            Some(())
        }
    }
}

/// A string from the text between its quotes: as it stands, unless it has escapes or bare control characters.
fn write_inside(inside: &str, out: &mut String) -> Option<()> {
    if inside.bytes().any(|byte| byte == b'\\' || byte < 0x20) {
        write_string(&unescape(inside)?, out);
        return Some(());
    }
    out.push('"');
    out.push_str(inside);
    out.push('"');
    Some(())
}

fn write_array(value: &str, members: Members, depth: usize, out: &mut String) -> Option<()> {
    if depth > DEPTH_MAX || !value.ends_with(']') {
        return None;
    }
    out.push('[');
    for (index, element) in scan::elements(value)?.enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_value(element?, members, depth, out)?;
    }
    out.push(']');
    Some(())
}

fn write_object(value: &str, order: Members, depth: usize, out: &mut String) -> Option<()> {
    if depth > DEPTH_MAX || !value.ends_with('}') {
        return None;
    }
    let mut members = scan::members(value)?.collect::<Option<Vec<_>>>()?;
    if order == Members::Sorted {
        // Reversed, so that the last of a name comes first among its equals and is the one kept.
        members.reverse();
        members.sort_by(|(a, _), (b, _)| a.cmp(b));
        members.dedup_by(|(later, _), (kept, _)| later == kept);
    }
    out.push('{');
    for (index, (name, value)) in members.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_string(name, out);
        out.push(':');
        write_value(value, order, depth, out)?;
    }
    out.push('}');
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{Members, write};

    fn canonical(json: &str, members: Members) -> Option<String> {
        let mut out = String::new();
        write(json, members, &mut out).map(|()| out)
    }

    #[test]
    fn values_print_without_space_and_keep_their_numbers() {
        for (json, expected) in [
            (" [ 1 , 2.0, 1e3 ] ", Some("[1,2.0,1e3]")),
            (r#"{ "b" : 1, "a" : [ ], "b" : {} }"#, Some(r#"{"b":1,"a":[],"b":{}}"#)),
            (r#""a\/\u0041\u0001é""#, Some("\"a/A\\u0001é\"")),
            ("null", Some("null")),
            ("[1,]", None),
            ("[1 2]", None),
            ("[1}", None),
            ("{\"a\"}", None),
            ("{a:1}", None),
            ("1 2", None),
            ("", None),
            ("[nul]", None),
        ] {
            assert_eq!(canonical(json, Members::AsWritten).as_deref(), expected, "{json}");
        }
    }

    #[test]
    fn parsed_objects_are_sorted_and_keep_the_last_of_a_name() {
        let sorted = canonical(r#"{"b":1,"a":{"d":1,"c":2},"b":3}"#, Members::Sorted);
        assert_eq!(sorted.as_deref(), Some(r#"{"a":{"c":2,"d":1},"b":3}"#));
    }

    #[test]
    fn deep_nesting_is_refused() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(canonical(&nested(1000), Members::Sorted).is_some());
        assert!(canonical(&nested(10_000), Members::Sorted).is_none());
    }
}
