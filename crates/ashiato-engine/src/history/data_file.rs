//! A data file of the table as the log knows it, and as it is written: rows newest first, in small row groups that tell
//! what is in them.

use std::fs::File;
use std::path::{Path, PathBuf};

use arrow::array::{AsArray, Int64Array, RecordBatch, TimestampMicrosecondArray};
use arrow::datatypes::{Int64Type, TimestampMicrosecondType};
use chrono::{DateTime, NaiveDate};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::{KeyValue, SortingColumn};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use serde_json::{Value, json};

use super::columns::{EVENT_TIME, FILE_SCHEMA, NUMBER, RECORD, RESOURCE_NAMES};
use super::order::Place;
use crate::error::{Error, ErrorKind};

/// Rows of a row group: few enough that one which a bloom filter lets through is decoded in a millisecond or two, many
/// enough that ten million events have some hundred filters to ask.
pub(super) const ROW_GROUP_ROWS: usize = 16_384;

/// The columns that a lookup asks for one value among many.
const BLOOM_FILTERED: [&str; 4] = ["event_id", "access_key_id", "user_name", "event_name"];

/// A footer's mark that the file's rows are newest first, which lookups rely on.
const ORDER_KEY: &str = "ashiato.order";
const ORDER: &str = "newest first";

/// A file of the table. The bounds are inclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DataFile {
    /// Relative to the table's folder.
    pub(super) path: String,
    pub(super) day: NaiveDate,
    pub(super) bytes: u64,
    pub(super) rows: u64,
    pub(super) oldest: i64,
    pub(super) newest: i64,
    pub(super) number_min: u64,
    pub(super) number_max: u64,
}

impl DataFile {
    /// Reads what the log says of a file: its day, and its statistics as [`DataFile::statistics`] writes them.
    ///
    /// # Errors
    /// [`ErrorKind::Corrupt`] where they are absent: this module wrote no such file.
    pub(super) fn from_log(path: &str, bytes: i64, day: &str, statistics: &str) -> Result<DataFile, Error> {
        let read = || {
            let statistics: Value = serde_json::from_str(statistics).ok()?;
            let (min, max) = (statistics.get("minValues")?, statistics.get("maxValues")?);
            let time = |bounds: &Value| {
                let time = DateTime::parse_from_rfc3339(bounds.get(EVENT_TIME)?.as_str()?).ok()?;
                Some(time.timestamp_millis())
            };
            Some(DataFile {
                path: path.to_owned(),
                day: day.parse().ok()?,
                bytes: bytes.try_into().ok()?,
                rows: statistics.get("numRecords")?.as_u64()?,
                oldest: time(min)?,
                newest: time(max)?,
                number_min: min.get(NUMBER)?.as_u64()?,
                number_max: max.get(NUMBER)?.as_u64()?,
            })
        };
        read().ok_or_else(|| {
            Error::new(ErrorKind::Corrupt, format!("event history: the log says too little of its file '{path}'"))
        })
    }

    /// Delta's statistics of the file.
    pub(super) fn statistics(&self) -> String {
        let bounds = |number: u64, time: i64| {
            let time = DateTime::from_timestamp_millis(time).unwrap_or_default();
            json!({ NUMBER: number, EVENT_TIME: time.to_rfc3339_opts(chrono::SecondsFormat::Millis, true) })
        };
        json!({
            "numRecords": self.rows,
            "minValues": bounds(self.number_min, self.oldest),
            "maxValues": bounds(self.number_max, self.newest),
            "nullCount": { NUMBER: 0, EVENT_TIME: 0 },
        })
        .to_string()
    }

    /// No event of the file stands above this place.
    pub(super) fn newest_place(&self) -> Place {
        Place { event_time: self.newest, number: u64::MAX }
    }
}

/// The places of a batch's rows.
pub(super) struct Places<'b> {
    numbers: &'b Int64Array,
    times: &'b TimestampMicrosecondArray,
}

impl<'b> Places<'b> {
    /// `None` where the columns are not there.
    pub(super) fn of(batch: &'b RecordBatch) -> Option<Places<'b>> {
        let numbers = batch.column_by_name(NUMBER)?.as_primitive_opt::<Int64Type>()?;
        let times = batch.column_by_name(EVENT_TIME)?.as_primitive_opt::<TimestampMicrosecondType>()?;
        Some(Places { numbers, times })
    }

    pub(super) fn at(&self, row: usize) -> Place {
        Place { event_time: self.times.value(row).div_euclid(1000), number: self.numbers.value(row).unsigned_abs() }
    }
}

/// A file being written. Its batches come in order, newest first.
pub(super) struct DataFileWriter {
    writer: ArrowWriter<File>,
    whole: PathBuf,
    file: DataFile,
}

impl DataFileWriter {
    /// Begins the file at `path` below `folder`, which must not be there yet.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] where the disk fails.
    pub(super) fn create(folder: &Path, path: String, day: NaiveDate) -> Result<DataFileWriter, Error> {
        let whole = folder.join(&path);
        let failed = |error| failed(&whole, error);
        if let Some(parent) = whole.parent() {
            std::fs::create_dir_all(parent).map_err(|error| failed(error.into()))?;
        }
        let open = File::create_new(&whole).map_err(|error| failed(error.into()))?;
        let writer = ArrowWriter::try_new(open, FILE_SCHEMA.clone(), Some(properties())).map_err(failed)?;
        let file = DataFile {
            path,
            day,
            bytes: 0,
            rows: 0,
            oldest: i64::MAX,
            newest: i64::MIN,
            number_min: u64::MAX,
            number_max: 0,
        };
        Ok(DataFileWriter { writer, whole, file })
    }

    /// Writes a batch that stands behind all before it.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] where the disk fails.
    pub(super) fn write(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        let places = Places::of(batch)
            .ok_or_else(|| Error::new(ErrorKind::Internal, "rows of event history without number or time"))?;
        for place in (0..batch.num_rows()).map(|row| places.at(row)) {
            self.file.oldest = self.file.oldest.min(place.event_time);
            self.file.newest = self.file.newest.max(place.event_time);
            self.file.number_min = self.file.number_min.min(place.number);
            self.file.number_max = self.file.number_max.max(place.number);
        }
        self.file.rows += batch.num_rows() as u64;
        self.writer.write(batch).map_err(|error| failed(&self.whole, error))
    }

    pub(super) fn rows(&self) -> u64 {
        self.file.rows
    }

    /// Ends the file; it is on the disk when this returns.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] where the disk fails.
    pub(super) fn finish(self) -> Result<DataFile, Error> {
        let failed = |error| failed(&self.whole, error);
        let open = self.writer.into_inner().map_err(failed)?;
        open.sync_all().map_err(|error| failed(error.into()))?;
        let bytes = open.metadata().map_err(|error| failed(error.into()))?.len();
        if let Some(parent) = self.whole.parent() {
            sync_folder(parent)?;
        }
        Ok(DataFile { bytes, ..self.file })
    }
}

/// Puts a folder's names on the disk.
pub(super) fn sync_folder(folder: &Path) -> Result<(), Error> {
    File::open(folder).and_then(|open| open.sync_all()).map_err(|error| {
        Error::new(ErrorKind::Unavailable, format!("sync folder '{}'", folder.display())).because(error)
    })
}

/// Whether a file's footer says that its rows are newest first.
pub(super) fn is_ordered(metadata: Option<&Vec<KeyValue>>) -> bool {
    metadata.is_some_and(|pairs| pairs.iter().any(|pair| pair.key == ORDER_KEY && pair.value.as_deref() == Some(ORDER)))
}

fn failed(path: &Path, error: parquet::errors::ParquetError) -> Error {
    Error::new(ErrorKind::Unavailable, format!("write '{}'", path.display())).because(error)
}

fn properties() -> WriterProperties {
    let descending = |column_idx| SortingColumn { column_idx, descending: true, nulls_first: false };
    let record = ColumnPath::from(RECORD);
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3).unwrap_or_default()))
        .set_max_row_group_row_count(Some(ROW_GROUP_ROWS))
        .set_data_page_row_count_limit(2048)
        .set_key_value_metadata(Some(vec![KeyValue::new(ORDER_KEY.to_owned(), ORDER.to_owned())]))
        // The columns are event_time and number, as FILE_SCHEMA has them.
        .set_sorting_columns(Some(vec![descending(1), descending(0)]))
        // One record is read by decompressing one page: small pages, about fifty records each.
        .set_column_data_page_size_limit(record.clone(), 64 * 1024)
        .set_column_dictionary_enabled(record.clone(), false)
        .set_column_statistics_enabled(record, EnabledStatistics::None)
        .set_column_dictionary_enabled(ColumnPath::from("event_id"), false);
    let filtered = BLOOM_FILTERED.iter().map(|name| ColumnPath::from(*name)).chain([list_of(RESOURCE_NAMES)]);
    for column in filtered {
        properties = properties
            .set_column_bloom_filter_enabled(column.clone(), true)
            .set_column_bloom_filter_fpp(column.clone(), 0.01)
            .set_column_bloom_filter_max_ndv(column, ROW_GROUP_ROWS as u64);
    }
    properties.build()
}

/// The path of a list's values in a file.
pub(super) fn list_of(column: &str) -> ColumnPath {
    ColumnPath::new(vec![column.to_owned(), "list".to_owned(), "element".to_owned()])
}
