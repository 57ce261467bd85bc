//! ScheduleKeyDeletion: the key cannot be used from now on, and goes after the days that it is given.

use ashiato_meta::Millis;
use ashiato_meta::kms_keys::{self, KeyState};

use super::fault::{failed, refused, write};
use super::key::{self, By, now, permitted};
use super::shown;
use crate::aws::Error;
use crate::aws::generated::kms::{ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse};
use crate::context::Context;
use crate::keys::Failed;

/// Source: KMS API Reference, ScheduleKeyDeletion.
const DAYS: std::ops::RangeInclusive<i64> = 7..=30;
const DAY_MILLIS: i64 = 24 * 3600 * 1000;

pub(super) async fn schedule_key_deletion(
    ctx: &Context,
    input: ScheduleKeyDeletionRequest,
) -> Result<ScheduleKeyDeletionResponse, Error> {
    let days = input.pending_window_in_days.unwrap_or(*DAYS.end());
    let key = permitted(ctx, &input.key_id, By::Id, "ScheduleKeyDeletion", None).await?;
    if !DAYS.contains(&days) {
        return Err(super::fault::invalid(format!(
            "PendingWindowInDays must be between {} and {}.",
            DAYS.start(),
            DAYS.end()
        )));
    }
    let mut tx = write(ctx).await?;
    let mut key = key::again(&mut tx, ctx, &key.arn).await?;
    if key.state == KeyState::PendingDeletion {
        return Err(refused(Failed::PendingDeletion(key.arn)));
    }
    key.state = KeyState::PendingDeletion;
    key.deletion = Some(Millis(now(ctx).0 + days * DAY_MILLIS));
    kms_keys::update(&mut tx, &key).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(ScheduleKeyDeletionResponse {
        key_state: Some(shown::state(key.state)),
        deletion_date: key.deletion.map(shown::time),
        key_id: Some(key.arn),
        pending_window_in_days: Some(days),
    })
}
