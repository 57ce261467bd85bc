//! Passing over the rest of a record after all that is wanted of it was seen.
//!
//! Of members with the same key the last counts, so the rest must not hold a wanted key again. It is searched for what
//! could be one, at any depth, while its brackets are counted: a string as long as a wanted key, and the same but for
//! the letter case, or a key with an escape in it. Where there is such a string, the walk goes on key by key.

use super::container::{Watch, skip_watched};
use super::keys::Keys;
use super::object::quote_after;
use super::string::key_equals;
use super::{Fault, skip_space};
use crate::simd::Blocks;

/// To look for more keys costs as much as the walk does.
const KEYS_MAX: usize = 4;

/// The longest key that is looked for: its quotes must stand in two blocks that follow each other.
const KEY_BYTES_MAX: usize = 62;

/// The lengths of the wanted keys.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    /// In the order of the keys; those after the last are as it is.
    lengths: [u32; KEYS_MAX],
}

impl Tail {
    /// Nothing where too many keys are wanted, or one that is too long.
    pub(super) fn of(keys: &Keys) -> Option<Tail> {
        let names = || keys.wanted_names().map(str::len);
        if names().count() > KEYS_MAX || names().any(|length| length > KEY_BYTES_MAX) {
            return None;
        }
        let mut lengths = [names().last()? as u32; KEYS_MAX];
        lengths.iter_mut().zip(names()).for_each(|(length, name)| *length = name as u32);
        Some(Tail { lengths })
    }
}

/// From before a key of the record to just after its closing brace. Nothing where a wanted key may follow.
#[inline(always)]
pub(super) fn skip_tail<B: Blocks>(
    blocks: B,
    text: &[u8],
    at: usize,
    tail: Tail,
    keys: &Keys,
) -> Result<Option<usize>, Fault> {
    skip_watched(blocks, text, at, &mut Rest { tail, keys, opened_before: 0, escapes_seen: at })
}

/// Looks for the wanted keys.
struct Rest<'a> {
    tail: Tail,
    keys: &'a Keys,
    /// Where strings opened in the block before.
    opened_before: u64,
    /// Strings with escapes that end before this were looked at.
    escapes_seen: usize,
}

impl Watch for Rest<'_> {
    #[inline(always)]
    fn block<B: Blocks>(
        &mut self,
        _: B,
        text: &[u8],
        block: usize,
        opening: u64,
        closing: u64,
        backslashes: u64,
    ) -> bool {
        let mut ends = 0;
        for length in self.tail.lengths {
            // From one quote to the other. A string that opened in the block before may close in this one.
            let apart = length + 1;
            ends |= (opening << apart) | (self.opened_before >> (64 - apart));
        }
        ends &= closing;
        self.opened_before = opening;
        (ends == 0 || !is_wanted_key(text, block, ends, self.keys))
            && (backslashes == 0 || !is_escaped_key(text, block, backslashes, &mut self.escapes_seen))
    }
}

/// Whether a wanted key ends at one of these quotes.
#[inline(never)]
fn is_wanted_key(text: &[u8], block: usize, mut ends: u64, keys: &Keys) -> bool {
    while ends != 0 {
        let end = block + ends.trailing_zeros() as usize;
        ends &= ends - 1;
        let is_at_end = |name: &str| {
            let key = end.checked_sub(name.len()).and_then(|start| text.get(start..end));
            key.is_some_and(|key| key_equals(key, name))
        };
        if keys.wanted_names().any(is_at_end) {
            return true;
        }
    }
    false
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
