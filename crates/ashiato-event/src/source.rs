//! From stored bytes to text.
//!
//! The common file, one gzip member whose text is not large, is decompressed at once by libdeflate into a buffer that
//! is used again. Whatever that cannot do (several members, a cut, long text) streams through windows at a somewhat
//! higher cost, and gives all text before the fault.

mod gzip;
mod stored;
mod stream;

pub(crate) use gzip::inflate_whole;
pub(crate) use stored::Stored;
pub(crate) use stream::{Stream, StreamFault};

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

impl Compression {
    /// What the bytes begin as.
    pub fn of(stored: &[u8]) -> Compression {
        match stored {
            [0x1f, 0x8b, 0x08, ..] => Compression::Gzip,
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Compression::Zstd,
            // A skippable frame may come first.
            [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Compression::Zstd,
            _ => Compression::Plain,
        }
    }
}
