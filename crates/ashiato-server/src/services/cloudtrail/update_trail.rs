//! UpdateTrail: what is given takes the place of what was; an empty text takes a setting away.

use ashiato_meta::{Kind, trails};

use super::bucket::Looked;
use super::fault::{failed, read, settle, write};
use super::room::overfull;
use super::settings::{self, Given};
use super::{find, log_group, shown, switch};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::OPERATION_NOT_PERMITTED_EXCEPTION;
use crate::aws::generated::cloudtrail::{UpdateTrailRequest, UpdateTrailResponse};
use crate::context::Context;

pub(super) async fn update_trail(ctx: &Context, input: UpdateTrailRequest) -> Result<UpdateTrailResponse, Error> {
    settle(ctx, &input.name).await?;
    let name = input.name.clone();
    let given = Given::from(input).with_key(ctx).await?;
    let looked = look(ctx, &name, &given).await?;
    let mut tx = write(ctx).await?;
    let mut trail = find::to_change(&mut tx, ctx, &name).await?;
    let was_multi_region = trail.is_multi_region;
    settings::apply(ctx, &given, &mut trail)?;
    settings::check(&mut tx, ctx, (&given, looked.as_ref()), &trail).await?;
    // The operation declares no error of its own for a trail that has no room where it is to reach.
    trails::update(&mut tx, &trail).await.map_err(|error| match error.kind {
        Kind::Conflict => {
            OPERATION_NOT_PERMITTED_EXCEPTION.because(format!("Another region has a trail of the name {}.", trail.name))
        }
        _ => failed(error),
    })?;
    log_group::begin(&mut tx, ctx, &trail).await?;
    switch::digests(&mut tx, ctx, &trail).await?;
    if trail.is_multi_region
        && !was_multi_region
        && let Some(region) = overfull(&mut tx, ctx, &trail).await?
    {
        let most = ctx.state.limits.quotas.trails_in_region;
        return Err(OPERATION_NOT_PERMITTED_EXCEPTION.because(format!("{region} already has {most} trails.")));
    }
    tx.commit().await.map_err(failed)?;
    Ok(shown::updated(trail))
}

/// Looks for the bucket, and tries it and the key, by what the trail is to be, as far as can be told before the
/// transaction that changes it.
async fn look(ctx: &Context, name: &str, given: &Given) -> Result<Option<Looked>, Error> {
    let mut tx = read(ctx).await?;
    let before = find::to_change(&mut tx, ctx, name).await?;
    drop(tx);
    let mut after = before.clone();
    settings::apply(ctx, given, &mut after)?;
    let looked = settings::look(ctx, given, &before, &after).await;
    settings::try_out(ctx, (given, looked.as_ref()), &after).await?;
    Ok(looked)
}
