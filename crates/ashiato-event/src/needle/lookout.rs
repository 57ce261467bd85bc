//! Looking for a needle in blocks that someone else reads: where most records hold no needle but most files do, one
//! pass finds both where the needle stands and where the records before it end.

use super::finder::{Characters, Finder, Probe};
use crate::scan::Lookout;
use crate::simd::Blocks;

/// Looks for one needle, and for escapes that may write it. `FOLDED` tells whether the needle has no letter case.
pub(crate) struct Seeking<'a, const FOLDED: bool> {
    finder: &'a Finder,
    characters: &'a Characters,
    text: &'a [u8],
    probe: Probe,
    /// Where the first of the probe's bytes stood in the block before.
    before: u64,
}

impl<'a, const FOLDED: bool> Seeking<'a, FOLDED> {
    pub(super) fn new(finder: &'a Finder, characters: &'a Characters, text: &'a [u8]) -> Seeking<'a, FOLDED> {
        Seeking { finder, characters, text, probe: finder.probe(text), before: 0 }
    }
}

impl<const FOLDED: bool> Lookout for Seeking<'_, FOLDED> {
    #[inline(always)]
    fn block<B: Blocks>(
        &mut self,
        blocks: B,
        block: B::Loaded,
        at: usize,
        backslashes: u64,
        from: usize,
    ) -> Option<usize> {
        let (first, second) = self.probe.places::<B, FOLDED>(blocks, block);
        let pairs = self.probe.pairs_that_end(self.before, first, second);
        self.before = first;
        if (pairs | backslashes) == 0 {
            return None;
        }
        // Not a method of this: what a call could reach would be kept in memory all the way.
        self.finder.first_hit(self.text, from, at, self.probe.second_at(), pairs, backslashes, self.characters)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Seeking;
    use crate::needle::finder::{Characters, Finder};
    use crate::scan::{Passed, Sighting, pass_records, pass_records_watched};
    use crate::simd::Isa;

    fn record() -> impl Strategy<Value = String> {
        let member = prop::sample::select(vec![
            r#""a":{}"#,
            r#""b":[{"c":[]},{"c":1}]"#,
            r#""d":"},{""#,
            r#""e":"\\","f":"\"}""#,
            r#""g":"a text that goes on over the end of a block of sixty-four bytes, and then some more""#,
            r#""needle":null"#,
            r#""Needle":"AKIA""#,
            r#""h":"AK""#,
            r#""i":"A\u004bIA","j":"\u00e9\u006Eeedle""#,
        ]);
        prop::collection::vec(member, 0..5).prop_map(|members| format!("{{{}}}", members.join(",")))
    }

    proptest! {
        #[test]
        fn one_pass_finds_what_two_do(
            records in prop::collection::vec(record(), 1..20),
            before in 0usize..70,
            odd in prop::sample::select(vec![",", ", ", "\n", "", "]"]),
            cut in 0usize..200,
        ) {
            let mut text = " ".repeat(before);
            let middle = records.len() / 2;
            text.push_str(&records[..middle].join(","));
            if middle > 0 {
                text.push_str(odd);
            }
            text.push_str(&records[middle..].join(","));
            text.truncate(text.len().saturating_sub(cut).max(before + 1));
            let text = text.as_bytes();
            let mut characters = Characters::none();
            for finder in [Finder::value("AKIA", &mut characters), Finder::key("needle", &mut characters)] {
                let finder = finder.expect("there is something to search for");
                for isa in Isa::available() {
                    let hit = finder.find(isa, text, before, Some(&characters));
                    let (passed, sighting) = match finder.is_folded() {
                        true => pass_records_watched(isa, text, before, Seeking::<true>::new(&finder, &characters, text)),
                        false => pass_records_watched(isa, text, before, Seeking::<false>::new(&finder, &characters, text)),
                    };
                    let expected = pass_records(isa, text, before, hit.unwrap_or(usize::MAX), usize::MAX);
                    let expected = expected.unwrap_or(Passed { records: 0, end: before });
                    prop_assert_eq!(passed, expected, "{:?}", isa);
                    match sighting {
                        Sighting::At(at) => prop_assert_eq!(Some(at), hit, "{:?}", isa),
                        Sighting::Nothing => prop_assert_eq!(None, hit, "{:?}", isa),
                        Sighting::Unknown => prop_assert!(hit.is_none_or(|hit| hit >= passed.end), "{:?}", isa),
                    }
                }
            }
        }
    }
}
