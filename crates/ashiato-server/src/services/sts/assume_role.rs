//! AssumeRole: the credentials of a role, for whom its trust policy and the caller's own let have them.

use ashiato_meta::{Kind, roles};
use ashiato_policy::arn::Arn;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::Principal;
use ashiato_policy::sts::{self, Role, StsError};
use ashiato_policy::{Error as PolicyError, ErrorKind};

use super::issue::{Session, access_denied, issue, refuse_unsupported, session_policies, validation_error};
use crate::access::Caller;
use crate::aws::Error;
use crate::aws::generated::sts::errors::{MALFORMED_POLICY_DOCUMENT_EXCEPTION, PACKED_POLICY_TOO_LARGE_EXCEPTION};
use crate::aws::generated::sts::{AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser};
use crate::context::Context;

pub(super) async fn assume_role(ctx: &Context, input: AssumeRoleRequest) -> Result<AssumeRoleResponse, Error> {
    refuse_unsupported(&[
        ("Tags", input.tags.as_ref().is_some_and(|tags| !tags.is_empty())),
        ("TransitiveTagKeys", input.transitive_tag_keys.as_ref().is_some_and(|keys| !keys.is_empty())),
        ("SourceIdentity", input.source_identity.is_some()),
        ("ProvidedContexts", input.provided_contexts.as_ref().is_some_and(|contexts| !contexts.is_empty())),
        ("SerialNumber", input.serial_number.is_some() || input.token_code.is_some()),
    ])?;
    let caller = Caller::of(ctx).await?;
    let (policies, packed_policy_size) = session_policies(ctx, input.policy.clone(), input.policy_arns).await?;
    let arn = Arn::parse(&input.role_arn).map_err(|_| validation_error(format!("{} is invalid", input.role_arn)))?;
    let role = role(ctx, &arn).await?.ok_or_else(|| denied(&caller, &input.role_arn))?;
    let trust = Document::parse(&role.trust_policy, PolicyKind::Trust)
        .map_err(|error| Error::internal(format!("the trust policy of {arn}: {error}")))?;
    let asked = sts::AssumeRole {
        session_name: &input.role_session_name,
        external_id: input.external_id.as_deref(),
        duration_seconds: input.duration_seconds.and_then(|seconds| u32::try_from(seconds).ok()),
        policy: input.policy.as_deref(),
        policy_arns: &[],
    };
    let described = Role {
        arn: &arn,
        id: &role.id.0,
        trust: &trust,
        session_seconds_max: u32::try_from(role.max_session_seconds).unwrap_or(u32::MAX),
    };
    let assumed =
        caller.with_policies(|policies, keys| sts::assume_role(caller.principal(), policies, &described, &asked, keys));
    let (principal, seconds) = assumed.map_err(refused)?;
    let Principal::RoleSession { session, .. } = principal else {
        return Err(Error::internal("a role was assumed by no session"));
    };
    let credentials = issue(
        ctx,
        Session {
            arn: session.arn.clone(),
            principal_id: role.id.0,
            name: input.role_session_name,
            seconds,
            policies,
            is_federated: false,
        },
    )?;
    Ok(AssumeRoleResponse {
        credentials: Some(credentials),
        assumed_role_user: Some(AssumedRoleUser { assumed_role_id: session.id, arn: session.arn }),
        packed_policy_size,
        ..AssumeRoleResponse::default()
    })
}

/// The role of an ARN, its path included. `None`: there is none, which the caller is not to learn.
async fn role(ctx: &Context, arn: &Arn) -> Result<Option<roles::Role>, Error> {
    let account = &ctx.state.kept.account;
    let path_and_name = arn.resource.strip_prefix("role").filter(|rest| rest.starts_with('/'));
    let (true, Some(path_and_name)) = (arn.service == "iam" && arn.account == account.as_str(), path_and_name) else {
        return Ok(None);
    };
    let name = path_and_name.rsplit('/').next().unwrap_or_default();
    let unread = |error: ashiato_meta::Error| Error::internal(format!("read the state: {error}"));
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    match roles::get(&mut tx, account, name).await {
        Ok(role) => Ok(Some(role).filter(|role| format!("{}{}", role.path, role.name) == path_and_name)),
        Err(error) if error.kind == Kind::NotFound => Ok(None),
        Err(error) => Err(unread(error)),
    }
}

fn denied(caller: &Caller, arn: &str) -> Error {
    let who = caller.principal().arn();
    access_denied(format!("User: {who} is not authorized to perform: sts:AssumeRole on resource: {arn}"))
}

fn refused(error: StsError) -> Error {
    match error {
        StsError::AccessDenied(sentence) => access_denied(sentence),
        StsError::Refused(PolicyError { kind, message, .. }) => match kind {
            ErrorKind::MalformedPolicy => MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(message),
            ErrorKind::LimitExceeded => PACKED_POLICY_TOO_LARGE_EXCEPTION.because(message),
            ErrorKind::Invalid => validation_error(message),
        },
    }
}
