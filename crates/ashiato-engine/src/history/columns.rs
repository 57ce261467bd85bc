//! The columns of the table: the same in Delta's schema, in Arrow's and in the events that they hold.
//!
//! `day` is the partition and not in the files. Times are microseconds, because Delta has no other; their values are
//! those of CloudTrail, whole seconds or milliseconds.

use std::sync::{Arc, LazyLock};

use arrow::array::{
    Array, ArrayRef, AsArray, BooleanBuilder, Int64Builder, ListBuilder, RecordBatch, StringBuilder,
    TimestampMicrosecondBuilder,
};
use arrow::datatypes::{DataType, Field, FieldRef, Int64Type, Schema, SchemaRef, TimeUnit, TimestampMicrosecondType};
use bytes::Bytes;
use deltalake_core::kernel::{ArrayType, DataType as DeltaType, PrimitiveType, StructField};

use super::event::{HistoryEvent, HistoryResource};
use super::facts::Facts;
use crate::error::{Error, ErrorKind};

/// The partition column, of Delta's type `date`.
pub(super) const DAY: &str = "day";

pub(super) const NUMBER: &str = "number";
pub(super) const EVENT_TIME: &str = "event_time";
pub(super) const RESOURCE_TYPES: &str = "resource_types";
pub(super) const RESOURCE_NAMES: &str = "resource_names";
pub(super) const RECORD: &str = "record";

/// The columns of text that stand between the time and `read_only`, in order.
const TEXTS: [&str; 9] = [
    "event_id",
    "event_name",
    "event_source",
    "user_name",
    "access_key_id",
    "event_category",
    "region",
    "account",
    "error_code",
];

/// The columns of a file, in order.
pub(super) static FILE_SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
    let mut fields = vec![
        Field::new(NUMBER, DataType::Int64, false),
        Field::new(EVENT_TIME, DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())), false),
    ];
    fields.extend(TEXTS.iter().map(|name| Field::new(*name, DataType::Utf8, true)));
    fields.push(Field::new("read_only", DataType::Boolean, true));
    fields.push(Field::new(RESOURCE_TYPES, DataType::List(element()), false));
    fields.push(Field::new(RESOURCE_NAMES, DataType::List(element()), false));
    fields.push(Field::new(RECORD, DataType::Utf8, false));
    Arc::new(Schema::new(fields))
});

/// Delta's readers look for this name in a list.
fn element() -> FieldRef {
    Arc::new(Field::new("element", DataType::Utf8, false))
}

/// The table's columns as Delta has them, the partition first.
pub(super) fn delta_columns() -> Vec<StructField> {
    let texts = || DeltaType::Array(Box::new(ArrayType::new(DeltaType::STRING, false)));
    let mut columns = vec![
        StructField::not_null(DAY, DeltaType::Primitive(PrimitiveType::Date)),
        StructField::not_null(NUMBER, DeltaType::Primitive(PrimitiveType::Long)),
        StructField::not_null(EVENT_TIME, DeltaType::Primitive(PrimitiveType::Timestamp)),
    ];
    columns.extend(TEXTS.iter().map(|name| StructField::nullable(*name, DeltaType::STRING)));
    columns.push(StructField::nullable("read_only", DeltaType::Primitive(PrimitiveType::Boolean)));
    columns.push(StructField::not_null(RESOURCE_TYPES, texts()));
    columns.push(StructField::not_null(RESOURCE_NAMES, texts()));
    columns.push(StructField::not_null(RECORD, DeltaType::STRING));
    columns
}

/// Rows on their way into a file.
pub(super) struct Rows {
    number: Int64Builder,
    event_time: TimestampMicrosecondBuilder,
    texts: [StringBuilder; TEXTS.len()],
    read_only: BooleanBuilder,
    resource_types: ListBuilder<StringBuilder>,
    resource_names: ListBuilder<StringBuilder>,
    record: StringBuilder,
}

impl Rows {
    pub(super) fn new() -> Rows {
        Rows {
            number: Int64Builder::new(),
            event_time: TimestampMicrosecondBuilder::new().with_timezone("UTC"),
            texts: Default::default(),
            read_only: BooleanBuilder::new(),
            resource_types: ListBuilder::new(StringBuilder::new()).with_field(element()),
            resource_names: ListBuilder::new(StringBuilder::new()).with_field(element()),
            record: StringBuilder::new(),
        }
    }

    pub(super) fn push(&mut self, number: i64, facts: &Facts<'_>, record: &str) {
        self.number.append_value(number);
        self.event_time.append_value(facts.event_time.saturating_mul(1000));
        let texts = [
            &facts.event_id,
            &facts.event_name,
            &facts.event_source,
            &facts.user_name,
            &facts.access_key_id,
            &facts.event_category,
            &facts.region,
            &facts.account,
            &facts.error_code,
        ];
        for (column, text) in self.texts.iter_mut().zip(texts) {
            column.append_option(text.as_str());
        }
        self.read_only.append_option(facts.read_only);
        for resource in &facts.resources {
            self.resource_types.values().append_value(&resource.kind);
            self.resource_names.values().append_value(&resource.name);
        }
        self.resource_types.append(true);
        self.resource_names.append(true);
        self.record.append_value(record);
    }

    /// The rows as one batch.
    ///
    /// # Errors
    /// [`ErrorKind::Internal`] where the columns do not fit together.
    pub(super) fn finish(mut self) -> Result<RecordBatch, Error> {
        let mut columns: Vec<ArrayRef> = vec![Arc::new(self.number.finish()), Arc::new(self.event_time.finish())];
        columns.extend(self.texts.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef));
        columns.push(Arc::new(self.read_only.finish()));
        columns.push(Arc::new(self.resource_types.finish()));
        columns.push(Arc::new(self.resource_names.finish()));
        columns.push(Arc::new(self.record.finish()));
        RecordBatch::try_new(Arc::clone(&FILE_SCHEMA), columns)
            .map_err(|error| Error::new(ErrorKind::Internal, "rows of event history").because(error))
    }
}

/// The events that a batch of all columns holds.
///
/// # Errors
/// [`ErrorKind::Corrupt`] where a column is absent or of another type.
pub(super) fn events(batch: &RecordBatch) -> Result<Vec<HistoryEvent>, Error> {
    if batch.schema().fields() != FILE_SCHEMA.fields() {
        return Err(Error::new(ErrorKind::Corrupt, "a file of event history has other columns than the table"));
    }
    let column = |name: &str| batch.column_by_name(name).ok_or_else(|| absent(name));
    let number = column(NUMBER)?.as_primitive::<Int64Type>();
    let event_time = column(EVENT_TIME)?.as_primitive::<TimestampMicrosecondType>();
    let read_only = column("read_only")?.as_boolean();
    let types = column(RESOURCE_TYPES)?.as_list::<i32>();
    let names = column(RESOURCE_NAMES)?.as_list::<i32>();
    let record = column(RECORD)?.as_string::<i32>();
    let mut events = Vec::with_capacity(batch.num_rows());
    for row in 0..batch.num_rows() {
        let text = |name: &str| {
            let column = column(name)?.as_string::<i32>();
            Ok::<_, Error>(column.is_valid(row).then(|| column.value(row).to_owned()))
        };
        let (types, names) = (types.value(row), names.value(row));
        let resources = types.as_string::<i32>().iter().zip(names.as_string::<i32>().iter());
        events.push(HistoryEvent {
            number: number.value(row).unsigned_abs(),
            event_time: event_time.value(row).div_euclid(1000),
            event_id: text("event_id")?,
            event_name: text("event_name")?,
            event_source: text("event_source")?,
            user_name: text("user_name")?,
            access_key_id: text("access_key_id")?,
            event_category: text("event_category")?,
            region: text("region")?,
            account: text("account")?,
            error_code: text("error_code")?,
            read_only: read_only.is_valid(row).then(|| read_only.value(row)),
            resources: resources
                .map(|(kind, name)| HistoryResource {
                    kind: kind.unwrap_or_default().to_owned(),
                    name: name.unwrap_or_default().to_owned(),
                })
                .collect(),
            record: Bytes::copy_from_slice(record.value(row).as_bytes()),
        });
    }
    Ok(events)
}

fn absent(name: &str) -> Error {
    Error::new(ErrorKind::Corrupt, format!("a file of event history has no column '{name}'"))
}
