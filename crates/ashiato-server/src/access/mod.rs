//! Who may do what: the policies of whoever calls, gathered from the state, and the decision over them.
//!
//! Every call of an operation is decided by [`authorize`] before its handler runs, every request for an object by the
//! gate of the object store. Whatever acts later for a caller, as a query that reads objects and the catalog does, asks
//! a [`Caller`], which is made once from the request's [`Context`] and then answers without waiting:
//!
//! ```text
//! let caller = Caller::of(&ctx).await?.via("athena.amazonaws.com");
//! if !caller.may("s3:GetObject", "arn:aws:s3:::bucket/key")? { … }
//! if let Some(sentence) = caller.denial(&Check { action, resource, keys })? { … }
//! ```
//!
//! [`is_allowed`] is the same for one question. What a caller may do is read when it is made: a change of its policies
//! holds for callers that are made after it.

mod caller;
mod request_keys;
mod grants;
mod cache;
mod stored_keys;
mod uses;
mod resources;
mod service_role;
mod topic_policy;
mod use_of_keys;
mod recorded_uses;

pub use ashiato_policy::actions::Check;
pub use caller::Caller;
pub(crate) use caller::{Issuer, WithoutTags, issuer};
pub(crate) use resources::OWN_CATALOG;
pub use stored_keys::StoredKeys;

pub(crate) use cache::Cache;
pub(crate) use grants::{Grants, managed_document};
pub(crate) use recorded_uses::asked as asked_of_key;
pub(crate) use request_keys::RequestKeys;
pub(crate) use resources::tag_keys;
pub(crate) use service_role::{RoleRefusal, ServiceRole};
pub(crate) use stored_keys::{FROM_CONSOLE, IS_FEDERATED, SOURCE_IDENTITY, TRANSITIVE_KEYS, session_credential};
pub(crate) use use_of_keys::{KeyRefusal, KeyUse};
pub(crate) use uses::{Uses, note_use};

use ashiato_policy::actions::needs_no_permission;
use serde_json::Value;

use crate::aws::generated::sns::errors::AUTHORIZATION_ERROR_EXCEPTION;
use crate::aws::service::{Protocol, Service, ServiceId};
use crate::aws::{DeclaredError, Error};
use crate::context::Context;
use crate::http::refusal;
use crate::signature::{Credential, Failure, Identity};

/// Whether the caller of a request may do an action on a resource: `s3:GetObject` on `arn:aws:s3:::bucket/key`,
/// `glue:GetTable` on `arn:aws:glue:…:table/db/name`. Of an object the bucket's policy counts too.
pub async fn is_allowed(ctx: &Context, action: &str, resource: &str) -> Result<bool, Error> {
    Caller::of(ctx).await?.may(action, resource)
}

/// Decides a call: `Err` with the service's own denial where the caller may not make it.
pub(crate) async fn authorize(ctx: &Context, service: &Service, operation: &str, input: &Value) -> Result<(), Error> {
    if needs_no_permission(service.signing_name, operation) || resources::decides_itself(service.id, operation) {
        return Ok(());
    }
    if service.id == ServiceId::Iam && is_session_of_a_user(&ctx.caller) && !ctx.caller.is_from_console {
        // They would outlive whatever they changed. Source: STS API Reference, GetSessionToken and GetFederationToken.
        return Err(refusal(&Failure::WrongToken, service.protocol));
    }
    let caller = Caller::of(ctx).await?;
    // Not even the root does what a topic's policy denies to everyone.
    if caller.may_do_all() && service.id != ServiceId::Sns {
        return Ok(());
    }
    expect_allowed(&caller, ctx, service, operation, input).await
}

/// The same for whoever calls without a signature, whom nothing but the policy of a resource can let.
pub(crate) async fn authorize_anonymous(
    ctx: &Context,
    service: &Service,
    operation: &str,
    input: &Value,
) -> Result<(), Error> {
    let caller = Caller::anonymous(&ctx.state, RequestKeys::of(ctx));
    expect_allowed(&caller, ctx, service, operation, input).await
}

async fn expect_allowed(
    caller: &Caller,
    ctx: &Context,
    service: &Service,
    operation: &str,
    input: &Value,
) -> Result<(), Error> {
    for check in resources::checks(ctx, service, operation, input).await? {
        let denial = match service.id {
            ServiceId::Sns => caller.denial_of_topic(&check, topic_policy::of(&ctx.state, &check).await?.as_ref())?,
            _ => caller.denial(&check)?,
        };
        if let Some(sentence) = denial {
            return Err(match service.id {
                ServiceId::Sns => AUTHORIZATION_ERROR_EXCEPTION.because(sentence),
                _ => denied(service.protocol, sentence),
            });
        }
    }
    Ok(())
}

/// A session of GetSessionToken or GetFederationToken. Nobody here can have proven a second factor for it.
fn is_session_of_a_user(credential: &Credential) -> bool {
    credential.session_token.is_some() && !matches!(credential.identity, Identity::Role(_))
}

/// The error of a denial, in the words of a protocol.
pub(crate) fn denied(protocol: Protocol, sentence: impl Into<String>) -> Error {
    let declared = match protocol {
        Protocol::Query { .. } => DeclaredError { status: 403, ..DeclaredError::shared("AccessDenied") },
        _ => DeclaredError { message_member: "Message", ..DeclaredError::shared("AccessDeniedException") },
    };
    declared.because(sentence)
}
