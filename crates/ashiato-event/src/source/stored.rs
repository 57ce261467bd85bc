//! Stored bytes, read in order.

use std::io::{self, BufRead, Read};

/// What a file is stored as, wherever it comes from. Its first bytes can be looked at, how much of it was used is known,
/// and whether it could be read.
pub(crate) struct Stored<'a> {
    from: Box<dyn BufRead + 'a>,
    /// What was looked at and not yet used, from `ahead_from` on.
    ahead: [u8; Stored::AHEAD_BYTES_MAX],
    ahead_from: usize,
    /// Bytes used so far.
    pub(super) used: u64,
    /// Why no more could be read, where that is so. What decompresses words its own errors otherwise.
    pub(super) failed: Option<String>,
}

impl<'a> Stored<'a> {
    const AHEAD_BYTES_MAX: usize = 4;

    pub(crate) fn new(from: impl BufRead + 'a) -> Stored<'a> {
        let ahead_from = Stored::AHEAD_BYTES_MAX;
        Stored { from: Box::new(from), ahead: [0; _], ahead_from, used: 0, failed: None }
    }

    /// The next four bytes, fewer only where there are fewer; they are not used by that.
    pub(crate) fn peek(&mut self) -> io::Result<&[u8]> {
        let mut ahead = [0; Stored::AHEAD_BYTES_MAX];
        let mut count = 0;
        let used = self.used;
        while count < ahead.len() {
            match self.read(&mut ahead[count..])? {
                0 => break,
                more => count += more,
            }
        }
        self.used = used;
        self.ahead_from = self.ahead.len() - count;
        self.ahead[self.ahead_from..].copy_from_slice(&ahead[..count]);
        Ok(&self.ahead[self.ahead_from..])
    }
}

impl Read for Stored<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(out)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Stored<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.ahead_from < self.ahead.len() {
            return Ok(&self.ahead[self.ahead_from..]);
        }
        loop {
            match self.from.fill_buf() {
                // Asked for once more below: the compiler does not see that a loan which is not returned has ended.
                Ok(_) => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.failed = Some(error.to_string());
                    return Err(error);
                }
            }
        }
        self.from.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.used += count as u64;
        match self.ahead_from < self.ahead.len() {
            true => self.ahead_from += count,
            false => self.from.consume(count),
        }
    }
}
