//! EnableKeyRotation: the material is renewed by itself, the first time after as many days as are given from now on.

use ashiato_meta::kms_keys;

use super::fault::{failed, refused, write};
use super::key::{self, By, now, permitted};
use crate::aws::Error;
use crate::aws::generated::kms::EnableKeyRotationRequest;
use crate::context::Context;
use crate::keys::expect_usable;

/// Source: KMS API Reference, EnableKeyRotation.
const DAYS: i64 = 365;

pub(super) async fn enable_key_rotation(ctx: &Context, input: EnableKeyRotationRequest) -> Result<(), Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "EnableKeyRotation", None).await?;
    let mut tx = write(ctx).await?;
    let mut key = key::again(&mut tx, ctx, &key.arn).await?;
    expect_usable(&key).map_err(refused)?;
    // Enabled again without a number of days, it keeps its own.
    let days = input.rotation_period_in_days.or(key.rotation_days).unwrap_or(DAYS);
    if key.rotation_days != Some(days) {
        (key.rotation_days, key.rotation_begun) = (Some(days), Some(now(ctx)));
    }
    kms_keys::update(&mut tx, &key).await.map_err(failed)?;
    tx.commit().await.map_err(failed)
}
