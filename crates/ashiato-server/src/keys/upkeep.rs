//! Keys whose time is over go, with all that they alone could decrypt.

use ashiato_meta::Millis;
use ashiato_meta::kms_keys;
use chrono::{DateTime, Utc};
use std::time::Duration;
use tokio::time::MissedTickBehavior;

use super::{Failed, Keeper};

/// Nothing finds such a key any more, whenever it is removed.
const EVERY: Duration = Duration::from_secs(3600);

impl Keeper {
    /// Removes them when it begins and every hour after; never ends.
    pub(crate) async fn keep_up(&self, clock: fn() -> DateTime<Utc>) {
        let mut looks = tokio::time::interval(EVERY);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            looks.tick().await;
            match self.remove_due(Millis(clock().timestamp_millis())).await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "removed keys whose time was over"),
                Err(error) => tracing::error!(%error, "remove keys whose time is over"),
            }
        }
    }

    async fn remove_due(&self, now: Millis) -> Result<u64, Failed> {
        let mut tx = self.meta.write().await?;
        let removed = kms_keys::remove_due(&mut tx, now).await?;
        for key in &removed {
            self.record_deletion(key, now).await?;
        }
        tx.commit().await?;
        Ok(removed.len() as u64)
    }
}
