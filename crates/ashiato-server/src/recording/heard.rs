//! What is heard of a call while it is answered.

use http::request::Parts;
use serde_json::Value;
use std::net::IpAddr;
use std::sync::Arc;

use super::objects::BodyNotes;
use super::suites::TlsFacts;
use crate::aws::Error;
use crate::aws::service::{Operation, Service};
use crate::signature::Credential;

/// What is heard of a call whose sender is known.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(crate) who: Who,
    /// Of the credential scope.
    pub(crate) region: String,
    pub(crate) source_ip: IpAddr,
    pub(crate) tls: Option<TlsFacts>,
    pub(crate) host: Option<String>,
    pub(crate) user_agent: Option<String>,
    pub(crate) call: HeardCall,
}

/// Who called.
#[derive(Debug)]
pub(crate) enum Who {
    /// The owner of the key that signed.
    Known(Box<Credential>),
    /// Nobody signed.
    Anonymous,
}

/// Of what service.
#[derive(Debug)]
pub(crate) enum HeardCall {
    /// An operation of JSON or forms.
    Operation(Box<HeardOperation>),
    /// A request to the object store.
    Object(Box<HeardObject>),
}

/// An operation of JSON or forms.
#[derive(Debug)]
pub(crate) struct HeardOperation {
    pub(crate) service: &'static Service,
    /// As the client wrote it, where it is no operation of the service.
    pub(crate) name: String,
    pub(crate) operation: Option<&'static Operation>,
    pub(crate) input: Option<Value>,
    /// Absent where the handler did not come to an end.
    pub(crate) outcome: Option<Outcome>,
}

/// How an operation ended.
#[derive(Debug)]
pub(crate) enum Outcome {
    Output(Value),
    Failed { code: &'static str, message: String },
}

/// A request to the object store, as its head says.
#[derive(Debug)]
pub(crate) struct HeardObject {
    pub(crate) parts: Parts,
    pub(crate) is_presigned: bool,
    /// The body, as it passed.
    pub(crate) body: Arc<BodyNotes>,
}

impl Heard {
    /// Of an operation, nothing of which is known yet but who asks.
    pub(crate) fn operation(service: &'static Service) -> HeardCall {
        HeardCall::Operation(Box::new(HeardOperation {
            service,
            name: String::new(),
            operation: None,
            input: None,
            outcome: None,
        }))
    }

    /// Of a request to the object store.
    pub(crate) fn object(parts: &Parts, body: Arc<BodyNotes>) -> HeardCall {
        let is_presigned = !parts.headers.contains_key("authorization");
        HeardCall::Object(Box::new(HeardObject { parts: parts.clone(), is_presigned, body }))
    }

    /// Notes what is asked.
    pub(crate) fn note(&mut self, note: impl FnOnce(&mut HeardOperation)) {
        if let HeardCall::Operation(heard) = &mut self.call {
            note(heard);
        }
    }
}

impl Outcome {
    pub(crate) fn of<T>(result: &Result<(T, Value), Error>) -> Outcome {
        match result {
            Ok((_, output)) => Outcome::Output(output.clone()),
            Err(error) => Outcome::Failed { code: error.declared.code, message: error.message.clone() },
        }
    }
}
