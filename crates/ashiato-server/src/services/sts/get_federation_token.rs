//! GetFederationToken: credentials for somebody whom the caller vouches for, with no more than both have.

use ashiato_policy::arn::Arn;
use ashiato_policy::sts::federation_token_seconds;

use super::issue::{Session, issue, refuse_sessions, refuse_unsupported, session_policies, validation_error};
use crate::aws::Error;
use crate::aws::generated::sts::{FederatedUser, GetFederationTokenRequest, GetFederationTokenResponse};
use crate::context::Context;
use crate::signature::Identity;

pub(super) async fn get_federation_token(
    ctx: &Context,
    input: GetFederationTokenRequest,
) -> Result<GetFederationTokenResponse, Error> {
    refuse_sessions(ctx, "GetFederationToken")?;
    refuse_unsupported(&[("Tags", input.tags.as_ref().is_some_and(|tags| !tags.is_empty()))])?;
    let is_root = ctx.caller.identity == Identity::Root;
    let asked = input.duration_seconds.and_then(|seconds| u32::try_from(seconds).ok());
    let seconds = federation_token_seconds(asked, is_root).map_err(|error| validation_error(error.message))?;
    let (policies, packed_policy_size) = session_policies(ctx, input.policy, input.policy_arns).await?;
    let account = ctx.state.kept.account.as_str();
    let arn = Arn::new("sts", "", account, format!("federated-user/{}", input.name)).to_string();
    let session = Session {
        arn: arn.clone(),
        principal_id: ctx.caller.principal.user_id.clone(),
        name: input.name.clone(),
        seconds,
        policies,
        is_federated: true,
    };
    Ok(GetFederationTokenResponse {
        credentials: Some(issue(ctx, session)?),
        federated_user: Some(FederatedUser { federated_user_id: format!("{account}:{}", input.name), arn }),
        packed_policy_size,
        ..GetFederationTokenResponse::default()
    })
}
