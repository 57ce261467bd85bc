//! Why a scan could not go on.

/// A fault in the text, at a position of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Where in the text that was scanned.
    pub(crate) at: usize,
    /// What is wrong, or was missing.
    pub(crate) reason: &'static str,
    /// The text ended too early: more of it might heal the fault.
    pub(crate) cut: bool,
}

impl Fault {
    #[cold]
    pub(crate) fn new(at: usize, reason: &'static str) -> Fault {
        Fault { at, reason, cut: false }
    }

    #[cold]
    pub(crate) fn cut(text: &[u8]) -> Fault {
        Fault { at: text.len(), reason: "the text ends within a record", cut: true }
    }

    /// The text ended too early, between records.
    #[cold]
    pub(crate) fn ended(text: &[u8], reason: &'static str) -> Fault {
        Fault { at: text.len(), reason, cut: true }
    }

    /// The fault of meeting something else at `at`, which may be the end of the text.
    #[cold]
    pub(crate) fn expected(text: &[u8], at: usize, reason: &'static str) -> Fault {
        if at >= text.len() { Fault::cut(text) } else { Fault::new(at, reason) }
    }
}
