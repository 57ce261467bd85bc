//! Finding the next record after one that could not be read.

use memchr::memmem;

/// The start of the first record after `from`, known by beginning with the same key as the file's first record and by
/// what stands before it: a comma, the bracket of the array, the end of another record, or a line's end.
///
/// A guess, and good enough: the record that is passed over is counted as refused in any case, and one that was begun
/// wrongly is refused as well.
pub(crate) fn next_record(text: &[u8], from: usize, first_key: &[u8]) -> Option<usize> {
    if first_key.is_empty() {
        return None;
    }
    let mut key = Vec::with_capacity(first_key.len() + 2);
    key.push(b'"');
    key.extend_from_slice(first_key);
    key.push(b'"');
    memmem::find_iter(text.get(from..)?, &key).find_map(|at| record_start(text, from, from + at))
}

/// The brace before a key, where it can be a record's.
fn record_start(text: &[u8], from: usize, key: usize) -> Option<usize> {
    let brace = before_space(text, key)?;
    if text[brace] != b'{' || brace < from {
        return None;
    }
    if text[..brace].ends_with(b"\n") {
        return Some(brace);
    }
    let before = before_space(text, brace)?;
    matches!(text[before], b',' | b'[' | b'}').then_some(brace)
}

/// The last position before `at` that is no white space.
fn before_space(text: &[u8], at: usize) -> Option<usize> {
    let spaces = text[..at].iter().rev().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))?;
    Some(at - 1 - spaces)
}
