//! S3 on the port: who sent a request is proven here, and the protocol of objects answers it.
//!
//! The protocol's library verifies signatures too, chunk by chunk where an upload is signed so, but knows no session
//! tokens and takes clocks for right that are 15 minutes wrong. It is told who asks by the task that the request runs
//! in.

mod gate;
mod payload;
mod policy_templates;

pub use ashiato_s3::{Coverage, OPERATIONS};
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use std::sync::{Arc, OnceLock};

use crate::access::{Caller, RequestKeys, note_use};
use crate::aws::protocol::xml;
use crate::aws::{DeclaredError, Error};
use crate::buckets::Objects;
use crate::http::{Origin, s3_refusal};
use crate::recording::{Admitted, BodyNotes, Heard, Who};
use crate::signature::{Failure, PathStyle, Verified, claimed, verify};
use crate::state::{Kept, State};

pub(crate) use gate::Noted;
use gate::{ASKER, Asker, PortGate};
use payload::Payload;

/// What the requests of S3 are answered by.
pub(crate) enum Port {
    /// The embedded store.
    Here(ashiato_s3::Service),
    /// Nothing: the objects are in a store that others serve, of this name.
    Elsewhere(String),
}

impl Port {
    pub(crate) fn of(kept: &Kept) -> Port {
        match &kept.objects {
            Objects::Embedded(store) => {
                let gate = PortGate { account: kept.account.clone(), store: store.clone() };
                Port::Here(ashiato_s3::service(store.clone(), Arc::new(gate)))
            }
            Objects::External(store, _) => Port::Elsewhere(store.name().to_string()),
        }
    }
}

/// Answers a request to the object store. What it turned out to be is in `noted` then, unless it was refused before, and
/// the room for its record, which is set aside once it is known who asks, in `admitted`.
pub(crate) async fn answer(
    state: &Arc<State>,
    origin: Origin,
    (parts, body): (Parts, Body),
    (request_id, noted): (&str, &Arc<OnceLock<Noted>>),
    (heard, admitted): (&mut Option<Heard>, &mut Option<Admitted>),
) -> Response {
    let path = parts.uri.path().to_string();
    let answered = match asker(state, origin, &parts, Arc::clone(noted)).await {
        Ok((asker, who, region)) => match policy_templates::answer(&parts.method, &path, asker.signed_with.is_some()) {
            Some(answered) => answered,
            None => {
                let Some(room) = state.recorder.admit().await else { return throttled_response(&path, request_id) };
                *admitted = Some(room);
                let body = hear(heard, origin, (who, region), &parts, body);
                answer_asker(state, asker, parts, body).await
            }
        },
        Err(error) => Err(error),
    };
    answered.unwrap_or_else(|error| {
        if let Some(logged) = &error.logged {
            tracing::error!(request_id, logged, "internal failure");
        }
        error_response(&error, &path, request_id)
    })
}

async fn answer_asker(state: &State, asker: Asker, parts: Parts, body: Body) -> Result<Response, Error> {
    match &state.s3 {
        Port::Here(service) => {
            let noted = Arc::clone(&asker.noted);
            let (payload, body) = Payload::watch(&parts, body);
            let request = http::Request::from_parts(parts, body);
            let answer = ASKER.scope(asker, service.answer(request)).await.map(Body::new);
            // A bucket that the request made is there now.
            if let (Some(noted), Some(store)) = (noted.get(), state.kept.objects.embedded()) {
                noted.note_region(store);
            }
            // A body that does not match was refused; this is why.
            match payload.refusal().filter(|_| !answer.status().is_success()) {
                Some(error) => Err(error),
                None => Ok(answer),
            }
        }
        Port::Elsewhere(name) => Err(elsewhere(name, &asker)),
    }
}

/// Notes what a record of the request will be made of. The body is looked at as it passes.
fn hear(heard: &mut Option<Heard>, origin: Origin, (who, region): (Who, String), parts: &Parts, body: Body) -> Body {
    let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_string);
    let (notes, body) = BodyNotes::watch(parts, body);
    *heard = Some(Heard {
        who,
        region,
        source_ip: origin.address,
        tls: origin.tls,
        host: header("host").or_else(|| parts.uri.authority().map(|authority| authority.to_string())),
        user_agent: header("user-agent"),
        call: Heard::object(parts, notes),
    });
    body
}

/// To a request that there is no room to record.
pub(crate) fn throttled_response(resource: &str, request_id: &str) -> Response {
    let error = DeclaredError { status: 503, ..DeclaredError::shared("SlowDown") };
    error_response(&error.because("Please reduce your request rate."), resource, request_id)
}

/// To a request that the server itself failed at. The log says why.
pub(crate) fn failed_response(resource: &str, request_id: &str) -> Response {
    let error = DeclaredError { status: 500, ..DeclaredError::shared("InternalError") };
    error_response(&error.because("We encountered an internal error. Please try again."), resource, request_id)
}

/// Who asks: the owner of the key that signed, or anybody.
async fn asker(
    state: &Arc<State>,
    origin: Origin,
    parts: &Parts,
    noted: Arc<OnceLock<Noted>>,
) -> Result<(Asker, Who, String), Error> {
    if is_form_upload(parts) {
        // A form's file would be held in memory before anything of it is proven.
        return Err(DeclaredError { status: 501, ..DeclaredError::shared("NotImplemented") }
            .because("Uploads by HTML form are not implemented."));
    }
    if is_signed_as_of_old(parts) {
        return Err(DeclaredError { status: 400, ..DeclaredError::shared("InvalidRequest") }
            .because("The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256."));
    }
    let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_string);
    let mut keys = RequestKeys {
        source_ip: origin.address,
        is_secure: origin.tls.is_some(),
        user_agent: header("user-agent"),
        referer: header("referer"),
        region: "us-east-1".into(),
        now: (state.clock)(),
        issued: None,
        source_identity: None,
        called_via: Vec::new(),
    };
    match claimed(parts) {
        Ok(None) => {
            let region = keys.region.clone();
            let asker = Asker { caller: Caller::anonymous(state, keys), signed_with: None, noted };
            Ok((asker, Who::Anonymous, region))
        }
        Ok(Some(_)) => {
            let Verified { credential, authorization, .. } =
                prove(state, parts).await.map_err(|failure| s3_refusal(&failure))?;
            note_use(state, &credential, &authorization.scope.region, "s3").await;
            keys.region = authorization.scope.region;
            keys.issued = credential.issued;
            keys.source_identity = credential.carried.source_identity.clone();
            let region = keys.region.clone();
            let caller = Caller::new(state, &credential, keys).await?;
            let signed_with = Some((credential.access_key_id.clone(), credential.secret.clone()));
            Ok((Asker { caller, signed_with, noted }, Who::Known(Box::new(credential)), region))
        }
        Err(failure) => Err(s3_refusal(&failure)),
    }
}

/// Where the objects are is told to those alone who are known.
fn elsewhere(name: &str, asker: &Asker) -> Error {
    match asker.signed_with {
        Some(_) => DeclaredError { status: 501, ..DeclaredError::shared("NotImplemented") }
            .because(format!("This server keeps no objects. They are in {name}: send requests of S3 there.")),
        None => s3_refusal(&Failure::Missing),
    }
}

/// Signature Version 2, which S3 takes for no bucket made since 2020: by header, or by the query of a presigned URL, as
/// boto3 makes them where it is not told `signature_version="s3v4"`.
fn is_signed_as_of_old(parts: &Parts) -> bool {
    let by_header = parts.headers.get("authorization").is_some_and(|value| value.as_bytes().starts_with(b"AWS "));
    let mut parameters = parts.uri.query().unwrap_or_default().split('&');
    by_header || parameters.any(|parameter| parameter.starts_with("AWSAccessKeyId="))
}

fn is_form_upload(parts: &Parts) -> bool {
    let content_type = parts.headers.get("content-type").map(|value| value.as_bytes().to_ascii_lowercase());
    parts.method == http::Method::POST
        && content_type.is_some_and(|content_type| content_type.starts_with(b"multipart/form-data"))
}

/// Proves who sent it. `x-amz-content-sha256` stands for the body: whoever reads the body holds it to that.
async fn prove(state: &State, parts: &Parts) -> Result<Verified, Failure> {
    let is_header_signed = parts.headers.contains_key("authorization");
    let payload = match parts.headers.get("x-amz-content-sha256").and_then(|value| value.to_str().ok()) {
        Some(stated) if is_header_signed => stated,
        None if is_header_signed => {
            return Err(Failure::Incomplete("Missing required header for this request: x-amz-content-sha256".into()));
        }
        _ => "UNSIGNED-PAYLOAD",
    };
    verify(parts, payload, PathStyle::Verbatim, &*state.credentials, (state.clock)()).await
}

fn error_response(error: &Error, resource: &str, request_id: &str) -> Response {
    let status = StatusCode::from_u16(error.declared.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let xml = xml::s3_error(error, resource, request_id);
    (status, [(header::CONTENT_TYPE, "application/xml")], xml).into_response()
}
