//! Whether a query that runs here is still to run: another server that shares the state may have ended it, and a work
//! group that is deleted takes its queries with it.

use ashiato_meta::{QueryExecutionId, Store, query_executions};
use std::time::Duration;
use tokio::time::MissedTickBehavior;

/// StopQueryExecution is to stop within a second, whichever server it is sent to.
const BEAT: Duration = Duration::from_millis(500);

/// Done when the state does not say any more that the query runs. A state that does not answer says nothing.
pub(super) async fn ended_elsewhere(meta: &Store, id: &QueryExecutionId) {
    let mut beats = tokio::time::interval_at(tokio::time::Instant::now() + BEAT, BEAT);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beats.tick().await;
        let asked = async {
            let mut tx = meta.read().await?;
            query_executions::is_running(&mut tx, id).await
        };
        match asked.await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => tracing::warn!(query = id.0, %error, "ask whether a query is still to run"),
        }
    }
}
