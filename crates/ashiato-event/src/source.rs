//! From stored bytes to text.

/// How a file's bytes are compressed, told by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Compression {
    /// Not at all.
    #[default]
    Plain,
    /// Gzip, of one member or several.
    Gzip,
    /// Zstandard.
    Zstd,
}
