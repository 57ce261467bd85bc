//! DisableKey.

use ashiato_meta::kms_keys::{self, KeyState};

use super::fault::{failed, refused, write};
use super::key::{self, By, permitted};
use crate::aws::Error;
use crate::aws::generated::kms::DisableKeyRequest;
use crate::context::Context;
use crate::keys::Failed;

pub(super) async fn disable_key(ctx: &Context, input: DisableKeyRequest) -> Result<(), Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "DisableKey", None).await?;
    let mut tx = write(ctx).await?;
    let mut key = key::again(&mut tx, ctx, &key.arn).await?;
    if key.state == KeyState::PendingDeletion {
        return Err(refused(Failed::PendingDeletion(key.arn)));
    }
    key.state = KeyState::Disabled;
    kms_keys::update(&mut tx, &key).await.map_err(failed)?;
    tx.commit().await.map_err(failed)
}
