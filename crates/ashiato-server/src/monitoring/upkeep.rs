//! What is done again and again: old points are put together, and what is too old goes.
//!
//! Source: "Metrics retention" of CloudWatch's user guide, and the API reference of DescribeAlarmHistory.

use ashiato_meta::{Millis, Result as MetaResult, alarm_history, metric_points, metrics};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::MissedTickBehavior;

use crate::state::State;

const EVERY: Duration = Duration::from_secs(3600);
const HOUR_MILLIS: i64 = 3_600_000;
const DAY_MILLIS: i64 = 24 * HOUR_MILLIS;
/// Points of seconds are kept for 3 hours, of minutes for 15 days, of 5 minutes for 63, of hours for 455.
const WIDENED: [(i64, i64); 3] =
    [(60_000, 3 * HOUR_MILLIS), (300_000, 15 * DAY_MILLIS), (HOUR_MILLIS, 63 * DAY_MILLIS)];
/// What is older than this is gone.
pub(crate) const KEPT_MILLIS_MAX: i64 = 455 * DAY_MILLIS;
/// What happened to alarms is kept for so long.
const HISTORY_MILLIS: i64 = 30 * DAY_MILLIS;

impl State {
    /// Every hour puts old points of metrics together, and removes what is too old; never ends.
    pub async fn keep_up_metrics(self: Arc<State>) {
        let mut beats = tokio::time::interval(EVERY);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            beats.tick().await;
            if let Err(error) = self.expire_metrics().await {
                let cause = std::error::Error::source(&error).map(ToString::to_string);
                tracing::warn!(%error, cause, "remove old points of metrics");
            }
        }
    }

    /// Puts together and removes what is old now.
    ///
    /// # Errors
    /// The state's.
    pub async fn expire_metrics(&self) -> MetaResult<()> {
        let now = self.now().0;
        for (width, age) in WIDENED {
            // Up to where points of that width end, so that none is put together of a part.
            let before = now - age - (now - age).rem_euclid(width);
            let mut tx = self.kept.meta.write().await?;
            metric_points::widen(&mut tx, width, before).await?;
            tx.commit().await?;
        }
        let mut tx = self.kept.meta.write().await?;
        metric_points::forget(&mut tx, now - KEPT_MILLIS_MAX).await?;
        metrics::forget(&mut tx, now - KEPT_MILLIS_MAX).await?;
        alarm_history::forget(&mut tx, Millis(now - HISTORY_MILLIS)).await?;
        tx.commit().await
    }
}
