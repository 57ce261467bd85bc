//! Searching for one needle, and in the same pass for escapes that may write it.

use super::value::searchable_part;
use crate::scan::skip_space;
use crate::simd::{Blocks, Isa, Scan};

/// Bytes from the rarest in logs to the commonest, roughly; what is not named is rarer than these.
const RARE_FIRST: &[u8] = b"QZXJKYWVHUBGFMPDLNCSROTIAEzqxjk_wvybgfhpumdlcsn9876543r-iot.ae210:, \"";

/// One needle, prepared.
#[derive(Debug, Clone)]
pub(super) struct Finder {
    /// What stands in the text: a part of a value, or a lower-case name between quotes.
    pattern: Vec<u8>,
    kind: Kind,
    /// The positions in the pattern of the two bytes that are looked for together.
    probes: [usize; 2],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Value,
    /// In any letter case, and what follows is not null.
    Key,
}

/// The ASCII characters of a clause's needles: an escape of one of them counts as a needle.
#[derive(Debug, Clone)]
pub(super) struct Characters([bool; 128]);

impl Characters {
    pub(super) fn none() -> Characters {
        Characters([false; 128])
    }

    /// Whether the escape at `at` writes one of the characters: `\u00XX`, as others write none of ASCII.
    fn are_written_at(&self, text: &[u8], at: usize) -> bool {
        let Some([b'\\', b'u', b'0', b'0', high, low]) = text.get(at..at + 6) else { return false };
        let digit = |digit: u8| char::from(digit).to_digit(16);
        let (Some(high), Some(low)) = (digit(*high), digit(*low)) else { return false };
        self.0.get((high * 16 + low) as usize).copied().unwrap_or(false)
    }
}

impl Finder {
    /// A finder for a text within values. Nothing where no part of it can be searched for.
    pub(super) fn value(value: &str, characters: &mut Characters) -> Option<Finder> {
        let part = searchable_part(value)?;
        part.bytes().for_each(|byte| characters.0[usize::from(byte)] = true);
        Some(Finder::new(part.as_bytes().to_vec(), Kind::Value))
    }

    /// A finder for a member by its name. Nothing where JSON could write the name by an escape other than `\u00XX`.
    pub(super) fn key(name: &str, characters: &mut Characters) -> Option<Finder> {
        if !name.is_empty() && searchable_part(name) != Some(name) {
            return None;
        }
        for byte in name.bytes() {
            characters.0[usize::from(byte.to_ascii_lowercase())] = true;
            characters.0[usize::from(byte.to_ascii_uppercase())] = true;
        }
        Some(Finder::new(format!("\"{}\"", name.to_ascii_lowercase()).into_bytes(), Kind::Key))
    }

    fn new(pattern: Vec<u8>, kind: Kind) -> Finder {
        let commonness =
            |at: &usize| RARE_FIRST.iter().position(|byte| *byte == pattern[*at]).map_or(0, |rank| rank + 1);
        let mut positions: Vec<usize> = (0..pattern.len()).collect();
        positions.sort_by_key(commonness);
        let probes = [positions[0], positions.get(1).copied().unwrap_or(positions[0])];
        Finder { pattern, kind, probes }
    }

    /// The first position from `from` on where the needle stands or, if asked for, an escape of one of the characters.
    pub(super) fn find(&self, isa: Isa, text: &[u8], from: usize, escapes: Option<&Characters>) -> Option<usize> {
        isa.run(Find { finder: self, text, from, escapes })
    }

    /// Whether the needle stands at `at`. At the end of the text, where a member's value cannot be seen, it does.
    fn stands_at(&self, text: &[u8], at: usize) -> bool {
        let end = at + self.pattern.len();
        let Some(found) = text.get(at..end) else { return false };
        match self.kind {
            Kind::Value => found == self.pattern,
            Kind::Key => found.eq_ignore_ascii_case(&self.pattern) && has_value(text, end),
        }
    }
}

/// Whether a colon and something other than null follow.
fn has_value(text: &[u8], after_key: usize) -> bool {
    let colon = skip_space(text, after_key);
    match text.get(colon) {
        Some(b':') => !text[skip_space(text, colon + 1)..].starts_with(b"null"),
        Some(_) => false,
        None => true,
    }
}

struct Find<'a> {
    finder: &'a Finder,
    text: &'a [u8],
    from: usize,
    escapes: Option<&'a Characters>,
}

impl Scan for Find<'_> {
    type Output = Option<usize>;

    #[inline(always)]
    fn run<B: Blocks>(self, blocks: B) -> Option<usize> {
        let Find { finder, text, from, escapes } = self;
        match (finder.kind, escapes) {
            (Kind::Value, None) => find::<B, false, false>(blocks, finder, text, from, &Characters::none()),
            (Kind::Value, Some(escapes)) => find::<B, false, true>(blocks, finder, text, from, escapes),
            (Kind::Key, None) => find::<B, true, false>(blocks, finder, text, from, &Characters::none()),
            (Kind::Key, Some(escapes)) => find::<B, true, true>(blocks, finder, text, from, escapes),
        }
    }
}

/// Bit `i` of each mask is the position `at + i`, of the needle's start or of a backslash: whatever is found in one
/// block comes before all that the next one has.
#[inline(always)]
fn find<B: Blocks, const FOLDED: bool, const ESCAPES: bool>(
    blocks: B,
    finder: &Finder,
    text: &[u8],
    from: usize,
    escapes: &Characters,
) -> Option<usize> {
    let [first, second] = finder.probes;
    let (first_byte, second_byte) = match FOLDED {
        true => (finder.pattern[first] | 0x20, finder.pattern[second] | 0x20),
        false => (finder.pattern[first], finder.pattern[second]),
    };
    let stands_at = |hit| finder.stands_at(text, hit) || (ESCAPES && escapes.are_written_at(text, hit));
    let mut at = from;
    // Blocks of the same text side by side, which spares a look at its end for each of them.
    let starts = blocks_from(text, from).iter().zip(blocks_from(text, from + 1));
    let probes = blocks_from(text, from + first).iter().zip(blocks_from(text, from + second));
    for ((start, next), (one, two)) in starts.zip(probes) {
        let mut found = match FOLDED {
            true => blocks.equal_folded(one, first_byte) & blocks.equal_folded(two, second_byte),
            false => blocks.equal(one, first_byte) & blocks.equal(two, second_byte),
        };
        if ESCAPES {
            found |= blocks.equal(start, b'\\') & blocks.equal(next, b'u');
        }
        while found != 0 {
            let hit = at + found.trailing_zeros() as usize;
            if stands_at(hit) {
                return Some(hit);
            }
            found &= found - 1;
        }
        at += 64;
    }
    (at..text.len()).find(|hit| stands_at(*hit))
}

/// The whole blocks of a text from a position on.
#[inline(always)]
fn blocks_from(text: &[u8], from: usize) -> &[[u8; 64]] {
    text.get(from..).unwrap_or_default().as_chunks().0
}
