//! Servers that share a state end the queries of one that died and does not come back. Each holds a lease, and renews it
//! while it lives; one whose lease has run out is held to be dead by the others, whose clocks judge that.
//!
//! One that lives and could not renew in time (a state out of reach, a machine that slept) finds its queries ended at
//! their next heartbeat, as if another server had stopped them.

use ashiato_meta::{Millis, begun_uploads, query_executions, server_leases};
use chrono::{DateTime, TimeDelta, Utc};

use super::Athena;

const SERVER_DIED: &str = "The server that ran the query, or had it wait, is not there any more. Send it again.";

impl Athena {
    /// Renews this server's lease, and fails the queries of those whose lease has run out. Tells how many. What those had
    /// begun to upload is left, to be given up.
    ///
    /// # Errors
    /// The state's.
    pub async fn beat(&self, now: DateTime<Utc>) -> ashiato_meta::Result<u64> {
        let settings = &self.inner.settings;
        let lease = TimeDelta::from_std(settings.lease).unwrap_or(TimeDelta::MAX);
        let (now, until) = (Millis(now.timestamp_millis()), Millis((now + lease).timestamp_millis()));
        let mut tx = self.inner.meta.write().await?;
        server_leases::renew(&mut tx, &settings.server, until).await?;
        let (mut failed, mut uploads) = (0, 0);
        for server in server_leases::expired(&mut tx, now).await? {
            if server_leases::take(&mut tx, &server, now).await? {
                let queries = query_executions::fail_interrupted(&mut tx, &server, SERVER_DIED, now).await?;
                tracing::warn!(server, queries, "a server's lease has run out: its queries have failed");
                failed += queries;
                uploads += begun_uploads::leave_all(&mut tx, &server).await?;
            }
        }
        tx.commit().await?;
        if uploads > 0 {
            self.inner.uploads_left.notify_one();
        }
        Ok(failed)
    }

    /// Gives the lease up, when nothing of this server is left for others to end.
    pub(super) async fn release(&self) {
        let released = async {
            let mut tx = self.inner.meta.write().await?;
            let server = &self.inner.settings.server;
            server_leases::release(&mut tx, server).await?;
            begun_uploads::leave_all(&mut tx, server).await?;
            tx.commit().await
        };
        if let Err(error) = released.await {
            tracing::warn!(%error, "give up this server's lease: it runs out by itself");
        }
    }
}
