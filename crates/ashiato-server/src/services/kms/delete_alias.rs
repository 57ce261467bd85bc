//! DeleteAlias. The key stays.

use ashiato_meta::{Kind, kms_aliases, kms_keys};

use super::alias_name;
use super::fault::{failed, read, write};
use super::key::{no_alias, now, permit_alias, permit_found, place};
use crate::aws::Error;
use crate::aws::generated::kms::DeleteAliasRequest;
use crate::context::Context;

pub(super) async fn delete_alias(ctx: &Context, input: DeleteAliasRequest) -> Result<(), Error> {
    let name = alias_name::parse(&input.alias_name)?;
    permit_alias(ctx, name, "DeleteAlias").await?;
    let missing = |error: ashiato_meta::Error| match error.kind {
        Kind::NotFound => no_alias(ctx, name),
        _ => failed(error),
    };
    let mut tx = read(ctx).await?;
    let there = kms_aliases::get(&mut tx, &place(ctx), name).await.map_err(missing)?;
    let key = kms_keys::get(&mut tx, &there.key_arn, now(ctx)).await;
    drop(tx);
    // A key whose time is over objects to nothing.
    match key {
        Ok(key) => permit_found(ctx, &key, "DeleteAlias", None).await?,
        Err(error) if error.kind == Kind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    let mut tx = write(ctx).await?;
    kms_aliases::delete(&mut tx, &place(ctx), name).await.map_err(missing)?;
    tx.commit().await.map_err(failed)
}
