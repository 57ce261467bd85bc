//! Passing over records of an array that nobody wants to look into.

use super::Fault;
use super::block::aligned_start;
use super::container::{Marks, Strings, closing_byte, depth_after, may_close};
use crate::simd::Blocks;

/// Records that were passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Passed {
    pub(crate) records: usize,
    /// Where the last of them ends; where the first begins where there are none.
    pub(crate) end: usize,
}

/// Passes over at most `most` records from the one whose brace is at `start`, as long as they end at or before `until`.
///
/// It stops early where a record is not followed by `,{` and so by the next one, and where the text ends within a
/// record. All blocks of the text are read once, whatever number of records they hold.
#[inline(always)]
pub(crate) fn pass_records<B: Blocks>(
    blocks: B,
    text: &[u8],
    start: usize,
    until: usize,
    most: usize,
) -> Result<Passed, Fault> {
    let aligned = aligned_start(text, start);
    let (whole, tail) = text.get(aligned..).unwrap_or_default().as_chunks::<64>();
    let passed = Passed { records: 0, end: start };
    let mut passing = Passing { text, until, most, at: aligned, depth: 0, strings: Strings::default(), passed };
    let mut end = [0; 64];
    end[..tail.len()].copy_from_slice(tail);
    let (head, whole) = whole.split_first().unwrap_or((&end, whole));
    // What stands before the first record means nothing here.
    let mut first = [0; 64];
    first[start - aligned..].copy_from_slice(&head[start - aligned..]);
    if passing.block(blocks, &first) {
        return Ok(passing.passed);
    }
    for block in whole {
        if passing.at > until || passing.block(blocks, block) {
            return Ok(passing.passed);
        }
    }
    let is_cut = passing.at <= until && !(passing.at < text.len() && passing.block(blocks, &end));
    if is_cut && passing.passed.records == 0 { Err(Fault::cut(text)) } else { Ok(passing.passed) }
}

struct Passing<'t> {
    text: &'t [u8],
    until: usize,
    most: usize,
    /// Where the next block begins.
    at: usize,
    /// How many brackets are open there, and whether a string is.
    depth: u64,
    strings: Strings,
    passed: Passed,
}

impl Passing<'_> {
    /// Reads the next block and tells whether no more records shall or can be passed over.
    #[inline(always)]
    fn block<B: Blocks>(&mut self, blocks: B, block: &[u8; 64]) -> bool {
        let Marks { opens, closes, .. } = self.strings.marks(blocks, blocks.load(block));
        let at = self.at;
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
    use crate::simd::{Blocks, Isa, Scan};

    struct Pass<'a>(&'a [u8], usize, usize, usize);

    impl Scan for Pass<'_> {
        type Output = Result<Passed, Fault>;

        #[inline(always)]
        fn run<B: Blocks>(self, blocks: B) -> Self::Output {
            pass_records(blocks, self.0, self.1, self.2, self.3)
        }
    }

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
                    let passed = isa.run(Pass(text.as_bytes(), before, until, most));
                    prop_assert_eq!(passed.as_ref().ok(), expected.as_ref().ok(), "{:?} {}", isa, text);
                }
            }
        }
    }
}
