//! GetCallerIdentity: who the key that signed speaks for. It needs no permission, and no policy can deny it.

use crate::aws::Error;
use crate::aws::generated::sts::{GetCallerIdentityRequest, GetCallerIdentityResponse};
use crate::context::Context;

pub(super) async fn get_caller_identity(
    ctx: &Context,
    _input: GetCallerIdentityRequest,
) -> Result<GetCallerIdentityResponse, Error> {
    let principal = &ctx.caller.principal;
    Ok(GetCallerIdentityResponse {
        user_id: Some(principal.user_id.clone()),
        account: Some(principal.account.clone()),
        arn: Some(principal.arn.clone()),
    })
}
