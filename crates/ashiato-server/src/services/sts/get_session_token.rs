//! GetSessionToken: temporary credentials of the user that calls. It needs no permission.

use ashiato_policy::sts::{Carried, session_token_seconds};

use super::issue::{Session, issue, refuse_sessions, refuse_unsupported, validation_error};
use crate::aws::Error;
use crate::aws::generated::sts::{GetSessionTokenRequest, GetSessionTokenResponse};
use crate::context::Context;
use crate::signature::Identity;

pub(super) async fn get_session_token(
    ctx: &Context,
    input: GetSessionTokenRequest,
) -> Result<GetSessionTokenResponse, Error> {
    refuse_sessions(ctx, "GetSessionToken")?;
    refuse_unsupported(&[("SerialNumber", input.serial_number.is_some() || input.token_code.is_some())])?;
    let is_root = ctx.caller.identity == Identity::Root;
    let asked = input.duration_seconds.and_then(|seconds| u32::try_from(seconds).ok());
    let seconds = session_token_seconds(asked, is_root).map_err(|error| validation_error(error.message))?;
    let session = Session {
        arn: ctx.caller.principal.arn.clone(),
        principal_id: ctx.caller.principal.user_id.clone(),
        name: String::new(),
        seconds,
        policies: Vec::new(),
        is_federated: false,
        carried: Carried::default(),
    };
    Ok(GetSessionTokenResponse { credentials: Some(issue(ctx, session, None)?), ..GetSessionTokenResponse::default() })
}
