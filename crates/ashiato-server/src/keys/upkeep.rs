//! Keys whose time is over go, with all that they alone could decrypt.

use ashiato_meta::Millis;
use ashiato_meta::kms_keys;
use chrono::{DateTime, Utc};
use std::time::Duration;
use tokio::time::MissedTickBehavior;

use super::{Failed, Keeper};

/// Nothing finds such a key any more, whenever it is removed.
const EVERY: Duration = Duration::from_secs(3600);
/// So long a key is left after its time: a request that began before it may be about to keep the key, and none takes as
/// long.
const LEFT_MILLIS: i64 = 3600 * 1000;

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

    /// Each end is recorded before the transaction that removes the keys, not in it: nobody else could write to the
    /// state while the journal is synced, once for each key. And not after it: a crash between the two would leave keys
    /// whose end is in no record. One that comes after the records leaves keys that nothing finds any more; they are
    /// removed, and recorded again, at the next start.
    pub(super) async fn remove_due(&self, now: Millis) -> Result<u64, Failed> {
        let before = Millis(now.0 - LEFT_MILLIS);
        // Other servers that share the state wait for the end of this transaction, which writes nothing.
        let mut turn = self.meta.read().await?;
        turn.alone_with("keys whose time is over").await?;
        let due = kms_keys::due(&mut turn, before).await?;
        if due.is_empty() {
            return Ok(0);
        }
        for key in &due {
            self.record_deletion(key, now).await?;
        }
        let mut tx = self.meta.write().await?;
        let removed = kms_keys::remove_due(&mut tx, before).await?;
        tx.commit().await?;
        Ok(removed.len() as u64)
    }
}
