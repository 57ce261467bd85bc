//! Values that are neither strings nor containers.

use super::{Fault, Kind, Span};

/// The value at `at` that is a number, `true`, `false` or `null`. Its span ends where it does.
#[inline(always)]
pub(crate) fn literal(text: &[u8], at: usize) -> Result<(Span, usize), Fault> {
    let rest = text.get(at..).unwrap_or_default();
    let (kind, length) = match rest {
        [b'n', b'u', b'l', b'l', ..] => (Kind::Null, 4),
        [b't', b'r', b'u', b'e', ..] => (Kind::True, 4),
        [b'f', b'a', b'l', b's', b'e', ..] => (Kind::False, 5),
        [b'-' | b'0'..=b'9', ..] => (Kind::Number, number_length(text, at)?),
        _ => return Err(no_value(text, at)),
    };
    Ok((Span::new(at, at + length, kind), at + length))
}

/// What begins a literal and is cut short may become one with more text; all else is no value.
#[cold]
fn no_value(text: &[u8], at: usize) -> Fault {
    let rest = text.get(at..).unwrap_or_default();
    let cut = ["null", "true", "false"].iter().any(|word| word.as_bytes().starts_with(rest));
    if cut { Fault::cut(text) } else { Fault::new(at, "no JSON value stands where one must") }
}

fn number_length(text: &[u8], at: usize) -> Result<usize, Fault> {
    let rest = &text[at..];
    let in_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
    match rest.iter().position(|byte| !in_number(byte)) {
        None => Err(Fault::cut(text)),
        Some(length) if is_number(&rest[..length]) => Ok(length),
        Some(_) => Err(Fault::new(at, "a number is not written as JSON writes them")),
    }
}

/// Whether the text is a number by JSON's grammar.
pub(crate) fn is_number(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = text.strip_prefix(b"-").unwrap_or(text);
    let whole = digits(rest);
    if whole == 0 || (whole > 1 && rest[0] == b'0') {
        return false;
    }
    let mut rest = &rest[whole..];
    if let Some(fraction) = rest.strip_prefix(b".") {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = &fraction[length..];
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let exponent = exponent.strip_prefix(b"-").or(exponent.strip_prefix(b"+")).unwrap_or(exponent);
        let length = digits(exponent);
        return length > 0 && length == exponent.len();
    }
    rest.is_empty()
}
