//! The views of a text column, in the making. Unlike Arrow's own builder it does not ask on every value whether equal
//! ones shall be shared, nor keeps NULLs: both cost more than the value.
//!
//! Why the `unsafe` here is sound. [`Views::finish`] hands its views to Arrow unchecked. They are zero, which is the
//! view of an empty text, or made in [`Views::set`] and [`Views::set_part`], from a whole `&str`, which is UTF-8, or
//! from the part of one between the beginnings of two of its characters, which is UTF-8 too. A
//! text of up to [`INLINE_BYTES_MAX`] bytes lies in its view with zeros behind it. A longer one was appended to `block` as it is, and
//! its view tells its length, its first four bytes, the position it was appended at, and the number of the block, which
//! is how many there are before it. Blocks only grow until they are done (what is copied beyond a part's end lies
//! in room that is not yet theirs, and no view shows it), and are given in their order: so each view lies within its block, and begins and
//! ends where its text does.
#![allow(unsafe_code)]

use std::ops::Range;

use arrow::array::StringViewArray;
use arrow::buffer::{Buffer, NullBuffer};

/// The longest text that a view holds itself, by Arrow's format.
const INLINE_BYTES_MAX: usize = 12;

/// The longest text that is copied as if it had this length.
const SHORT_BYTES_MAX: usize = 64;

/// The first block of a batch and the largest, each being twice as long as the one before it.
const BLOCK_BYTES_MIN: usize = 8 << 10;
const BLOCK_BYTES_MAX: usize = 2 << 20;

/// The longest block, as positions in it are of 32 bits.
const POSITION_MAX: usize = i32::MAX as usize;

#[derive(Default)]
pub(super) struct Views {
    /// By row. What was not set is zero.
    views: Vec<u128>,
    /// Blocks that are done.
    blocks: Vec<Buffer>,
    /// The one that is being filled.
    block: Vec<u8>,
    /// How long the last block was made.
    block_bytes: usize,
    done_bytes: usize,
}

impl Views {
    /// Makes room for this many rows.
    #[inline]
    pub(super) fn grow(&mut self, rows: usize) {
        if self.views.len() < rows {
            self.views.resize(rows, 0);
        }
    }

    /// How many bytes the texts take that do not lie in their views.
    pub(super) fn block_bytes(&self) -> usize {
        self.done_bytes + self.block.len()
    }

    /// Makes a row's text empty.
    pub(super) fn clear(&mut self, row: usize) {
        self.views[row] = 0;
    }

    /// Sets a row that there is room for to a part of a text. What follows a short part is read and written along with
    /// it and then left out, which is cheaper than to mind where the part ends.
    #[inline(always)]
    pub(super) fn set_part(&mut self, row: usize, text: &str, range: Range<usize>) {
        let length = range.end.wrapping_sub(range.start);
        let on = text.as_bytes().get(range.start..).and_then(|on| on.first_chunk::<{ SHORT_BYTES_MAX + 1 }>());
        match on {
            Some(on) if length <= SHORT_BYTES_MAX && begins_char(on[0]) && begins_char(on[length]) => {
                self.set_short(row, on, length);
            }
            _ => self.set_long(row, &text[range]),
        }
    }

    /// Sets a row to the first bytes of these, which are text and end before another character.
    #[inline(always)]
    fn set_short(&mut self, row: usize, on: &[u8; SHORT_BYTES_MAX + 1], length: usize) {
        let [a, b, c, d, ..] = *on;
        let view = if length <= INLINE_BYTES_MAX {
            let sixteen = on.first_chunk().map_or(0, |sixteen| u128::from_le_bytes(*sixteen));
            (sixteen & ((1 << (8 * length)) - 1)) << 32 | length as u128
        } else {
            if self.block.capacity() - self.block.len() < SHORT_BYTES_MAX {
                self.next_block(SHORT_BYTES_MAX);
            }
            let position = self.block.len();
            // SAFETY: the block has room for that many bytes after `position`, and `length` of them, which are no more,
            // are set then.
            unsafe {
                let to = self.block.as_mut_ptr().add(position);
                std::ptr::copy_nonoverlapping(on.as_ptr(), to, SHORT_BYTES_MAX);
                self.block.set_len(position + length.min(SHORT_BYTES_MAX));
            }
            self.view(length, [a, b, c, d], position)
        };
        self.views[row] = view;
    }

    #[inline(never)]
    fn set_long(&mut self, row: usize, text: &str) {
        self.set(row, text);
    }

    /// The view of a text in the block at hand.
    #[inline(always)]
    fn view(&self, length: usize, prefix: [u8; 4], position: usize) -> u128 {
        u128::from(length as u32)
            | u128::from(u32::from_le_bytes(prefix)) << 32
            | u128::from(self.blocks.len() as u32) << 64
            | u128::from(position as u32) << 96
    }

    /// Sets a row that there is room for.
    #[inline(always)]
    pub(super) fn set(&mut self, row: usize, text: &str) {
        let bytes = text.as_bytes();
        let view = match bytes.first_chunk::<{ INLINE_BYTES_MAX + 1 }>() {
            None => inline_view(bytes),
            Some([a, b, c, d, ..]) => {
                if self.block.capacity() - self.block.len() < bytes.len() {
                    self.next_block(bytes.len());
                }
                let position = self.block.len();
                self.block.extend_from_slice(bytes);
                self.view(bytes.len(), [*a, *b, *c, *d], position)
            }
        };
        self.views[row] = view;
    }

    #[cold]
    fn next_block(&mut self, bytes: usize) {
        assert!(bytes <= POSITION_MAX, "records, of which values are parts, are shorter");
        if !self.block.is_empty() {
            self.done_bytes += self.block.len();
            self.blocks.push(Buffer::from_vec(std::mem::take(&mut self.block)));
        }
        self.block_bytes = (self.block_bytes * 2).clamp(BLOCK_BYTES_MIN, BLOCK_BYTES_MAX);
        self.block = Vec::with_capacity(bytes.max(self.block_bytes));
    }

    /// The array of the first `rows` texts; none are left. `nulls` tells which of them are none.
    pub(super) fn finish(&mut self, rows: usize, nulls: Option<NullBuffer>) -> StringViewArray {
        self.grow(rows);
        let Views { mut views, mut blocks, block, .. } = std::mem::take(self);
        // The next batch will likely have as many rows.
        self.views.reserve(views.len());
        views.truncate(rows);
        if !block.is_empty() {
            blocks.push(Buffer::from_vec(block));
        }
        assert!(nulls.as_ref().is_none_or(|nulls| nulls.len() == views.len()), "one bit for each text");
        // SAFETY: every view is of a text, as the head of this file says.
        unsafe { StringViewArray::new_unchecked(views.into(), blocks, nulls) }
    }
}

/// Whether a byte of UTF-8 is the first of its character's.
#[inline(always)]
fn begins_char(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// The view of a text of at most [`INLINE_BYTES_MAX`] bytes. Bytes that are read twice fall on themselves.
#[inline(always)]
fn inline_view(bytes: &[u8]) -> u128 {
    let length = bytes.len();
    let text = if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        u128::from(u64::from_le_bytes(*first)) | u128::from(u64::from_le_bytes(*last)) << (8 * (length - 8))
    } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        u128::from(u32::from_le_bytes(*first)) | u128::from(u32::from_le_bytes(*last)) << (8 * (length - 4))
    } else {
        bytes.iter().rev().fold(0, |text, byte| text << 8 | u128::from(*byte))
    };
    text << 32 | length as u128
}

#[cfg(test)]
mod tests {
    use arrow::array::{Array, StringViewArray};
    use proptest::prelude::*;

    use super::Views;

    /// Texts about as long as a view holds, and some that fill blocks.
    fn text() -> impl Strategy<Value = String> {
        (".{0,20}", prop::sample::select(vec![1, 1, 1, 900])).prop_map(|(text, times)| text.repeat(times))
    }

    proptest! {
        /// Arrow's own check of an array, which `finish` passes over, finds nothing wrong, and its builder makes equal
        /// ones.
        #[test]
        fn arrow_finds_the_same_texts(batches in prop::collection::vec(prop::collection::vec(text(), 0..20), 1..3)) {
            let mut views = Views::default();
            for texts in batches {
                views.grow(texts.len());
                texts.iter().enumerate().for_each(|(row, text)| views.set(row, text));
                let array = views.finish(texts.len(), None);
                prop_assert!(array.to_data().validate_full().is_ok());
                prop_assert_eq!(&array, &StringViewArray::from_iter_values(&texts));

                // The same as parts of one text, each followed by the others.
                let text = texts.concat();
                let mut start = 0;
                views.grow(texts.len() + 3);
                for (row, part) in texts.iter().enumerate() {
                    // Of what is set twice the last counts.
                    views.set_part(row, &text, 0..0);
                    views.set_part(row, &text, start..start + part.len());
                    start += part.len();
                }
                let parts = views.finish(texts.len(), None);
                prop_assert!(parts.to_data().validate_full().is_ok());
                prop_assert_eq!(parts, array);
            }
        }
    }

    #[test]
    fn every_short_length_lies_in_its_view() {
        let mut views = Views::default();
        let texts: Vec<&str> = (0..=20).map(|length| &"abcdefghijklmnopqrst"[..length]).collect();
        views.grow(texts.len());
        texts.iter().enumerate().for_each(|(row, text)| views.set(row, text));
        let array = views.finish(texts.len(), None);
        assert!(array.to_data().validate_full().is_ok());
        assert_eq!(array.iter().flatten().collect::<Vec<_>>(), texts);
    }
}
