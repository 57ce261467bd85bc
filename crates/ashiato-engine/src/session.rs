//! A session: some logs, a catalog, and statements run on them.

use crate::answer::{Answer, AnswerKind, OutputColumn};
use crate::catalog::{Catalog, CatalogStore, DEFAULT_DATABASE, MemoryStore};
use crate::coverage::{Collector, Coverage, Reading};
use crate::error::{Error, ErrorKind};
use crate::failure;
use crate::hive::{Buckets, LocalLocations};
use crate::leftovers::Leftovers;
use crate::memory_shares::MemoryShares;
use crate::planning;
use crate::progress::Progress;
use crate::provided;
use crate::running;
use crate::scan::ScanOptions;
use crate::scan::bounds::Bounds;
use crate::scan::places::LogPlaces;
use crate::source::bucket_source::BucketSource;
use crate::source::list::Places;
use crate::source::stores::Stores;
use crate::tables::{self, CATALOG, Tables, catalog_of, dialect_of};
use crate::write::budget::Budget;
use crate::yielding::Yielding;
use arrow::datatypes::Schema;
use ashiato_event::decode::Limits;
use ashiato_sql::session::Planned;
use ashiato_sql::statement::{Parsed, Query, Statement};
use datafusion::common::config::ConfigNonZeroUsize;
use datafusion::execution::TaskContext;
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::execution::session_state::{SessionState, SessionStateBuilder};
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::prelude::SessionConfig;
use futures::{FutureExt, StreamExt};
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Memory for sorts, joins and aggregates of one thread; what exceeds it is spilled to disk.
const MEMORY_PER_THREAD: usize = 80 << 20;

/// One part in so many of a thread's memory is kept for merging spilled runs.
const SORT_SHARES_FOR_MERGE: usize = 8;

/// Batches of about this size stay in a core's cache on their way, and few of them are under way at a time.
const BATCH_BYTES: usize = 2 << 20;

/// How far past the end of a time range files are read, by their delivery time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// Files delivered up to this long after the range's end.
    Within(Duration),
    /// Every later file.
    All,
}

impl Default for Late {
    fn default() -> Late {
        Late::Within(Duration::from_secs(2 * 3600))
    }
}

/// What a session reads, and how.
#[derive(Debug, Clone, Default)]
pub struct SessionOptions {
    /// Paths and `s3://BUCKET/PREFIX` places of the tables `cloudtrail_logs` and `events`.
    pub logs: Vec<String>,
    /// Buckets that are local folders.
    pub buckets: Vec<(String, PathBuf)>,
    /// Where the other buckets come from; S3 by the usual settings where not said.
    pub bucket_source: Option<Arc<dyn BucketSource>>,
    /// Whether statements may name folders of this machine. Refused where statements come from others.
    pub local_locations: LocalLocations,
    /// Only events from this time on, in milliseconds since 1970.
    pub from: Option<i64>,
    /// Only events before this time, in milliseconds since 1970.
    pub to: Option<i64>,
    /// How far past a time range's end files are read.
    pub late: Late,
    /// Each event once, by its eventID.
    pub dedupe: bool,
    /// Every record is parsed whole, so that all damage is found.
    pub strict: bool,
    /// Threads; all cores where not said.
    pub threads: Option<usize>,
    /// Bytes that sorts, joins, groupings and windows may hold before they spill to disk or fail, all threads
    /// together; 80 MB a thread where not said.
    pub memory_bytes: Option<usize>,
    /// The folder for what is spilled to disk, which is there; the system's for temporary files where not said.
    pub spill_folder: Option<PathBuf>,
    /// What keeps databases, tables, views and prepared statements; memory where not said.
    pub catalog: Option<Arc<dyn CatalogStore>>,
    /// The database in which bare names are looked up; `default` where not said.
    pub database: Option<String>,
    /// The folder below which `CREATE TABLE AS` without `external_location` writes, in `tables/` and the query's id.
    pub result_location: Option<String>,
    /// What the files of a statement that writes are named after. Made of the time and of chance where not said: who
    /// names an id runs one statement with it.
    pub query_id: Option<String>,
    /// Bytes that a statement which writes may read, as stored: files of one that read more are not made known.
    pub bytes_read_max: Option<u64>,
    /// Where what a statement leaves is counted and put right, for who wants to wait for that.
    pub leftovers: Leftovers,
    /// The time that `now()` and partition projection's `NOW` mean, in milliseconds since 1970.
    pub now: i64,
}

/// A session. Statements run in it one after the other.
pub struct Session {
    pub(crate) tables: Arc<Tables>,
    state: SessionState,
    coverage: Arc<Collector>,
    progress: Arc<Progress>,
}

impl Session {
    /// Opens a session. Nothing is read until a statement needs it.
    ///
    /// # Errors
    /// `Invalid` where an option cannot be used.
    pub fn open(options: SessionOptions) -> Result<Session, Error> {
        let threads =
            options.threads.or_else(|| std::thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
        if threads == 0 {
            return Err(Error::new(ErrorKind::Invalid, "a session needs at least one thread"));
        }
        let coverage = Arc::new(Collector::default());
        let progress = Arc::new(Progress::default());
        let places = Arc::new(Places::new(options.buckets.iter().cloned()).from_source(options.bucket_source));
        let memory_bytes = options.memory_bytes.unwrap_or(MEMORY_PER_THREAD * threads);
        let database = options.database.as_deref().unwrap_or(DEFAULT_DATABASE).to_lowercase();
        let state = session_state(
            threads,
            memory_bytes,
            options.now,
            &database,
            Stores::new(Arc::clone(&places), Arc::clone(&coverage)),
            options.spill_folder,
        )?;
        let tables = Tables {
            logs: Arc::new(LogPlaces::new(options.logs, Arc::clone(&places))),
            places,
            buckets: Buckets::new(options.buckets).with_local(options.local_locations),
            catalog: Catalog::new(options.catalog.unwrap_or_else(|| Arc::new(MemoryStore::default()))),
            database,
            result_location: options.result_location,
            query_id: options.query_id,
            leftovers: options.leftovers,
            budget: Budget { reading: Reading(Arc::clone(&coverage)), bytes_max: options.bytes_read_max },
            within: Bounds::between(options.from, options.to.map(|to| to - 1)),
            late: options.late,
            scan: ScanOptions {
                dedupe: options.dedupe,
                validate: options.strict,
                limits: Limits { batch_bytes: BATCH_BYTES, ..Limits::default() },
                coverage: Arc::clone(&coverage),
                progress: Arc::clone(&progress),
            },
            now: options.now,
            warnings: Mutex::default(),
        };
        provided::provide(&tables);
        Ok(Session { tables: Arc::new(tables), state, coverage, progress })
    }

    /// Takes a script apart into statements.
    ///
    /// # Errors
    /// `Invalid` or `Unsupported`, with line and column.
    pub fn parse(&self, sql: &str) -> Result<Vec<Parsed>, Error> {
        Ok(ashiato_sql::parse::parse_script(sql)?)
    }

    /// Runs one statement as far as its first row.
    ///
    /// # Errors
    /// `Invalid`, `NotFound` or `Unsupported` where the statement is wrong; others where reading fails.
    pub async fn run(&self, parsed: &Parsed) -> Result<Answer, Error> {
        self.progress.reset();
        match AssertUnwindSafe(self.run_statement(&parsed.statement)).catch_unwind().await {
            Ok(answer) => answer,
            Err(panic) => Err(failure::of_panic(&panic)),
        }
    }

    /// The counters of the statement that runs.
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// What the statement that runs has read so far.
    pub fn reading(&self) -> Reading {
        Reading(Arc::clone(&self.coverage))
    }

    /// What was and was not read since this was last asked; waits until every thread has counted.
    ///
    /// Drop the answers' streams before, or it waits for them.
    pub async fn coverage(&self) -> Coverage {
        let collector = Arc::clone(&self.coverage);
        tokio::task::spawn_blocking(move || collector.take()).await.unwrap_or_default()
    }

    /// What was read otherwise than written since this was last asked.
    pub fn take_warnings(&self) -> Vec<String> {
        self.tables.take_warnings()
    }

    async fn run_statement(&self, statement: &Statement) -> Result<Answer, Error> {
        match statement {
            Statement::Query(query) => self.run_query(query).await,
            Statement::Explain(explain) => self.explain(explain).await,
            Statement::Execute { name, arguments } => {
                let statement = self.tables.catalog.bound(name, arguments).await?;
                Box::pin(self.run_statement(&statement)).await
            }
            other => self.run_definition(other).await,
        }
    }

    async fn run_query(&self, query: &Query) -> Result<Answer, Error> {
        let (state, plan, names) = self.plan(query).await?;
        execute(&state, plan, Some(names), AnswerKind::Rows).await
    }

    /// Plans a query over the tables of this session.
    pub(crate) async fn plan(&self, query: &Query) -> Result<(SessionState, LogicalPlan, Vec<String>), Error> {
        let (state, planned) = self.planned(query).await?;
        Ok((state, planned.plan, planned.output_names))
    }

    /// The same, with the plan as the dialects give it.
    pub(crate) async fn planned(&self, query: &Query) -> Result<(SessionState, Planned), Error> {
        let (tables, state, query) = (Arc::clone(&self.tables), self.state.clone(), query.clone());
        planning::apart(async move {
            let catalog = catalog_of(&tables, &state, &query).await?;
            state.catalog_list().register_catalog(CATALOG.to_string(), Arc::clone(&catalog));
            let planned = ashiato_sql::session::plan(&state, &query, dialect_of(&query)).await;
            let planned = planned.map_err(|error| tables::located(error, &query, catalog.as_ref()))?;
            Ok((state, planned))
        })
        .await
    }
}

/// Optimizes and starts a plan.
pub(crate) async fn execute(
    state: &SessionState,
    plan: LogicalPlan,
    names: Option<Vec<String>>,
    kind: AnswerKind,
) -> Result<Answer, Error> {
    let physical = planning::physical(state, &plan).await?;
    let (physical, context) = running::ready(physical, TaskContext::from(state))?;
    let stream = datafusion::physical_plan::execute_stream(physical, context).map_err(failure::of_execution)?;
    let schema = stream.schema();
    let columns = columns(&schema, names);
    // A panic in an operator, ours or a library's, fails the query and nothing else.
    let caught = AssertUnwindSafe(stream).catch_unwind().map(|item| match item {
        Ok(batch) => batch,
        Err(panic) => Err(failure::of_panic(&panic).into()),
    });
    Ok(Answer { columns, kind, written: None, stream: Box::pin(RecordBatchStreamAdapter::new(schema, caught)) })
}

fn columns(schema: &Schema, names: Option<Vec<String>>) -> Vec<OutputColumn> {
    let names = names.unwrap_or_else(|| schema.fields().iter().map(|field| field.name().clone()).collect());
    let fields = schema.fields().iter().zip(names);
    fields.map(|(field, name)| OutputColumn { name, data_type: field.data_type().clone() }).collect()
}

fn session_state(
    threads: usize,
    memory_bytes: usize,
    now: i64,
    database: &str,
    stores: Stores,
    spill_folder: Option<PathBuf>,
) -> Result<SessionState, Error> {
    let mut config = SessionConfig::new()
        .with_target_partitions(threads)
        .with_default_catalog_and_schema(CATALOG, database)
        .with_create_default_catalog_and_schema(false);
    let options = config.options_mut();
    // Filters, TopK's moving ones too, decide inside the scan before the other columns are decoded.
    options.optimizer.enable_dynamic_filter_pushdown = true;
    // What each sort keeps for merging what it spilled. DataFusion's own 10 MB is as much as a small limit has.
    let kept = memory_bytes / threads / SORT_SHARES_FOR_MERGE;
    options.execution.sort_spill_reservation_bytes = kept.min(options.execution.sort_spill_reservation_bytes);
    // A file for each batch that threads hand each other by way of the disk. With several in a file, DataFusion 55 has two
    // files open, and a reader that waits for the first while what it needs is in the second waits for ever
    // (apache/datafusion issue 24883).
    options.execution.max_spill_file_size_bytes = ConfigNonZeroUsize::try_new(1)
        .map_err(|error| Error::new(ErrorKind::Internal, "a limit that cannot be").because(error))?;
    let config = ashiato_sql::session::dialect_config(config);
    let spill =
        spill_folder.map_or(DiskManagerMode::OsTmpDirectory, |folder| DiskManagerMode::Directories(vec![folder]));
    let runtime = RuntimeEnvBuilder::new()
        .with_disk_manager_builder(DiskManagerBuilder::default().with_mode(spill))
        .with_object_store_registry(Arc::new(stores))
        .with_memory_pool(Arc::new(MemoryShares::new(memory_bytes, threads)))
        .build_arc()
        .map_err(|error| Error::new(ErrorKind::Internal, "the query runtime cannot start").because(error))?;
    let builder = SessionStateBuilder::new().with_config(config).with_runtime_env(runtime);
    let builder = ashiato_sql::session::dialect_state(builder).with_physical_optimizer_rule(Arc::new(Yielding));
    let mut state = builder.build();
    let props = state.execution_props_mut();
    props.query_execution_start_time = chrono::DateTime::from_timestamp_millis(now);
    Ok(state)
}
