//! Reading raw logs as a table: a DataFusion data source over a list of files.
//!
//! The plan node holds nothing but a list of files, columns, expressions and options, so that it can be sent to
//! other machines. Projection, predicate and limit are done inside: a single field of a row is decoded alone, the
//! predicate decides before anything else is decoded, and what it needs as text skips whole files.

pub mod bounds;
pub mod columns;
pub(crate) mod folders;
pub(crate) mod hive_files;
mod believed;
pub(crate) mod places;
pub mod prune;
pub mod table;
mod access;
mod dedupe;
mod estimate;
mod filter;
mod inline;
mod needles;
mod shared;
mod worker;

use crate::coverage::Collector;
use crate::progress::Progress;
use crate::source::LogFile;
use access::Accesses;
use arrow::datatypes::SchemaRef;
use ashiato_event::decode::{DecodePlan, FieldRequest, Limits, ValueSource};
use columns::Columns;
use datafusion::common::Statistics;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::config::ConfigOptions;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::projection::ProjectionExprs;
use datafusion::physical_expr::{EquivalenceProperties, Partitioning, PhysicalExpr};
use datafusion::physical_plan::filter_pushdown::{FilterPushdownPropagation, PushedDown};
use datafusion::physical_plan::metrics::ExecutionPlanMetricsSet;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::{DisplayFormatType, metrics};
use datafusion_datasource::source::{DataSource, OpenArgs};
use filter::ScanFilter;
use needles::Late;
use shared::Shared;
use std::any::Any;
use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;
use worker::{Outlet, Worker};

/// How a scan reads, whatever the query.
#[derive(Debug, Clone)]
pub(crate) struct ScanOptions {
    /// Each event once, by its eventID.
    pub(crate) dedupe: bool,
    /// Every record is parsed whole, so that damage in parts that the query does not need is found too.
    pub(crate) validate: bool,
    pub(crate) limits: Limits,
    pub(crate) coverage: Arc<Collector>,
    pub(crate) progress: Arc<Progress>,
}

/// A scan of log files.
#[derive(Debug, Clone)]
pub(crate) struct RawLogScan {
    columns: Arc<Columns>,
    files: Arc<[LogFile]>,
    projection: ProjectionExprs,
    schema: SchemaRef,
    filters: Vec<Arc<dyn PhysicalExpr>>,
    fetch: Option<usize>,
    partitions: usize,
    options: ScanOptions,
    metrics: ExecutionPlanMetricsSet,
}

impl RawLogScan {
    /// A scan of `files` that gives the columns at `projection`, shared out over `partitions` threads.
    pub(crate) fn try_new(
        columns: Arc<Columns>,
        files: Vec<LogFile>,
        projection: &[usize],
        partitions: usize,
        options: ScanOptions,
    ) -> Result<RawLogScan> {
        let projection = ProjectionExprs::from_indices(projection, columns.schema());
        let schema = Arc::new(projection.project_schema(columns.schema())?);
        Ok(RawLogScan {
            columns,
            partitions: partitions.min(files.len()).max(1),
            files: Arc::from(files),
            projection,
            schema,
            filters: Vec::new(),
            fetch: None,
            options,
            metrics: ExecutionPlanMetricsSet::new(),
        })
    }

    /// The work of one thread, compiled: which values to decode, how to filter, how to project.
    fn compile(&self, shared: Arc<Shared>, batch_records: usize) -> Result<Worker> {
        let mut wanted = Accesses::default();
        let mut predicates = Vec::new();
        for filter in &self.filters {
            predicates.push(wanted.rewrite(Arc::clone(filter), &self.columns)?);
        }
        let once =
            shared.seen.clone().zip(self.event_id()).map(|(seen, column)| (seen, wanted.column(&self.columns, column)));
        let has_filter = !predicates.is_empty() || once.is_some();

        let mut given = Accesses::default();
        let projection = given.rewrite_projection(&self.projection, &self.columns)?;
        let projector = projection.make_projector_with_schema_metadata(&given.schema(), &self.schema)?;
        let plan = DecodePlan {
            filter: wanted.requests().to_vec(),
            output: given.requests().to_vec(),
            prefilter: needles::prefilter(&self.filters, &self.columns),
            limits: self.options.limits,
            batch_records,
            validate: self.options.validate,
        };
        let is_constant = |request: &FieldRequest| matches!(request.source, ValueSource::Constant(_));
        let reads_constants = plan.filter.iter().chain(&plan.output).any(is_constant);
        Ok(Worker {
            shared,
            reads_constants,
            plan: Arc::new(plan),
            late: Late::of(&self.filters, &self.columns),
            filter: has_filter.then_some(ScanFilter { predicates, once }),
            projector,
            outlet: Outlet::Queue(VecDeque::new()),
            fetch: self.fetch,
            runtime: tokio::runtime::Handle::current(),
        })
    }

    fn event_id(&self) -> Option<usize> {
        self.columns.schema().index_of("eventid").ok()
    }
}

impl DataSource for RawLogScan {
    fn open(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        self.open_with_args(OpenArgs::new(partition, context))
    }

    fn create_sibling_state(&self, _config: &ConfigOptions) -> Option<Arc<dyn Any + Send + Sync>> {
        let ScanOptions { dedupe, coverage, progress, .. } = &self.options;
        let mut files: Vec<LogFile> = self.files.to_vec();
        // Largest first, so that no thread is left with a long one at the end.
        files.sort_by_key(|file| std::cmp::Reverse(file.size));
        Some(Shared::new(files.into(), self.fetch, *dedupe, Arc::clone(coverage), Arc::clone(progress)))
    }

    fn open_with_args(&self, args: OpenArgs) -> Result<SendableRecordBatchStream> {
        let state = args.sibling_state.or_else(|| self.create_sibling_state(args.context.session_config().options()));
        let shared = state.and_then(|state| state.downcast::<Shared>().ok()).ok_or_else(|| {
            DataFusionError::Internal("a scan of logs was opened with the state of another scan".to_string())
        })?;
        let batch_records = args.context.session_config().batch_size();
        let at_work = self.options.coverage.start();
        let worker = self.compile(shared, batch_records)?;
        let batches = inline::batches(worker, at_work);
        Ok(Box::pin(RecordBatchStreamAdapter::new(Arc::clone(&self.schema), batches)))
    }

    fn fmt_as(&self, _format: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes: u64 = self.files.iter().map(|file| file.size).sum();
        write!(f, "cloudtrail logs, files={}, bytes={bytes}, projection={}", self.files.len(), self.projection)?;
        for (index, filter) in self.filters.iter().enumerate() {
            write!(f, "{}{filter}", if index == 0 { ", predicate=" } else { " AND " })?;
        }
        let needles = needles::prefilter(&self.filters, &self.columns);
        if !needles.all_of.is_empty() {
            write!(f, ", needles={:?}", needles.all_of)?;
        }
        self.fetch.map_or(Ok(()), |fetch| write!(f, ", limit={fetch}"))
    }

    fn output_partitioning(&self) -> Partitioning {
        Partitioning::UnknownPartitioning(self.partitions)
    }

    fn eq_properties(&self) -> EquivalenceProperties {
        EquivalenceProperties::new(Arc::clone(&self.schema))
    }

    fn partition_statistics(&self, partition: Option<usize>) -> Result<Arc<Statistics>> {
        Ok(Arc::new(self.estimate(partition)))
    }

    fn with_fetch(&self, limit: Option<usize>) -> Option<Arc<dyn DataSource>> {
        Some(Arc::new(RawLogScan { fetch: limit, ..self.clone() }))
    }

    fn fetch(&self) -> Option<usize> {
        self.fetch
    }

    fn metrics(&self) -> metrics::ExecutionPlanMetricsSet {
        self.metrics.clone()
    }

    fn try_swapping_with_projection(&self, projection: &ProjectionExprs) -> Result<Option<Arc<dyn DataSource>>> {
        let merged = self.projection.try_merge(projection)?;
        // A computed value that is used twice would be computed twice, and a random one would differ: only columns
        // and their fields move into the scan a second time.
        let computed =
            |projection: &ProjectionExprs| projection.iter().any(|item| access::field_path(&item.expr).is_none());
        let is_volatile =
            merged.iter().any(|item| datafusion::physical_expr_common::physical_expr::is_volatile(&item.expr));
        if is_volatile || (computed(&self.projection) && computed(projection)) {
            return Ok(None);
        }
        let schema = Arc::new(merged.project_schema(self.columns.schema())?);
        Ok(Some(Arc::new(RawLogScan { projection: merged, schema, ..self.clone() })))
    }

    fn try_pushdown_filters(
        &self,
        filters: Vec<Arc<dyn PhysicalExpr>>,
        _config: &ConfigOptions,
    ) -> Result<FilterPushdownPropagation<Arc<dyn DataSource>>> {
        // A filter above a limit must not move below it.
        if self.fetch.is_some() || filters.is_empty() {
            return Ok(FilterPushdownPropagation::with_parent_pushdown_result(vec![PushedDown::No; filters.len()]));
        }
        let mut scan = self.clone();
        let mut pushed = Vec::new();
        for filter in filters {
            if datafusion::physical_expr_common::physical_expr::is_volatile(&filter) {
                pushed.push(PushedDown::No);
                continue;
            }
            // Filters come in terms of what the scan gives; they are kept in terms of the table.
            let filter = self.projection.unproject_expr(&filter)?;
            scan.filters.push(filter);
            pushed.push(PushedDown::Yes);
        }
        Ok(FilterPushdownPropagation { filters: pushed, updated_node: Some(Arc::new(scan)) })
    }

    fn apply_expressions(
        &self,
        visit: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        for expr in self.filters.iter().chain(self.projection.iter().map(|item| &item.expr)) {
            if visit(expr)? == TreeNodeRecursion::Stop {
                return Ok(TreeNodeRecursion::Stop);
            }
        }
        Ok(TreeNodeRecursion::Continue)
    }
}
