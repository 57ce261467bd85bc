//! Passing over records of an array that nobody wants to look into.

use super::Fault;
use super::block::aligned_start;
use super::container::{Marks, Strings, closing_byte, depth_after, may_close};
use crate::simd::{Blocks, Isa, Scan};

/// Records that were passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Passed {
    pub(crate) records: usize,
    /// Where the last of them ends; where the first begins where there are none.
    pub(crate) end: usize,
}

/// Who looks at the blocks on the way for something that ends the passing.
pub(crate) trait Lookout {
    /// Where in the text something stands that nobody may pass: at or after `from`, before the end of the block at
    /// `at`, the first if there are several. Each block is shown once, with the places of its backslashes.
    fn block<B: Blocks>(
        &mut self,
        blocks: B,
        block: B::Loaded,
        at: usize,
        backslashes: u64,
        from: usize,
    ) -> Option<usize>;
}

/// Nobody looks out.
struct Nobody;

impl Lookout for Nobody {
    #[inline(always)]
    fn block<B: Blocks>(&mut self, _: B, _: B::Loaded, _: usize, _: u64, _: usize) -> Option<usize> {
        None
    }
}

/// How far a passing with a lookout came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sighting {
    /// Something stands here, in the record that follows those passed over.
    At(usize),
    /// Nothing stands in the rest of the text.
    Nothing,
    /// The passing ended for another reason.
    Unknown,
}

/// Passes over at most `most` records from the one whose brace is at `start`, as long as they end at or before `until`.
///
/// It stops early where a record is not followed by `,{` and so by the next one, and where the text ends within a
/// record. All blocks of the text are read once, whatever number of records they hold.
pub(crate) fn pass_records(isa: Isa, text: &[u8], start: usize, until: usize, most: usize) -> Result<Passed, Fault> {
    let Came { passed, is_stopped, .. } = isa.run(Pass { text, start, until, most, lookout: Nobody });
    // Whether the first record reaches beyond `until` cannot be told where the text does not.
    let is_cut = !is_stopped && passed.records == 0 && text.len() <= until;
    if is_cut { Err(Fault::cut(text)) } else { Ok(passed) }
}

/// [`pass_records`], up to the record in which `lookout` sees something.
pub(crate) fn pass_records_watched(isa: Isa, text: &[u8], start: usize, lookout: impl Lookout) -> (Passed, Sighting) {
    let Came { passed, until, is_stopped } =
        isa.run(Pass { text, start, until: usize::MAX, most: usize::MAX, lookout });
    let sighting = match until {
        usize::MAX if is_stopped => Sighting::Unknown,
        usize::MAX => Sighting::Nothing,
        at => Sighting::At(at),
    };
    (passed, sighting)
}

/// How far a passing came.
struct Came {
    passed: Passed,
    until: usize,
    /// A record ended it.
    is_stopped: bool,
}

/// What to pass over. It is a scan by itself and not a part of what calls for it, so that all that a passing needs for
/// each block fits into registers.
struct Pass<'t, L> {
    text: &'t [u8],
    start: usize,
    until: usize,
    most: usize,
    lookout: L,
}

impl<L: Lookout> Scan for Pass<'_, L> {
    type Output = Came;

    #[inline(always)]
    fn run<B: Blocks>(self, blocks: B) -> Came {
        let Pass { text, start, until, most, lookout } = self;
        let passed = Passed { records: 0, end: start };
        let at = aligned_start(text, start);
        let strings = Strings::default();
        let mut passing = Passing { text, until, most, at, depth: 0, strings, passed, lookout };
        let is_stopped = passing.blocks(blocks);
        Came { passed: passing.passed, until: passing.until, is_stopped }
    }
}

/// A passing under way.
struct Passing<'t, L> {
    text: &'t [u8],
    /// Where the last record must end at the latest; the lookout sets it to what it sees.
    until: usize,
    most: usize,
    /// Where the next block begins.
    at: usize,
    /// How many brackets are open there, and whether a string is.
    depth: u64,
    strings: Strings,
    passed: Passed,
    lookout: L,
}

impl<L: Lookout> Passing<'_, L> {
    /// Reads block after block and tells whether a record ended the passing.
    #[inline(always)]
    fn blocks<B: Blocks>(&mut self, blocks: B) -> bool {
        let (start, aligned) = (self.passed.end, self.at);
        let (whole, tail) = self.text.get(aligned..).unwrap_or_default().as_chunks::<64>();
        let mut end = [0; 64];
        end[..tail.len()].copy_from_slice(tail);
        let (head, whole) = whole.split_first().unwrap_or((&end, whole));
        // What stands before the first record means nothing here.
        let mut first = [0; 64];
        first[start - aligned..].copy_from_slice(&head[start - aligned..]);
        if self.block(blocks, &first) {
            return true;
        }
        for block in whole {
            if self.at > self.until {
                return false;
            }
            if self.block(blocks, block) {
                return true;
            }
        }
        self.at <= self.until && self.at < self.text.len() && self.block(blocks, &end)
    }

    /// Reads the next block and tells whether no more records shall or can be passed over.
    #[inline(always)]
    fn block<B: Blocks>(&mut self, blocks: B, block: &[u8; 64]) -> bool {
        let block = blocks.load(block);
        let Marks { backslashes, opens, closes, .. } = self.strings.marks(blocks, block);
        let at = self.at;
        if let Some(seen) = self.lookout.block(blocks, block, at, backslashes, self.passed.end) {
            self.until = seen;
        }
        self.at += 64;
        if !may_close(opens, closes, self.depth) {
            self.depth = depth_after(opens, closes, self.depth);
            return false;
        }
        let block = Block { at, opens, closes, depth: self.depth };
        let ends = block.ends(self.text, self.until, self.most - self.passed.records);
        self.depth = ends.depth;
        if ends.records > 0 {
            self.passed = Passed { records: self.passed.records + ends.records, end: ends.end };
        }
        ends.stop
    }
}

/// A block in which a record may end.
struct Block {
    at: usize,
    opens: u64,
    closes: u64,
    depth: u64,
}

/// The records that end in a block.
struct Ends {
    records: usize,
    /// Where the last of them does.
    end: usize,
    /// The depth after the block.
    depth: u64,
    /// No more records shall or can be passed over.
    stop: bool,
}

impl Block {
    #[inline(never)]
    fn ends(self, text: &[u8], until: usize, most: usize) -> Ends {
        let Block { at, mut opens, mut closes, mut depth } = self;
        let mut ends = Ends { records: 0, end: 0, depth: 0, stop: false };
        while let Some(bit) = closing_byte(opens, closes, depth) {
            let end = at + bit + 1;
            if end > until {
                return Ends { stop: true, ..ends };
            }
            ends = Ends { records: ends.records + 1, end, ..ends };
            if ends.records >= most || text.get(end..end + 2) != Some(&b",{"[..]) {
                return Ends { stop: true, ..ends };
            }
            // The next record's brace is among what is left of this block, or in the next one.
            let rest = (u64::MAX - 1) << bit;
            opens &= rest;
            closes &= rest;
            depth = 0;
        }
        Ends { depth: depth_after(opens, closes, depth), ..ends }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Passed, pass_records};
    use crate::scan::{Fault, container_end};
    use crate::simd::Isa;

    /// One record after the other.
    fn one_by_one(text: &[u8], start: usize, until: usize, most: usize) -> Result<Passed, Fault> {
        let mut passed = Passed { records: 0, end: start };
        let mut record = start;
        loop {
            let end = match container_end(Isa::detect(), text, record + 1) {
                Ok(end) => end,
                // What is not known to end before `until` may reach beyond it.
                Err(fault) if passed.records == 0 && text.len() <= until => return Err(fault),
                Err(_) => return Ok(passed),
            };
            if end > until {
                return Ok(passed);
            }
            passed = Passed { records: passed.records + 1, end };
            if passed.records == most || !text[end..].starts_with(b",{") {
                return Ok(passed);
            }
            record = end + 1;
        }
    }

    fn record() -> impl Strategy<Value = String> {
        let member = prop::sample::select(vec![
            r#""a":{}"#,
            r#""b":[{"c":[]},{"c":1}]"#,
            r#""d":"},{""#,
            r#""e":"\\","f":"\"}""#,
            r#""g":"a text that goes on over the end of a block of sixty-four bytes, and then some more""#,
            r#""h":{"i":{"j":{"k":null}}}"#,
        ]);
        prop::collection::vec(member, 0..6).prop_map(|members| format!("{{{}}}", members.join(",")))
    }

    proptest! {
        #[test]
        fn records_end_where_they_do_one_by_one(
            records in prop::collection::vec(record(), 1..20),
            before in 0usize..70,
            odd in prop::sample::select(vec![",", ", ", "\n", "", "]"]),
            cut in 0usize..200,
            until in 0usize..3000,
            most in 1usize..30,
        ) {
            let mut text = " ".repeat(before);
            let middle = records.len() / 2;
            text.push_str(&records[..middle].join(","));
            if middle > 0 {
                text.push_str(odd);
            }
            text.push_str(&records[middle..].join(","));
            text.truncate(text.len().saturating_sub(cut).max(before + 1));
            for until in [until, usize::MAX] {
                let expected = one_by_one(text.as_bytes(), before, until, most);
                for isa in Isa::available() {
                    let passed = pass_records(isa, text.as_bytes(), before, until, most);
                    prop_assert_eq!(passed.as_ref().ok(), expected.as_ref().ok(), "{:?} {}", isa, text);
                }
            }
        }
    }
}
