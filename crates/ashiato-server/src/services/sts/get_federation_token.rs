//! GetFederationToken: credentials for somebody whom the caller vouches for, with no more than both have.

use ashiato_policy::arn::Arn;
use ashiato_policy::sts::{Carried, federation_token_seconds};
use serde_json::json;

use super::issue::{
    Session, access_denied, invalid_parameter, issue, packed, refuse_sessions, refuse_unsupported, session_policies,
    validation_error,
};
use crate::access::{Caller, Check, Issuer, tag_keys};
use crate::aws::Error;
use crate::aws::generated::sts::{FederatedUser, GetFederationTokenRequest, GetFederationTokenResponse, Tag};
use crate::context::Context;
use crate::signature::Identity;

pub(super) async fn get_federation_token(
    ctx: &Context,
    input: GetFederationTokenRequest,
) -> Result<GetFederationTokenResponse, Error> {
    refuse_sessions(ctx, "GetFederationToken")?;
    refuse_unsupported(&[("MinimumSessionTokenSize", input.minimum_session_token_size.is_some())])?;
    let carried = session_tags(ctx, input.tags.unwrap_or_default()).await?;
    let is_root = ctx.caller.identity == Identity::Root;
    let asked = input.duration_seconds.and_then(|seconds| u32::try_from(seconds).ok());
    let seconds = federation_token_seconds(asked, is_root).map_err(|error| validation_error(error.message))?;
    let (policies, packed_policy_size) = session_policies(ctx, input.policy, input.policy_arns).await?;
    let account = ctx.state.kept.account.as_str();
    let arn = Arn::new("sts", "", account, format!("federated-user/{}", input.name)).to_string();
    let packed_policy_size = packed(packed_policy_size, &carried);
    let session = Session {
        arn: arn.clone(),
        principal_id: ctx.caller.principal.user_id.clone(),
        name: input.name.clone(),
        seconds,
        policies,
        is_federated: true,
        carried,
    };
    // The root has no name.
    let caller = &ctx.caller.principal.arn;
    let name = if is_root { "" } else { caller.rsplit('/').next().unwrap_or_default() };
    let issuer = Issuer { arn: caller.clone(), name: name.to_string() };
    Ok(GetFederationTokenResponse {
        credentials: Some(issue(ctx, session, Some(issuer))?),
        federated_user: Some(FederatedUser { federated_user_id: format!("{account}:{}", input.name), arn }),
        packed_policy_size,
        ..GetFederationTokenResponse::default()
    })
}

/// The tags that the federated user's session gets, where the caller may tag it: on the caller, by its own policies.
async fn session_tags(ctx: &Context, given: Vec<Tag>) -> Result<Carried, Error> {
    if given.is_empty() {
        return Ok(Carried::default());
    }
    let asked = json!({ "Tags": given });
    let resource = ctx.caller.principal.arn.clone();
    let check = Check { action: "sts:TagSession".into(), resource, keys: tag_keys(&asked) };
    if let Some(sentence) = Caller::of(ctx).await?.denial(&check)? {
        return Err(access_denied(sentence));
    }
    let tags: Vec<(&str, &str)> = given.iter().map(|tag| (tag.key.as_str(), tag.value.as_str())).collect();
    Carried::default().passed_on(&tags, &[], None).map_err(|error| invalid_parameter(error.message))
}
