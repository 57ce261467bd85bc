//! Passing over the rest of a record after all that is wanted of it was seen.
//!
//! Of members with the same key the last counts, so the rest must not hold a wanted key again. It is searched for what
//! could be one, at any depth, while its brackets are counted: a string with the length and one letter of a wanted key,
//! or a key with an escape in it. Where there is such a string, the walk goes on key by key.

use super::block::block_at;
use super::container::{Watch, skip_watched};
use super::keys::Keys;
use super::object::quote_after;
use super::{Fault, Span, skip_space};
use crate::simd::Blocks;

/// What the one wanted key of a record is known by: its length, and its last letter but one, which tells CloudTrail's
/// keys apart well. To look for two keys costs as much as the walk does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    key_bytes: usize,
    letter: u8,
    slot: u32,
}

impl Tail {
    /// Nothing where several keys are wanted, or one that is too short to be told by a letter.
    pub(super) fn of(keys: &Keys) -> Option<Tail> {
        let (name, slot) = keys.only_wanted()?;
        let letter = *name.as_bytes().iter().rev().nth(1)?;
        // As masks that fold the letter case compare it.
        Some(Tail { key_bytes: name.len(), letter: letter | 0x20, slot })
    }

    /// Whether the key's value was met and its end is known.
    #[inline(always)]
    pub(super) fn is_seen(self, spans: &[Span]) -> bool {
        spans[self.slot as usize] != Span::MISSING
    }
}

/// From before a key of the record to just after its closing brace. Nothing where a wanted key may follow.
#[inline(always)]
pub(super) fn skip_tail<B: Blocks>(blocks: B, text: &[u8], at: usize, tail: Tail) -> Result<Option<usize>, Fault> {
    skip_watched(blocks, text, at, &mut Rest { tail, escapes_seen: at })
}

/// Looks for the wanted key.
struct Rest {
    tail: Tail,
    /// Strings with escapes that end before this were looked at.
    escapes_seen: usize,
}

impl Watch for Rest {
    #[inline(always)]
    fn block<B: Blocks>(&mut self, blocks: B, text: &[u8], block: usize, opening: u64, backslashes: u64) -> bool {
        let Tail { key_bytes, letter, .. } = self.tail;
        let mut pad = None;
        // Seen from the opening quote, the last letter but one is as far off as the key is long, less one.
        let letters = blocks.equal_folded(block_at(text, block + key_bytes - 1, &mut pad), letter);
        let ends = blocks.equal(block_at(text, block + key_bytes + 1, &mut pad), b'"');
        let no_key = letters & ends & opening == 0;
        no_key && (backslashes == 0 || !is_escaped_key(text, block, backslashes, &mut self.escapes_seen))
    }
}

/// Whether one of the strings with these backslashes is a key. Strings that end before `seen` were looked at.
#[inline(never)]
fn is_escaped_key(text: &[u8], block: usize, mut backslashes: u64, seen: &mut usize) -> bool {
    while backslashes != 0 {
        let at = block + backslashes.trailing_zeros() as usize;
        backslashes &= backslashes - 1;
        if at < *seen {
            continue;
        }
        let Ok(end) = quote_after(text, at) else { return true };
        if text.get(skip_space(text, end + 1)) == Some(&b':') {
            return true;
        }
        *seen = end;
    }
    false
}
