//! AWS Security Token Service.

mod issue;
mod assume_role;
mod get_access_key_info;
mod get_caller_identity;
mod get_federation_token;
mod get_session_token;

pub(crate) use issue::{Session, session_claims, session_key};

use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::sts::Operation;
use crate::context::Context;

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::AssumeRole => run(input, |input| assume_role::assume_role(ctx, input)).await,
        Operation::GetAccessKeyInfo => run(input, |input| get_access_key_info::get_access_key_info(ctx, input)).await,
        Operation::GetCallerIdentity => run(input, |input| get_caller_identity::get_caller_identity(ctx, input)).await,
        Operation::GetFederationToken => {
            run(input, |input| get_federation_token::get_federation_token(ctx, input)).await
        }
        Operation::GetSessionToken => run(input, |input| get_session_token::get_session_token(ctx, input)).await,
    }
}
