//! What an operation's records look like. The operations themselves are tables, one file a service.

use super::template::Template;

/// An operation as the tables hold it. JSON texts are [`Template`]s; an empty one is a null, or a member left out.
pub(super) struct Operation {
    /// The event source without `.amazonaws.com`.
    pub(super) source: &'static str,
    pub(super) name: &'static str,
    /// How often it is called, beside the weights of the others.
    pub(super) weight: f64,
    pub(super) callers: Callers,
    pub(super) kind: Kind,
    pub(super) is_read: bool,
    pub(super) is_data: bool,
    /// Recorded in the first region only, wherever it is called from.
    pub(super) is_global: bool,
    pub(super) version: &'static str,
    pub(super) api_version: &'static str,
    pub(super) request: &'static str,
    pub(super) response: &'static str,
    /// What stands in `responseElements` when the call failed.
    pub(super) failed_response: &'static str,
    pub(super) additional: &'static str,
    pub(super) resources: &'static str,
    pub(super) service_details: &'static str,
    /// Whether the other half of a call between accounts may carry the same shared id.
    pub(super) is_shared: bool,
    pub(super) failures: &'static [Failure],
}

/// A way to fail: the share of calls that do, the error's code (none where empty) and message.
pub(super) struct Failure {
    pub(super) share: f64,
    pub(super) code: &'static str,
    pub(super) message: &'static str,
}

/// Who makes such calls.
#[derive(Clone, Copy)]
pub(super) enum Callers {
    Anyone,
    /// A share of the calls comes from services, the rest from anyone.
    Services(f64),
    /// A share comes from strangers, the rest from anyone.
    Public(f64),
    SigningIn,
    WebIdentity,
    Saml,
    IdentityCenter,
    /// The service tells what it did by itself.
    Itself(&'static str),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    ApiCall,
    ConsoleSignIn,
    ServiceEvent,
}

/// A management call that reads: what the tables start from.
pub(super) const READ: Operation = Operation {
    source: "",
    name: "",
    weight: 0.0,
    callers: Callers::Anyone,
    kind: Kind::ApiCall,
    is_read: true,
    is_data: false,
    is_global: false,
    version: "1.08",
    api_version: "",
    request: "",
    response: "",
    failed_response: "",
    additional: "",
    resources: "",
    service_details: "",
    is_shared: false,
    failures: &[],
};

/// A management call that writes.
pub(super) const WRITE: Operation = Operation { is_read: false, ..READ };

pub(super) const fn failure(share: f64, code: &'static str, message: &'static str) -> Failure {
    Failure { share, code, message }
}

/// The caller's policies do not allow it.
pub(super) const fn denied(share: f64) -> Failure {
    const MESSAGE: &str = "User: <actor> is not authorized to perform: <service>:<action> on resource: arn:aws:<service>:<region>:<account>:* because no identity-based policy allows the <service>:<action> action";
    failure(share, "AccessDenied", MESSAGE)
}

/// The same in the words of newer services.
pub(super) const fn denied_exception(share: f64) -> Failure {
    Failure { code: "AccessDeniedException", ..denied(share) }
}

pub(super) const fn throttled(share: f64) -> Failure {
    failure(share, "ThrottlingException", "Rate exceeded")
}

/// An operation with its templates read, ready to be written many times.
#[derive(Clone)]
pub(super) struct Prepared {
    pub(super) table: &'static Operation,
    /// The operation's name as policies write it: without the version that Lambda appends.
    pub(super) action: &'static str,
    pub(super) request: Template,
    pub(super) response: Template,
    pub(super) failed_response: Template,
    pub(super) additional: Template,
    pub(super) resources: Template,
    pub(super) service_details: Template,
    pub(super) failures: Vec<PreparedFailure>,
}

#[derive(Clone)]
pub(super) struct PreparedFailure {
    /// The share of calls that fail so or in a way before it.
    pub(super) up_to: f64,
    pub(super) code: &'static str,
    pub(super) message: Template,
}

impl Prepared {
    pub(super) fn new(table: &'static Operation) -> Prepared {
        let failures = table.failures.iter().scan(0.0, |up_to, failure| {
            *up_to += failure.share;
            Some(PreparedFailure { up_to: *up_to, code: failure.code, message: Template::parse(failure.message) })
        });
        let version_at = table.name.find(|c: char| c.is_ascii_digit()).filter(|_| table.source == "lambda");
        Prepared {
            table,
            action: &table.name[..version_at.unwrap_or(table.name.len())],
            request: Template::parse(table.request),
            response: Template::parse(table.response),
            failed_response: Template::parse(table.failed_response),
            additional: Template::parse(table.additional),
            resources: Template::parse(table.resources),
            service_details: Template::parse(table.service_details),
            failures: failures.collect(),
        }
    }
}
