//! Where every request comes in: health, metrics, the certificate of messages, or a service. Each answer of a service gets
//! its id, its line in the log and its count; a panic becomes an answer.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use futures::FutureExt;
use std::net::{IpAddr, SocketAddr};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

use super::anonymous::Unsigned;
use super::answer::{Asked, error_response, nowhere_response, output_response};
use super::api;
use super::refusal::throttled;
use super::routing::{Route, is_cbor, is_form, route};
use crate::aws::Error;
use crate::aws::protocol::query_errors;
use crate::aws::service::Protocol;
use crate::context::Client;
use crate::recording::{Answered, TlsFacts, Unrecorded, Who};
use crate::services::s3;
use crate::signin;
use crate::state::State;
use crate::topics;

/// The other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    /// What was agreed on, where the connection is TLS.
    pub(crate) tls: Option<TlsFacts>,
}

/// Where a request comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin {
    /// The other end of the connection, or whom a trusted proxy there names.
    pub(crate) address: IpAddr,
    /// As of [`Peer`].
    pub(crate) tls: Option<TlsFacts>,
}

/// The port's routes, for the requests of one connection.
pub(super) fn router(state: Arc<State>, peer: Peer) -> Router {
    let (health, metrics) = (Arc::clone(&state), Arc::clone(&state));
    Router::new()
        .route("/health", get(async move || health_answer(&health)))
        .route("/metrics", get(async move || metrics_answer(&metrics)))
        // On a task of its own: a client that goes away does not keep what it asked for from being recorded.
        .fallback(async move |request: Request| {
            // Dropped with this future, which ends with the connection.
            let (client, _connection) = Client::connected();
            match tokio::spawn(answer(state, (peer, client), request)).await {
                Ok(response) => response,
                // The server is at its end.
                Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
            }
        })
}

fn health_answer(state: &State) -> Response {
    if state.is_ready() {
        (StatusCode::OK, "ready\n").into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "starting\n").into_response()
    }
}

fn metrics_answer(state: &State) -> Response {
    let spooled_bytes = state.trails.as_ref().map_or(0, |trails| trails.spooled_bytes());
    state.metrics.answer(spooled_bytes, state.recorder.is_refusing())
}

async fn answer(state: Arc<State>, (peer, client): (Peer, Client), request: Request) -> Response {
    let request_id = Uuid::new_v4().to_string();
    let started = std::time::Instant::now();
    let (parts, body) = request.into_parts();
    let address = state.recorder.settings.trusted_proxies.source(peer.address.ip(), &parts.headers);
    let origin = Origin { address, tls: peer.tls };
    if let Some(response) = topics::certificate(&state, &parts).await {
        return response;
    }
    let (route, claimed) = route(&parts);
    let by_url = topics::called_by_url(&parts);
    let mut asked = Asked {
        service: None,
        protocol: is_cbor(&parts).then_some(Protocol::Cbor { service: "-" }),
        is_query_mode: parts.headers.contains_key(query_errors::MODE_HEADER),
        operation: "-",
        request_id: request_id.clone(),
        heard: None,
        admitted: None,
    };

    let is_for_s3 = by_url.is_none() && matches!(route, Route::S3);
    let is_for_signin = matches!(route, Route::SignIn(_));
    let noted = Arc::new(OnceLock::new());
    let is_form = is_form(&parts);
    let uri = parts.uri.clone();
    let handled = match route {
        // Endpoints of topics have no keys, but URLs that they were told.
        Route::S3 if let Some(call) = &by_url => {
            (asked.service, asked.protocol) = (Some(call.service), Some(call.service.protocol));
            asked.operation = call.operation.name;
            let answer = call.answer(&state, (origin, &parts), (&mut asked.heard, &mut asked.admitted));
            let answered = AssertUnwindSafe(answer).catch_unwind().await;
            answered.map(|result| match result {
                Ok((operation, output)) => output_response(&output, operation, &asked),
                Err(error) => error_response(&error, &asked),
            })
        }
        Route::S3 => {
            let request = (parts, body);
            let recording = (&mut asked.heard, &mut asked.admitted);
            let answer = s3::answer(&state, origin, request, (&request_id, &noted), recording);
            AssertUnwindSafe(answer).catch_unwind().await
        }
        Route::SignIn(door) => {
            asked.operation = door.operation();
            let answer = signin::answer(&state, door, origin, (&parts, body), &request_id);
            AssertUnwindSafe(answer).catch_unwind().await
        }
        // Topics can let everybody.
        Route::Api(service, protocol) if is_form && matches!(claimed, Ok(None)) => {
            (asked.service, asked.protocol) = (Some(service), Some(protocol));
            let call = Unsigned { state: &state, origin, client: &client, parts: &parts };
            AssertUnwindSafe(call.answer(body, &mut asked)).catch_unwind().await
        }
        Route::Api(service, protocol) => {
            asked.service = Some(service);
            asked.protocol = Some(protocol);
            let call = api::Call { state: &state, origin, client: &client, parts: &parts, claimed, service, protocol };
            AssertUnwindSafe(call.answer(body, &mut asked)).catch_unwind().await
        }
        Route::Nowhere => Ok(nowhere_response(is_form, &asked)),
    };
    let response = handled.unwrap_or_else(|panic| {
        tracing::error!(request_id, panic = panic_text(&*panic), "a handler panicked");
        failed(&asked, is_for_s3.then_some(uri.path()), "panic")
    });
    let mut response = match recorded(&state, response, &mut asked, noted.get()).await {
        Ok(response) => response,
        Err(Unkept::NoRoom) => match asked.protocol {
            Some(protocol) => error_response(&throttled(protocol), &asked),
            None => s3::throttled_response(uri.path(), &request_id),
        },
        Err(Unkept::Failed(why)) => {
            tracing::error!(request_id, why = why.0, "a call could not be recorded");
            failed(&asked, is_for_s3.then_some(uri.path()), &format!("record the call: {}", why.0))
        }
    };

    let service = match asked.service {
        Some(service) => service.signing_name,
        None if is_for_s3 => "s3",
        None if is_for_signin => "signin",
        None => "-",
    };
    let id = HeaderValue::from_str(&request_id).expect("a UUID is a header's value");
    if is_for_s3 {
        response.headers_mut().insert("x-amz-request-id", id.clone());
        response.headers_mut().insert("x-amz-id-2", id);
    } else {
        response.headers_mut().insert("x-amzn-requestid", id);
    }
    if let Some(noted) = noted.get() {
        asked.operation = noted.operation;
    }
    let bucket = noted.get().and_then(|noted| noted.bucket.as_deref());
    let status = response.status().as_u16();
    let elapsed = started.elapsed();
    state.metrics.count(service, asked.operation, status, elapsed);
    tracing::info!(request_id, service, operation = asked.operation, bucket, status, ms = elapsed.as_millis() as u64, peer = %peer.address);
    response
}

/// Whether a request of nobody was refused, and more such were than are recorded in a second. What it did is nothing, so
/// that it may be refused in another way.
fn is_stranger_too_many(state: &State, response: &Response, asked: &Asked) -> bool {
    let is_stranger = asked.heard.as_ref().is_some_and(|heard| matches!(heard.who, Who::Anonymous));
    let is_refused = response.status().is_client_error() || response.status().is_server_error();
    is_stranger && is_refused && !state.recorder.has_room_for_stranger()
}

/// What is answered where the server itself failed, in the words of whom the request was for: of S3, about a path.
fn failed(asked: &Asked, s3_path: Option<&str>, why: &str) -> Response {
    match s3_path {
        Some(path) => s3::failed_response(path, &asked.request_id),
        None => error_response(&Error::internal(why), asked),
    }
}

/// Why there is no record of a call.
enum Unkept {
    /// The journal has no room for it.
    NoRoom,
    /// It could not be written.
    Failed(Unrecorded),
}

/// The longest error of S3 that is read for its record.
const ERROR_BYTES_MAX: usize = 64 << 10;

/// The same response, once the record of the call is durable.
async fn recorded(
    state: &State,
    response: Response,
    asked: &mut Asked,
    noted: Option<&s3::Noted>,
) -> Result<Response, Unkept> {
    if is_stranger_too_many(state, &response, asked) {
        return Err(Unkept::NoRoom);
    }
    let Some(heard) = asked.heard.take() else { return Ok(response) };
    let admitted = match asked.admitted.take() {
        Some(admitted) => admitted,
        // It has changed nothing: it was refused before room was set aside, or gave that back while it waited.
        None => state.recorder.admit().await.ok_or(Unkept::NoRoom)?,
    };
    let object_operation = noted.map(|noted| noted.operation);
    let (head, body) = response.into_parts();
    let is_failed_object =
        object_operation.is_some() && (head.status.is_client_error() || head.status.is_server_error());
    let (error, body) = match is_failed_object {
        // The store's errors are documents that are there as a whole.
        true => match axum::body::to_bytes(body, ERROR_BYTES_MAX).await {
            Ok(error) => (error.clone(), Body::from(error)),
            Err(_) => (Bytes::new(), Body::empty()),
        },
        false => (Bytes::new(), body),
    };
    let answered = Answered {
        request_id: asked.request_id.clone(),
        status: head.status,
        headers: head.headers.clone(),
        bytes: bytes_of(&head.headers, &body),
        error,
        object_operation,
        bucket_region: noted.and_then(|noted| noted.region.get().cloned()),
    };
    let kept = state.recorder.record(state, (heard, answered), admitted).await;
    kept.map(|()| Response::from_parts(head, body)).map_err(Unkept::Failed)
}

/// How long a body will be, as far as its answer says.
fn bytes_of(headers: &HeaderMap, body: &Body) -> u64 {
    let stated = headers.get(http::header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    stated.unwrap_or_else(|| hyper::body::Body::size_hint(body).lower())
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("of an unknown kind")
}
