//! Reading blocks near the end of a text.

/// The last position up to `at` that lies on a cache line's start in memory, where the text reaches back to one: blocks
/// from there each lie in one line, which halves what reading them costs.
#[inline(always)]
pub(crate) fn aligned_start(text: &[u8], at: usize) -> usize {
    let into_line = (text.as_ptr() as usize).wrapping_add(at) % 64;
    at.checked_sub(into_line).unwrap_or(at)
}

/// The 64 bytes from `at`, with zeros after the text's end. `pad` gives them room where they are not all there; being
/// nothing until then, it costs nothing.
#[inline(always)]
pub(crate) fn block_at<'a>(text: &'a [u8], at: usize, pad: &'a mut Option<[u8; 64]>) -> &'a [u8; 64] {
    match text.get(at..).and_then(|rest| rest.first_chunk::<64>()) {
        Some(block) => block,
        None => pad.insert(padded(text, at)),
    }
}

/// The 32 bytes from `at`, likewise.
#[inline(always)]
pub(crate) fn half_block_at<'a>(text: &'a [u8], at: usize, pad: &'a mut Option<[u8; 32]>) -> &'a [u8; 32] {
    match text.get(at..).and_then(|rest| rest.first_chunk::<32>()) {
        Some(block) => block,
        None => pad.insert(padded(text, at)),
    }
}

#[cold]
fn padded<const BYTES: usize>(text: &[u8], at: usize) -> [u8; BYTES] {
    let mut pad = [0; BYTES];
    let rest = text.get(at..).unwrap_or_default();
    pad[..rest.len()].copy_from_slice(rest);
    pad
}
