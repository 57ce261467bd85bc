//! Writes answers and errors in the protocol of the service that was asked.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::refusal::unknown_operation;
use crate::aws::Error;
use crate::aws::protocol::{cbor, json, query_errors, xml};
use crate::aws::service::{Operation, Protocol, Service};
use crate::recording::{Admitted, Heard};

/// What was asked, as far as it is known.
pub(super) struct Asked {
    /// `None`: S3, or no service.
    pub(super) service: Option<&'static Service>,
    /// In which of the service's ways.
    pub(super) protocol: Option<Protocol>,
    /// The client wants to know the codes that the query protocol has.
    pub(super) is_query_mode: bool,
    pub(super) operation: &'static str,
    pub(super) request_id: String,
    /// What its record will be made of, once it is known who asks.
    pub(super) heard: Option<Heard>,
    /// The room for that record, which is set aside before anything is done.
    pub(super) admitted: Option<Admitted>,
}

/// An operation's output.
pub(super) fn output_response(output: &Value, operation: &Operation, asked: &Asked) -> Response {
    match (asked.protocol, operation.output) {
        (Some(Protocol::Query { namespace, .. }), schema) => {
            let shaped = schema.map(|schema| (output, schema));
            written(200, xml::CONTENT_TYPE, xml::answer(operation.name, namespace, shaped, &asked.request_id))
        }
        (Some(Protocol::Cbor { .. }), Some(schema)) => match cbor::encode(output, schema) {
            Ok(body) => in_cbor(written(200, cbor::CONTENT_TYPE, body)),
            Err(error) => error_response(&error, asked),
        },
        // An operation without output answers with nothing at all.
        (Some(Protocol::Cbor { .. }), None) => in_cbor(StatusCode::OK.into_response()),
        (protocol, None) => written(200, json_type(protocol), String::new()),
        (protocol, Some(_)) => written(200, json_type(protocol), output.to_string()),
    }
}

/// An error. What only the log may know is logged here.
pub(super) fn error_response(error: &Error, asked: &Asked) -> Response {
    if let Some(logged) = &error.logged {
        tracing::error!(request_id = asked.request_id, operation = asked.operation, logged, "internal failure");
    }
    let status = error.declared.status;
    // Of services that had the query protocol first, the other protocols name the error's shape.
    let keeps_codes =
        asked.service.filter(|service| matches!(service.protocol, Protocol::Query { .. }) && !service.also.is_empty());
    let name = keeps_codes.map_or(error.declared.code, |service| query_errors::shape(service, error));
    let mut response = match asked.protocol {
        Some(Protocol::Query { namespace, .. }) => {
            return written(status, xml::CONTENT_TYPE, xml::error(error, namespace, &asked.request_id));
        }
        Some(Protocol::Cbor { .. }) => in_cbor(written(status, cbor::CONTENT_TYPE, cbor::error(error, name))),
        protocol => written(status, json_type(protocol), json::error(error, name).to_string()),
    };
    if keeps_codes.is_some() && asked.is_query_mode {
        let code = HeaderValue::from_str(&query_errors::header(error));
        response
            .headers_mut()
            .extend(code.ok().map(|code| (HeaderName::from_static(query_errors::ERROR_HEADER), code)));
    }
    response
}

fn json_type(protocol: Option<Protocol>) -> &'static str {
    match protocol {
        Some(Protocol::Json { version: "1.0", .. }) => json::CONTENT_TYPE_1_0,
        _ => json::CONTENT_TYPE,
    }
}

fn in_cbor(mut response: Response) -> Response {
    let (name, value) = (HeaderName::from_static(cbor::PROTOCOL_HEADER), HeaderValue::from_static(cbor::PROTOCOL));
    response.headers_mut().insert(name, value);
    response
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

fn written(status: u16, content_type: &'static str, body: impl Into<Body>) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, content_type)], body.into()).into_response()
}
