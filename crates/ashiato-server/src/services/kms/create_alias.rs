//! CreateAlias.

use ashiato_meta::Kind;
use ashiato_meta::kms_aliases::{self, KmsAlias};
use ashiato_meta::kms_keys::KeyState;

use super::alias_name;
use super::fault::{failed, refused, write};
use super::key::{self, By, arn, now, permit_alias, permitted, place};
use crate::aws::Error;
use crate::aws::generated::kms::CreateAliasRequest;
use crate::aws::generated::kms::errors::{ALREADY_EXISTS_EXCEPTION, LIMIT_EXCEEDED_EXCEPTION};
use crate::context::Context;
use crate::keys::Failed;

/// Source: KMS Developer Guide, "Resource quotas".
const ALIASES_MAX: usize = 50;

pub(super) async fn create_alias(ctx: &Context, input: CreateAliasRequest) -> Result<(), Error> {
    let name = alias_name::parse(&input.alias_name)?;
    permit_alias(ctx, name, "CreateAlias").await?;
    let target = permitted(ctx, &input.target_key_id, By::Id, "CreateAlias", None).await?;
    let mut tx = write(ctx).await?;
    let target = key::again(&mut tx, ctx, &target.arn).await?;
    if target.state == KeyState::PendingDeletion {
        return Err(refused(Failed::PendingDeletion(target.arn)));
    }
    let alias = KmsAlias {
        place: place(ctx),
        name: name.to_string(),
        key_arn: target.arn,
        created: now(ctx),
        updated: now(ctx),
    };
    let exists = || {
        let arn = arn(ctx, &input.alias_name);
        ALREADY_EXISTS_EXCEPTION.because(format!("An alias with the name {arn} already exists"))
    };
    kms_aliases::create(&mut tx, &alias).await.map_err(|error| match error.kind {
        Kind::Conflict => exists(),
        _ => failed(error),
    })?;
    if kms_aliases::of_key(&mut tx, &alias.key_arn).await.map_err(failed)?.len() > ALIASES_MAX {
        return Err(LIMIT_EXCEEDED_EXCEPTION.because(format!("A key may have at most {ALIASES_MAX} aliases.")));
    }
    tx.commit().await.map_err(failed)
}
