//! AssumeRole: the credentials of a role, for whom its trust policy and the caller's own let have them.

use ashiato_meta::{Kind, roles, tags};
use ashiato_policy::arn::Arn;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::Principal;
use ashiato_policy::sts::{self, Role, StsError};
use ashiato_policy::{Error as PolicyError, ErrorKind};
use std::collections::BTreeMap;

use super::issue::{
    Session, access_denied, invalid_parameter, issue, packed, refuse_unsupported, session_policies, validation_error,
};
use crate::access::{Caller, Issuer};
use crate::aws::Error;
use crate::aws::generated::sts::errors::{MALFORMED_POLICY_DOCUMENT_EXCEPTION, PACKED_POLICY_TOO_LARGE_EXCEPTION};
use crate::aws::generated::sts::{AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser};
use crate::context::Context;

pub(super) async fn assume_role(ctx: &Context, input: AssumeRoleRequest) -> Result<AssumeRoleResponse, Error> {
    refuse_unsupported(&[
        ("MinimumSessionTokenSize", input.minimum_session_token_size.is_some()),
        ("ProvidedContexts", input.provided_contexts.as_ref().is_some_and(|contexts| !contexts.is_empty())),
        ("SerialNumber", input.serial_number.is_some() || input.token_code.is_some()),
    ])?;
    let caller = Caller::of(ctx).await?;
    let (policies, packed_policy_size) = session_policies(ctx, input.policy.clone(), input.policy_arns).await?;
    let arn = Arn::parse(&input.role_arn).map_err(|_| validation_error(format!("{} is invalid", input.role_arn)))?;
    let (role, role_tags) = role(ctx, &arn).await?.ok_or_else(|| denied(&caller, &input.role_arn))?;
    let trust = Document::parse(&role.trust_policy, PolicyKind::Trust)
        .map_err(|error| Error::internal(format!("the trust policy of {arn}: {error}")))?;
    let tags = input.tags.unwrap_or_default();
    let tags: Vec<(&str, &str)> = tags.iter().map(|tag| (tag.key.as_str(), tag.value.as_str())).collect();
    let transitive_keys = input.transitive_tag_keys.unwrap_or_default();
    let transitive_keys: Vec<&str> = transitive_keys.iter().map(String::as_str).collect();
    let carries = &ctx.caller.carried;
    // What is wrong with the tags is told in words of its own, to those who may assume the role.
    let are_tags_right = carries.passed_on(&tags, &transitive_keys, None).is_ok();
    let asked = sts::AssumeRole {
        session_name: &input.role_session_name,
        external_id: input.external_id.as_deref(),
        duration_seconds: input.duration_seconds.and_then(|seconds| u32::try_from(seconds).ok()),
        policy: input.policy.as_deref(),
        policy_arns: &[],
        tags: &tags,
        transitive_keys: &transitive_keys,
        source_identity: input.source_identity.as_deref(),
    };
    let described = Role {
        arn: &arn,
        id: &role.id.0,
        trust: &trust,
        session_seconds_max: u32::try_from(role.max_session_seconds).unwrap_or(u32::MAX),
    };
    let assumed = caller.with_policies(|policies, keys| {
        let keys = |key: &str| of_role(&role_tags, key).unwrap_or_else(|| keys(key));
        sts::assume_role(caller.principal(), policies, &described, &asked, carries, &keys)
    });
    let sts::Assumed { principal, seconds, carried } = assumed.map_err(|error| refused(error, are_tags_right))?;
    let packed_policy_size = packed(packed_policy_size, &carried);
    let source_identity = carried.source_identity.clone();
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
            carried,
        },
        Some(Issuer { arn: arn.to_string(), name: role.name }),
    )?;
    Ok(AssumeRoleResponse {
        credentials: Some(credentials),
        assumed_role_user: Some(AssumedRoleUser { assumed_role_id: session.id, arn: session.arn }),
        packed_policy_size,
        source_identity,
        ..AssumeRoleResponse::default()
    })
}

type Tags = BTreeMap<String, String>;

/// The role of an ARN, its path included, and its tags. `None`: there is none, which the caller is not to learn.
async fn role(ctx: &Context, arn: &Arn) -> Result<Option<(roles::Role, Tags)>, Error> {
    let account = &ctx.state.kept.account;
    let path_and_name = arn.resource.strip_prefix("role").filter(|rest| rest.starts_with('/'));
    let (true, Some(path_and_name)) = (arn.service == "iam" && arn.account == account.as_str(), path_and_name) else {
        return Ok(None);
    };
    let name = path_and_name.rsplit('/').next().unwrap_or_default();
    let unread = |error: ashiato_meta::Error| Error::internal(format!("read the state: {error}"));
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    let role = match roles::get(&mut tx, account, name).await {
        Ok(role) => role,
        Err(error) if error.kind == Kind::NotFound => return Ok(None),
        Err(error) => return Err(unread(error)),
    };
    let tags = tags::list(&mut tx, &role.id.0).await.map_err(unread)?;
    Ok((format!("{}{}", role.path, role.name) == path_and_name).then_some((role, tags)))
}

/// The values of the keys that are the role's tags. `None`: the key is none of those.
fn of_role(tags: &Tags, key: &str) -> Option<Option<Vec<String>>> {
    let tag = key.strip_prefix("iam:resourcetag/").or_else(|| key.strip_prefix("aws:resourcetag/"))?;
    let named = tags.iter().find(|(name, _)| name.to_lowercase() == tag);
    Some(named.map(|(_, value)| vec![value.clone()]))
}

fn denied(caller: &Caller, arn: &str) -> Error {
    let who = caller.principal().arn();
    access_denied(format!("User: {who} is not authorized to perform: sts:AssumeRole on resource: {arn}"))
}

fn refused(error: StsError, are_tags_right: bool) -> Error {
    match error {
        StsError::AccessDenied(sentence) => access_denied(sentence),
        StsError::Refused(PolicyError { kind, message, .. }) => match kind {
            ErrorKind::MalformedPolicy => MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(message),
            ErrorKind::LimitExceeded => PACKED_POLICY_TOO_LARGE_EXCEPTION.because(message),
            ErrorKind::Invalid if !are_tags_right => invalid_parameter(message),
            ErrorKind::Invalid => validation_error(message),
        },
    }
}
