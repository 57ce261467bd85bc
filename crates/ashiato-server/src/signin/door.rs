//! Which requests are for the sign-in. None that could be one of S3's is: neither a signed one, nor one with what an
//! operation on a bucket of that name comes with.

use http::request::Parts;
use http::{Method, header};

use crate::signature::claimed;

/// Where a request knocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// `POST /signin`.
    SignIn,
    /// `POST /signin/session`.
    Session,
    /// `POST /signout`.
    SignOut,
    /// `GET /federation?Action=…`.
    Federation,
}

impl Door {
    /// What metrics and the log call a request there.
    pub(crate) fn operation(self) -> &'static str {
        match self {
            Door::SignIn => "SignIn",
            Door::Session => "Session",
            Door::SignOut => "SignOut",
            Door::Federation => "Federation",
        }
    }
}

/// The door that a request is at.
pub(crate) fn door(parts: &Parts) -> Option<Door> {
    let found = match (&parts.method, parts.uri.path(), parts.uri.query()) {
        // S3 asks for a query with every POST but that of an HTML form with a file.
        (&Method::POST, "/signin", None) if !is_form_upload(parts) => Door::SignIn,
        (&Method::POST, "/signin/session", None) => Door::Session,
        (&Method::POST, "/signout", None) if !is_form_upload(parts) => Door::SignOut,
        (&Method::GET, "/federation", Some(query)) if names_an_action(query) => Door::Federation,
        _ => return None,
    };
    matches!(claimed(parts), Ok(None)).then_some(found)
}

fn is_form_upload(parts: &Parts) -> bool {
    let content_type = parts.headers.get(header::CONTENT_TYPE).map(|value| value.as_bytes().to_ascii_lowercase());
    content_type.is_some_and(|content_type| content_type.starts_with(b"multipart/form-data"))
}

/// S3's listings know no such parameter.
fn names_an_action(query: &str) -> bool {
    query.split('&').any(|pair| pair.starts_with("Action="))
}
