//! DisableKeyRotation.

use ashiato_meta::kms_keys;

use super::fault::{failed, refused, write};
use super::key::{self, By, permitted};
use crate::aws::Error;
use crate::aws::generated::kms::DisableKeyRotationRequest;
use crate::context::Context;
use crate::keys::expect_usable;

pub(super) async fn disable_key_rotation(ctx: &Context, input: DisableKeyRotationRequest) -> Result<(), Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "DisableKeyRotation", None).await?;
    let mut tx = write(ctx).await?;
    let mut key = key::again(&mut tx, ctx, &key.arn).await?;
    expect_usable(&key).map_err(refused)?;
    (key.rotation_days, key.rotation_begun) = (None, None);
    kms_keys::update(&mut tx, &key).await.map_err(failed)?;
    tx.commit().await.map_err(failed)
}
