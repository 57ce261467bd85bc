//! Why somebody is not let in, as they are told.

use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use serde_json::json;

use super::guesses::TooMany;
use super::told::json_response;
use crate::aws::Error;
use crate::recording::Unrecorded;

/// A refusal: code and sentence, and what the log says of it.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: String,
    retry_after: Option<u64>,
    logged: Option<String>,
    cookie: Option<Box<HeaderValue>>,
}

impl Refusal {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Refusal {
        Refusal { status, code, message: message.into(), retry_after: None, logged: None, cookie: None }
    }

    /// User, password or account are wrong: which, nobody is told.
    pub(super) fn wrong() -> Refusal {
        let message = "Your authentication information is incorrect. Please try again.";
        Refusal::new(StatusCode::UNAUTHORIZED, "AuthenticationFailed", message)
    }

    pub(super) fn not_signed_in(cookie: HeaderValue) -> Refusal {
        let refusal = Refusal::new(StatusCode::UNAUTHORIZED, "NotSignedIn", "Nobody is signed in.");
        Refusal { cookie: Some(Box::new(cookie)), ..refusal }
    }

    pub(super) fn reset_required() -> Refusal {
        let message = "The password has to be changed: sign in with newPassword.";
        Refusal::new(StatusCode::FORBIDDEN, "PasswordResetRequired", message)
    }

    pub(super) fn denied(message: impl Into<String>) -> Refusal {
        Refusal::new(StatusCode::FORBIDDEN, "AccessDenied", message)
    }

    pub(super) fn cross_site() -> Refusal {
        Refusal::new(StatusCode::FORBIDDEN, "CrossSiteRequest", "The request comes from another site's page.")
    }

    pub(super) fn invalid(message: impl Into<String>) -> Refusal {
        Refusal::new(StatusCode::BAD_REQUEST, "InvalidRequest", message)
    }

    /// The password that is to be set is none that may be.
    pub(super) fn password(message: impl Into<String>) -> Refusal {
        Refusal::new(StatusCode::BAD_REQUEST, "PasswordPolicyViolation", message)
    }

    pub(super) fn busy() -> Refusal {
        let message = "Too many sign in at this moment. Please try again.";
        let refusal = Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "Throttling", message);
        Refusal { retry_after: Some(1), ..refusal }
    }

    pub(super) fn internal(why: &dyn std::fmt::Display) -> Refusal {
        let message = "The request processing has failed because of an unknown error, exception or failure.";
        let refusal = Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "InternalFailure", message);
        Refusal { logged: Some(why.to_string()), ..refusal }
    }

    /// What is told.
    pub(super) fn message(&self) -> String {
        self.message.clone()
    }

    /// The answer. What only the log may know is logged here.
    pub(super) fn response(self, request_id: &str) -> Response {
        if let Some(logged) = &self.logged {
            tracing::error!(request_id, logged, "somebody could not sign in");
        }
        let told = json!({ "code": self.code, "message": self.message });
        let mut response = json_response(self.status, &told, self.cookie.map(|cookie| *cookie));
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<TooMany> for Refusal {
    fn from(TooMany(seconds): TooMany) -> Refusal {
        let message = "There were too many failed attempts to sign in. Please try again later.";
        let refusal = Refusal::new(StatusCode::TOO_MANY_REQUESTS, "TooManyAttempts", message);
        Refusal { retry_after: Some(seconds), ..refusal }
    }
}

impl From<ashiato_meta::Error> for Refusal {
    fn from(error: ashiato_meta::Error) -> Refusal {
        Refusal::internal(&error)
    }
}

impl From<Unrecorded> for Refusal {
    fn from(unrecorded: Unrecorded) -> Refusal {
        Refusal::internal(&unrecorded)
    }
}

/// Only what is the server's own fault comes here.
impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        let why = error.logged.clone().unwrap_or_else(|| error.to_string());
        Refusal::internal(&why)
    }
}
