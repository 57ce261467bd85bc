//! Files of rows as DataFusion scans files.

use super::blocks::Blocks;
use super::json_row::JsonRows;
use super::lines::Lines;
use super::nested_text::NestedRows;
use super::split::{delimited, matched, quoted};
use super::text_row::{Split, TextRows};
use super::{RowBuilder, is_nested};
use crate::hive::format::TableFormat;
use crate::hive::grok::Grok;
use arrow::datatypes::SchemaRef;
use arrow::record_batch::RecordBatch;
use ashiato_sql::statement::ColumnDefinition;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::common::{DataFusionError, Result, exec_datafusion_err, internal_datafusion_err};
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_expr::projection::ProjectionExprs;
use datafusion::physical_plan::apply_expression_roots;
use datafusion::physical_plan::metrics::ExecutionPlanMetricsSet;
use datafusion_datasource::file::FileSource;
use datafusion_datasource::file_scan_config::FileScanConfig;
use datafusion_datasource::file_stream::{FileOpenFuture, FileOpener};
use datafusion_datasource::projection::{ProjectionOpener, SplitProjection};
use datafusion_datasource::{PartitionedFile, TableSchema};
use futures::StreamExt;
use object_store::{ObjectStore, ObjectStoreExt};
use std::sync::Arc;

/// Reads files as rows. Plain data but for its metrics, so that a plan can be sent elsewhere.
#[derive(Clone)]
pub(crate) struct RowSource {
    table_schema: TableSchema,
    reader: Reader,
    batch_size: usize,
    projection: SplitProjection,
    metrics: ExecutionPlanMetricsSet,
}

/// How a file becomes rows.
#[derive(Clone)]
struct Reader {
    format: TableFormat,
    columns: Vec<ColumnDefinition>,
}

impl RowSource {
    /// # Errors
    /// A format that another source reads.
    pub(crate) fn new(
        table_schema: TableSchema,
        format: &TableFormat,
        columns: &[ColumnDefinition],
    ) -> Result<RowSource> {
        if matches!(format, TableFormat::CloudTrail | TableFormat::Parquet) {
            return Err(internal_datafusion_err!("{format:?} has a source of its own"));
        }
        Ok(RowSource {
            projection: SplitProjection::unprojected(&table_schema),
            table_schema,
            reader: Reader { format: format.clone(), columns: columns.to_vec() },
            batch_size: 8192,
            metrics: ExecutionPlanMetricsSet::new(),
        })
    }
}

impl FileSource for RowSource {
    fn create_file_opener(
        &self,
        store: Arc<dyn ObjectStore>,
        _config: &FileScanConfig,
        _partition: usize,
    ) -> Result<Arc<dyn FileOpener>> {
        let file_schema = self.table_schema.file_schema();
        let opener = RowOpener {
            store,
            reader: self.reader.clone(),
            schema: Arc::new(file_schema.project(&self.projection.file_indices)?),
            positions: self.projection.file_indices.clone(),
            batch_size: self.batch_size,
        };
        ProjectionOpener::try_new(self.projection.clone(), Arc::new(opener), file_schema)
    }

    fn table_schema(&self) -> &TableSchema {
        &self.table_schema
    }

    fn with_batch_size(&self, batch_size: usize) -> Arc<dyn FileSource> {
        Arc::new(RowSource { batch_size, ..self.clone() })
    }

    fn try_pushdown_projection(&self, projection: &ProjectionExprs) -> Result<Option<Arc<dyn FileSource>>> {
        let merged = self.projection.source.try_merge(projection)?;
        let projection = SplitProjection::new(self.table_schema.file_schema(), &merged);
        Ok(Some(Arc::new(RowSource { projection, ..self.clone() })))
    }

    fn projection(&self) -> Option<&ProjectionExprs> {
        Some(&self.projection.source)
    }

    fn metrics(&self) -> &ExecutionPlanMetricsSet {
        &self.metrics
    }

    fn file_type(&self) -> &str {
        match self.reader.format {
            TableFormat::Json(_) => "json",
            TableFormat::Orc(_) => "orc",
            TableFormat::Avro => "avro",
            _ => "text",
        }
    }

    /// A file is read from its start: compressed ones cannot be entered in the middle.
    fn supports_repartitioning(&self) -> bool {
        false
    }

    fn apply_expressions(
        &self,
        f: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        apply_expression_roots(self.projection.source.iter(), f)
    }
}

struct RowOpener {
    store: Arc<dyn ObjectStore>,
    reader: Reader,
    schema: SchemaRef,
    positions: Vec<usize>,
    batch_size: usize,
}

impl FileOpener for RowOpener {
    fn open(&self, file: PartitionedFile) -> Result<FileOpenFuture> {
        // Whoever splits files by byte ranges gets the whole file once.
        if file.range.as_ref().is_some_and(|range| range.start > 0) {
            return Ok(Box::pin(async { Ok(futures::stream::empty().boxed()) }));
        }
        let (store, batch_size, reader) = (Arc::clone(&self.store), self.batch_size, self.reader.clone());
        let (schema, positions) = (Arc::clone(&self.schema), self.positions.clone());
        Ok(Box::pin(async move {
            let path = file.object_meta.location;
            let bytes = store.get(&path).await?.bytes().await?;
            if matches!(reader.format, TableFormat::Orc(_) | TableFormat::Avro) {
                let wrong = move |error: String| exec_datafusion_err!("HIVE_CURSOR_ERROR: {path}: {error}");
                let blocks = Blocks::open(&reader.format, bytes, &schema, &positions, batch_size);
                let batches = blocks.map_err(&wrong)?.map(move |batch| batch.map_err(&wrong));
                return Ok(futures::stream::iter(batches).boxed());
            }
            let lines = Lines::of(bytes).map_err(|error| exec_datafusion_err!("{path}: {error}"))?;
            let builder = reader.builder(&schema, &positions, batch_size)?;
            let header_lines = reader.header_lines();
            let file = OpenFile { path: path.to_string(), lines, builder, header_lines, batch_size, line: 0 };
            Ok(futures::stream::iter(file).boxed())
        }))
    }
}

impl Reader {
    fn header_lines(&self) -> usize {
        match &self.format {
            TableFormat::Quoted(text) => text.header_lines,
            TableFormat::Delimited(text) => text.header_lines,
            _ => 0,
        }
    }

    fn builder(&self, schema: &SchemaRef, positions: &[usize], batch_size: usize) -> Result<Box<dyn RowBuilder>> {
        let split: Split = match &self.format {
            TableFormat::Json(text) => {
                let columns = positions.iter().map(|position| self.columns[*position].clone()).collect();
                let rows = JsonRows::new(text.clone(), Arc::clone(schema), columns, batch_size);
                return Ok(Box::new(rows.map_err(DataFusionError::Execution)?));
            }
            TableFormat::Quoted(text) => {
                let text = text.clone();
                Arc::new(move |line| Ok(quoted(line, &text)))
            }
            TableFormat::Delimited(text) if positions.iter().any(|at| is_nested(&self.columns[*at].hive_type)) => {
                let columns = positions.iter().map(|position| self.columns[*position].clone()).collect();
                let schema = Arc::clone(schema);
                let rows = NestedRows::new(text.clone(), schema, columns, positions.to_vec(), batch_size);
                return Ok(Box::new(rows.map_err(DataFusionError::Execution)?));
            }
            TableFormat::Delimited(text) => {
                let text = text.clone();
                Arc::new(move |line| Ok(delimited(line, &text)))
            }
            TableFormat::Regex(text) => {
                let regex = fancy_regex::Regex::new(&format!("^(?:{text})$"));
                let regex = regex.map_err(|error| exec_datafusion_err!("'input.regex' = '{text}': {error}"))?;
                Arc::new(move |line| matched(line, &regex))
            }
            TableFormat::Grok(text) => {
                let names: Vec<String> = self.columns.iter().map(|column| column.name.clone()).collect();
                let grok = Grok::new(text, &names).map_err(|error| DataFusionError::External(Box::new(error)))?;
                Arc::new(move |line| grok.values(line))
            }
            other => return Err(internal_datafusion_err!("{other:?} is not read line by line")),
        };
        let counts_time = matches!(self.format, TableFormat::Quoted(_));
        Ok(Box::new(TextRows::new(split, counts_time, Arc::clone(schema), positions.to_vec())))
    }
}

/// A file whose rows are being read, batch by batch.
struct OpenFile {
    path: String,
    lines: Lines,
    builder: Box<dyn RowBuilder>,
    header_lines: usize,
    batch_size: usize,
    line: usize,
}

impl Iterator for OpenFile {
    type Item = Result<RecordBatch>;

    fn next(&mut self) -> Option<Result<RecordBatch>> {
        let mut rows = 0;
        while rows < self.batch_size {
            let (path, at) = (&self.path, self.line + 1);
            let line = match self.lines.next_line() {
                Ok(Some(line)) => line,
                Ok(None) => break,
                Err(error) => return Some(Err(exec_datafusion_err!("HIVE_CURSOR_ERROR: {path}:{at}: {error}"))),
            };
            self.line += 1;
            if self.line <= self.header_lines {
                continue;
            }
            match self.builder.push(&line) {
                Ok(is_row) => rows += usize::from(is_row),
                Err(error) => return Some(Err(exec_datafusion_err!("HIVE_CURSOR_ERROR: {path}:{at}: {error}"))),
            }
        }
        if rows == 0 {
            return None;
        }
        let batch = self.builder.finish();
        Some(batch.map_err(|error| exec_datafusion_err!("HIVE_CURSOR_ERROR: {}:{}: {error}", self.path, self.line)))
    }
}
