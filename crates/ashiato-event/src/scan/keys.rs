//! The keys of one kind of object: which are wanted, and which are expected next.
//!
//! Records of one log have their keys in nearly the same order. So each key remembers which key followed it the last
//! two times, as bytes with the quotes and the colon; when the guess is right, a key costs one comparison.

use super::string::key_equals;
use super::{Fault, block::half_block_at, object::key_at};
use crate::simd::Blocks;

/// The number that stands for no slot and no node.
pub(crate) const NONE: u32 = u32::MAX;

/// Spellings that are remembered for one kind of object. Objects with unbounded key sets must not fill the memory.
const KNOWN_KEYS_MAX: usize = 96;

/// The longest key with quotes and colon that is compared at once.
const PATTERN_BYTES: usize = 32;

/// Where a key's value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Target {
    /// The slot for its span, or [`NONE`] where nobody wants it.
    pub(crate) slot: u32,
    /// The node for its members where it is an object, or [`NONE`].
    pub(crate) node: u32,
}

impl Target {
    pub(crate) const UNWANTED: Target = Target { slot: NONE, node: NONE };
}

/// A key as it was met. One lies in one cache line.
#[derive(Debug, Clone)]
#[repr(align(64))]
struct KnownKey {
    /// `"key":` as bytes, with zeros behind.
    pattern: [u8; PATTERN_BYTES],
    /// The pattern's length; more than it can hold where nothing shall match.
    length: u32,
    target: Target,
    /// What followed it the last time, and what did before that changed.
    next: u32,
    next_before: u32,
}

/// Room for a key, its value's first block, and what comes after that. Positions in it need no check.
pub(super) type Window = [u8; 2 * PATTERN_BYTES + 64 + 64];

/// The keys of one kind of object.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    wanted: Vec<(Box<str>, Target)>,
    /// The first stands for the start of the object and matches nothing.
    known: Vec<KnownKey>,
}

/// A key that was found: its number, for the search of the next one; where its value goes, and where that begins.
pub(crate) type FoundKey = (usize, Target, usize);

/// The number before the first key of an object.
pub(crate) const START: usize = 0;

impl Keys {
    pub(crate) fn new() -> Keys {
        let start = KnownKey {
            pattern: [0; PATTERN_BYTES],
            length: PATTERN_BYTES as u32 + 1,
            target: Target::UNWANTED,
            next: 0,
            next_before: 0,
        };
        Keys { wanted: Vec::new(), known: vec![start] }
    }

    /// The target of a lower-cased name.
    pub(crate) fn wanted(&self, name: &str) -> Option<Target> {
        self.wanted.iter().find(|(wanted, _)| **wanted == *name).map(|(_, target)| *target)
    }

    pub(crate) fn want(&mut self, name: &str, target: Target) {
        self.wanted.push((name.into(), target));
    }

    pub(super) fn wanted_names(&self) -> impl Iterator<Item = &str> {
        self.wanted.iter().map(|(name, _)| &**name)
    }

    pub(crate) fn targets(&self) -> impl Iterator<Item = Target> {
        self.wanted.iter().map(|(_, target)| *target)
    }

    /// Gives the wanted member of this slot a node of its own.
    pub(crate) fn set_node(&mut self, slot: u32, node: u32) {
        for (_, target) in self.wanted.iter_mut().filter(|(_, target)| target.slot == slot) {
            target.node = node;
        }
    }

    /// The key whose opening quote is at `at`, `before` being the number of the key before it. White space may stand
    /// before the value.
    #[inline(always)]
    pub(crate) fn find<B: Blocks>(
        &mut self,
        blocks: B,
        text: &[u8],
        at: usize,
        before: usize,
    ) -> Result<FoundKey, Fault> {
        let mut pad = None;
        let start = half_block_at(text, at, &mut pad);
        let guess = self.known[before].next as usize;
        let known = &self.known[guess];
        if blocks.same_start(start, &known.pattern, known.length) {
            return Ok((guess, known.target, at + known.length as usize));
        }
        let second = self.known[before].next_before as usize;
        let known = &self.known[second];
        if blocks.same_start(start, &known.pattern, known.length) {
            let found = (second, known.target, at + known.length as usize);
            self.expect(before, second);
            return Ok(found);
        }
        self.find_unexpected(text, at, before)
    }

    /// The key that begins at the window's start, where it is the one that is most expected there and its value follows
    /// at once, with the value's position in the window: at most [`PATTERN_BYTES`].
    #[inline(always)]
    pub(super) fn expected<B: Blocks>(&self, blocks: B, window: &Window, before: usize) -> Option<FoundKey> {
        let guess = self.known[before].next as usize;
        let known = &self.known[guess];
        let start = window.first_chunk()?;
        blocks.same_start(start, &known.pattern, known.length).then_some((
            guess,
            known.target,
            known.length as usize % (2 * PATTERN_BYTES),
        ))
    }

    #[inline(always)]
    fn expect(&mut self, before: usize, next: usize) {
        let known = &mut self.known[before];
        known.next_before = known.next;
        known.next = next as u32;
    }

    #[inline(never)]
    fn find_unexpected(&mut self, text: &[u8], at: usize, before: usize) -> Result<FoundKey, Fault> {
        let (key, after) = key_at(text, at)?;
        let spelling = text[at..after].trim_ascii_end();
        let number = self
            .known
            .iter()
            .position(|known| known.length as usize == spelling.len() && known.pattern.starts_with(spelling));
        if let Some(number) = number {
            self.expect(before, number);
            return Ok((number, self.known[number].target, after));
        }
        let raw = &text[key];
        let target =
            self.wanted.iter().find(|(name, _)| key_equals(raw, name)).map_or(Target::UNWANTED, |(_, target)| *target);
        let number = self.learn(spelling, target);
        if number != START {
            self.expect(before, number);
        }
        Ok((number, target, after))
    }

    /// Remembers a spelling where it is short and without spaces around the colon, and there is room for it.
    fn learn(&mut self, spelling: &[u8], target: Target) -> usize {
        if spelling.len() > PATTERN_BYTES || !spelling.ends_with(b"\":") || self.known.len() >= KNOWN_KEYS_MAX {
            return START;
        }
        let mut pattern = [0; PATTERN_BYTES];
        pattern[..spelling.len()].copy_from_slice(spelling);
        let length = spelling.len() as u32;
        self.known.push(KnownKey { pattern, length, target, next: 0, next_before: 0 });
        self.known.len() - 1
    }
}
