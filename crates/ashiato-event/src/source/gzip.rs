//! Gzip at once.

use libdeflater::Decompressor;
use memchr::memmem;

/// The first bytes of each gzip member.
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
    if stored.len() < MEMBER_BYTES_MIN || memmem::find(&stored[1..], &MEMBER).is_some() {
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
