//! Whose a request is, and in which of the service's protocols: the sign-in's, else by the path where the request says
//! that it is of Smithy RPC v2, else by `X-Amz-Target`, else by the service that it is signed for, else of the query
//! protocol where it is a form that nobody signed, else S3's.

use http::request::Parts;

use crate::aws::generated::SERVICES;
use crate::aws::protocol::{cbor, json};
use crate::aws::service::{Protocol, Service};
use crate::signature::{Authorization, Failure, claimed};
use crate::signin::{Door, door};

/// Who answers.
pub(super) enum Route {
    /// A service of operations, in one of its protocols.
    Api(&'static Service, Protocol),
    /// The sign-in.
    SignIn(Door),
    /// The object store.
    S3,
    /// No service of this port.
    Nowhere,
}

/// What the request says of its signature.
pub(super) type Claimed = Result<Option<Authorization>, Failure>;

/// Finds who answers.
pub(super) fn route(parts: &Parts) -> (Route, Claimed) {
    let claimed = claimed(parts);
    if let Some(door) = door(parts) {
        return (Route::SignIn(door), claimed);
    }
    let route = match (target(parts), &claimed) {
        _ if is_cbor(parts) => by_path(parts.uri.path()),
        (Some(target), _) => by_target(target),
        (None, Ok(Some(authorization))) => by_signing_name(&authorization.scope.service),
        // Unsigned or malformed: a form is meant for a service of the query protocol, the rest for a bucket.
        (None, _) if is_form(parts) => by_signing_name("sts"),
        (None, _) => Route::S3,
    };
    (route, claimed)
}

fn target(parts: &Parts) -> Option<&str> {
    Some(parts.headers.get("x-amz-target")?.to_str().unwrap_or_default())
}

/// Whether it says that it is of Smithy RPC v2, with CBOR.
pub(super) fn is_cbor(parts: &Parts) -> bool {
    parts.headers.get(cbor::PROTOCOL_HEADER).is_some_and(|protocol| protocol == cbor::PROTOCOL)
}

fn by_path(path: &str) -> Route {
    let Some((name, _)) = cbor::target(path) else { return Route::Nowhere };
    by_protocol(|protocol| matches!(protocol, Protocol::Cbor { service } if service == name))
}

fn by_target(header: &str) -> Route {
    let Some((prefix, _)) = json::target(header) else { return Route::Nowhere };
    by_protocol(|protocol| matches!(protocol, Protocol::Json { target, .. } if target == prefix))
}

fn by_protocol(is_it: impl Fn(Protocol) -> bool) -> Route {
    let found = SERVICES.iter().find_map(|service| {
        let protocol = service.protocols().find(|protocol| is_it(*protocol))?;
        Some(Route::Api(service, protocol))
    });
    found.unwrap_or(Route::Nowhere)
}

fn by_signing_name(name: &str) -> Route {
    if name == "s3" {
        return Route::S3;
    }
    let found = SERVICES.iter().find(|service| service.signing_name == name);
    found.map_or(Route::Nowhere, |service| Route::Api(service, service.protocol))
}

/// Whether it is a call of the query protocol, signed or not.
pub(super) fn is_form(parts: &Parts) -> bool {
    let content_type = parts.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    parts.method == "POST" && parts.uri.path() == "/" && content_type.starts_with("application/x-www-form-urlencoded")
}
