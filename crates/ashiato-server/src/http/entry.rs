//! Where every request comes in: health, metrics, or a service. Each answer gets its id, its line in the log and its
//! count; a panic becomes an answer.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures::FutureExt;
use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

use super::answer::{Asked, error_response, nowhere_response};
use super::api;
use super::routing::{Route, is_form, route};
use crate::aws::Error;
use crate::services::s3;
use crate::state::State;

/// The other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    pub(crate) is_secure: bool,
}

/// The port's routes, for the requests of one connection.
pub(super) fn router(state: Arc<State>, peer: Peer) -> Router {
    let (health, metrics) = (Arc::clone(&state), Arc::clone(&state));
    Router::new()
        .route("/health", get(async move || health_answer(&health)))
        .route("/metrics", get(async move || metrics.metrics.answer()))
        .fallback(async move |request: Request| answer(state, peer, request).await)
}

fn health_answer(state: &State) -> Response {
    if state.is_ready() {
        (StatusCode::OK, "ready\n").into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "starting\n").into_response()
    }
}

async fn answer(state: Arc<State>, peer: Peer, request: Request) -> Response {
    let request_id = Uuid::new_v4().to_string();
    let started = std::time::Instant::now();
    let (parts, body) = request.into_parts();
    let (route, claimed) = route(&parts);
    let mut asked = Asked { service: None, operation: "-", request_id: request_id.clone() };

    let is_for_s3 = matches!(route, Route::S3);
    let noted = Arc::new(OnceLock::new());
    let handled = match route {
        Route::S3 => {
            let request = (parts, body);
            AssertUnwindSafe(s3::answer(&state, peer, request, &request_id, &noted)).catch_unwind().await
        }
        Route::Api(service) => {
            asked.service = Some(service);
            let call = api::Call { state: &state, peer, parts: &parts, claimed, service };
            AssertUnwindSafe(call.answer(body, &mut asked)).catch_unwind().await
        }
        Route::Nowhere => Ok(nowhere_response(is_form(&parts), &asked)),
    };
    let mut response = handled.unwrap_or_else(|panic| {
        tracing::error!(request_id, panic = panic_text(&*panic), "a handler panicked");
        error_response(&Error::internal("panic"), &asked)
    });

    let service = asked.service.map_or(if is_for_s3 { "s3" } else { "-" }, |service| service.signing_name);
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

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("of an unknown kind")
}
