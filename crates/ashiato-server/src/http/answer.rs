//! Writes answers and errors in the protocol of the service that was asked.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::refusal::unknown_operation;
use crate::aws::Error;
use crate::aws::protocol::{json, xml};
use crate::aws::service::{Operation, Protocol, Service};
use crate::recording::Heard;

/// What was asked, as far as it is known.
pub(super) struct Asked {
    /// `None`: S3, or no service.
    pub(super) service: Option<&'static Service>,
    pub(super) operation: &'static str,
    pub(super) request_id: String,
    /// What its record will be made of, once it is known who asks.
    pub(super) heard: Option<Heard>,
}

/// An operation's output.
pub(super) fn output_response(output: &Value, operation: &Operation, asked: &Asked) -> Response {
    match asked.service.map(|service| service.protocol) {
        Some(Protocol::Query { namespace, .. }) => {
            let shaped = operation.output.map(|schema| (output, schema));
            written(200, xml::CONTENT_TYPE, xml::answer(operation.name, namespace, shaped, &asked.request_id))
        }
        // An operation without output answers with nothing at all.
        _ if operation.output.is_none() => written(200, json::CONTENT_TYPE, String::new()),
        _ => written(200, json::CONTENT_TYPE, output.to_string()),
    }
}

/// An error. What only the log may know is logged here.
pub(super) fn error_response(error: &Error, asked: &Asked) -> Response {
    if let Some(logged) = &error.logged {
        tracing::error!(request_id = asked.request_id, operation = asked.operation, logged, "internal failure");
    }
    let status = error.declared.status;
    match asked.service.map(|service| service.protocol) {
        Some(Protocol::Query { namespace, .. }) => {
            written(status, xml::CONTENT_TYPE, xml::error(error, namespace, &asked.request_id))
        }
        _ => written(status, json::CONTENT_TYPE, json::error(error).to_string()),
    }
}

/// To a call for a service that this port does not have: XML to who sent a form, JSON to all others.
pub(super) fn nowhere_response(is_form: bool, asked: &Asked) -> Response {
    let error = unknown_operation();
    if is_form {
        let namespace = "http://webservices.amazon.com/AWSFault/2005-15-09";
        written(error.declared.status, xml::CONTENT_TYPE, xml::error(&error, namespace, &asked.request_id))
    } else {
        error_response(&error, asked)
    }
}

fn written(status: u16, content_type: &'static str, text: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, content_type)], Body::from(text)).into_response()
}
