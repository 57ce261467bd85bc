//! Which rows have a value.

use arrow::buffer::{BooleanBuffer, Buffer, NullBuffer};

/// One bit for each row, none set at first.
#[derive(Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// Makes room for this many rows.
    #[inline]
    pub(super) fn grow(&mut self, rows: usize) {
        if self.0.len() * 64 < rows {
            self.0.resize(rows.div_ceil(64), 0);
        }
    }

    /// Sets the bit of a row that there is room for.
    #[inline(always)]
    pub(super) fn set(&mut self, row: usize) {
        self.0[row / 64] |= 1 << (row % 64);
    }

    #[inline(always)]
    pub(super) fn clear(&mut self, row: usize) {
        self.0[row / 64] &= !(1 << (row % 64));
    }

    /// Whether a row's bit is set; it is not where there is no room for it.
    #[inline(always)]
    pub(super) fn has(&self, row: usize) -> bool {
        self.0.get(row / 64).is_some_and(|word| (word >> (row % 64)) & 1 == 1)
    }

    /// The NULLs among the first `rows`, where there are any; no bit is left.
    pub(super) fn finish(&mut self, rows: usize) -> Option<NullBuffer> {
        self.grow(rows);
        let mut words = std::mem::take(&mut self.0);
        self.0.reserve(words.len());
        // Arrow's bits lie in bytes, the lowest first.
        words.iter_mut().for_each(|word| *word = word.to_le());
        let nulls = NullBuffer::new(BooleanBuffer::new(Buffer::from_vec(words), 0, rows));
        (nulls.null_count() > 0).then_some(nulls)
    }
}
