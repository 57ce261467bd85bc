//! Reading a file of a trail: gzip of one member with nothing behind it, hashed while it is unpacked.

use crate::hex;
use flate2::bufread::GzDecoder;
use sha2::{Digest as _, Sha256};
use std::io::{self, BufRead, Read};

/// What a file holds.
pub(super) struct Unpacked {
    /// The SHA-256 of the uncompressed bytes, in lower-case hexadecimal.
    pub(super) hash_value: String,
    /// How many they are.
    pub(super) bytes: u64,
}

/// Why a file cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The storage failed: nothing is known of the file.
    Unreadable(String),
    /// It ends before its gzip stream does.
    Truncated,
    /// Its gzip stream is damaged, or none.
    Damaged(String),
    /// There is something behind the gzip stream.
    TrailingBytes,
    /// It unpacks to more than it may.
    TooLong,
}

/// Unpacks a file, handing every piece to `take`, and hashes it. Memory does not grow with the file.
pub(super) fn unpack(
    content: Box<dyn BufRead + Send>,
    bytes_max: u64,
    mut take: impl FnMut(&[u8]),
) -> Result<Unpacked, Fault> {
    let mut decoder = GzDecoder::new(Stored { content, has_failed: false });
    let mut hash = Sha256::new();
    let mut bytes = 0;
    let mut piece = vec![0; 64 * 1024];
    loop {
        match decoder.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => {
                bytes += length as u64;
                if bytes > bytes_max {
                    return Err(Fault::TooLong);
                }
                hash.update(&piece[..length]);
                take(&piece[..length]);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if decoder.get_ref().has_failed => return Err(Fault::Unreadable(error.to_string())),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(Fault::Truncated),
            Err(error) => return Err(Fault::Damaged(error.to_string())),
        }
    }
    // CloudTrail writes one member, and what AWS's own check finds behind it makes a file invalid, a second member too.
    match decoder.into_inner().fill_buf() {
        Ok([]) => Ok(Unpacked { hash_value: hex::encode(&hash.finalize()), bytes }),
        Ok(_) => Err(Fault::TrailingBytes),
        Err(error) => Err(Fault::Unreadable(error.to_string())),
    }
}

/// The stored bytes, and whether reading them has failed: the decoder's own errors look the same.
struct Stored {
    content: Box<dyn BufRead + Send>,
    has_failed: bool,
}

impl Read for Stored {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.content.read(buffer);
        self.has_failed |= is_failure(&read);
        read
    }
}

impl BufRead for Stored {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let Stored { content, has_failed } = self;
        let filled = content.fill_buf();
        *has_failed |= is_failure(&filled);
        filled
    }

    fn consume(&mut self, amount: usize) {
        self.content.consume(amount);
    }
}

fn is_failure<T>(result: &io::Result<T>) -> bool {
    result.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted)
}
