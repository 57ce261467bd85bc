//! A reading or a change of the state.

use ashiato_meta::Tx;

use super::failure::of_state;
use crate::aws::Error;
use crate::context::Context;

pub(super) async fn read(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.read().await.map_err(of_state)
}

/// One change at a time, whichever server makes it: what a quota or a rule was held against still is so at its end.
pub(super) async fn write(ctx: &Context) -> Result<Tx, Error> {
    let kept = &ctx.state.kept;
    let mut tx = kept.meta.write().await.map_err(of_state)?;
    tx.alone_with(&format!("identities of {}", kept.account.as_str())).await.map_err(of_state)?;
    Ok(tx)
}

/// Makes a change durable, and lets nobody go on with what was known before it.
pub(super) async fn commit(ctx: &Context, tx: Tx) -> Result<(), Error> {
    tx.commit().await.map_err(of_state)?;
    ctx.state.identities_changed();
    Ok(())
}
