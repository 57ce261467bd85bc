//! Reads a body whole, within a size and a time.

use axum::body::Body;
use bytes::Bytes;
use flate2::read::GzDecoder;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use std::io::Read;
use std::time::Duration;

use crate::aws::{DeclaredError, Error};

/// Reads it. A body that says it is too long is refused before its first byte.
pub(crate) async fn read(body: Body, bytes_max: usize, timeout: Duration) -> Result<Bytes, Error> {
    if hyper::body::Body::size_hint(&body).lower() > bytes_max as u64 {
        return Err(too_long(bytes_max));
    }
    match tokio::time::timeout(timeout, Limited::new(body, bytes_max).collect()).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(why)) if why.is::<LengthLimitError>() => Err(too_long(bytes_max)),
        Ok(Err(why)) => Err(Error::malformed(format!("The body could not be read: {why}"))),
        Err(_) => {
            let declared = DeclaredError { status: 408, ..DeclaredError::shared("RequestTimeoutException") };
            Err(declared.because("The body did not come in time."))
        }
    }
}

/// What a body of gzip holds. It may be no longer than a body that is sent as it is.
pub(super) fn inflated(gzip: &[u8], bytes_max: usize) -> Result<Bytes, Error> {
    let mut bytes = Vec::new();
    let mut inside = GzDecoder::new(gzip).take(bytes_max as u64 + 1);
    let read = inside.read_to_end(&mut bytes);
    read.map_err(|why| Error::malformed(format!("The body is not gzip: {why}")))?;
    if bytes.len() > bytes_max { Err(too_long(bytes_max)) } else { Ok(Bytes::from(bytes)) }
}

pub(super) fn too_long(bytes_max: usize) -> Error {
    let declared = DeclaredError { status: 413, ..DeclaredError::shared("RequestEntityTooLargeException") };
    declared.because(format!("The body is longer than {bytes_max} bytes."))
}
