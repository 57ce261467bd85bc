//! What runs and what waits.
//!
//! Each query that runs has a supervisor on the server's threads and its work on threads of their own, so that a query
//! that keeps every core busy leaves the server answering. The supervisor alone writes how a query that runs ended.

use ashiato_engine::SessionOptions;
use ashiato_engine::hive::LocalLocations;
use ashiato_meta::query_executions::{self, End, QueryExecution, Submitted};
use ashiato_meta::{Kind, Millis, QueryExecutionId, Store};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use tokio::sync::{Notify, oneshot};

use super::buckets::KeptBuckets;
use super::callers_buckets::CallersBuckets;
use super::callers_catalog::CallersCatalog;
use super::execution::{Execution, Fate, Live, execute};
use super::outcome::Outcome;
use super::queue::{Group, Queue};
use super::statement::Understood;
use super::submission::Submission;
use super::{QuerySettings, failure};

/// How often what a query has read is held against its limit.
const LIMIT_LOOKS: Duration = Duration::from_millis(50);
/// How long a query that was told to stop may take to leave its threads.
const LEAVING: Duration = Duration::from_secs(5);
const CANCELLED: &str = "Query cancelled by user";
const SCANNED_TOO_MUCH: &str = "Bytes scanned limit was exceeded";
pub(super) const SERVER_STOPPED: &str = "The server was stopped before the query had ended";

/// The runner of queries.
pub struct Athena {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) settings: QuerySettings,
    pub(super) meta: Store,
    pub(super) buckets: KeptBuckets,
    threads: Threads,
    board: Mutex<Board>,
    /// Told whenever a query has left.
    left: Notify,
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
    pub fn new(meta: Store, objects: ashiato_objects::Store, settings: QuerySettings) -> Athena {
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
            buckets: KeptBuckets(objects),
            threads: Threads(Some(runtime)),
            board: Mutex::new(board),
            left: Notify::new(),
        };
        Athena { inner: Arc::new(inner) }
    }

    /// The buckets, as they are.
    pub(crate) fn buckets(&self) -> &KeptBuckets {
        &self.inner.buckets
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
                Some(_) => Found::Waiting,
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
            // Also one of another server that shares the state: that one finds it ended.
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
            self.inner.keep_end(&waiting.id, End::Failed, Some(SERVER_STOPPED), &outcome, clock).await;
        }
        if tokio::time::timeout(within, self.inner.all_left()).await.is_ok() {
            return;
        }
        let stops: Vec<_> = self.inner.board().running.values_mut().filter_map(|running| running.stop.take()).collect();
        for stop in stops {
            let (kept, is_kept) = oneshot::channel();
            if stop.send(Stop { by_user: false, kept }).is_ok() {
                drop(is_kept.await);
            }
        }
        drop(tokio::time::timeout(LEAVING, self.inner.all_left()).await);
    }
}

impl Inner {
    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().expect("no thread panics while it holds the board")
    }

    /// Gives each query whose turn it is a supervisor.
    fn dispatch(self: &Arc<Inner>) {
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
            Err(error) if matches!(error.kind, Kind::Conflict | Kind::NotFound) => {}
            Err(error) => {
                let outcome = Outcome { failure: Some(failure::interrupted(&error.message)), ..Outcome::default() };
                self.keep_end(&id, End::Failed, Some(&error.message), &outcome, waiting.clock).await;
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
        let (id, submitted, clock) = (waiting.id.clone(), waiting.submitted, waiting.clock);
        let bytes_max = waiting.submission.bytes_scanned_max;
        let runtime = self.threads.0.as_ref().expect("it is taken when the runner is dropped");
        let mut work = runtime.spawn(execute(self.execution(waiting), Arc::clone(&live)));
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
        };
        outcome.times.queued = queued;
        outcome.times.total = millis(submitted.elapsed());
        let (end, reason) = match fate {
            Fate::Succeeded => (End::Succeeded, outcome.gaps.clone()),
            Fate::ScannedTooMuch => (End::Cancelled, Some(SCANNED_TOO_MUCH.to_string())),
            Fate::Cancelled => (End::Cancelled, Some(CANCELLED.to_string())),
            Fate::Failed(failed) => {
                let reason = failed.message.clone();
                outcome.failure = Some(failed);
                (End::Failed, Some(reason))
            }
        };
        self.keep_end(&id, end, reason.as_deref(), &outcome, clock).await;
        drop(kept);
        // Its turn is over when its threads are free and its memory with them.
        if !work.is_finished() {
            drop(tokio::time::timeout(LEAVING, work).await);
        }
    }

    fn execution(&self, waiting: Waiting) -> Execution {
        let Waiting { id, means, database, understood, submission, clock, .. } = waiting;
        let options = SessionOptions {
            local_locations: LocalLocations::Refused,
            catalog: Some(Arc::new(means.catalog)),
            bucket_source: Some(Arc::new(means.buckets.clone())),
            database: Some(database),
            result_location: submission.folder,
            query_id: Some(id.0.clone()),
            memory_bytes: Some(self.settings.memory_bytes_per_query),
            threads: Some(self.settings.threads.max(1)),
            now: clock().timestamp_millis(),
            ..SessionOptions::default()
        };
        Execution {
            query_id: id.0,
            statement_type: understood.statement_type,
            parsed: understood.parsed,
            place: submission.place,
            denied: means.buckets.denied(),
            // Managed results are the server's own to write.
            buckets: match submission.managed {
                Some(_) => Arc::new(self.buckets.clone()),
                None => Arc::new(means.buckets),
            },
            options,
            memory_bytes: self.settings.memory_bytes_per_query,
            bytes_scanned_max: submission.bytes_scanned_max,
        }
    }

    /// Keeps how a query ended. Where the state fails, what is told of it when the server starts again is that it died.
    async fn keep_end(
        &self,
        id: &QueryExecutionId,
        end: End,
        reason: Option<&str>,
        outcome: &Outcome,
        clock: fn() -> DateTime<Utc>,
    ) {
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

    async fn all_left(&self) {
        loop {
            let left = self.left.notified();
            if self.board().running.is_empty() {
                return;
            }
            left.await;
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

pub(super) fn written(outcome: &Outcome) -> String {
    serde_json::to_string(outcome).expect("texts and numbers are JSON")
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
