//! What is done when the server starts and again and again after: queries that a crash interrupted are FAILED, old ones
//! go, and the servers that share the state see that this one lives.

use ashiato_meta::{Millis, begun_uploads, query_executions, server_leases};
use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use object_store::ObjectStoreExt;
use std::time::Duration;
use tokio::time::MissedTickBehavior;

use super::Athena;

const INTERRUPTED: &str = "The server ended while the query ran or waited to run. Send it again.";
const EVERY: Duration = Duration::from_secs(3600);
/// Athena keeps queries for 45 days, and results that it manages for one.
const QUERIES_KEPT_MILLIS: i64 = 45 * 24 * 3600 * 1000;
const MANAGED_RESULTS_KEPT_HOURS: i64 = 24;

impl Athena {
    /// Readies the runner: to be called once, before the first request. Tells how many queries had been interrupted.
    ///
    /// # Errors
    /// The state's.
    pub async fn begin(&self, now: DateTime<Utc>) -> ashiato_meta::Result<u64> {
        let mut tx = self.inner.meta.write().await?;
        let server = &self.inner.settings.server;
        let now_millis = Millis(now.timestamp_millis());
        if server_leases::holds(&mut tx, server, now_millis).await? {
            // One that crashed a moment ago, or one that two have been given the name of.
            tracing::warn!(
                server,
                "a server of this name was heard of just now: if it still runs, its queries fail; give each its own name"
            );
        }
        let interrupted = query_executions::fail_interrupted(&mut tx, server, INTERRUPTED, now_millis).await?;
        begun_uploads::leave_all(&mut tx, server).await?;
        tx.commit().await?;
        let of_others = self.beat(now).await?;
        self.expire(now).await?;
        Ok(interrupted + of_others)
    }

    /// Renews this server's lease, every hour removes what is too old, and gives up uploads that servers left; never ends.
    /// The store that the latter two ask may be slow: the lease waits for neither.
    pub async fn keep_up(&self, clock: fn() -> DateTime<Utc>) {
        tokio::join!(self.keep_lease(clock), self.keep_clean(clock), self.keep_uploads_ended());
    }

    async fn keep_lease(&self, clock: fn() -> DateTime<Utc>) {
        // Three may fail before the lease runs out.
        let mut beats = tokio::time::interval(self.inner.settings.lease / 4);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            beats.tick().await;
            if let Err(error) = self.beat(clock()).await {
                tracing::error!(%error, "renew this server's lease");
            }
        }
    }

    async fn keep_clean(&self, clock: fn() -> DateTime<Utc>) {
        loop {
            // It was done at the start.
            tokio::time::sleep(EVERY).await;
            if let Err(error) = self.expire(clock()).await {
                tracing::error!(%error, "remove old queries");
            }
        }
    }

    async fn keep_uploads_ended(&self) {
        loop {
            self.inner.buckets.give_up_left().await;
            // Again when a server was found dead.
            drop(tokio::time::timeout(EVERY, self.inner.uploads_left.notified()).await);
        }
    }

    async fn expire(&self, now: DateTime<Utc>) -> ashiato_meta::Result<()> {
        let mut tx = self.inner.meta.write().await?;
        query_executions::expire(&mut tx, Millis(now.timestamp_millis() - QUERIES_KEPT_MILLIS)).await?;
        tx.commit().await?;
        self.expire_managed_results(now).await;
        Ok(())
    }

    async fn expire_managed_results(&self, now: DateTime<Utc>) {
        let results = self.inner.buckets.managed_results();
        let oldest = now - chrono::TimeDelta::hours(MANAGED_RESULTS_KEPT_HOURS);
        let mut listed = results.list(None);
        loop {
            let object = match listed.try_next().await {
                Ok(Some(object)) => object,
                // Without their bucket there is nothing to remove.
                Ok(None) | Err(object_store::Error::NotFound { .. }) => return,
                Err(error) => return tracing::warn!(%error, "list old results"),
            };
            if object.last_modified >= oldest {
                continue;
            }
            if let Err(error) = results.delete(&object.location).await {
                tracing::warn!(%error, key = %object.location, "remove an old result");
            }
        }
    }
}
