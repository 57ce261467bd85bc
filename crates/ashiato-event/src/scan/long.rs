//! The end of a container that is too long to be held at once.

use super::container::{Marks, Strings, closing_byte, depth_after, may_close};
use crate::simd::{Blocks, Isa, Scan};

/// How far into a container the reading is.
#[derive(Default)]
pub(crate) struct LongContainer {
    depth: u64,
    strings: Strings,
}

/// How far a piece of text led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reached {
    /// The container ends here.
    End(usize),
    /// It goes on; the next piece must begin with what stands here.
    Beyond(usize),
}

impl LongContainer {
    /// Reads on, `last` telling that no text follows. The first piece begins with the opening bracket.
    pub(crate) fn read(&mut self, isa: Isa, text: &[u8], last: bool) -> Reached {
        isa.run(Read { container: self, text, last })
    }

    #[inline(always)]
    fn blocks<B: Blocks>(&mut self, blocks: B, text: &[u8], last: bool) -> Reached {
        let mut at = 0;
        let (whole, tail) = text.as_chunks::<64>();
        let mut end = [0; 64];
        end[..tail.len()].copy_from_slice(tail);
        for block in whole.iter().chain(last.then_some(&end)) {
            let Marks { opens, closes, .. } = self.strings.marks(blocks, blocks.load(block));
            if may_close(opens, closes, self.depth)
                && let Some(end) = closing_byte(opens, closes, self.depth)
            {
                return Reached::End(at + end + 1);
            }
            self.depth = depth_after(opens, closes, self.depth);
            at += 64;
        }
        Reached::Beyond(at.min(text.len()))
    }
}

struct Read<'a> {
    container: &'a mut LongContainer,
    text: &'a [u8],
    last: bool,
}

impl Scan for Read<'_> {
    type Output = Reached;

    #[inline(always)]
    fn run<B: Blocks>(self, blocks: B) -> Reached {
        self.container.blocks(blocks, self.text, self.last)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LongContainer, Reached};
    use crate::scan::container_end;
    use crate::simd::Isa;

    proptest! {
        #[test]
        fn pieces_end_where_the_whole_does(
            members in prop::collection::vec(prop::sample::select(vec![
                r#""a":{}"#, r#""b":[{"c":[]},{"c":1}]"#, r#""d":"},{""#, r#""e":"\\","f":"\"}""#,
                r#""g":"a text that goes on over the end of a block of sixty-four bytes, and then some more""#,
            ]), 0..30),
            piece in 64usize..300,
        ) {
            let text = format!("{{{}}}", members.join(","));
            let text = text.as_bytes();
            for isa in Isa::available() {
                let expected = container_end(isa, text, 1).expect("it is closed");
                let mut container = LongContainer::default();
                let mut at = 0;
                let end = loop {
                    prop_assert!(at < text.len(), "the end is found");
                    let to = (at + piece).min(text.len());
                    match container.read(isa, &text[at..to], to == text.len()) {
                        Reached::End(end) => break at + end,
                        Reached::Beyond(rest) => at += rest,
                    }
                };
                prop_assert_eq!(end, expected, "{:?}", isa);
            }
        }
    }
}
