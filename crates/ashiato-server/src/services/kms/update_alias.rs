//! UpdateAlias: the name moves to another key.

use ashiato_meta::kms_aliases::{self, KmsAlias};
use ashiato_meta::kms_keys::KeyState;
use ashiato_meta::{Kind, kms_keys};

use super::alias_name;
use super::fault::{failed, read, refused, write};
use super::key::{self, By, no_alias, now, permit_alias, permit_found, permitted, place};
use crate::aws::Error;
use crate::aws::generated::kms::UpdateAliasRequest;
use crate::context::Context;
use crate::keys::Failed;

pub(super) async fn update_alias(ctx: &Context, input: UpdateAliasRequest) -> Result<(), Error> {
    let name = alias_name::parse(&input.alias_name)?;
    permit_alias(ctx, name, "UpdateAlias").await?;
    let target = permitted(ctx, &input.target_key_id, By::Id, "UpdateAlias", None).await?;
    let missing = |error: ashiato_meta::Error| match error.kind {
        Kind::NotFound => no_alias(ctx, name),
        _ => failed(error),
    };
    let mut tx = read(ctx).await?;
    let there = kms_aliases::get(&mut tx, &place(ctx), name).await.map_err(missing)?;
    let before = kms_keys::get(&mut tx, &there.key_arn, now(ctx)).await;
    drop(tx);
    // A key whose time is over objects to nothing.
    match before {
        Ok(before) => permit_found(ctx, &before, "UpdateAlias", None).await?,
        Err(error) if error.kind == Kind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    let mut tx = write(ctx).await?;
    let target = key::again(&mut tx, ctx, &target.arn).await?;
    if target.state == KeyState::PendingDeletion {
        return Err(refused(Failed::PendingDeletion(target.arn)));
    }
    let moved = KmsAlias { key_arn: target.arn, updated: now(ctx), ..there };
    kms_aliases::point(&mut tx, &moved).await.map_err(missing)?;
    tx.commit().await.map_err(failed)
}
