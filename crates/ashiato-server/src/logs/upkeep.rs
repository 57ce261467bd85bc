//! What is done again and again: events past their group's retention go, and those of streams that are gone.

use ashiato_meta::{Millis, log_groups, log_streams};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::MissedTickBehavior;

use super::{Failure, with_group};
use crate::state::State;

const EVERY: Duration = Duration::from_secs(3600);
const DAY_MILLIS: i64 = 24 * 3600 * 1000;
const GROUPS_AT_ONCE: u32 = 100;

impl State {
    /// Every hour removes the log events that are too old; never ends.
    pub async fn keep_up_logs(self: Arc<State>) {
        let mut beats = tokio::time::interval(EVERY);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            beats.tick().await;
            if let Err(error) = self.expire_logs().await {
                let cause = std::error::Error::source(&error).map(ToString::to_string);
                tracing::warn!(%error, cause, "remove old log events");
            }
        }
    }

    /// Removes the log events that are too old now.
    ///
    /// # Errors
    /// The state's, or those of the files.
    pub async fn expire_logs(self: &Arc<State>) -> Result<(), Failure> {
        let now = self.now();
        let mut after = None;
        loop {
            let mut tx = self.kept.meta.read().await?;
            let page = log_groups::list_all(&mut tx, after.as_deref(), GROUPS_AT_ONCE).await?;
            drop(tx);
            for group in page.rows {
                let mut tx = self.kept.meta.read().await?;
                let streams = log_streams::all(&mut tx, &group.id).await?;
                drop(tx);
                let live: BTreeSet<u32> =
                    streams.iter().filter_map(|stream| u32::try_from(stream.number).ok()).collect();
                let before = oldest(group.retention_days, now);
                // A stream that is made meanwhile has no events yet in what was full before.
                with_group(self, &group.id, move |events| events.expire(before, &|stream| live.contains(&stream)))
                    .await?;
            }
            let Some(next) = page.next else { return Ok(()) };
            after = Some(next);
        }
    }
}

/// When the oldest events of a group happened that are still to be read.
pub(crate) fn oldest(retention_days: Option<i64>, now: Millis) -> i64 {
    retention_days.map_or(i64::MIN, |days| now.0.saturating_sub(days.saturating_mul(DAY_MILLIS)))
}
