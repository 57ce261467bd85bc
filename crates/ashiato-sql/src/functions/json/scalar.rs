//! JSON scalars to text: strings unescaped, numbers and booleans as they stand.

use std::borrow::Cow;

/// The text of a scalar value; `None` for `null`, for an object or array, and for what is not JSON.
pub(crate) fn scalar_text(value: &str) -> Option<Cow<'_, str>> {
    match value.as_bytes().first()? {
        b'"' => unescape(value.get(1..value.len().checked_sub(1)?)?),
        b't' | b'f' => (value == "true" || value == "false").then_some(Cow::Borrowed(value)),
        b'-' | b'0'..=b'9' => is_number(value).then_some(Cow::Borrowed(value)),
        _ => None,
    }
}

/// Whether the text is a number of JSON's grammar: `-1`, `0.5`, `1e10`; not `01`, `.5`, `+1`.
pub(crate) fn is_number(text: &str) -> bool {
    fn digits(text: &str) -> Option<&str> {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < text.len()).then_some(rest)
    }
    fn after_number(text: &str) -> Option<&str> {
        let text = text.strip_prefix('-').unwrap_or(text);
        let mut rest = match text.strip_prefix('0') {
            Some(rest) => rest,
            None => digits(text)?,
        };
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = digits(fraction)?;
        }
        if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
            rest = digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))?;
        }
        Some(rest)
    }
    after_number(text) == Some("")
}

/// The text that a string's inside spells; `None` for a wrong escape. A lone surrogate becomes U+FFFD.
pub(crate) fn unescape(inside: &str) -> Option<Cow<'_, str>> {
    let Some(first) = memchr::memchr(b'\\', inside.as_bytes()) else { return Some(Cow::Borrowed(inside)) };
    let mut text = String::with_capacity(inside.len());
    text.push_str(&inside[..first]);
    let mut rest = &inside[first..];
    while let Some(escaped) = rest.strip_prefix('\\') {
        rest = unescape_one(escaped, &mut text)?;
        let plain = memchr::memchr(b'\\', rest.as_bytes()).unwrap_or(rest.len());
        text.push_str(&rest[..plain]);
        rest = &rest[plain..];
    }
    Some(Cow::Owned(text))
}

/// Reads what follows a backslash; gives the rest.
fn unescape_one<'a>(escaped: &'a str, text: &mut String) -> Option<&'a str> {
    let plain = match escaped.as_bytes().first()? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unescape_unicode(&escaped[1..], text),
        _ => return None,
    };
    text.push(plain);
    Some(&escaped[1..])
}

/// Reads four hexadecimal digits, and the low half of a surrogate pair after a high one.
fn unescape_unicode<'a>(digits: &'a str, text: &mut String) -> Option<&'a str> {
    let (unit, rest) = code_unit(digits)?;
    if let Some(c) = char::from_u32(unit) {
        text.push(c);
        return Some(rest);
    }
    let low = rest.strip_prefix("\\u").and_then(code_unit).filter(|(low, _)| (0xdc00..0xe000).contains(low));
    match low {
        Some((low, rest)) if unit < 0xdc00 => {
            let c = char::from_u32(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
            text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
            Some(rest)
        }
        _ => {
            text.push(char::REPLACEMENT_CHARACTER);
            Some(rest)
        }
    }
}

fn code_unit(digits: &str) -> Option<(u32, &str)> {
    let (four, rest) = digits.split_at_checked(4)?;
    if !four.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    Some((u32::from_str_radix(four, 16).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::{is_number, scalar_text};
    use proptest::prelude::*;

    #[test]
    fn scalars_print_as_they_stand() {
        for (value, expected) in [
            ("1.0", Some("1.0")),
            ("-0", Some("-0")),
            ("123456789012345678901234567890", Some("123456789012345678901234567890")),
            ("1E+2", Some("1E+2")),
            ("true", Some("true")),
            ("null", None),
            ("nul", None),
            ("tru", None),
            ("01", None),
            ("1.", None),
            ("{}", None),
            ("[1]", None),
            ("", None),
            (r#""""#, Some("")),
            (r#""a\/b\n\u0041\ud83d\ude00""#, Some("a/b\nA😀")),
            (r#""\ud83dx""#, Some("\u{fffd}x")),
            (r#""\x""#, None),
            (r#""\u00é1""#, None),
        ] {
            assert_eq!(scalar_text(value).as_deref(), expected, "{value}");
        }
    }

    proptest! {
        #[test]
        fn strings_agree_with_another_reader(text in "\\PC{0,16}|[\"\\\\\n\t\u{1}é😀]{0,8}") {
            let json = serde_json::to_string(&text).expect("text prints");
            let read = scalar_text(&json);
            prop_assert_eq!(read.as_deref(), Some(text.as_str()));
        }

        #[test]
        fn numbers_agree_with_another_reader(text in "[-+.eE0-2]{0,7}") {
            let other = serde_json::from_str::<&serde_json::value::RawValue>(&text).is_ok();
            prop_assert_eq!(is_number(&text), other);
        }
    }
}
