//! Tables over raw log files: `cloudtrail_logs`, `events`, and those that Hive DDL defines over CloudTrail's SerDes.

use super::bounds::Bounds;
use super::columns::Columns;
use super::folders::FolderFilter;
use super::{RawLogScan, ScanOptions, prune};
use crate::coverage::Damaged;
use crate::session::Late;
use crate::source::LogFile;
use arrow::array::{Array, ArrayRef, AsArray, RecordBatch, StringArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, FieldRef, Schema, SchemaRef};
use async_trait::async_trait;
use datafusion::catalog::Session;
use datafusion::common::{DFSchema, DataFusionError, Result, ScalarValue};
use datafusion::datasource::{TableProvider, TableType};
use datafusion::logical_expr::{Expr, TableProviderFilterPushDown};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::prelude::{col, lit};
use datafusion_datasource::source::DataSourceExec;
use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::Arc;

/// Where a table's files come from.
#[async_trait]
pub(crate) trait Files: Debug + Send + Sync {
    /// The files that may hold rows which the filters accept, and lie in folders that may hold what is within the
    /// bounds. What a place's name rules out need not be listed.
    async fn list(&self, filters: &[Expr], within: FolderFilter) -> Result<Listing>;

    /// Whether some may be read to see what the others hold: not where a read is somebody's right, and refused fails a query.
    fn may_be_sampled(&self) -> bool;
}

/// Files of a table.
pub(crate) struct Listing {
    pub(crate) files: Vec<LogFile>,
    /// Folders that were passed over because their names rule them out.
    pub(crate) folders_pruned: u64,
    /// Requests and folders opened for it; none where an earlier listing served.
    pub(crate) steps: u64,
    /// What could not be looked into.
    pub(crate) unread: Vec<Damaged>,
    /// Places that were not listed because their names rule them out; `None` where that is not known.
    pub(crate) note: Option<String>,
}

/// A table over raw log files.
#[derive(Debug)]
pub(crate) struct RawLogTable {
    pub(crate) columns: Arc<Columns>,
    pub(crate) files: Arc<dyn Files>,
    /// Bounds on event times beside those of the query, in milliseconds, both inclusive.
    pub(crate) within: Bounds,
    pub(crate) late: Late,
    pub(crate) options: ScanOptions,
}

impl RawLogTable {
    /// The session's own time range as filters on `eventtime`, whatever its type in this table.
    fn row_bounds(&self) -> Vec<Expr> {
        let Ok(field) = self.columns.schema().field_with_name("eventtime") else { return Vec::new() };
        let literal = |at: i64| match field.data_type() {
            DataType::Timestamp(_, _) => lit(ScalarValue::TimestampMillisecond(Some(at), None)),
            _ => lit(iso_text(at)),
        };
        let from = self.within.from.map(|from| col("eventtime").gt_eq(literal(from)));
        // The bound is the last millisecond that is in: as text, everything before the second after it.
        let to = self.within.to.map(|to| col("eventtime").lt(literal(to + 1)));
        from.into_iter().chain(to).collect()
    }
}

/// A time as CloudTrail writes it.
fn iso_text(at: i64) -> String {
    chrono::DateTime::from_timestamp_millis(at)
        .map_or_else(String::new, |time| time.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

#[async_trait]
impl TableProvider for RawLogTable {
    fn schema(&self) -> SchemaRef {
        Arc::clone(self.columns.schema())
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    fn supports_filters_pushdown(&self, filters: &[&Expr]) -> Result<Vec<TableProviderFilterPushDown>> {
        // Files are chosen by the filters here; rows are filtered in the scan, which the physical plan asks for.
        Ok(vec![TableProviderFilterPushDown::Inexact; filters.len()])
    }

    async fn scan(
        &self,
        state: &dyn Session,
        projection: Option<&Vec<usize>>,
        filters: &[Expr],
        _limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let bounds = self.within.clone().and(Bounds::of(filters));
        let (listing, bounds) = self.candidates(state, filters, bounds).await?;
        let matched = listing.files.len();
        let mut files = listing.files;
        let others = files.len();
        files.retain(|file| !file.is_of_other_kind());
        let others = others - files.len();
        files.retain(|file| prune::may_hold(file, &bounds, self.late));
        let files = prune_by_partition(state, &self.columns, filters, files)?;
        let late = bounds.to.map(|_| self.late);
        // An answer on nothing must not pass for an answer on logs that hold nothing.
        let is_empty = matched == 0 && listing.folders_pruned == 0;
        let nothing_found = (is_empty && listing.note.is_none()).then(|| "no log files were found".to_string());
        self.options.coverage.add(|coverage| {
            coverage.readings += 1;
            coverage.files_matched += matched as u64;
            coverage.files_of_other_kinds += others as u64;
            coverage.files_pruned += (matched - others - files.len()) as u64;
            coverage.folders_pruned += listing.folders_pruned;
            coverage.listing_steps += listing.steps;
            coverage.damaged.extend(listing.unread);
            coverage.late = coverage.late.or(late);
            coverage.notes.extend(listing.note.or(nothing_found));
        });
        let all: Vec<usize> = (0..self.columns.schema().fields().len()).collect();
        let projection = projection.unwrap_or(&all);
        let partitions = state.config().target_partitions();
        let mut scan =
            RawLogScan::try_new(Arc::clone(&self.columns), files, projection, partitions, self.options.clone())?;
        for filter in self.row_bounds() {
            let schema = DFSchema::try_from(Arc::clone(self.columns.schema()))?;
            scan.filters.push(state.create_physical_expr(filter, &schema)?);
        }
        Ok(DataSourceExec::from_data_source(scan))
    }
}

/// The files whose partition columns the filters on those columns alone accept: each distinct partition is one row.
fn prune_by_partition(
    state: &dyn Session,
    columns: &Columns,
    filters: &[Expr],
    files: Vec<LogFile>,
) -> Result<Vec<LogFile>> {
    let fields: Vec<_> = columns.partition_fields().map(|(index, field)| (index, Arc::clone(field))).collect();
    let is_of_partition = |filter: &&Expr| {
        let columns = filter.column_refs();
        !columns.is_empty()
            && !filter.is_volatile()
            && columns.iter().all(|column| fields.iter().any(|(_, field)| *field.name() == column.name))
    };
    let filters: Vec<&Expr> = filters.iter().filter(is_of_partition).collect();
    if filters.is_empty() || files.is_empty() {
        return Ok(files);
    }
    let mut rows: HashMap<Arc<[Option<String>]>, usize> = HashMap::new();
    for file in &files {
        let next = rows.len();
        rows.entry(Arc::clone(&file.partition)).or_insert(next);
    }
    let mut partitions: Vec<&Arc<[Option<String>]>> = rows.keys().collect();
    partitions.sort_by_key(|partition| rows[*partition]);
    let schema = Arc::new(Schema::new(fields.iter().map(|(_, field)| Arc::clone(field)).collect::<Vec<_>>()));
    let arrays = fields.iter().map(|(index, field)| {
        let texts: StringArray = partitions.iter().map(|values| values.get(*index).cloned().flatten()).collect();
        cast(&texts, field.data_type())
    });
    let arrays: Vec<ArrayRef> = arrays.collect::<std::result::Result<_, _>>()?;
    let batch = RecordBatch::try_new(Arc::clone(&schema), arrays)?;
    let schema = DFSchema::try_from(schema)?;
    let mut kept = vec![true; batch.num_rows()];
    for filter in filters {
        let columns = filter.column_refs();
        let is_asked = |field: &FieldRef| columns.iter().any(|column| *field.name() == column.name);
        let asked: Vec<usize> = fields.iter().filter(|(_, field)| is_asked(field)).map(|(index, _)| *index).collect();
        let filter = unqualified(filter.clone())?;
        let value = state.create_physical_expr(filter, &schema)?.evaluate(&batch)?.into_array(batch.num_rows())?;
        let accepted =
            value.as_boolean_opt().ok_or_else(|| DataFusionError::Internal("a filter is no predicate".into()))?;
        for (row, kept) in kept.iter_mut().enumerate() {
            // What is not known of a file must not rule it out.
            let unknown = asked.iter().any(|index| partitions[row].get(*index).is_none_or(Option::is_none));
            *kept = *kept && (unknown || (!accepted.is_null(row) && accepted.value(row)));
        }
    }
    Ok(files.into_iter().filter(|file| kept[rows[&file.partition]]).collect())
}

fn unqualified(expr: Expr) -> Result<Expr> {
    use datafusion::common::tree_node::{Transformed, TreeNode};
    let transformed = expr.transform(|expr| match expr {
        Expr::Column(column) if column.relation.is_some() => {
            Ok(Transformed::yes(Expr::Column(datafusion::common::Column::new_unqualified(column.name))))
        }
        other => Ok(Transformed::no(other)),
    })?;
    Ok(transformed.data)
}
