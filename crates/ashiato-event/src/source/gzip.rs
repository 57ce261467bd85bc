//! Gzip at once.

use libdeflater::Decompressor;
use memchr::memmem;

/// The first bytes of each gzip member; flags follow, of which the upper three are always zero.
const MEMBER: [u8; 3] = [0x1f, 0x8b, 0x08];

/// Deflate cannot make text more than about this many times longer.
const RATIO_MAX: usize = 1032;

/// The shortest gzip member: header and trailer.
const MEMBER_BYTES_MIN: usize = 18;

/// Decompresses a file of one gzip member with at most `text_bytes_max` of text into the start of `text`, which grows
/// as needed and never shrinks. Gives the text's length, or nothing where the file is of another kind or is damaged:
/// then it must be streamed.
///
/// libdeflate does not tell how much of the input it used. So a file counts as one member only where the bytes that
/// begin a member occur nowhere else in it, and its last four bytes tell the length that came out.
pub(crate) fn inflate_whole(
    decompressor: &mut Decompressor,
    stored: &[u8],
    text_bytes_max: usize,
    text: &mut Vec<u8>,
) -> Option<usize> {
    if stored.len() < MEMBER_BYTES_MIN || may_hold_another_member(stored) {
        return None;
    }
    let told = u32::from_le_bytes(*stored.last_chunk()?) as usize;
    if told > text_bytes_max || told / RATIO_MAX > stored.len() {
        return None;
    }
    if text.len() < told {
        text.resize(told, 0);
    }
    let length = decompressor.gzip_decompress(stored, &mut text[..told]).ok()?;
    (length == told).then_some(length)
}

/// Whether the bytes that begin a member occur after the file's own.
fn may_hold_another_member(stored: &[u8]) -> bool {
    const RESERVED_FLAGS: u8 = 0b1110_0000;
    let has_member_flags =
        |at: usize| stored.get(1 + at + MEMBER.len()).is_some_and(|flags| flags & RESERVED_FLAGS == 0);
    memmem::find_iter(&stored[1..], &MEMBER).any(has_member_flags)
}
