//! Single steps through an object, for the places where speed does not matter.

use std::ops::Range;

use super::container::container_end;
use super::literal::literal;
use super::{Fault, Kind, Span, skip_space};
use crate::simd::Isa;

/// The key whose opening quote is at `at`: what stands between its quotes, and where its value begins.
pub(crate) fn key_at(text: &[u8], at: usize) -> Result<(Range<usize>, usize), Fault> {
    if text.get(at) != Some(&b'"') {
        return Err(Fault::expected(text, at, "no key stands where one must"));
    }
    let end = quote_after(text, at + 1)?;
    let colon = skip_space(text, end + 1);
    if text.get(colon) != Some(&b':') {
        return Err(Fault::expected(text, colon, "no colon follows a key"));
    }
    Ok((at + 1..end, skip_space(text, colon + 1)))
}

/// The closing quote of the string that goes on at `at`.
pub(super) fn quote_after(text: &[u8], mut at: usize) -> Result<usize, Fault> {
    while let Some(offset) = text.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
        at += offset;
        if text[at] == b'"' {
            return Ok(at);
        }
        at += 2;
    }
    Err(Fault::cut(text))
}

/// The value that begins at `at`, and where it ends.
pub(crate) fn value_at(isa: Isa, text: &[u8], at: usize) -> Result<(Span, usize), Fault> {
    match text.get(at) {
        Some(b'"') => {
            let end = quote_after(text, at + 1)?;
            let escaped = memchr::memchr(b'\\', &text[at + 1..end]).is_some();
            Ok((Span::new(at + 1, end, if escaped { Kind::Escaped } else { Kind::Text }), end + 1))
        }
        Some(open @ (b'{' | b'[')) => {
            let end = container_end(isa, text, at + 1)?;
            Ok((Span::new(at, end, if *open == b'{' { Kind::Object } else { Kind::Array }), end))
        }
        _ => literal(text, at),
    }
}
