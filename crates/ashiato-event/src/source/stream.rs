//! Text in pieces: for what is long, of several members, or damaged.

use std::io::{self, Read};

use flate2::bufread::GzDecoder;

use super::Compression;

/// Zstandard windows up to 64 MB: what a frame asks for beyond is refused, as memory is bounded.
const ZSTD_WINDOW_LOG_MAX: u32 = 26;

/// The text of one compressed file, read in order.
pub(crate) struct Stream<'a> {
    stored: &'a [u8],
    state: State<'a>,
}

enum State<'a> {
    Gzip(Box<GzDecoder<&'a [u8]>>),
    Zstd(Box<zstd::stream::read::Decoder<'static, &'a [u8]>>),
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
    /// A stream over compressed bytes; plain ones are their own text.
    pub(crate) fn new(compression: Compression, stored: &'a [u8]) -> Result<Stream<'a>, StreamFault> {
        let state = match compression {
            Compression::Plain => State::Ended,
            Compression::Gzip => State::Gzip(Box::new(GzDecoder::new(stored))),
            Compression::Zstd => State::Zstd(Box::new(zstd_decoder(stored).map_err(|error| fault("zstd", 0, &error))?)),
        };
        Ok(Stream { stored, state })
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
                State::Zstd(decoder) => {
                    let result = decoder.read(out);
                    let used = self.stored.len() - decoder.get_ref().len();
                    return result.map_err(|error| fault("zstd", used, &error));
                }
                State::Gzip(decoder) => {
                    let result = decoder.read(out);
                    let rest: &'a [u8] = decoder.get_ref();
                    let used = self.stored.len() - rest.len();
                    match result {
                        Ok(0) => self.next_member(rest)?,
                        Ok(count) => return Ok(count),
                        Err(error) => return Err(fault("gzip", used, &error)),
                    }
                }
            }
        }
    }

    /// Goes on after the end of a gzip member.
    fn next_member(&mut self, rest: &'a [u8]) -> Result<(), StreamFault> {
        self.state = match rest {
            [] => State::Ended,
            [0x1f, 0x8b, ..] => State::Gzip(Box::new(GzDecoder::new(rest))),
            _ => {
                let byte = (self.stored.len() - rest.len()) as u64;
                let reason = format!("{} bytes follow the end of the gzip stream", rest.len());
                return Err(StreamFault { byte, reason });
            }
        };
        Ok(())
    }
}

fn zstd_decoder(stored: &[u8]) -> io::Result<zstd::stream::read::Decoder<'static, &[u8]>> {
    let mut decoder = zstd::stream::read::Decoder::with_buffer(stored)?;
    decoder.window_log_max(ZSTD_WINDOW_LOG_MAX)?;
    Ok(decoder)
}

fn fault(compression: &str, used: usize, error: &io::Error) -> StreamFault {
    let reason = match error.kind() {
        io::ErrorKind::UnexpectedEof => format!("truncated {compression}"),
        _ => format!("damaged {compression}: {error}"),
    };
    StreamFault { byte: used as u64, reason }
}
