//! One pass over a record that notes where the wanted values lie.

use super::container::skip_container;
use super::keys::{Keys, NONE, START, Target, Window};
use super::literal::literal;
use super::string::{check_escapes, string_end};
use super::tail::skip_tail;
use super::{Fault, Kind, Notes, Places, Span, skip_space};
use crate::simd::Blocks;

/// An object that the walk has gone into, to come back to the one around it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    node: u32,
    key: usize,
    slot: u32,
    start: usize,
}

/// Notes the values of the wanted places in the value at `at`, and gives where the value ends.
///
/// Nothing was noted before; what is not met stays missing. Of members with the same key the last counts.
#[inline(always)]
pub(crate) fn walk_value<B: Blocks>(
    blocks: B,
    places: &mut Places,
    text: &[u8],
    at: usize,
    notes: &mut impl Notes,
) -> Result<usize, Fault> {
    let top = places.top();
    if top.node == NONE || text.get(at) != Some(&b'{') {
        return plain_value(blocks, text, at, top, notes);
    }
    let end = walk_object(blocks, places, text, at, top.node, notes)?;
    notes.note(top.slot, Span::new(at, end, Kind::Object));
    Ok(end)
}

#[inline(always)]
fn walk_object<B: Blocks>(
    blocks: B,
    places: &mut Places,
    text: &[u8],
    start: usize,
    top: u32,
    notes: &mut impl Notes,
) -> Result<usize, Fault> {
    let Places { nodes, stack, tail, .. } = places;
    stack.clear();
    // How the rest may be passed over once all wanted members of the record were seen. Tried once, as it may be in vain.
    let mut tail = *tail;
    let mut node = top;
    let mut key = START;
    let mut at = skip_space(text, start + 1);
    if text.get(at) == Some(&b'}') {
        return Ok(at + 1);
    }
    loop {
        let keys = &mut nodes[node as usize];
        if let Some(short) = short_text(blocks, keys, text, at, key, notes) {
            key = short.key;
            at = short.end;
            if short.key_follows && tail.is_none() {
                at += 1;
                continue;
            }
        } else {
            let (found, target, value) = keys.find(blocks, text, at, key)?;
            let value = skip_space(text, value);
            key = found;
            if target.node != NONE && text.get(value) == Some(&b'{') {
                forget(nodes, target, notes);
                stack.push(Frame { node, key, slot: target.slot, start: value });
                node = target.node;
                key = START;
                at = skip_space(text, value + 1);
                if text.get(at) != Some(&b'}') {
                    continue;
                }
            } else {
                if target.node != NONE {
                    forget(nodes, target, notes);
                }
                at = plain_value(blocks, text, value, target, notes)?;
            }
        }
        // After a value, or at the closing brace of an empty object: close what ends here, and go to the next key.
        loop {
            match text.get(at) {
                Some(b',') => {
                    at += 1;
                    if text.get(at) != Some(&b'"') {
                        at = skip_space(text, at);
                    }
                    if let Some(rest) = tail
                        && stack.is_empty()
                        && nodes[top as usize].targets().all(|target| notes.has(target.slot))
                    {
                        if let Some(end) = skip_tail(blocks, text, at, rest, &nodes[top as usize])? {
                            return Ok(end);
                        }
                        tail = None;
                    }
                    break;
                }
                Some(b'}') => {
                    at += 1;
                    let Some(frame) = stack.pop() else { return Ok(at) };
                    notes.note(frame.slot, Span::new(frame.start, at, Kind::Object));
                    node = frame.node;
                    key = frame.key;
                }
                Some(b' ' | b'\n' | b'\r' | b'\t') => at = skip_space(text, at),
                _ => return Err(Fault::expected(text, at, "neither a comma nor a closing brace follows a value")),
            }
        }
    }
}

/// A member that was read at one look.
struct ShortText {
    key: usize,
    /// Just after the value.
    end: usize,
    /// Whether a comma and the next key come at once.
    key_follows: bool,
}

/// Reads the member at `at` where it is as nearly all are: the key is the one that is most expected, and the value a
/// string without escapes that ends in its first block. Where it is not, nothing is noted.
#[inline(always)]
fn short_text<B: Blocks>(
    blocks: B,
    keys: &Keys,
    text: &[u8],
    at: usize,
    before: usize,
    notes: &mut impl Notes,
) -> Option<ShortText> {
    let window: &Window = text.get(at..)?.first_chunk()?;
    let (key, target, value) = keys.expected(blocks, window, before)?;
    if window[value] != b'"' || target.node != NONE {
        return None;
    }
    let block = blocks.load(window[value + 1..].first_chunk()?);
    let quotes = blocks.equal(block, b'"');
    let stops = quotes | blocks.equal(block, b'\\');
    let first = stops & stops.wrapping_neg();
    if quotes & first == 0 {
        return None;
    }
    let end = value + 1 + stops.trailing_zeros() as usize;
    if target.slot != NONE {
        notes.note(target.slot, Span::new(at + value + 1, at + end, Kind::Text));
    }
    Some(ShortText { key, end: at + end + 1, key_follows: window[end + 1] == b',' && window[end + 2] == b'"' })
}

/// A value that is not looked into: notes its span where it is wanted.
#[inline(always)]
fn plain_value<B: Blocks>(
    blocks: B,
    text: &[u8],
    at: usize,
    target: Target,
    notes: &mut impl Notes,
) -> Result<usize, Fault> {
    let (span, end) = match text.get(at) {
        Some(b'"') => {
            let (end, escaped) = string_end(blocks, text, at + 1)?;
            if escaped && target.slot != NONE {
                check_escapes(&text[at + 1..end]).map_err(|bad| bad_escape(at + 1 + bad))?;
            }
            (Span::new(at + 1, end, if escaped { Kind::Escaped } else { Kind::Text }), end + 1)
        }
        Some(b'{') => {
            let end = skip_container(blocks, text, at + 1)?;
            (Span::new(at, end, Kind::Object), end)
        }
        Some(b'[') => {
            let end = skip_container(blocks, text, at + 1)?;
            (Span::new(at, end, Kind::Array), end)
        }
        _ => literal(text, at)?,
    };
    if target.slot != NONE {
        notes.note(target.slot, span);
    }
    Ok(end)
}

#[cold]
fn bad_escape(at: usize) -> Fault {
    Fault::new(at, "a string has an escape that JSON does not know")
}

/// Makes a place and all beneath it missing: the same key came before, and that one does not count.
#[inline(always)]
fn forget(nodes: &[Keys], target: Target, notes: &mut impl Notes) {
    if notes.has(target.slot) {
        forget_all(nodes, target, notes);
    }
}

/// Recurses as deep as the wanted places are nested, which no input decides.
#[cold]
fn forget_all(nodes: &[Keys], target: Target, notes: &mut impl Notes) {
    notes.forget(target.slot);
    if target.node != NONE {
        for member in nodes[target.node as usize].targets() {
            forget_all(nodes, member, notes);
        }
    }
}
