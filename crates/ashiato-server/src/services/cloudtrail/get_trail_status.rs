//! GetTrailStatus. The members that AWS calls no longer in use are answered too, as it does: texts, empty where there is
//! nothing to tell.

use ashiato_meta::{Millis, trail_log_readers, trail_status};
use chrono::{DateTime, SecondsFormat};

use super::fault::{failed, read};
use super::find;
use crate::aws::generated::cloudtrail::{GetTrailStatusRequest, GetTrailStatusResponse};
use crate::aws::{Error, Timestamp};
use crate::context::Context;
use crate::trails::TOLD_MILLIS;

pub(super) async fn get_trail_status(
    ctx: &Context,
    input: GetTrailStatusRequest,
) -> Result<GetTrailStatusResponse, Error> {
    let mut tx = read(ctx).await?;
    let trail = find::to_read(&mut tx, ctx, &input.name).await?;
    let status = trail_status::get(&mut tx, &trail.arn).await.map_err(failed)?;
    let left_out = trail_log_readers::notice(&mut tx, &trail.arn).await.map_err(failed)?;
    let left_out = left_out.filter(|(_, at)| ctx.state.now().0 - at.0 < TOLD_MILLIS).map(|(notice, _)| notice);
    Ok(GetTrailStatusResponse {
        is_logging: Some(status.is_logging),
        latest_delivery_time: time(status.delivery.succeeded),
        latest_delivery_attempt_time: text(status.delivery.attempted),
        latest_delivery_attempt_succeeded: text(status.delivery.succeeded),
        latest_delivery_error: status.delivery.error,
        latest_notification_time: time(status.notification.succeeded),
        latest_notification_attempt_time: text(status.notification.attempted),
        latest_notification_attempt_succeeded: text(status.notification.succeeded),
        latest_notification_error: status.notification.error,
        latest_cloud_watch_logs_delivery_time: time(status.logs.succeeded),
        // Events that were left out are told for a day, unless more is wrong.
        latest_cloud_watch_logs_delivery_error: status.logs.error.or(left_out),
        latest_digest_delivery_time: time(status.digest.succeeded),
        latest_digest_delivery_error: status.digest.error,
        start_logging_time: time(status.started),
        stop_logging_time: time(status.stopped),
        time_logging_started: text(status.started),
        time_logging_stopped: text(status.stopped),
    })
}

fn time(at: Option<Millis>) -> Option<Timestamp> {
    at.map(|at| Timestamp { millis: at.0 })
}

/// `2026-05-01T12:00:00Z`
fn text(at: Option<Millis>) -> Option<String> {
    let at = at.and_then(|at| DateTime::from_timestamp_millis(at.0));
    Some(at.map_or(String::new(), |at| at.to_rfc3339_opts(SecondsFormat::Secs, true)))
}
