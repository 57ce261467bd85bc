//! S3: not built. A signed request is answered NotImplemented, an unsigned one AccessDenied.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use http::request::Parts;

use crate::aws::protocol::xml;
use crate::aws::{DeclaredError, Error};
use crate::http::s3_refusal;
use crate::signature::{Failure, PathStyle, verify};
use crate::state::State;

/// Answers a request to the object store. The body is not read.
pub(crate) async fn answer(state: &State, parts: &Parts, _body: Body, request_id: &str) -> Response {
    let error = match prove(state, parts).await {
        Ok(()) => DeclaredError { status: 501, ..DeclaredError::shared("NotImplemented") }
            .because("A header you provided implies functionality that is not implemented."),
        Err(failure) => s3_refusal(&failure),
    };
    error_response(&error, parts.uri.path(), request_id)
}

/// Proves who sent it. `x-amz-content-sha256` stands for the body: whoever reads the body must hold it to that.
async fn prove(state: &State, parts: &Parts) -> Result<(), Failure> {
    let is_header_signed = parts.headers.contains_key("authorization");
    let payload = match parts.headers.get("x-amz-content-sha256").and_then(|value| value.to_str().ok()) {
        Some(stated) => stated,
        None if is_header_signed => {
            return Err(Failure::Incomplete("Missing required header for this request: x-amz-content-sha256".into()));
        }
        None => "UNSIGNED-PAYLOAD",
    };
    verify(parts, payload, PathStyle::Verbatim, &*state.credentials, (state.clock)()).await?;
    Ok(())
}

fn error_response(error: &Error, resource: &str, request_id: &str) -> Response {
    let status = StatusCode::from_u16(error.declared.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let xml = xml::s3_error(error, resource, request_id);
    (status, [(header::CONTENT_TYPE, "application/xml")], xml).into_response()
}
