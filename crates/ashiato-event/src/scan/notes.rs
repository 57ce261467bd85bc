//! Where a walk notes what it finds.

use super::Span;

/// Takes the values of wanted places, each by its slot, as the walk meets them.
pub(crate) trait Notes {
    /// Whether something was noted at a slot since the record began.
    fn has(&self, slot: u32) -> bool;

    /// Notes a value in the place of what was noted before.
    fn note(&mut self, slot: u32, span: Span);

    /// Makes a slot missing again.
    fn forget(&mut self, slot: u32);
}

/// Notes the spans alone: one for each slot, all missing at first.
pub(crate) struct SpanNotes<'a>(pub(crate) &'a mut [Span]);

impl Notes for SpanNotes<'_> {
    #[inline(always)]
    fn has(&self, slot: u32) -> bool {
        self.0[slot as usize] != Span::MISSING
    }

    #[inline(always)]
    fn note(&mut self, slot: u32, span: Span) {
        self.0[slot as usize] = span;
    }

    fn forget(&mut self, slot: u32) {
        self.0[slot as usize] = Span::MISSING;
    }
}
