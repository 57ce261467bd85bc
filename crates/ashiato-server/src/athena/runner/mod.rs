//! What runs and what waits.
//!
//! Each query that runs has a supervisor on the server's threads and its work on threads of their own, so that a query
//! that keeps every core busy leaves the server answering. The supervisor alone writes how a query that runs ended.

mod supervise;
mod heartbeat;

use ashiato_meta::query_executions::{self, End, QueryExecution, Submitted};
use ashiato_meta::{Kind, Millis, QueryExecutionId, Store};
use chrono::{DateTime, Utc};
use prometheus_client::registry::Registry;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use tokio::sync::{Notify, oneshot};

use crate::athena::callers_buckets::CallersBuckets;
use crate::athena::callers_catalog::CallersCatalog;
use crate::athena::execution::Live;
use crate::athena::metrics::{self, QueryMetrics};
use crate::athena::outcome::Outcome;
use crate::athena::queue::{Group, Queue};
use crate::athena::statement::Understood;
use crate::athena::submission::Submission;
use crate::athena::{QuerySettings, failure};
use crate::buckets::AccountBuckets;

/// How long a query that was told to stop may take to leave its threads.
const LEAVING: Duration = Duration::from_secs(5);
const CANCELLED: &str = "Query cancelled by user";
pub(in crate::athena) const SERVER_STOPPED: &str = "The server was stopped before the query had ended";

/// The runner of queries.
pub struct Athena {
    pub(in crate::athena) inner: Arc<Inner>,
}

pub(in crate::athena) struct Inner {
    pub(in crate::athena) settings: QuerySettings,
    pub(in crate::athena) meta: Store,
    pub(in crate::athena) buckets: Arc<dyn AccountBuckets>,
    pub(in crate::athena) metrics: QueryMetrics,
    threads: Threads,
    board: Mutex<Board>,
    /// Told whenever a query has left.
    left: Notify,
    /// Told when a server was found dead that had uploads under way.
    pub(in crate::athena) uploads_left: Notify,
}

/// The threads that queries run on. Dropped, they are not waited for.
struct Threads(Option<Runtime>);

impl Drop for Threads {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

struct Board {
    queue: Queue<Waiting>,
    running: HashMap<QueryExecutionId, Running>,
    is_stopping: bool,
}

/// What a query works with, as its caller may use it.
pub(crate) struct Means {
    pub(crate) catalog: CallersCatalog,
    pub(crate) buckets: CallersBuckets,
}

struct Waiting {
    id: QueryExecutionId,
    group: Group,
    means: Means,
    database: String,
    understood: Understood,
    submission: Submission,
    clock: fn() -> DateTime<Utc>,
    submitted: Instant,
}

struct Running {
    stop: Option<oneshot::Sender<Stop>>,
    live: Arc<Live>,
    submitted: Instant,
    queued_millis: u64,
}

/// Tells a supervisor to end its query; it answers when that is kept.
struct Stop {
    by_user: bool,
    kept: oneshot::Sender<()>,
}

/// What came of sending a query.
pub(crate) enum Sent {
    /// It waits or runs.
    New,
    /// Its token was used before, for this one.
    Earlier(Box<QueryExecution>),
}

/// Why a query was not taken.
#[derive(Debug)]
pub(crate) enum Refused {
    /// Too many of its work group wait.
    Full,
    /// The server is about to stop.
    Stopping,
    /// The state's fault.
    Meta(ashiato_meta::Error),
}

impl From<ashiato_meta::Error> for Refused {
    fn from(error: ashiato_meta::Error) -> Refused {
        Refused::Meta(error)
    }
}

/// A query that runs, as it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LiveNow {
    pub(crate) bytes_scanned: u64,
    pub(crate) queued_millis: u64,
    pub(crate) engine_millis: Option<u64>,
    pub(crate) total_millis: u64,
}

impl fmt::Debug for Athena {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Athena").field("settings", &self.inner.settings).finish_non_exhaustive()
    }
}

impl Athena {
    /// A runner over what the server keeps. [`Athena::begin`] readies it.
    pub fn new(meta: Store, buckets: Arc<dyn AccountBuckets>, settings: QuerySettings) -> Athena {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(settings.threads.max(1))
            .thread_name("query")
            .enable_all()
            .build()
            .expect("the system has threads to give while the server starts");
        let board = Board { queue: Queue::new(&settings), running: HashMap::new(), is_stopping: false };
        let inner = Inner {
            settings,
            meta,
            buckets,
            metrics: QueryMetrics::default(),
            threads: Threads(Some(runtime)),
            board: Mutex::new(board),
            left: Notify::new(),
            uploads_left: Notify::new(),
        };
        Athena { inner: Arc::new(inner) }
    }

    /// The buckets, as they are.
    pub(crate) fn buckets(&self) -> &Arc<dyn AccountBuckets> {
        &self.inner.buckets
    }

    /// Adds what is counted of queries to what the server tells.
    pub(crate) fn register_metrics(&self, registry: &mut Registry) {
        metrics::register(&self.inner, registry);
    }

    /// Which server this is, of those that share a state.
    pub(crate) fn server(&self) -> &str {
        &self.inner.settings.server
    }

    /// Keeps a query and runs it in its turn.
    pub(crate) async fn submit(
        &self,
        query: QueryExecution,
        understood: Understood,
        submission: Submission,
        means: Means,
        clock: fn() -> DateTime<Utc>,
    ) -> Result<Sent, Refused> {
        let submitted = Instant::now();
        let group = (query.place.as_str().to_string(), query.work_group.clone());
        {
            let board = self.inner.board();
            if board.is_stopping {
                return Err(Refused::Stopping);
            }
            if !board.queue.has_room(&group) {
                return Err(Refused::Full);
            }
        }
        let mut tx = self.inner.meta.write().await?;
        // A token counts as long as its query is kept.
        if let Submitted::Earlier(earlier) = query_executions::submit(&mut tx, &query, Millis(0)).await? {
            return Ok(Sent::Earlier(earlier));
        }
        tx.commit().await?;
        let waiting = Waiting {
            id: query.id,
            group: group.clone(),
            means,
            database: query.database_name,
            understood,
            submission,
            clock,
            submitted,
        };
        self.inner.board().queue.push(&group, waiting);
        self.inner.dispatch();
        Ok(Sent::New)
    }

    /// Keeps a query that an earlier one's result stands for: it has ended when this answers.
    pub(crate) async fn submit_reusing(
        &self,
        query: &QueryExecution,
        outcome: &Outcome,
        clock: fn() -> DateTime<Utc>,
    ) -> Result<Sent, Refused> {
        let mut tx = self.inner.meta.write().await?;
        if let Submitted::Earlier(earlier) = query_executions::submit(&mut tx, query, Millis(0)).await? {
            return Ok(Sent::Earlier(earlier));
        }
        let now = Millis(clock().timestamp_millis());
        query_executions::start(&mut tx, &query.id, now).await?;
        query_executions::finish(&mut tx, &query.id, End::Succeeded, now, None, Some(&written(outcome))).await?;
        tx.commit().await?;
        let group = (query.place.as_str().to_string(), query.work_group.clone());
        self.inner.metrics.count(&group, End::Succeeded, outcome.bytes_scanned);
        Ok(Sent::New)
    }

    /// Ends a query, wherever it is on its way; it is CANCELLED when this answers, unless it had ended before.
    pub(crate) async fn stop_query(&self, id: &QueryExecutionId, now: Millis) -> ashiato_meta::Result<()> {
        enum Found {
            Waiting,
            Running(Option<oneshot::Sender<Stop>>),
            Nothing,
        }
        let found = {
            let mut board = self.inner.board();
            match board.queue.remove(|waiting| waiting.id == *id) {
                Some(waiting) => {
                    self.inner.metrics.count(&waiting.group, End::Cancelled, 0);
                    Found::Waiting
                }
                None => board.running.get_mut(id).map_or(Found::Nothing, |running| Found::Running(running.stop.take())),
            }
        };
        match found {
            Found::Running(Some(stop)) => {
                let (kept, is_kept) = oneshot::channel();
                // Where nobody listens, it has just ended.
                if stop.send(Stop { by_user: true, kept }).is_ok() {
                    drop(is_kept.await);
                }
                Ok(())
            }
            // Somebody else is stopping it.
            Found::Running(None) => Ok(()),
            // Also one of another server that shares the state: that one finds it ended at its next heartbeat.
            Found::Waiting | Found::Nothing => {
                let mut tx = self.inner.meta.write().await?;
                match query_executions::finish(&mut tx, id, End::Cancelled, now, Some(CANCELLED), None).await {
                    Err(error) if error.kind == Kind::Conflict => Ok(()),
                    Err(error) => Err(error),
                    Ok(()) => tx.commit().await,
                }
            }
        }
    }

    /// What can be seen of a query that runs here.
    pub(crate) fn live(&self, id: &QueryExecutionId) -> Option<LiveNow> {
        let board = self.inner.board();
        let running = board.running.get(id)?;
        Some(LiveNow {
            bytes_scanned: running.live.bytes_scanned(),
            queued_millis: running.queued_millis,
            engine_millis: running.live.engine_millis(),
            total_millis: millis(running.submitted.elapsed()),
        })
    }

    /// Takes no more queries, lets those that run finish within the time given, and fails the rest.
    pub async fn stop(&self, within: Duration, clock: fn() -> DateTime<Utc>) {
        let waiting = {
            let mut board = self.inner.board();
            board.is_stopping = true;
            board.queue.drain()
        };
        for waiting in waiting {
            let outcome = Outcome { failure: Some(failure::interrupted(SERVER_STOPPED)), ..Outcome::default() };
            let group = &waiting.group;
            self.inner.keep_end(&waiting.id, group, End::Failed, Some(SERVER_STOPPED), &outcome, clock).await;
        }
        if tokio::time::timeout(within, self.inner.all_left()).await.is_ok() {
            return self.release().await;
        }
        let stops: Vec<_> = self.inner.board().running.values_mut().filter_map(|running| running.stop.take()).collect();
        for stop in stops {
            let (kept, is_kept) = oneshot::channel();
            if stop.send(Stop { by_user: false, kept }).is_ok() {
                drop(is_kept.await);
            }
        }
        drop(tokio::time::timeout(LEAVING, self.inner.all_left()).await);
        self.release().await;
    }
}

impl Inner {
    /// How many queries of each work group wait and run.
    pub(in crate::athena) fn under_way(&self) -> Vec<(Group, usize, usize)> {
        let board = self.board();
        board.queue.under_way().map(|(group, waiting, running)| (group.clone(), waiting, running)).collect()
    }

    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().expect("no thread panics while it holds the board")
    }
}

pub(in crate::athena) fn written(outcome: &Outcome) -> String {
    serde_json::to_string(outcome).expect("texts and numbers are JSON")
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
