//! The way of a call to an operation: body, signature, operation, input, handler, answer.

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::request::Parts;
use serde_json::Value;
use std::sync::Arc;

use super::answer::{Asked, error_response, output_response};
use super::entry::Origin;
use super::limits::body_bytes_max;
use super::routing::Claimed;
use super::{body, refusal};
use crate::access;
use crate::aws::generated::cloudtrail::errors as cloudtrail;
use crate::aws::protocol::{cbor, json, query::Form};
use crate::aws::service::{Coverage, Operation, Protocol, Service};
use crate::aws::{DeclaredError, Error, Fault, validate};
use crate::context::{Client, Context};
use crate::recording::{Heard, Outcome, Who};
use crate::services;
use crate::signature::{Failure, PathStyle, Verified, hex_sha256, verify};
use crate::state::State;

/// The longest body of a request that waits for something to happen.
const WAITING_BODY_BYTES_MAX: usize = 64 << 10;

/// A request for an operation.
pub(super) struct Call<'a> {
    pub(super) state: &'a Arc<State>,
    pub(super) origin: Origin,
    pub(super) client: &'a Client,
    pub(super) parts: &'a Parts,
    pub(super) claimed: Claimed,
    pub(super) service: &'static Service,
    /// In which of the service's ways the request is written.
    pub(super) protocol: Protocol,
}

/// The body, decoded: which operation, and what it is asked.
enum Decoded {
    Json(String, Bytes),
    Query(Form),
    Cbor(String, Bytes),
}

impl Decoded {
    /// The operation, as the client names it.
    fn operation_name(&self) -> String {
        match self {
            Decoded::Json(name, _) | Decoded::Cbor(name, _) => name.clone(),
            Decoded::Query(form) => form.get("Action").unwrap_or_default().to_string(),
        }
    }
}

impl Call<'_> {
    /// Answers it. `asked.operation` is set as soon as it is known.
    pub(super) async fn answer(self, body: Body, asked: &mut Asked) -> Response {
        let result = self.output(body, asked).await;
        if let Some(heard) = &mut asked.heard {
            heard.note(|operation| operation.outcome = Some(Outcome::of(&result)));
        }
        match result {
            Ok((operation, output)) => output_response(&output, operation, asked),
            Err(error) => error_response(&error, asked),
        }
    }

    async fn output(&self, body: Body, asked: &mut Asked) -> Result<(&'static Operation, Value), Error> {
        let refuse = |failure: &Failure| refusal::refusal(failure, self.service.protocol);
        // An unsigned request is refused before its body costs anything.
        match &self.claimed {
            Err(failure) => return Err(refuse(failure)),
            Ok(None) => return Err(refuse(&Failure::Missing)),
            Ok(Some(stated)) if stated.scope.service != self.service.signing_name => {
                return Err(refuse(&Failure::WrongService(self.service.signing_name.into())));
            }
            Ok(Some(_)) => {}
        }
        let bytes_max = body_bytes_max(self.service.id);
        let bytes = body::read(body, bytes_max, self.state.limits.body_timeout).await?;
        let now = (self.state.clock)();
        let hash = hex_sha256(&bytes);
        let credentials = &*self.state.credentials;
        let verified = verify(self.parts, &hash, PathStyle::Normalised, credentials, now)
            .await
            .map_err(|failure| refuse(&failure))?;

        // Not before: whoever reaches the port could set all room aside.
        let room = self.state.recorder.admit().await;
        asked.admitted = Some(room.ok_or_else(|| refusal::throttled(self.protocol))?);
        let heard = asked.heard.insert(self.heard(&verified));

        let bytes = match self.header("content-encoding") {
            Some("gzip") => body::inflated(&bytes, bytes_max)?,
            _ => bytes,
        };
        let body_bytes = bytes.len();
        let decoded = self.decode(bytes)?;
        heard.note(|heard| heard.name = decoded.operation_name());
        let operation = self.operation(&decoded)?;
        heard.note(|heard| heard.operation = Some(operation));
        asked.operation = operation.name;
        if operation.coverage == Coverage::Refused {
            return Err(unsupported(operation.name, self.service.protocol));
        }
        let input = self.input(decoded, operation)?;
        if let Some(heard) = &mut asked.heard {
            heard.note(|heard| heard.input = Some(input.clone()));
        }
        let ctx = self.context(verified, asked.request_id.clone(), now);
        access::note_use(self.state, &ctx.caller, &ctx.region, self.service.signing_name).await;
        access::authorize(&ctx, self.service, operation.name, &input).await?;
        if services::may_wait(self.service.id, operation.name, &input) {
            // It is held for long, and what it says in memory with it, in many times its bytes.
            if body_bytes > WAITING_BODY_BYTES_MAX {
                return Err(body::too_long(WAITING_BODY_BYTES_MAX));
            }
            // It reads, and many may wait for long: the room for its record is set aside again when that is written.
            asked.admitted = None;
        }
        Ok((operation, services::call(self.service.id, operation.name, &ctx, input).await?))
    }

    fn heard(&self, verified: &Verified) -> Heard {
        Heard {
            who: Who::Known(Box::new(verified.credential.clone())),
            region: verified.authorization.scope.region.clone(),
            source_ip: self.origin.address,
            tls: self.origin.tls,
            host: self.header("host").map(str::to_string),
            user_agent: self.header("user-agent").map(str::to_string),
            call: Heard::operation(self.service),
        }
    }

    fn decode(&self, bytes: Bytes) -> Result<Decoded, Error> {
        let content_type = self.header("content-type").unwrap_or_default().split(';').next().unwrap_or_default().trim();
        let unread = || Error::malformed(format!("A body of the type '{content_type}' is not read."));
        match self.protocol {
            Protocol::Cbor { .. } => {
                let (_, name) = cbor::target(self.parts.uri.path()).ok_or_else(refusal::unknown_operation)?;
                match content_type {
                    // An operation without input has no body, and so no type of it.
                    "" if bytes.is_empty() => Ok(Decoded::Cbor(name.to_string(), bytes)),
                    cbor::CONTENT_TYPE => Ok(Decoded::Cbor(name.to_string(), bytes)),
                    _ => Err(unread()),
                }
            }
            Protocol::Json { .. } => match content_type {
                "application/x-amz-json-1.1" | "application/x-amz-json-1.0" => {
                    let target = self.header("x-amz-target").and_then(json::target);
                    let (_, name) = target.ok_or_else(refusal::unknown_operation)?;
                    Ok(Decoded::Json(name.to_string(), bytes))
                }
                _ => Err(unread()),
            },
            Protocol::Query { .. } if self.parts.method == http::Method::GET => {
                Form::parse(self.parts.uri.query().unwrap_or_default().as_bytes()).map(Decoded::Query)
            }
            Protocol::Query { .. } if content_type == "application/x-www-form-urlencoded" => {
                Form::parse(&bytes).map(Decoded::Query)
            }
            Protocol::Query { .. } => Err(unread()),
            Protocol::RestJson => Err(unsupported(self.parts.uri.path(), self.protocol)),
        }
    }

    fn operation(&self, decoded: &Decoded) -> Result<&'static Operation, Error> {
        match (decoded, self.protocol) {
            (Decoded::Query(form), Protocol::Query { version, .. }) => {
                let Some(name) = form.get("Action") else {
                    let missing = DeclaredError { code: "MissingAction", ..DeclaredError::shared("") };
                    return Err(missing.because("The request is missing an action."));
                };
                let unknown = || {
                    let given = form.get("Version").unwrap_or_default();
                    DeclaredError::shared("InvalidAction")
                        .because(format!("Could not find operation {name} for version {given}"))
                };
                if form.get("Version") != Some(version) {
                    return Err(unknown());
                }
                self.service.operation(name).ok_or_else(unknown)
            }
            (Decoded::Json(name, _) | Decoded::Cbor(name, _), _) => {
                self.service.operation(name).ok_or_else(refusal::unknown_operation)
            }
            (Decoded::Query(_), _) => Err(refusal::unknown_operation()),
        }
    }

    fn input(&self, decoded: Decoded, operation: &Operation) -> Result<Value, Error> {
        let empty = || Value::Object(serde_json::Map::new());
        let input = match (decoded, operation.input) {
            (Decoded::Json(_, bytes), _) => json::decode(&bytes)?,
            (Decoded::Cbor(_, bytes), _) => cbor::decode(&bytes)?,
            (Decoded::Query(form), Some(schema)) => form.input(schema),
            (Decoded::Query(_), None) => empty(),
        };
        let Some(schema) = operation.input else { return Ok(empty()) };
        match validate(&input, schema) {
            Ok(()) => Ok(input),
            Err(Fault::Type(why)) => Err(match self.service.protocol {
                Protocol::Query { .. } => DeclaredError::shared("MalformedInput").because(why),
                _ => Error::malformed(why),
            }),
            Err(Fault::Limits(why)) => Err(invalid(self.service, operation.name, why)),
        }
    }

    fn context(&self, verified: Verified, request_id: String, now: chrono::DateTime<chrono::Utc>) -> Context {
        Context {
            state: Arc::clone(self.state),
            caller: verified.credential,
            region: verified.authorization.scope.region,
            request_id,
            source_ip: self.origin.address,
            user_agent: self.header("user-agent").map(str::to_string),
            is_secure: self.origin.tls.is_some(),
            now,
            client: self.client.clone(),
        }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.parts.headers.get(name)?.to_str().ok()
    }
}

/// The code under which a service says that an input breaks its limits. Glue's is not the InvalidInputException of its
/// model: see boto3's issue 3229.
fn invalid(service: &Service, operation: &str, why: String) -> Error {
    use crate::aws::service::ServiceId;
    match (service.id, service.protocol) {
        (ServiceId::Athena, _) => {
            DeclaredError { message_member: "Message", ..DeclaredError::shared("InvalidRequestException") }
                .because(why)
                .with("AthenaErrorCode", "INVALID_INPUT")
        }
        (ServiceId::Sns, _) => DeclaredError::shared("InvalidParameter").because(why),
        (ServiceId::Logs, _) => DeclaredError::shared("InvalidParameterException").because(why),
        (ServiceId::CloudTrail, _) => cloudtrail_error(operation, &why).because(why),
        (_, Protocol::Query { .. }) => DeclaredError::shared("ValidationError").because(why),
        _ => DeclaredError::shared("ValidationException").because(why),
    }
}

/// CloudTrail has errors of its own for what selectors, tags and lookups may not hold. Source: the errors' descriptions in
/// its API Reference.
fn cloudtrail_error(operation: &str, why: &str) -> DeclaredError {
    let own: &[(&str, DeclaredError)] = match operation {
        "LookupEvents" => &[
            ("maxResults", cloudtrail::INVALID_MAX_RESULTS_EXCEPTION),
            ("eventCategory", cloudtrail::INVALID_EVENT_CATEGORY_EXCEPTION),
            ("lookupAttributes", cloudtrail::INVALID_LOOKUP_ATTRIBUTES_EXCEPTION),
        ],
        _ => &[
            ("advancedEventSelectors", cloudtrail::INVALID_EVENT_SELECTORS_EXCEPTION),
            ("eventSelectors", cloudtrail::INVALID_EVENT_SELECTORS_EXCEPTION),
            ("insightSelectors", cloudtrail::INVALID_INSIGHT_SELECTORS_EXCEPTION),
            ("tagsList", cloudtrail::INVALID_TAG_PARAMETER_EXCEPTION),
        ],
    };
    let path = why.split(" at '").nth(1).unwrap_or_default();
    let found = own.iter().find(|(member, _)| path.starts_with(member));
    found.map_or(DeclaredError::shared("ValidationException"), |(_, declared)| *declared)
}

/// An operation that is known and not built.
fn unsupported(operation: &str, protocol: Protocol) -> Error {
    let code = match protocol {
        Protocol::Query { .. } => "UnsupportedOperation",
        _ => "UnsupportedOperationException",
    };
    DeclaredError { status: 400, ..DeclaredError::shared(code) }
        .because(format!("{operation} is not supported by Ashiato."))
}
