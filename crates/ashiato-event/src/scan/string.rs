//! Strings: their end, their escapes, and comparing them with a key.

use super::Fault;
use super::block::block_at;
use crate::simd::Blocks;

/// From just after the opening quote to the closing one: where it is, and whether the string has escapes.
#[inline(always)]
pub(crate) fn string_end<B: Blocks>(blocks: B, text: &[u8], mut at: usize) -> Result<(usize, bool), Fault> {
    let mut pad = None;
    let mut escaped = false;
    while at < text.len() {
        let block = blocks.load(block_at(text, at, &mut pad));
        let quotes = blocks.equal(block, b'"');
        let stops = quotes | blocks.equal(block, b'\\');
        if stops == 0 {
            at += 64;
            continue;
        }
        let offset = stops.trailing_zeros();
        at += offset as usize;
        if (quotes >> offset) & 1 == 1 {
            return Ok((at, escaped));
        }
        escaped = true;
        at += 2;
    }
    Err(Fault::cut(text))
}

/// Appends a string's text to `out`, its escapes resolved. A surrogate without its other half becomes U+FFFD; the
/// escapes themselves have been checked by [`check_escapes`], and one that was not is kept as it stands.
pub(crate) fn unescape_into(raw: &str, out: &mut String) {
    let mut rest = raw;
    while let Some(backslash) = memchr::memchr(b'\\', rest.as_bytes()) {
        out.push_str(&rest[..backslash]);
        rest = &rest[backslash..];
        let length = match rest.as_bytes().get(1) {
            Some(b'u') => unescape_unicode(rest, out),
            Some(&letter) => simple_escape(letter).map(|char| {
                out.push(char);
                2
            }),
            None => None,
        };
        let length = length.unwrap_or_else(|| {
            out.push('\\');
            1
        });
        rest = &rest[length..];
    }
    out.push_str(rest);
}

fn simple_escape(letter: u8) -> Option<char> {
    Some(match letter {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        _ => return None,
    })
}

/// Appends the character of the `\uXXXX` that `text` begins with, or of the pair of them, and gives its length.
fn unescape_unicode(text: &str, out: &mut String) -> Option<usize> {
    let high = code_unit(text)?;
    if !(0xd800..0xdc00).contains(&high) {
        out.push(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER));
        return Some(6);
    }
    let low = text.get(6..).filter(|next| next.starts_with("\\u")).and_then(code_unit);
    match low {
        Some(low @ 0xdc00..0xe000) => {
            let char = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
            out.push(char::from_u32(char).unwrap_or(char::REPLACEMENT_CHARACTER));
            Some(12)
        }
        _ => {
            out.push(char::REPLACEMENT_CHARACTER);
            Some(6)
        }
    }
}

fn code_unit(text: &str) -> Option<u32> {
    let digits = text.as_bytes().get(2..6)?;
    digits.iter().try_fold(0, |unit, &digit| Some(unit * 16 + char::from(digit).to_digit(16)?))
}

/// Where a string without its quotes has an escape that JSON does not know.
pub(crate) fn check_escapes(raw: &[u8]) -> Result<(), usize> {
    let mut at = 0;
    while let Some(offset) = memchr::memchr(b'\\', &raw[at..]) {
        at += offset;
        let digits = match raw.get(at + 1) {
            Some(b'u') => 4,
            Some(&letter) if simple_escape(letter).is_some() => 0,
            _ => return Err(at),
        };
        match raw.get(at + 2..at + 2 + digits) {
            Some(hex) if hex.iter().all(u8::is_ascii_hexdigit) => at += 2 + digits,
            _ => return Err(at),
        }
    }
    Ok(())
}

/// Whether a key as it stands in the text is `name`, which is lower-case, in any letter case and however escaped.
pub(crate) fn key_equals(raw: &[u8], name: &str) -> bool {
    let is_escaped = || raw.contains(&b'\\');
    // An escape is longer than what it stands for.
    if raw.len() <= name.len() {
        return raw.eq_ignore_ascii_case(name.as_bytes()) && !is_escaped();
    }
    let mut key = String::new();
    is_escaped()
        && std::str::from_utf8(raw).is_ok_and(|raw| {
            unescape_into(raw, &mut key);
            key.eq_ignore_ascii_case(name)
        })
}
