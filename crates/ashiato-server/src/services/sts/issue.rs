//! Temporary credentials: a key, its secret, and the token that holds all that must be known of the session.

use ashiato_meta::{SessionClaims, seal_session_token};
use ashiato_policy::document::{Document, PolicyKind, counted_chars};
use ashiato_policy::identity::quotas::{ATTACHED_POLICIES_MAX, SESSION_POLICY_CHARS_MAX};
use ashiato_policy::identity::{IdKind, unique_id};
use ashiato_policy::sts::Carried;
use chrono::{DateTime, Utc};

use crate::access::{IS_FEDERATED, Issuer, SOURCE_IDENTITY, TRANSITIVE_KEYS, managed_document};
use crate::aws::generated::sts::errors::{MALFORMED_POLICY_DOCUMENT_EXCEPTION, PACKED_POLICY_TOO_LARGE_EXCEPTION};
use crate::aws::generated::sts::{Credentials, PolicyDescriptorType};
use crate::aws::{DeclaredError, Error, Timestamp};
use crate::chance;
use crate::context::Context;
use crate::state::State;

/// 50 tags, each of a key of 128 characters and a value of 256.
const SESSION_TAGS_CHARS_MAX: usize = 50 * (128 + 256);

/// Whose session it is.
pub(crate) struct Session {
    pub(crate) arn: String,
    /// The role or user whose policies hold, or the account where they are the root's.
    pub(crate) principal_id: String,
    pub(crate) name: String,
    pub(crate) seconds: u32,
    /// What limits it further.
    pub(crate) policies: Vec<String>,
    pub(crate) is_federated: bool,
    pub(crate) carried: Carried,
}

/// Makes the credentials of a session, and says in their token which user or role it is of; `None`: it is the caller's
/// own.
pub(super) fn issue(ctx: &Context, session: Session, issuer: Option<Issuer>) -> Result<Credentials, Error> {
    let mut claims = session_claims(&ctx.state, ctx.now, session)?;
    if let Some(issuer) = issuer {
        issuer.write(&mut claims);
    }
    let session_token = seal_session_token(&ctx.state.kept.keys, &claims, chance::bytes());
    Ok(Credentials {
        access_key_id: claims.access_key_id,
        secret_access_key: claims.secret_access_key,
        session_token,
        expiration: Timestamp { millis: claims.expires },
    })
}

/// What the token of a session says that begins at `now`.
pub(crate) fn session_claims(state: &State, now: DateTime<Utc>, session: Session) -> Result<SessionClaims, Error> {
    let (access_key_id, secret_access_key) = session_key(state)?;
    // To the second, as the answer tells it.
    let issued = now.timestamp() * 1000;
    let Carried { tags, transitive_keys, source_identity } = session.carried;
    let transitive_keys = (!transitive_keys.is_empty()).then(|| transitive_keys.join("\n"));
    let extra = [
        (IS_FEDERATED, session.is_federated.then(String::new)),
        (TRANSITIVE_KEYS, transitive_keys),
        (SOURCE_IDENTITY, source_identity),
    ];
    Ok(SessionClaims {
        access_key_id,
        secret_access_key,
        account: state.kept.account.as_str().to_string(),
        arn: session.arn,
        principal_id: session.principal_id,
        session_name: session.name,
        issued,
        expires: issued + i64::from(session.seconds) * 1000,
        policies: session.policies,
        tags,
        extra: extra.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?))).collect(),
    })
}

/// A new temporary key: its id and its secret.
pub(crate) fn session_key(state: &State) -> Result<(String, String), Error> {
    let id = unique_id(IdKind::TemporaryAccessKey, state.kept.account.as_str(), chance::number())
        .map_err(|error| Error::internal(format!("make the id of a key: {error}")))?;
    Ok((id, chance::secret_access_key()))
}

/// The policies that a request limits its session to, and how much of the room for them is used, in hundredths;
/// `None` where it names none.
pub(super) async fn session_policies(
    ctx: &Context,
    inline: Option<String>,
    managed: Option<Vec<PolicyDescriptorType>>,
) -> Result<(Vec<String>, Option<i64>), Error> {
    let mut policies = Vec::new();
    let mut chars = 0;
    if let Some(text) = inline {
        chars = counted_chars(&text);
        if chars > SESSION_POLICY_CHARS_MAX {
            return Err(PACKED_POLICY_TOO_LARGE_EXCEPTION
                .because("Packed policy consumes more than 100% of allotted space, please use smaller policy."));
        }
        let malformed = |error: ashiato_policy::Error| MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(error.message);
        Document::parse(&text, PolicyKind::Identity).map_err(malformed)?;
        policies.push(text);
    }
    let arns: Vec<String> = managed.unwrap_or_default().into_iter().filter_map(|policy| policy.arn).collect();
    if arns.len() > ATTACHED_POLICIES_MAX {
        return Err(validation_error(format!("A session has at most {ATTACHED_POLICIES_MAX} managed policies.")));
    }
    let unread = |error: ashiato_meta::Error| Error::internal(format!("read the state: {error}"));
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    for arn in arns {
        match managed_document(&mut tx, &arn).await {
            Ok(text) => policies.push(text),
            Err(error) if error.kind == ashiato_meta::Kind::NotFound => {
                return Err(validation_error(format!("The policy {arn} is not valid: it cannot be found.")));
            }
            Err(error) => return Err(unread(error)),
        }
    }
    let packed = i64::try_from(chars * 100 / SESSION_POLICY_CHARS_MAX).ok().filter(|_| !policies.is_empty());
    Ok((policies, packed))
}

/// How much of their room policies and tags take, in hundredths; `None` where there are none of either.
pub(super) fn packed(policies: Option<i64>, carried: &Carried) -> Option<i64> {
    if carried.tags.is_empty() {
        return policies;
    }
    let chars: usize = carried.tags.iter().map(|(key, value)| key.chars().count() + value.chars().count()).sum();
    let tags = i64::try_from(chars * 100 / SESSION_TAGS_CHARS_MAX).unwrap_or(100).max(1);
    Some(tags.max(policies.unwrap_or_default()))
}

pub(super) fn validation_error(sentence: impl Into<String>) -> Error {
    DeclaredError::shared("ValidationError").because(sentence)
}

/// What is wrong with a session's tags.
pub(super) fn invalid_parameter(sentence: impl Into<String>) -> Error {
    DeclaredError::shared("InvalidParameterValue").because(sentence)
}

pub(super) fn access_denied(sentence: impl Into<String>) -> Error {
    DeclaredError { status: 403, ..DeclaredError::shared("AccessDenied") }.because(sentence)
}

/// What is asked for and cannot be given is refused, not passed over.
pub(super) fn refuse_unsupported(asked: &[(&str, bool)]) -> Result<(), Error> {
    match asked.iter().find(|(_, is_asked)| *is_asked) {
        Some((what, _)) => {
            Err(DeclaredError::shared("UnsupportedOperation").because(format!("{what} is not supported by Ashiato.")))
        }
        None => Ok(()),
    }
}

/// GetSessionToken and GetFederationToken are for those with keys of their own.
pub(super) fn refuse_sessions(ctx: &Context, operation: &str) -> Result<(), Error> {
    match ctx.caller.session_token {
        Some(_) => Err(access_denied(format!("Cannot call {operation} with session credentials"))),
        None => Ok(()),
    }
}
