//! Reads a body whole, within a size and a time.

use axum::body::Body;
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use std::time::Duration;

use crate::aws::{DeclaredError, Error};

/// Reads it. A body that says it is too long is refused before its first byte.
pub(crate) async fn read(body: Body, bytes_max: usize, timeout: Duration) -> Result<Bytes, Error> {
    let too_long = || {
        let declared = DeclaredError { status: 413, ..DeclaredError::shared("RequestEntityTooLargeException") };
        declared.because(format!("The body is longer than {bytes_max} bytes."))
    };
    if hyper::body::Body::size_hint(&body).lower() > bytes_max as u64 {
        return Err(too_long());
    }
    match tokio::time::timeout(timeout, Limited::new(body, bytes_max).collect()).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(why)) if why.is::<LengthLimitError>() => Err(too_long()),
        Ok(Err(why)) => Err(Error::malformed(format!("The body could not be read: {why}"))),
        Err(_) => {
            let declared = DeclaredError { status: 408, ..DeclaredError::shared("RequestTimeoutException") };
            Err(declared.because("The body did not come in time."))
        }
    }
}
