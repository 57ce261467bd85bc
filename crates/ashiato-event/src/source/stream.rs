//! Text in pieces: for what is long, of several members, or damaged.

use std::io::{self, Read};

use flate2::bufread::GzDecoder;

use super::Compression;
use super::stored::Stored;

/// Zstandard windows up to 64 MB: what a frame asks for beyond is refused, as memory is bounded.
const ZSTD_WINDOW_LOG_MAX: u32 = 26;

/// The text of one file, read in order.
pub(crate) struct Stream<'a> {
    state: State<'a>,
    /// How many bytes the file is stored in.
    stored_bytes: u64,
}

enum State<'a> {
    Plain(Stored<'a>),
    Gzip(Box<GzDecoder<Stored<'a>>>),
    Zstd(Box<zstd::stream::read::Decoder<'static, Stored<'a>>>),
    Ended,
}

/// Why no more text comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StreamFault {
    /// Where in the stored bytes.
    pub(crate) byte: u64,
    /// What is wrong.
    pub(crate) reason: String,
}

impl<'a> Stream<'a> {
    /// A stream over the bytes of a file, of which there are `stored_bytes`.
    pub(crate) fn new(
        compression: Compression,
        stored: Stored<'a>,
        stored_bytes: u64,
    ) -> Result<Stream<'a>, StreamFault> {
        let state = match compression {
            Compression::Plain => State::Plain(stored),
            Compression::Gzip => State::Gzip(Box::new(GzDecoder::new(stored))),
            Compression::Zstd => State::Zstd(Box::new(zstd_decoder(stored).map_err(|error| fault("zstd", 0, &error))?)),
        };
        Ok(Stream { state, stored_bytes })
    }

    /// Fills `out` as far as there is text: less than its length means the end. After a fault all text before it has
    /// been given by the calls before.
    pub(crate) fn fill(&mut self, out: &mut [u8]) -> (usize, Result<(), StreamFault>) {
        let mut filled = 0;
        while filled < out.len() {
            match self.read(&mut out[filled..]) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(fault) => {
                    self.state = State::Ended;
                    return (filled, Err(fault));
                }
            }
        }
        (filled, Ok(()))
    }

    fn read(&mut self, out: &mut [u8]) -> Result<usize, StreamFault> {
        loop {
            match &mut self.state {
                State::Ended => return Ok(0),
                State::Plain(stored) => {
                    return stored.read(out).map_err(|error| fault_in("file", stored, &error));
                }
                State::Zstd(decoder) => {
                    return decoder.read(out).map_err(|error| fault_in("zstd", decoder.get_ref(), &error));
                }
                State::Gzip(decoder) => match decoder.read(out) {
                    Ok(0) => self.next_member()?,
                    Ok(count) => return Ok(count),
                    Err(error) => return Err(fault_in("gzip", decoder.get_ref(), &error)),
                },
            }
        }
    }

    /// Goes on after the end of a gzip member.
    fn next_member(&mut self) -> Result<(), StreamFault> {
        let State::Gzip(decoder) = std::mem::replace(&mut self.state, State::Ended) else { return Ok(()) };
        let mut stored = decoder.into_inner();
        match stored.peek().map(|next| next.get(..2).unwrap_or(next)) {
            Ok([]) => Ok(()),
            Ok([0x1f, 0x8b]) => {
                self.state = State::Gzip(Box::new(GzDecoder::new(stored)));
                Ok(())
            }
            Ok(_) => {
                let more = self.stored_bytes.saturating_sub(stored.used);
                let reason = format!("{more} bytes follow the end of the gzip stream");
                Err(StreamFault { byte: stored.used, reason })
            }
            Err(error) => Err(fault_in("gzip", &stored, &error)),
        }
    }
}

fn zstd_decoder(stored: Stored<'_>) -> io::Result<zstd::stream::read::Decoder<'static, Stored<'_>>> {
    let mut decoder = zstd::stream::read::Decoder::with_buffer(stored)?;
    decoder.window_log_max(ZSTD_WINDOW_LOG_MAX)?;
    Ok(decoder)
}

fn fault_in(compression: &str, stored: &Stored<'_>, error: &io::Error) -> StreamFault {
    match &stored.failed {
        Some(reason) => StreamFault { byte: stored.used, reason: reason.clone() },
        None => fault(compression, stored.used, error),
    }
}

fn fault(compression: &str, used: u64, error: &io::Error) -> StreamFault {
    let reason = match error.kind() {
        io::ErrorKind::UnexpectedEof => format!("truncated {compression}"),
        _ => format!("damaged {compression}: {error}"),
    };
    StreamFault { byte: used, reason }
}
