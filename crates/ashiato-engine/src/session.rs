//! A session: some logs, a catalog, and statements run on them.

/// How far past the end of a time range files are read, by their delivery time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// Files delivered up to this long after the range's end.
    Within(std::time::Duration),
    /// Every later file.
    All,
}
