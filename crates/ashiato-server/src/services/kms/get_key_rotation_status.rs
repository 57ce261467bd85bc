//! GetKeyRotationStatus. Of a key that waits for its end, rotation is off.

use ashiato_meta::kms_keys::KeyState;

use super::fault::refused;
use super::key::{By, permitted};
use super::shown;
use crate::aws::Error;
use crate::aws::generated::kms::{GetKeyRotationStatusRequest, GetKeyRotationStatusResponse};
use crate::context::Context;

pub(super) async fn get_key_rotation_status(
    ctx: &Context,
    input: GetKeyRotationStatusRequest,
) -> Result<GetKeyRotationStatusResponse, Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "GetKeyRotationStatus", None).await?;
    let is_on = key.rotation_days.is_some() && key.state != KeyState::PendingDeletion;
    let next = match is_on {
        true => ctx.state.keys.next_rotation(&key).await.map_err(refused)?,
        false => None,
    };
    Ok(GetKeyRotationStatusResponse {
        key_rotation_enabled: Some(is_on),
        rotation_period_in_days: key.rotation_days.filter(|_| is_on),
        next_rotation_date: next.map(shown::time),
        key_id: Some(key.arn),
        ..GetKeyRotationStatusResponse::default()
    })
}
