//! Passing over an object or array by counting brackets outside strings, 64 bytes at a time.

use super::Fault;
use super::block::block_at;
use crate::simd::{Blocks, Isa, Scan};

/// From just after an opening bracket to just after the closing one.
///
/// `{` and `[` count alike: what is passed over is not checked, and text that is no JSON is told by what follows.
#[inline(always)]
pub(crate) fn skip_container<B: Blocks>(blocks: B, text: &[u8], at: usize) -> Result<usize, Fault> {
    // Nothing stops a skip that nobody watches.
    skip_watched(blocks, text, at, &mut Unwatched).map(|end| end.unwrap_or(text.len()))
}

/// What looks at the blocks of a skip on the way. A trait and not a closure, as closures cannot be told to be inlined.
pub(super) trait Watch {
    /// Whether to go on. Up to the closing bracket: where strings open and close in the block at `block`, and where
    /// backslashes stand.
    fn block<B: Blocks>(
        &mut self,
        blocks: B,
        text: &[u8],
        block: usize,
        opening: u64,
        closing: u64,
        backslashes: u64,
    ) -> bool;
}

struct Unwatched;

impl Watch for Unwatched {
    #[inline(always)]
    fn block<B: Blocks>(&mut self, _: B, _: &[u8], _: usize, _: u64, _: u64, _: u64) -> bool {
        true
    }
}

/// [`skip_container`], `watch` being shown each block. Nothing where it does not want to go on.
#[inline(always)]
pub(super) fn skip_watched<B: Blocks>(
    blocks: B,
    text: &[u8],
    mut at: usize,
    watch: &mut impl Watch,
) -> Result<Option<usize>, Fault> {
    let mut pad = None;
    let mut depth = 1u64;
    let mut strings = Strings::default();
    while at < text.len() {
        let block = blocks.load(block_at(text, at, &mut pad));
        let Marks { backslashes, quotes, inside, opens, closes } = strings.marks(blocks, block);
        if may_close(opens, closes, depth)
            && let Some(end) = closing_byte(opens, closes, depth)
        {
            let before = (1 << end) - 1;
            let go_on = watch.block(
                blocks,
                text,
                at,
                quotes & inside & before,
                quotes & !inside & before,
                backslashes & before,
            );
            return Ok(go_on.then_some(at + end + 1));
        }
        if !watch.block(blocks, text, at, quotes & inside, quotes & !inside, backslashes) {
            return Ok(None);
        }
        depth = depth_after(opens, closes, depth);
        at += 64;
    }
    Err(Fault::cut(text))
}

/// What carries over from one block to the next.
#[derive(Default)]
pub(super) struct Strings {
    /// All ones while a string goes on from the block before.
    inside: u64,
    /// One while a backslash does.
    escape: u64,
}

/// What stands where in a block.
pub(super) struct Marks {
    pub(super) backslashes: u64,
    /// Quotes that no backslash escapes.
    quotes: u64,
    /// Inside strings, the opening quote with them and the closing one not.
    inside: u64,
    /// Brackets outside strings.
    pub(super) opens: u64,
    pub(super) closes: u64,
}

impl Strings {
    /// The marks of the next block.
    #[inline(always)]
    pub(super) fn marks<B: Blocks>(&mut self, blocks: B, block: B::Loaded) -> Marks {
        let backslashes = blocks.equal(block, b'\\');
        let quotes = blocks.equal(block, b'"') & !escaped_bytes(backslashes, &mut self.escape);
        let inside = blocks.prefix_xor(quotes) ^ self.inside;
        self.inside = ((inside as i64) >> 63) as u64;
        let opens = blocks.equal_folded(block, b'{') & !inside;
        let closes = blocks.equal_folded(block, b'}') & !inside;
        Marks { backslashes, quotes, inside, opens, closes }
    }
}

/// Whether one of a block's brackets can bring the depth to nothing.
///
/// None does without as many closing brackets as are open at the first of them. Most blocks with brackets hold one
/// small container, and this tells them from an end without a look at each bit.
#[inline(always)]
pub(super) fn may_close(opens: u64, closes: u64, depth: u64) -> bool {
    let open_at_first_close = depth + u64::from((opens & (closes ^ closes.wrapping_sub(1))).count_ones());
    u64::from(closes.count_ones()) >= open_at_first_close
}

/// The bit of `closes` that brings the depth to nothing, if one of them does.
#[inline(always)]
pub(super) fn closing_byte(opens: u64, mut closes: u64, depth: u64) -> Option<usize> {
    let mut closed = 0;
    while closes != 0 {
        let bit = closes.trailing_zeros();
        closed += 1;
        let opened = u64::from((opens & ((1 << bit) - 1)).count_ones());
        if depth + opened == closed {
            return Some(bit as usize);
        }
        closes &= closes - 1;
    }
    None
}

/// The depth at a block's end, where none of its brackets brings it to nothing on the way.
#[inline(always)]
pub(super) fn depth_after(opens: u64, closes: u64, depth: u64) -> u64 {
    depth + u64::from(opens.count_ones()) - u64::from(closes.count_ones())
}

/// The bytes that a backslash before them escapes. `carry` is one where the block before ended in a backslash that
/// escapes this block's first byte.
///
/// A run of backslashes escapes what follows where its length is odd. Adding the starts of runs at odd positions to
/// all backslashes carries through exactly those runs, which turns the parity of each run into one addition.
#[inline(always)]
fn escaped_bytes(backslashes: u64, carry: &mut u64) -> u64 {
    const EVEN: u64 = 0x5555_5555_5555_5555;
    if backslashes == 0 {
        return std::mem::take(carry);
    }
    let backslashes = backslashes & !*carry;
    let follows = (backslashes << 1) | *carry;
    let odd_starts = backslashes & !EVEN & !follows;
    let (even_ends, overflow) = odd_starts.overflowing_add(backslashes);
    *carry = u64::from(overflow);
    (EVEN ^ (even_ends << 1)) & follows
}

/// [`skip_container`] where the caller is not itself a scan.
pub(crate) fn container_end(isa: Isa, text: &[u8], after_open: usize) -> Result<usize, Fault> {
    struct Skip<'a>(&'a [u8], usize);
    impl Scan for Skip<'_> {
        type Output = Result<usize, Fault>;
        #[inline(always)]
        fn run<B: Blocks>(self, blocks: B) -> Self::Output {
            skip_container(blocks, self.0, self.1)
        }
    }
    isa.run(Skip(text, after_open))
}
