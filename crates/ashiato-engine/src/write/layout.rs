//! Which file a row belongs to: its values are put in the order and the types of the target, and rows are told apart by
//! partition and bucket.

use super::bucket::Buckets;
use crate::error::{Error, ErrorKind};
use crate::hive::refusal::invalid;
use arrow::array::{Array, ArrayRef, AsArray, UInt32Array, new_null_array};
use arrow::compute::{CastOptions, cast_with_options, take_record_batch};
use arrow::datatypes::SchemaRef;
use arrow::error::ArrowError;
use arrow::record_batch::{RecordBatch, RecordBatchOptions};
use ashiato_sql::display::Formatter;
use ashiato_sql::statement::{ColumnDefinition, HiveType};
use std::collections::HashMap;
use std::sync::Arc;

/// The folder name of NULL.
const NULL_PARTITION: &str = crate::hive::DEFAULT_PARTITION;

/// How rows are laid out. Columns of partitions are the last.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The target's columns, in order.
    pub(crate) columns: Vec<ColumnDefinition>,
    /// The position of each in the query; none for a column that is NULL in every row.
    pub(crate) sources: Vec<Option<usize>>,
    /// How many of the columns, from the last, tell partitions apart.
    pub(crate) partition_columns: usize,
    pub(crate) buckets: Option<Buckets>,
    /// The schema of all columns, and of those in the files.
    pub(crate) schema: SchemaRef,
    pub(crate) file_schema: SchemaRef,
}

/// Which file: a value for each partition column, and a bucket.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FileKey {
    pub(crate) partition: Vec<String>,
    pub(crate) bucket: Option<u32>,
}

impl Layout {
    /// The rows of a batch of the query, by file.
    ///
    /// # Errors
    /// A value that its column cannot hold.
    pub(crate) fn split(&self, batch: &RecordBatch) -> Result<Vec<(FileKey, RecordBatch)>, Error> {
        let batch = self.conform(batch)?;
        let files: Vec<usize> = (0..self.columns.len() - self.partition_columns).collect();
        if self.partition_columns == 0 && self.buckets.is_none() {
            return Ok(vec![(FileKey::default(), batch)]);
        }
        let mut rows: HashMap<FileKey, Vec<u32>> = HashMap::new();
        let partitions = self.partitions(&batch)?;
        for row in 0..batch.num_rows() {
            let partition = partitions.iter().map(|column| column[row].clone()).collect();
            let bucket = self.buckets.as_ref().map(|buckets| buckets.of(&batch, row));
            let position = u32::try_from(row).map_err(|error| internal(ArrowError::ExternalError(Box::new(error))))?;
            rows.entry(FileKey { partition, bucket }).or_default().push(position);
        }
        let mut split = Vec::with_capacity(rows.len());
        for (key, rows) in rows {
            let taken = take_record_batch(&batch, &UInt32Array::from(rows)).map_err(internal)?;
            split.push((key, taken.project(&files).map_err(internal)?));
        }
        split.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(split)
    }

    /// The folder of a partition in Hive's layout: `dt=2023-01-01/region=x/`, empty without partition columns.
    pub(crate) fn folder(&self, partition: &[String]) -> String {
        let columns = &self.columns[self.columns.len() - self.partition_columns..];
        let mut folder = String::new();
        for (column, value) in columns.iter().zip(partition) {
            folder.push_str(&column.name);
            folder.push('=');
            crate::hive::escape(value, &mut folder);
            folder.push('/');
        }
        folder
    }

    /// The texts of the partition columns' values.
    fn partitions(&self, batch: &RecordBatch) -> Result<Vec<Vec<String>>, Error> {
        let first = self.columns.len() - self.partition_columns;
        let texts = (first..self.columns.len()).map(|position| {
            let formatter = Formatter::try_new(batch.column(position)).map_err(internal)?;
            let text = |row| partition_text(formatter.text(row), &self.columns[position].name);
            (0..batch.num_rows()).map(text).collect()
        });
        texts.collect()
    }

    fn conform(&self, batch: &RecordBatch) -> Result<RecordBatch, Error> {
        let mut columns: Vec<ArrayRef> = Vec::with_capacity(self.columns.len());
        for ((column, source), field) in self.columns.iter().zip(&self.sources).zip(self.schema.fields()) {
            let array = match source {
                None => new_null_array(field.data_type(), batch.num_rows()),
                Some(source) => converted(batch.column(*source), field.data_type(), &column.name)?,
            };
            check_length(&array, column)?;
            columns.push(array);
        }
        let options = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
        RecordBatch::try_new_with_options(Arc::clone(&self.schema), columns, &options).map_err(internal)
    }
}

fn converted(array: &ArrayRef, to: &arrow::datatypes::DataType, name: &str) -> Result<ArrayRef, Error> {
    if array.data_type() == to {
        return Ok(Arc::clone(array));
    }
    let options = CastOptions { safe: false, ..CastOptions::default() };
    cast_with_options(array, to, &options).map_err(|error| {
        let why = match &error {
            ArrowError::CastError(why) | ArrowError::ComputeError(why) | ArrowError::InvalidArgumentError(why) => {
                why.clone()
            }
            other => other.to_string(),
        };
        Error::from(invalid("INVALID_CAST_ARGUMENT", format!("A value does not fit column '{name}': {why}")))
    })
}

/// Refuses a text that is longer than its column lets it be.
fn check_length(array: &ArrayRef, column: &ColumnDefinition) -> Result<(), Error> {
    let (HiveType::Varchar(length) | HiveType::Char(length)) = column.hive_type else { return Ok(()) };
    let Some(texts) = array.as_string_view_opt() else { return Ok(()) };
    let is_longer = |text: &str| text.len() > length as usize && text.trim_end().chars().count() > length as usize;
    if !texts.iter().flatten().any(is_longer) {
        return Ok(());
    }
    let message = format!("A value of column '{}' is longer than its {length} characters", column.name);
    Err(invalid("INVALID_CAST_ARGUMENT", message).into())
}

/// What a folder is named for. Trino's Hive connector takes printable ASCII alone.
fn partition_text(value: Option<String>, column: &str) -> Result<String, Error> {
    match value {
        None => Ok(NULL_PARTITION.to_string()),
        Some(text) if text.is_empty() => Ok(NULL_PARTITION.to_string()),
        Some(text) if text.bytes().all(|byte| (0x20..=0x7e).contains(&byte)) => Ok(text),
        Some(text) => {
            let message = format!(
                "Hive partition values can only contain printable ASCII characters (0x20 - 0x7E). Invalid value of \
                 column '{column}': {}",
                text.escape_debug()
            );
            Err(invalid("HIVE_INVALID_PARTITION_VALUE", message).into())
        }
    }
}

fn internal(error: ArrowError) -> Error {
    Error::new(ErrorKind::Internal, "INTERNAL_ERROR: rows cannot be put into files").because(error)
}
