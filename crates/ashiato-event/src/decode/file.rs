//! The reading of one file: its windows of text, the records in them, and what becomes of each.

mod lookup;
mod pass;
mod recover;
mod times;
mod unfiltered;
mod waiting;

use std::ops::ControlFlow;

use arrow::array::RecordBatch;
use arrow::error::ArrowError;

use super::decoder::Work;
use super::{FileReport, RowFilter};
use crate::layout::{Format, Layout, UNCLOSED};
use crate::source::Compression;

/// Where what was decoded goes, and what the file brings along.
pub(crate) struct Sinks<'a> {
    pub(crate) filter: Option<&'a mut dyn RowFilter>,
    pub(crate) emit: &'a mut dyn FnMut(RecordBatch) -> ControlFlow<()>,
    pub(crate) constants: &'a [Option<String>],
}

/// How far the reading of one file is.
pub(crate) struct FileState {
    pub(crate) report: FileReport,
    pub(crate) layout: Layout,
    /// The key that records of this file begin with, once one was seen.
    pub(crate) first_key: Vec<u8>,
    /// Whether a record told what the others are.
    pub(crate) probed: bool,
    /// Where in the text the window at hand begins.
    pub(crate) offset: u64,
    /// Bytes of text that were streamed.
    streamed: u64,
    /// Whoever takes the batches wants no more.
    pub(crate) stopped: bool,
    /// What is left of the file holds no record that can be read or accepted.
    pub(crate) ruled_out: bool,
}

impl FileState {
    pub(crate) fn new(compression: Compression, stored: usize) -> FileState {
        FileState {
            report: FileReport { compression, stored_bytes: stored as u64, ..FileReport::default() },
            layout: Layout::new(),
            first_key: Vec::new(),
            probed: false,
            offset: 0,
            streamed: 0,
            stopped: false,
            ruled_out: false,
        }
    }

    /// Decodes the whole records of a window and gives how much of it they take. `last` tells that no text follows.
    pub(crate) fn window(
        &mut self,
        work: &mut Work,
        sinks: &mut Sinks<'_>,
        text: &[u8],
        last: bool,
    ) -> Result<usize, ArrowError> {
        let whole = last && self.offset == 0;
        let consumed = work.isa.run(pass::Pass { work, file: self, sinks, text, last, whole })?;
        self.offset += consumed as u64;
        if last {
            self.report.text_bytes = self.streamed.max(text.len() as u64);
            self.check_end();
        }
        Ok(consumed)
    }

    /// Nothing more of the text is read.
    pub(crate) fn ends_here(&mut self) {
        self.report.text_bytes = self.streamed;
    }

    /// What the end of the text tells of the whole.
    fn check_end(&mut self) {
        if self.stopped || self.ruled_out {
            return;
        }
        if self.layout.is_foreign {
            self.report.damaged(0, "no CloudTrail records");
        } else if self.layout.format == Format::Unknown {
            self.report.damaged(0, "the file is empty");
        } else if !self.layout.is_complete() {
            self.report.damaged(self.report.text_bytes, UNCLOSED);
        }
    }

    pub(crate) fn streamed(&mut self, bytes: usize) {
        self.streamed += bytes as u64;
    }

    /// Bytes of text that came so far, where they come in pieces.
    pub(crate) fn read_bytes(&self) -> u64 {
        self.streamed
    }

    pub(crate) fn offset(&self) -> u64 {
        self.offset
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped || self.ruled_out
    }

    pub(crate) fn finish(mut self) -> FileReport {
        self.report.format = self.layout.format;
        self.report
    }
}
