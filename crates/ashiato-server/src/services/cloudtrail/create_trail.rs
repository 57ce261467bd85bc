//! CreateTrail. The trail does not log until StartLogging.

use ashiato_meta::trails::{self, Trail};
use ashiato_meta::{Kind, Millis, tags as kept_tags};

use super::fault::{failed, read, unsettled, write};
use super::room::overfull;
use super::settings::{self, Given};
use super::{bucket, log_group, shown, tags, trail_name};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    MAXIMUM_NUMBER_OF_TRAILS_EXCEEDED_EXCEPTION, TRAIL_ALREADY_EXISTS_EXCEPTION, UNSUPPORTED_OPERATION_EXCEPTION,
};
use crate::aws::generated::cloudtrail::{CreateTrailRequest, CreateTrailResponse};
use crate::context::Context;
use crate::trails::ensure_key;

pub(super) async fn create_trail(ctx: &Context, input: CreateTrailRequest) -> Result<CreateTrailResponse, Error> {
    trail_name::check(&input.name)?;
    if !ctx.state.recorder.settings.regions.has(&ctx.region) {
        return Err(UNSUPPORTED_OPERATION_EXCEPTION.because(format!("There is no region {}.", ctx.region)));
    }
    let account = &ctx.state.kept.account;
    let arn = trail_name::arn(&ctx.region, account.as_str(), &input.name);
    let mut trail = Trail::new((account, &ctx.region, &input.name), arn, Millis(ctx.now.timestamp_millis()));
    let given_tags = tags::kept(input.tags_list.clone().unwrap_or_default())?;
    tags::expect_few(given_tags.len())?;
    let given = Given::from(input).with_key(ctx).await?;
    settings::apply(ctx, &given, &mut trail)?;
    let exists = || {
        let why = format!("Trail {} already exists for customer: {}", trail.name, account.as_str());
        TRAIL_ALREADY_EXISTS_EXCEPTION.because(why)
    };
    // Of one that is there nothing is tried; whether another was made meanwhile is seen when it is made.
    match trails::get(&mut read(ctx).await?, &trail.arn).await {
        Ok(_) => return Err(exists()),
        Err(error) if error.kind == Kind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    ensure_key(&ctx.state, trail.created).await.map_err(unsettled)?;
    let looked = bucket::look(ctx, &trail.bucket).await;
    settings::try_out(ctx, (&given, Some(&looked)), &trail).await?;

    let mut tx = write(ctx).await?;
    trails::create(&mut tx, &trail).await.map_err(|error| match error.kind {
        Kind::Conflict => exists(),
        _ => failed(error),
    })?;
    if let Some(region) = overfull(&mut tx, ctx, &trail).await? {
        let most = ctx.state.limits.quotas.trails_in_region;
        let why = format!("User: {} already has {most} trails in {region}.", account.as_str());
        return Err(MAXIMUM_NUMBER_OF_TRAILS_EXCEEDED_EXCEPTION.because(why));
    }
    settings::check(&mut tx, ctx, (&given, Some(&looked)), &trail).await?;
    log_group::begin(&mut tx, ctx, &trail).await?;
    kept_tags::put(&mut tx, &trail.arn, &given_tags).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(shown::created(trail))
}
