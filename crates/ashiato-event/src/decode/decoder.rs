//! The decoder that callers hold, one a thread.

use std::ops::ControlFlow;
use std::sync::Arc;

use arrow::array::RecordBatch;
use arrow::error::ArrowError;

use super::{DecodePlan, FileReport, Input, RowFilter};

/// Decodes files one after the other with reused memory. One a thread.
pub struct Decoder {
    plan: Arc<DecodePlan>,
}

impl Decoder {
    /// A decoder for any number of files.
    pub fn new(plan: Arc<DecodePlan>) -> Decoder {
        Decoder { plan }
    }

    /// Decodes one file. Full batches go to `emit`, which may stop the reading at once by breaking; rows that do not
    /// fill a batch stay for the next file or [`Decoder::finish`]. Damaged input is no error but stands in the
    /// report; an error comes from the filter, or from a type that cannot be decoded to.
    pub fn decode(
        &mut self,
        input: Input<'_>,
        filter: Option<&mut dyn RowFilter>,
        emit: &mut dyn FnMut(RecordBatch) -> ControlFlow<()>,
    ) -> Result<FileReport, ArrowError> {
        let _ = (input, filter, emit, &self.plan);
        Ok(FileReport::default())
    }

    /// The rows still pending, if any. The decoder can go on afterwards.
    pub fn finish(&mut self) -> Option<RecordBatch> {
        None
    }
}
