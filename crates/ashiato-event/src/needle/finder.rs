//! Searching for one needle, and in the same pass for escapes that may write it.

use std::sync::OnceLock;

use super::probes::{rare_pair, seldom_pair};
use super::value::searchable_part;
use crate::scan::{aligned_start, skip_space};
use crate::simd::{Blocks, Isa, Scan};

/// How much of a text tells how often bytes stand together in it: some tens of records.
const SAMPLE_BYTES: usize = 64 << 10;

/// One needle, prepared.
#[derive(Debug, Clone)]
pub(super) struct Finder {
    /// What stands in the text: a part of a value, or a lower-case name between quotes.
    pattern: Vec<u8>,
    kind: Kind,
    /// The positions in the pattern of the two bytes that are looked for together, in their order: the pair that the
    /// first text of some length had least of.
    probes: OnceLock<[usize; 2]>,
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
        Finder { pattern, kind, probes: OnceLock::new() }
    }

    /// Whether letter case is nothing to it.
    pub(super) fn is_folded(&self) -> bool {
        self.kind == Kind::Key
    }

    /// What to look for in `text`, and in others like it.
    pub(super) fn probe(&self, text: &[u8]) -> Probe {
        let fold = if self.is_folded() { 0x20 } else { 0 };
        let probes = match self.probes.get() {
            Some(probes) => *probes,
            None if text.len() < SAMPLE_BYTES => rare_pair(&self.pattern),
            None => *self.probes.get_or_init(|| seldom_pair(&self.pattern, fold, &text[..SAMPLE_BYTES])),
        };
        let [first, second] = probes;
        Probe {
            first: self.pattern[first] | fold,
            second: self.pattern[second] | fold,
            first_at: first,
            apart: second - first,
        }
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

/// Each block is read once. Where the first of the two bytes stands in the block before, the second one stands in the
/// same block or in this one; so each block is judged when the next one is there.
#[inline(always)]
fn find<B: Blocks, const FOLDED: bool, const ESCAPES: bool>(
    blocks: B,
    finder: &Finder,
    text: &[u8],
    from: usize,
    escapes: &Characters,
) -> Option<usize> {
    let probe = finder.probe(text);
    let first_hit = |block: usize, pairs: u64, backslashes: u64| {
        finder.first_hit(text, from, block, probe.first_at, pairs, backslashes, escapes)
    };
    let mut before = Marks::default();
    let mut at = aligned_start(text, from);
    let (whole, tail) = text.get(at..).unwrap_or_default().as_chunks::<64>();
    let (twos, odd) = whole.as_chunks::<2>();
    for [one, two] in twos {
        let one = probe.marks::<B, FOLDED, ESCAPES>(blocks, one);
        let two = probe.marks::<B, FOLDED, ESCAPES>(blocks, two);
        let (pairs, next_pairs) = (probe.pairs(before, one), probe.pairs(one, two));
        if (pairs | next_pairs | before.backslashes | one.backslashes) != 0 {
            let hit = first_hit(at.wrapping_sub(64), pairs, before.backslashes);
            let hit = hit.or_else(|| first_hit(at, next_pairs, one.backslashes));
            if hit.is_some() {
                return hit;
            }
        }
        before = two;
        at += 128;
    }
    let mut end = [0; 64];
    end[..tail.len()].copy_from_slice(tail);
    // A block of nothing comes at the end, so that the last one is judged as well.
    for block in odd.iter().chain([&end, &[0; 64]]) {
        let now = probe.marks::<B, FOLDED, ESCAPES>(blocks, block);
        let pairs = probe.pairs(before, now);
        let hit = first_hit(at.wrapping_sub(64), pairs, before.backslashes);
        if hit.is_some() {
            return hit;
        }
        before = now;
        at += 64;
    }
    None
}

/// Two bytes that are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Probe {
    first: u8,
    second: u8,
    /// Where the first of them stands in the needle.
    first_at: usize,
    /// From the one to the other: less than 64.
    apart: usize,
}

/// Where the two bytes stand in a block, and backslashes.
#[derive(Clone, Copy, Default)]
struct Marks {
    first: u64,
    second: u64,
    backslashes: u64,
}

impl Probe {
    #[inline(always)]
    fn marks<B: Blocks, const FOLDED: bool, const ESCAPES: bool>(self, blocks: B, block: &[u8; 64]) -> Marks {
        let block = blocks.load(block);
        let (first, second) = self.places::<B, FOLDED>(blocks, block);
        Marks { first, second, backslashes: if ESCAPES { blocks.equal(block, b'\\') } else { 0 } }
    }

    /// Where each of the two stands.
    #[inline(always)]
    pub(super) fn places<B: Blocks, const FOLDED: bool>(self, blocks: B, block: B::Loaded) -> (u64, u64) {
        match FOLDED {
            true => (blocks.equal_folded(block, self.first), blocks.equal_folded(block, self.second)),
            false => (blocks.equal(block, self.first), blocks.equal(block, self.second)),
        }
    }

    /// Where the second of the two stands in the needle.
    pub(super) fn second_at(self) -> usize {
        self.first_at + self.apart
    }

    /// Where the two stand as far apart as they must, the second one in this block. `before` is where the first one
    /// stands in the block before.
    #[inline(always)]
    pub(super) fn pairs_that_end(self, before: u64, first: u64, second: u64) -> u64 {
        // Two shifts, as one by 64 would be none.
        second & ((first << self.apart) | (before >> 1 >> (63 - self.apart)))
    }

    /// Where the two stand as far apart as they must, the first one in the block before.
    #[inline(always)]
    fn pairs(self, before: Marks, now: Marks) -> u64 {
        // Two shifts, as one by 64 would be none.
        before.first & ((before.second >> self.apart) | (now.second << 1 << (63 - self.apart)))
    }
}

impl Finder {
    /// The first hit from `from` on of which one byte, or an escape, stands in the block at `block`: `pairs` is where
    /// that byte does, and `offset` where it stands in the needle.
    #[inline(never)]
    #[expect(clippy::too_many_arguments, reason = "what a loop over blocks knows at a block")]
    pub(super) fn first_hit(
        &self,
        text: &[u8],
        from: usize,
        block: usize,
        offset: usize,
        pairs: u64,
        backslashes: u64,
        escapes: &Characters,
    ) -> Option<usize> {
        let needle = positions(block, pairs)
            .filter_map(|at| at.checked_sub(offset))
            .find(|hit| *hit >= from && self.stands_at(text, *hit));
        let escape = positions(block, backslashes).find(|hit| *hit >= from && escapes.are_written_at(text, *hit));
        let Some(escape) = escape else { return needle };
        // A needle that begins before the escape may have the byte that tells of it in the next block.
        let earlier = || (from.max(block.saturating_sub(offset))..escape).find(|hit| self.stands_at(text, *hit));
        needle.filter(|needle| *needle < escape).or_else(earlier).or(Some(escape))
    }
}

/// The positions of a mask's bits.
fn positions(block: usize, mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (mask != 0).then(|| mask.trailing_zeros() as usize)?;
        mask &= mask - 1;
        Some(block + bit)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Characters, Finder};
    use crate::simd::Isa;

    /// Text that is dense in what is looked for, and in escapes of it.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "AK",
            "AKIA",
            "\"Arn\":",
            "\"arn\":null,",
            "\\u0041",
            "\\u0061",
            "\\u00e9",
            "\\\\",
            "\\",
            "x",
            "A",
            "twelve bytes",
        ]);
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn the_first_hit_is_the_first_there_is(text in text(), from in 0usize..200, long in 0usize..90) {
            let mut characters = Characters::none();
            let value = format!("AK{}IA", "x".repeat(long));
            for finder in [
                Finder::value("A", &mut characters),
                Finder::value("AKIA", &mut characters),
                Finder::value(&value, &mut characters),
                Finder::key("arn", &mut characters),
            ] {
                let finder = finder.expect("there is something to search for");
                let text = text.replace("twelve bytes", &value);
                let text = text.as_bytes();
                for escapes in [None, Some(&characters)] {
                    let stands = |at: &usize| {
                        finder.stands_at(text, *at) || escapes.is_some_and(|escapes| escapes.are_written_at(text, *at))
                    };
                    let expected = (from..text.len()).find(stands);
                    for isa in Isa::available() {
                        prop_assert_eq!(finder.find(isa, text, from, escapes), expected, "{:?}", isa);
                    }
                }
            }
        }
    }
}
