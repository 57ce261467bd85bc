//! The lines of a file, decompressed as its first bytes say.

use bytes::{Buf, Bytes};
use std::io::{self, BufRead, BufReader, Read};

/// The longest line that is read.
const LINE_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Lines one after another, without their ends.
pub(crate) struct Lines {
    reader: Box<dyn BufRead + Send>,
    buffer: Vec<u8>,
}

impl Lines {
    /// # Errors
    /// A compression that is not supported, by name.
    pub(crate) fn of(bytes: Bytes) -> io::Result<Lines> {
        let reader: Box<dyn BufRead + Send> = match bytes.as_ref() {
            [0x1f, 0x8b, ..] => Box::new(BufReader::new(flate2::bufread::MultiGzDecoder::new(bytes.reader()))),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Box::new(BufReader::new(zstd::Decoder::with_buffer(bytes.reader())?)),
            [b'B', b'Z', b'h', ..] => return Err(unsupported("bzip2")),
            [0xfd, b'7', b'z', b'X', b'Z', ..] => return Err(unsupported("xz")),
            [0xff, 0x06, 0, 0, b's', b'N', b'a', b'P', ..] => return Err(unsupported("snappy")),
            _ => Box::new(bytes.reader()),
        };
        Ok(Lines { reader, buffer: Vec::new() })
    }

    /// The next line; none at the end.
    ///
    /// # Errors
    /// Damaged compression, or a line too long.
    pub(crate) fn next_line(&mut self) -> io::Result<Option<std::borrow::Cow<'_, str>>> {
        self.buffer.clear();
        let read = self.reader.by_ref().take(LINE_BYTES_MAX).read_until(b'\n', &mut self.buffer)?;
        if read as u64 == LINE_BYTES_MAX {
            return Err(io::Error::other(format!("a line is longer than {LINE_BYTES_MAX} bytes")));
        }
        if read == 0 {
            return Ok(None);
        }
        let line = self.buffer.strip_suffix(b"\n").unwrap_or(&self.buffer);
        Ok(Some(String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line))))
    }
}

fn unsupported(name: &str) -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, format!("files compressed by {name} are not supported"))
}
