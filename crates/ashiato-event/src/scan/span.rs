//! Where a value lies.

/// A value's place in the text of its record: nothing is copied until a column is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    start: u32,
    end: u32,
    pub(crate) kind: Kind,
}

/// What kind of value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// There is no such member.
    Missing,
    /// JSON `null`.
    Null,
    /// A string without escapes; the span is what stands between the quotes.
    Text,
    /// A string with escapes; likewise.
    Escaped,
    /// A number, as it stands.
    Number,
    /// `true`.
    True,
    /// `false`.
    False,
    /// An object with its braces.
    Object,
    /// An array with its brackets.
    Array,
}

impl Span {
    pub(crate) const MISSING: Span = Span { start: 0, end: 0, kind: Kind::Missing };

    /// The longest text that spans can tell positions of.
    pub(crate) const TEXT_BYTES_MAX: usize = u32::MAX as usize;

    /// A span in a text no longer than [`Span::TEXT_BYTES_MAX`].
    #[inline(always)]
    pub(crate) fn new(start: usize, end: usize, kind: Kind) -> Span {
        Span { start: start as u32, end: end as u32, kind }
    }

    #[inline(always)]
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    #[inline(always)]
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Neither missing nor `null`.
    #[inline(always)]
    pub(crate) fn is_value(self) -> bool {
        !matches!(self.kind, Kind::Missing | Kind::Null)
    }

    /// What stands between the quotes of a string, or the value's JSON text.
    #[inline(always)]
    pub(crate) fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The value's JSON text, a string with its quotes.
    pub(crate) fn json_of(self, text: &str) -> &str {
        match self.kind {
            Kind::Text | Kind::Escaped => &text[self.start() - 1..self.end as usize + 1],
            _ => self.of(text),
        }
    }
}
