//! Whose a request is: the sign-in's, else by `X-Amz-Target`, else by the service that it is signed for, else S3's.

use http::request::Parts;

use crate::aws::generated::SERVICES;
use crate::aws::protocol::json;
use crate::aws::service::{Protocol, Service};
use crate::signature::{Authorization, Failure, claimed};
use crate::signin::{Door, door};

/// Who answers.
pub(super) enum Route {
    /// A service of operations.
    Api(&'static Service),
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

fn by_target(header: &str) -> Route {
    let Some((prefix, _)) = json::target(header) else { return Route::Nowhere };
    let is_its = |service: &&&Service| matches!(service.protocol, Protocol::Json { target } if target == prefix);
    SERVICES.iter().find(is_its).map_or(Route::Nowhere, |service| Route::Api(service))
}

fn by_signing_name(name: &str) -> Route {
    if name == "s3" {
        return Route::S3;
    }
    SERVICES.iter().find(|service| service.signing_name == name).map_or(Route::Nowhere, |service| Route::Api(service))
}

/// Whether it is a call of the query protocol, signed or not.
pub(super) fn is_form(parts: &Parts) -> bool {
    let content_type = parts.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    parts.method == "POST" && parts.uri.path() == "/" && content_type.starts_with("application/x-www-form-urlencoded")
}
