//! CancelKeyDeletion: the key stays, disabled.

use ashiato_meta::kms_keys::{self, KeyState};

use super::fault::{failed, write};
use super::key::{self, By, permitted};
use crate::aws::Error;
use crate::aws::generated::kms::errors::KMS_INVALID_STATE_EXCEPTION;
use crate::aws::generated::kms::{CancelKeyDeletionRequest, CancelKeyDeletionResponse};
use crate::context::Context;

pub(super) async fn cancel_key_deletion(
    ctx: &Context,
    input: CancelKeyDeletionRequest,
) -> Result<CancelKeyDeletionResponse, Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "CancelKeyDeletion", None).await?;
    let mut tx = write(ctx).await?;
    let mut key = key::again(&mut tx, ctx, &key.arn).await?;
    if key.state != KeyState::PendingDeletion {
        return Err(KMS_INVALID_STATE_EXCEPTION.because(format!("{} is not pending deletion.", key.arn)));
    }
    key.state = KeyState::Disabled;
    key.deletion = None;
    kms_keys::update(&mut tx, &key).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(CancelKeyDeletionResponse { key_id: Some(key.arn) })
}
