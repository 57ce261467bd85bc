//! What is done when the server starts and every hour after: queries that a crash interrupted are FAILED, old ones go.

use ashiato_meta::{Millis, query_executions};
use ashiato_objects::{Condition, Entry, ListQuery};
use chrono::{DateTime, Utc};
use std::time::Duration;

use super::Athena;
use super::buckets::MANAGED_RESULTS;

const INTERRUPTED: &str = "The server ended while the query ran or waited to run. Send it again.";
const EVERY: Duration = Duration::from_secs(3600);
/// Athena keeps queries for 45 days, and results that it manages for one.
const QUERIES_KEPT_MILLIS: i64 = 45 * 24 * 3600 * 1000;
const MANAGED_RESULTS_KEPT_HOURS: i64 = 24;
const KEYS_IN_PAGE: usize = 1000;

impl Athena {
    /// Readies the runner: to be called once, before the first request. Tells how many queries had been interrupted.
    ///
    /// # Errors
    /// The state's.
    pub async fn begin(&self, now: DateTime<Utc>) -> ashiato_meta::Result<u64> {
        let mut tx = self.inner.meta.write().await?;
        let server = &self.inner.settings.server;
        let now_millis = Millis(now.timestamp_millis());
        let interrupted = query_executions::fail_interrupted(&mut tx, server, INTERRUPTED, now_millis).await?;
        tx.commit().await?;
        self.expire(now).await?;
        Ok(interrupted)
    }

    /// Removes what is too old, every hour; never ends.
    pub async fn keep_up(&self, clock: fn() -> DateTime<Utc>) {
        loop {
            tokio::time::sleep(EVERY).await;
            if let Err(error) = self.expire(clock()).await {
                tracing::error!(%error, "remove old queries");
            }
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
        let objects = &self.inner.buckets.0;
        let oldest = now - chrono::TimeDelta::hours(MANAGED_RESULTS_KEPT_HOURS);
        let mut after = Some(String::new());
        while let Some(from) = after {
            let query = ListQuery { prefix: "", delimiter: "", after: &from, entries_max: KEYS_IN_PAGE };
            // Without the bucket there is nothing to remove.
            let Ok(page) = objects.list(MANAGED_RESULTS, &query) else { return };
            for entry in page.entries {
                let Entry::Object(key, object) = entry else { continue };
                if object.modified >= oldest {
                    continue;
                }
                if let Err(error) = objects.delete(MANAGED_RESULTS, &key, Condition::None).await {
                    tracing::warn!(%error, key, "remove an old result");
                }
            }
            after = page.next;
        }
    }
}
