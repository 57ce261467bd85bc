//! Searching for a member by its name, in any letter case, whose value is not null.

use crate::scan::skip_space;
use crate::simd::{Blocks, Isa, Scan};

/// Letters, digits and others from the rarest in logs to the commonest, roughly.
const RARE_FIRST: &[u8] = b"zqxjk-_wvybgfh0123456789pumdlcsnriotae\"";

/// A member's name, prepared.
#[derive(Debug, Clone)]
pub(super) struct KeyFinder {
    /// The name, lower-case, between quotes.
    quoted: Vec<u8>,
    /// The positions in it of the two bytes that are looked for together.
    probes: [usize; 2],
}

impl KeyFinder {
    /// Nothing where the name has characters that JSON could write by an escape other than `\u00XX`.
    pub(super) fn new(name: &str) -> Option<KeyFinder> {
        let is_plain = |byte: u8| matches!(byte, b' '..=0x7f) && !matches!(byte, b'"' | b'\\' | b'/');
        if !name.bytes().all(is_plain) {
            return None;
        }
        let mut quoted = vec![b'"'];
        quoted.extend(name.bytes().map(|byte| byte.to_ascii_lowercase()));
        quoted.push(b'"');
        let rarity = |&at: &usize| RARE_FIRST.iter().position(|byte| *byte == quoted[at]).unwrap_or(0);
        let mut positions: Vec<usize> = (0..quoted.len()).collect();
        positions.sort_by_key(rarity);
        let probes = [positions[0], positions[1]];
        Some(KeyFinder { quoted, probes })
    }

    /// The characters of the name in both cases.
    pub(super) fn characters(&self) -> impl Iterator<Item = u8> {
        let name = &self.quoted[1..self.quoted.len() - 1];
        name.iter().flat_map(|byte| [*byte, byte.to_ascii_uppercase()])
    }

    /// The first position from `from` on where the member stands.
    pub(super) fn find(&self, isa: Isa, text: &[u8], from: usize) -> Option<usize> {
        isa.run(Find { finder: self, text, from })
    }

    /// Whether the member stands at `at`. At the end of the text, where the value cannot be seen, it does.
    fn stands_at(&self, text: &[u8], at: usize) -> bool {
        let Some(found) = text.get(at..at + self.quoted.len()) else { return false };
        if !found.eq_ignore_ascii_case(&self.quoted) {
            return false;
        }
        let colon = skip_space(text, at + self.quoted.len());
        match text.get(colon) {
            Some(b':') => !text[skip_space(text, colon + 1)..].starts_with(b"null"),
            Some(_) => false,
            None => true,
        }
    }
}

struct Find<'a> {
    finder: &'a KeyFinder,
    text: &'a [u8],
    from: usize,
}

impl Scan for Find<'_> {
    type Output = Option<usize>;

    #[inline(always)]
    fn run<B: Blocks>(self, blocks: B) -> Option<usize> {
        let Find { finder, text, from } = self;
        let [first, second] = finder.probes;
        let first_byte = finder.quoted[first] | 0x20;
        let second_byte = finder.quoted[second] | 0x20;
        let mut at = from;
        while let (Some(one), Some(two)) = (block(text, at + first), block(text, at + second)) {
            let mut hits = blocks.equal_folded(one, first_byte) & blocks.equal_folded(two, second_byte);
            while hits != 0 {
                let hit = at + hits.trailing_zeros() as usize;
                if finder.stands_at(text, hit) {
                    return Some(hit);
                }
                hits &= hits - 1;
            }
            at += 64;
        }
        (at..text.len()).find(|hit| finder.stands_at(text, *hit))
    }
}

#[inline(always)]
fn block(text: &[u8], at: usize) -> Option<&[u8; 64]> {
    text.get(at..)?.first_chunk()
}
