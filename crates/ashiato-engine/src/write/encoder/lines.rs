//! Files of lines, compressed as a whole.

use super::buffer::Buffer;
use super::{Encoder, failed};
use crate::error::Error;
use crate::write::compression::Compression;
use crate::write::encoding::Encoding;
use arrow::error::ArrowError;
use arrow::record_batch::RecordBatch;
use std::io::{self, Write};

/// Writes the lines of some rows.
pub(super) type WriteLines = fn(&Encoding, &RecordBatch, &mut Vec<u8>) -> Result<(), ArrowError>;

pub(super) struct LineEncoder {
    encoding: Encoding,
    write: WriteLines,
    sink: Sink,
    buffer: Buffer,
    lines: Vec<u8>,
}

enum Sink {
    Plain(Buffer),
    Gzip(flate2::write::GzEncoder<Buffer>),
    Zstd(zstd::Encoder<'static, Buffer>),
}

impl LineEncoder {
    pub(super) fn new(encoding: &Encoding, write: WriteLines) -> Result<LineEncoder, Error> {
        let buffer = Buffer::default();
        let sink = match encoding.compression {
            Compression::Gzip => {
                Sink::Gzip(flate2::write::GzEncoder::new(buffer.clone(), flate2::Compression::default()))
            }
            Compression::Zstd => {
                let encoder = zstd::Encoder::new(buffer.clone(), encoding.level);
                Sink::Zstd(encoder.map_err(|error| failed("text", error))?)
            }
            _ => Sink::Plain(buffer.clone()),
        };
        Ok(LineEncoder { encoding: encoding.clone(), write, sink, buffer, lines: Vec::new() })
    }
}

impl Encoder for LineEncoder {
    fn write(&mut self, rows: &RecordBatch) -> Result<(), Error> {
        self.lines.clear();
        (self.write)(&self.encoding, rows, &mut self.lines).map_err(|error| failed("text", error))?;
        self.sink.write_all(&self.lines).map_err(|error| failed("text", error))
    }

    fn buffered(&self) -> usize {
        0
    }

    fn flush(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn take(&mut self) -> Vec<u8> {
        self.buffer.take()
    }

    fn finish(self: Box<Self>) -> Result<Vec<u8>, Error> {
        self.sink.finish().map_err(|error| failed("text", error))?;
        Ok(self.buffer.take())
    }
}

impl Sink {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Sink::Plain(buffer) => buffer.write_all(bytes),
            Sink::Gzip(encoder) => encoder.write_all(bytes),
            Sink::Zstd(encoder) => encoder.write_all(bytes),
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Sink::Plain(_) => Ok(()),
            Sink::Gzip(encoder) => encoder.finish().map(drop),
            Sink::Zstd(encoder) => encoder.finish().map(drop),
        }
    }
}
