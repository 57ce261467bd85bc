//! How much a statement that writes may have read when its files are made known.

use crate::coverage::Reading;
use crate::error::{Error, ErrorKind};

/// A limit on the bytes that a statement reads, and what it has read.
#[derive(Debug, Clone)]
pub(crate) struct Budget {
    pub(crate) reading: Reading,
    pub(crate) bytes_max: Option<u64>,
}

impl Budget {
    /// # Errors
    /// `EXCEEDED_SCAN_LIMIT` where more was read than the limit says.
    pub(super) fn check(&self) -> Result<(), Error> {
        let Some(max) = self.bytes_max else { return Ok(()) };
        let read = self.reading.bytes_stored();
        if read <= max {
            return Ok(());
        }
        let message = format!("EXCEEDED_SCAN_LIMIT: the statement read {read} bytes, and may read {max}");
        Err(Error::new(ErrorKind::Unavailable, message))
    }
}
