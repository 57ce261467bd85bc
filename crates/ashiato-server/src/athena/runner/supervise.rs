//! A query's way from its turn to its end. One supervisor each, on the server's threads.

use ashiato_engine::SessionOptions;
use ashiato_engine::hive::LocalLocations;
use ashiato_engine::source::bucket_source::BucketSource;
use ashiato_meta::query_executions::{self, End};
use ashiato_meta::{Kind, Millis, QueryExecutionId};
use chrono::{DateTime, Utc};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

use super::heartbeat::ended_elsewhere;
use super::{CANCELLED, Inner, LEAVING, Running, SERVER_STOPPED, Stop, Waiting, millis, written};
use crate::athena::execution::{Execution, Fate, Live, execute};
use crate::athena::failure;
use crate::athena::outcome::Outcome;
use crate::athena::queue::Group;
use crate::athena::results::Place;

/// How often what a query has read is held against its limit.
const LIMIT_LOOKS: Duration = Duration::from_millis(50);
const SCANNED_TOO_MUCH: &str = "Bytes scanned limit was exceeded";

impl Inner {
    /// Gives each query whose turn it is a supervisor.
    pub(super) fn dispatch(self: &Arc<Inner>) {
        loop {
            let (waiting, live, stopped) = {
                let mut board = self.board();
                let Some(waiting) = board.queue.next() else { return };
                let (stop, stopped) = oneshot::channel();
                let live = Arc::new(Live::default());
                let running = Running {
                    stop: Some(stop),
                    live: Arc::clone(&live),
                    submitted: waiting.submitted,
                    queued_millis: millis(waiting.submitted.elapsed()),
                };
                board.running.insert(waiting.id.clone(), running);
                (waiting, live, stopped)
            };
            tokio::spawn(Arc::clone(self).supervise(waiting, live, stopped));
        }
    }

    async fn supervise(self: Arc<Inner>, waiting: Waiting, live: Arc<Live>, stopped: oneshot::Receiver<Stop>) {
        let (id, group) = (waiting.id.clone(), waiting.group.clone());
        match self.start(&id, (waiting.clock)()).await {
            Ok(()) => self.run(waiting, live, stopped).await,
            // It was ended by another server, or with its work group.
            Err(error) if matches!(error.kind, Kind::Conflict | Kind::NotFound) => {
                self.metrics.count(&group, End::Cancelled, 0);
            }
            Err(error) => {
                let outcome = Outcome { failure: Some(failure::interrupted(&error.message)), ..Outcome::default() };
                self.keep_end(&id, &group, End::Failed, Some(&error.message), &outcome, waiting.clock).await;
            }
        }
        {
            let mut board = self.board();
            board.running.remove(&id);
            board.queue.ended(&group);
        }
        self.left.notify_waiters();
        self.dispatch();
    }

    async fn start(&self, id: &QueryExecutionId, now: DateTime<Utc>) -> ashiato_meta::Result<()> {
        let mut tx = self.meta.write().await?;
        query_executions::start(&mut tx, id, Millis(now.timestamp_millis())).await?;
        tx.commit().await
    }

    async fn run(self: &Arc<Inner>, waiting: Waiting, live: Arc<Live>, stopped: oneshot::Receiver<Stop>) {
        let queued = millis(waiting.submitted.elapsed());
        let (id, group) = (waiting.id.clone(), waiting.group.clone());
        let (submitted, clock) = (waiting.submitted, waiting.clock);
        let bytes_max = waiting.submission.bytes_scanned_max;
        let runtime = self.threads.0.as_ref().expect("it is taken when the runner is dropped");
        let uploads = waiting.means.buckets.uploads();
        let place = waiting.submission.place.clone();
        let (execution, results) = self.execution(waiting);
        let results_of = results.as_ref().ok().cloned();
        let mut work = runtime.spawn(execute(execution, results, Arc::clone(&live)));
        let mut kept = None;
        let (mut outcome, fate) = tokio::select! {
            ended = &mut work => ended.unwrap_or_else(|why| {
                let message = format!("INTERNAL_ERROR: the query stopped on a fault of the engine: {why}");
                (seen(&live), Fate::Failed(failure::internal(message)))
            }),
            stop = stopped => {
                work.abort();
                let by_user = stop.as_ref().is_ok_and(|stop| stop.by_user);
                kept = stop.ok().map(|stop| stop.kept);
                let fate = if by_user { Fate::Cancelled } else { Fate::Failed(failure::interrupted(SERVER_STOPPED)) };
                (seen(&live), fate)
            },
            () = scanned_more_than(bytes_max, &live) => {
                work.abort();
                (seen(&live), Fate::ScannedTooMuch)
            },
            () = ended_elsewhere(&self.meta, &id) => {
                work.abort();
                (seen(&live), Fate::EndedElsewhere)
            },
        };
        outcome.times.queued = queued;
        outcome.times.total = millis(submitted.elapsed());
        let (end, reason) = match fate {
            Fate::Succeeded => (End::Succeeded, outcome.gaps.clone()),
            Fate::ScannedTooMuch => (End::Cancelled, Some(SCANNED_TOO_MUCH.to_string())),
            // What is kept of it stays: the end is written once.
            Fate::Cancelled | Fate::EndedElsewhere => (End::Cancelled, Some(CANCELLED.to_string())),
            Fate::Failed(failed) => {
                let reason = failed.message.clone();
                outcome.failure = Some(failed);
                (End::Failed, Some(reason))
            }
        };
        self.keep_end(&id, &group, end, reason.as_deref(), &outcome, clock).await;
        drop(kept);
        // Its turn is over when its threads are free and its memory with them, and nothing of it is left in a store.
        let left = async {
            if !work.is_finished() {
                drop(work.await);
            }
            uploads.settled().await;
            // The file of a result that came too late is nobody's.
            if let (true, Some(bucket)) = (end != End::Succeeded && uploads.has_put(), results_of) {
                remove_result(&bucket, &place).await;
            }
        };
        drop(tokio::time::timeout(LEAVING, left).await);
    }

    /// What is to be run, and the bucket of its result.
    fn execution(&self, waiting: Waiting) -> (Execution, Result<Arc<dyn ObjectStore>, ashiato_engine::Error>) {
        let Waiting { id, means, database, understood, submission, clock, .. } = waiting;
        let options = SessionOptions {
            local_locations: LocalLocations::Refused,
            catalog: Some(Arc::new(means.catalog)),
            bucket_source: Some(Arc::new(means.buckets.clone())),
            database: Some(database),
            result_location: submission.folder,
            query_id: Some(id.0.clone()),
            leftovers: means.buckets.uploads().leftovers().clone(),
            bytes_read_max: submission.bytes_scanned_max,
            memory_bytes: Some(self.settings.memory_bytes_per_query),
            threads: Some(self.settings.threads.max(1)),
            spill_folder: self.settings.spill_folder.clone(),
            now: clock().timestamp_millis(),
            ..SessionOptions::default()
        };
        let results = match submission.managed {
            // Managed results are the server's own to write.
            Some(_) => Ok(self.buckets.managed_results()),
            None => means.buckets.bucket(&submission.place.bucket).map(|bucket| bucket as _),
        };
        let execution = Execution {
            query_id: id.0,
            statement_type: understood.statement_type,
            parsed: understood.parsed,
            place: submission.place,
            trouble: means.buckets.trouble(),
            uploads: means.buckets.uploads(),
            options,
            memory_bytes: self.settings.memory_bytes_per_query,
            bytes_scanned_max: submission.bytes_scanned_max,
        };
        (execution, results)
    }

    /// Keeps how a query ended. Where the state fails, what is told of it when the server starts again is that it died.
    pub(super) async fn keep_end(
        &self,
        id: &QueryExecutionId,
        group: &Group,
        end: End,
        reason: Option<&str>,
        outcome: &Outcome,
        clock: fn() -> DateTime<Utc>,
    ) {
        self.metrics.count(group, end, outcome.bytes_scanned);
        let now = Millis(clock().timestamp_millis());
        let kept = async {
            let mut tx = self.meta.write().await?;
            query_executions::finish(&mut tx, id, end, now, reason, Some(&written(outcome))).await?;
            tx.commit().await
        };
        match kept.await {
            // It was ended by another server, or is gone with its work group.
            Err(error) if error.kind == Kind::Conflict => {}
            Err(error) => tracing::error!(query = id.0, %error, "keep how a query ended"),
            Ok(()) => {}
        }
    }

    pub(super) async fn all_left(&self) {
        loop {
            let left = self.left.notified();
            if self.board().running.is_empty() {
                return;
            }
            left.await;
        }
    }
}

/// Takes the files of a result away, as far as they are there.
async fn remove_result(bucket: &Arc<dyn ObjectStore>, place: &Place) {
    let keys = [Some(place.key.clone()), Some(place.metadata_key()), place.manifest_key()];
    for key in keys.into_iter().flatten() {
        let Ok(path) = Path::parse(&key) else { continue };
        match bucket.delete(&path).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => tracing::warn!(key, %error, "take away the result of a query that did not end well"),
        }
    }
}

/// What is known of a query that ends before it tells.
fn seen(live: &Live) -> Outcome {
    let mut outcome = Outcome { bytes_scanned: live.bytes_scanned(), ..Outcome::default() };
    outcome.times.engine = live.engine_millis();
    outcome
}

async fn scanned_more_than(bytes_max: Option<u64>, live: &Live) {
    let Some(bytes_max) = bytes_max else { return std::future::pending().await };
    let mut looks = tokio::time::interval(LIMIT_LOOKS);
    loop {
        looks.tick().await;
        if live.bytes_scanned() > bytes_max {
            return;
        }
    }
}
