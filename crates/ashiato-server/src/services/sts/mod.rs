//! AWS Security Token Service.

mod get_caller_identity;

use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::sts::Operation;
use crate::context::Context;

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::GetCallerIdentity => run(input, |input| get_caller_identity::get_caller_identity(ctx, input)).await,
    }
}
