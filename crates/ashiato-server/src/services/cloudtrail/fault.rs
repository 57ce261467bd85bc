//! CloudTrail's errors that several operations tell, and what the state's errors are among them.

use ashiato_meta::{Kind, Tx};

use super::find;
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    CONFLICT_EXCEPTION, INVALID_TOKEN_EXCEPTION, TRAIL_NOT_FOUND_EXCEPTION, UNSUPPORTED_OPERATION_EXCEPTION,
};
use crate::context::Context;

pub(super) fn no_trail(ctx: &Context, name: &str) -> Error {
    let account = ctx.state.kept.account.as_str();
    TRAIL_NOT_FOUND_EXCEPTION.because(format!("Unknown trail: {name} for the user: {account}"))
}

/// The event data stores of the lake, which is not built.
pub(super) fn no_event_data_stores() -> Error {
    UNSUPPORTED_OPERATION_EXCEPTION.because("Event data stores are not supported by Ashiato.")
}

/// Lists that are short are given whole: no token was ever given out.
pub(super) fn expect_no_token(token: Option<&str>) -> Result<(), Error> {
    match token.filter(|token| !token.is_empty()) {
        Some(_) => Err(INVALID_TOKEN_EXCEPTION.because("The NextToken is not one that was given out.")),
        None => Ok(()),
    }
}

/// What was looked up before no longer holds.
pub(super) fn changed_meanwhile() -> Error {
    CONFLICT_EXCEPTION.because("Another operation was changing the trails meanwhile. Try again.")
}

/// The state's error, where the request is not to blame.
pub(super) fn failed(error: ashiato_meta::Error) -> Error {
    if error.kind == Kind::Conflict {
        return changed_meanwhile();
    }
    let causes = std::iter::successors(std::error::Error::source(&error), |cause| cause.source());
    let below = causes.map(|cause| format!(": {cause}")).collect::<String>();
    Error::internal(format!("{error}{below}"))
}

/// The failure of what makes log files of the journal, or keys.
pub(super) fn unsettled(failed: crate::trails::Failed) -> Error {
    Error::internal(failed.to_string())
}

/// Plans what was recorded up to now by what the trails are now: what is changed next about a trail holds for what comes
/// after. A trail that cannot be changed is refused before that costs anything.
pub(super) async fn settle(ctx: &Context, name: &str) -> Result<(), Error> {
    find::to_change(&mut read(ctx).await?, ctx, name).await?;
    match &ctx.state.trails {
        Some(trails) => trails.settle(&ctx.state).await.map_err(unsettled),
        None => Ok(()),
    }
}

/// A transaction that reads.
pub(super) async fn read(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.read().await.map_err(failed)
}

/// A transaction that may write.
pub(super) async fn write(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.write().await.map_err(failed)
}
