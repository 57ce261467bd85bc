//! A table over files that are not CloudTrail logs, as DataFusion scans it.

use super::any_case::AnyCase;
use super::buckets::Buckets;
use super::format::TableFormat;
use super::locations::plan_locations;
use super::refusal::invalid;
use super::rows::RowSource;
use super::table::HiveTable;
use crate::coverage::Collector;
use crate::scan::columns::hidden_fields;
use arrow::datatypes::{Schema, SchemaRef};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use datafusion::catalog::{Session, TableProvider};
use datafusion::common::stats::Precision;
use datafusion::common::{DataFusionError, Result, ScalarValue, Statistics};
use datafusion::datasource::physical_plan::ParquetSource;
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::logical_expr::{Expr, TableProviderFilterPushDown, TableType};
use datafusion::physical_expr_adapter::PhysicalExprAdapterFactory;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::empty::EmptyExec;
use datafusion::physical_plan::union::UnionExec;
use datafusion_datasource::file::FileSource;
use datafusion_datasource::file_groups::FileGroup;
use datafusion_datasource::file_scan_config::FileScanConfigBuilder;
use datafusion_datasource::source::DataSourceExec;
use datafusion_datasource::{PartitionedFile, TableSchema};
use futures::{StreamExt, TryStreamExt};
use object_store::ObjectStore;
use object_store::path::Path as ObjectPath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Partitions listed at once.
const LISTINGS_UNDER_WAY: usize = 8;

/// A table over Parquet, JSON, CSV or delimited text. Folders are listed when a query is planned, those alone that
/// its predicate leaves. Stores other than the local files must be registered in the session.
#[derive(Debug)]
pub struct FileTable {
    table: HiveTable,
    format: TableFormat,
    buckets: Buckets,
    schema: SchemaRef,
    now: DateTime<Utc>,
    coverage: Arc<Collector>,
    /// Whether `"$path"` and its like are columns.
    has_hidden: bool,
}

impl FileTable {
    /// A table to be scanned; `now` is what `NOW` in a projected range means.
    ///
    /// # Errors
    /// `NOT_SUPPORTED` for a format without a reader here, CloudTrail's own among them, and for a column whose type
    /// the reader cannot give.
    pub fn new(table: HiveTable, buckets: Buckets, now: DateTime<Utc>) -> Result<FileTable, ashiato_sql::Error> {
        let format = TableFormat::of(&table.definition)?;
        if format == TableFormat::CloudTrail {
            let message = format!("Table {} holds CloudTrail logs: another reader reads it", table.definition.name);
            return Err(invalid("INVALID_TABLE_PROPERTY", message));
        }
        super::rows::refuse_unreadable(&format, &table.definition)?;
        let coverage = Arc::default();
        Ok(FileTable { schema: table.schema(), table, format, buckets, now, coverage, has_hidden: false })
    }

    /// The same, telling how many files a query finds.
    pub(crate) fn counted(self, coverage: Arc<Collector>) -> FileTable {
        FileTable { coverage, ..self }
    }

    /// The same with the columns that tell of a row's file, last.
    pub(crate) fn with_hidden(self) -> FileTable {
        let fields = self.schema.fields().iter().cloned().chain(hidden_fields());
        FileTable { schema: Arc::new(Schema::new(fields.collect::<Vec<_>>())), has_hidden: true, ..self }
    }

    fn source(&self) -> Result<Arc<dyn FileSource>> {
        let mut fields = self.table.partition_fields();
        if self.has_hidden {
            fields.extend(hidden_fields());
        }
        let schema = TableSchema::builder(self.table.file_schema()).with_table_partition_cols(fields).build();
        match &self.format {
            TableFormat::Parquet => Ok(Arc::new(ParquetSource::new(schema))),
            format => Ok(Arc::new(RowSource::new(schema, format, &self.table.definition.columns)?)),
        }
    }

    /// The files of a query, by store.
    async fn files(&self, state: &dyn Session, filters: &[Expr]) -> Result<BTreeMap<String, Vec<PartitionedFile>>> {
        let locations = plan_locations(&self.table, filters, self.now).map_err(external)?;
        let mut places = Vec::with_capacity(locations.len());
        for location in locations {
            let url = self.buckets.resolve(&location.url).map_err(external)?;
            let store_url = ObjectStoreUrl::parse(format!("{}://{}", url.scheme(), url.authority()))?;
            let store = state.runtime_env().object_store(&store_url)?;
            places.push((store, store_url, url, location));
        }
        let mut listings = Vec::with_capacity(places.len());
        for (store, _, url, _) in &places {
            listings.push(list(store.as_ref(), url));
        }
        let mut listings = futures::stream::iter(listings).buffered(LISTINGS_UNDER_WAY);
        let mut by_store: BTreeMap<String, Vec<PartitionedFile>> = BTreeMap::new();
        for (_, store_url, url, location) in &places {
            let Some(files) = listings.next().await.transpose()? else { break };
            let found = by_store.entry(store_url.as_str().to_string()).or_default();
            for file in files {
                let mut values = location.values.clone();
                if self.has_hidden {
                    values.extend(told_of(&file, &location.url, url));
                }
                found.push(file.with_partition_values(values));
            }
        }
        Ok(by_store)
    }
}

#[async_trait]
impl TableProvider for FileTable {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    fn supports_filters_pushdown(&self, filters: &[&Expr]) -> Result<Vec<TableProviderFilterPushDown>> {
        Ok(vec![TableProviderFilterPushDown::Inexact; filters.len()])
    }

    async fn scan(
        &self,
        state: &dyn Session,
        projection: Option<&Vec<usize>>,
        filters: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let is_parquet = self.format == TableFormat::Parquet;
        let adapter = is_parquet.then(|| Arc::new(AnyCase) as Arc<dyn PhysicalExprAdapterFactory>);
        let mut scans: Vec<Arc<dyn ExecutionPlan>> = Vec::new();
        for (store, files) in self.files(state, filters).await? {
            if files.is_empty() {
                continue;
            }
            self.coverage.add(|coverage| coverage.files_matched += files.len() as u64);
            let sizes = self.estimate(&files);
            let groups = FileGroup::new(files).split_files(state.config().target_partitions());
            let config = FileScanConfigBuilder::new(ObjectStoreUrl::parse(&store)?, self.source()?)
                .with_file_groups(groups)
                .with_statistics(sizes)
                .with_projection_indices(projection.cloned())?
                .with_limit(limit)
                .with_expr_adapter(adapter.clone())
                .build();
            scans.push(DataSourceExec::from_data_source(config));
        }
        match scans.len() {
            0 => {
                let schema = match projection {
                    Some(columns) => Arc::new(self.schema.project(columns)?),
                    None => Arc::clone(&self.schema),
                };
                Ok(Arc::new(EmptyExec::new(schema)))
            }
            1 => Ok(scans.remove(0)),
            _ => UnionExec::try_new(scans),
        }
    }
}

/// Bytes of a file for each of its rows, where nothing is known of either.
const ROW_BYTES: usize = 100;

impl FileTable {
    /// A guess, so that the planner knows which side of a join to hold in memory.
    fn estimate(&self, files: &[PartitionedFile]) -> Statistics {
        let bytes = files.iter().map(|file| usize::try_from(file.object_meta.size).unwrap_or(usize::MAX));
        let bytes = bytes.fold(0, usize::saturating_add);
        let mut statistics = Statistics::new_unknown(&self.schema);
        statistics.num_rows = Precision::Inexact(bytes / ROW_BYTES);
        statistics.total_byte_size = Precision::Inexact(bytes);
        statistics
    }
}

/// The files of a folder and of those below it, but for empty ones and those that Hive hides: a name that begins
/// with a dot or an underscore.
async fn list(store: &dyn ObjectStore, folder: &url::Url) -> Result<Vec<PartitionedFile>> {
    let prefix =
        ObjectPath::from_url_path(folder.path()).map_err(|error| DataFusionError::External(Box::new(error)))?;
    let mut found: Vec<PartitionedFile> = store
        .list(Some(&prefix))
        .try_filter(|object| {
            let hidden = object
                .location
                .prefix_match(&prefix)
                .is_none_or(|mut below| below.any(|part| part.as_ref().starts_with(['.', '_'])));
            std::future::ready(object.size > 0 && !hidden)
        })
        .map_ok(PartitionedFile::new_from_meta)
        .try_collect()
        .await
        .map_err(|error| DataFusionError::External(Box::new(error)))?;
    found.sort_by(|a, b| a.path().cmp(b.path()));
    Ok(found)
}

/// The values of a file's hidden columns. Its path is under the table's own location, wherever a copy of that lies.
fn told_of(file: &PartitionedFile, location: &str, copy: &url::Url) -> [ScalarValue; 3] {
    let meta = &file.object_meta;
    let below = ObjectPath::from_url_path(copy.path()).ok().and_then(|folder| {
        let parts = meta.location.prefix_match(&folder)?;
        Some(parts.map(|part| part.as_ref().to_string()).collect::<Vec<_>>().join("/"))
    });
    let path = match below {
        Some(below) => format!("{}/{below}", location.trim_end_matches('/')),
        None => meta.location.to_string(),
    };
    let size = i64::try_from(meta.size).ok();
    let modified = Some(meta.last_modified.timestamp_millis());
    [ScalarValue::Utf8View(Some(path)), ScalarValue::TimestampMillisecond(modified, None), ScalarValue::Int64(size)]
}

fn external(error: ashiato_sql::Error) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}
