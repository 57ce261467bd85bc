//! The columns of a table over logs: their Arrow types, and where in a record or a file their values come from.

use arrow::datatypes::{DataType, Field, FieldRef, Schema, SchemaRef};
use ashiato_event::decode::{FieldRequest, ValueSource};
use std::sync::Arc;

/// The column that names the file of a row.
pub const PATH: &str = "$path";
/// The column that tells when the file of a row was last written.
pub const MODIFIED: &str = "$file_modified_time";
/// The column that tells how large the file of a row is.
pub const SIZE: &str = "$file_size";

/// How many values are told of a row's file. They come before those of its folder, of which one table has columns and
/// another has none.
const TOLD_OF_FILE: usize = 3;

/// The columns that tell of a row's file.
pub(crate) fn hidden_fields() -> [FieldRef; TOLD_OF_FILE] {
    let fields = [(PATH, DataType::Utf8View), (MODIFIED, ashiato_sql::types::TIMESTAMP), (SIZE, DataType::Int64)];
    fields.map(|(name, data_type)| Arc::new(Field::new(name, data_type, true)))
}

/// The columns of a table over logs.
#[derive(Debug)]
pub struct Columns {
    schema: SchemaRef,
    sources: Vec<ValueSource>,
}

impl Columns {
    /// Columns of records, then those whose values are the same throughout a folder.
    pub fn new(record: &Schema, partition: &[FieldRef]) -> Columns {
        let fields = record.fields().iter().chain(partition).cloned().collect::<Vec<FieldRef>>();
        let mut sources: Vec<ValueSource> = record.fields().iter().map(|field| of_record(field.name())).collect();
        sources.extend((0..partition.len()).map(|index| ValueSource::Constant(TOLD_OF_FILE + index)));
        Columns { schema: Arc::new(Schema::new(fields)), sources }
    }

    /// The same with the columns that tell of a row's file, last.
    pub fn with_hidden(mut self) -> Columns {
        let mut fields = self.schema.fields().to_vec();
        for (index, field) in hidden_fields().into_iter().enumerate() {
            fields.push(field);
            self.sources.push(ValueSource::Constant(index));
        }
        self.schema = Arc::new(Schema::new(fields));
        self
    }

    /// The columns' types.
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// The fields whose values are the same throughout a folder.
    pub fn partition_fields(&self) -> impl Iterator<Item = (usize, &FieldRef)> {
        let constants = self.sources.iter().enumerate().filter_map(|(column, source)| match source {
            ValueSource::Constant(index) => index.checked_sub(TOLD_OF_FILE).map(|index| (column, index)),
            _ => None,
        });
        constants.map(|(column, index)| (index, &self.schema.fields()[column]))
    }

    /// A request for a whole column.
    pub fn request(&self, column: usize) -> FieldRequest {
        FieldRequest { source: self.sources[column].clone(), field: Arc::clone(&self.schema.fields()[column]) }
    }

    /// A request for one field of a row column; `None` where the path does not lead through rows.
    pub fn request_field(&self, column: usize, path: &[String]) -> Option<FieldRequest> {
        let ValueSource::Member(root) = &self.sources[column] else { return None };
        let mut member = root.clone();
        let mut data_type = self.schema.field(column).data_type();
        for name in path {
            let DataType::Struct(fields) = data_type else { return None };
            data_type = fields.iter().find(|field| field.name() == name)?.data_type();
            member.push(name.clone());
        }
        let field = Arc::new(Field::new(member.join("."), data_type.clone(), true));
        Some(FieldRequest { source: ValueSource::Member(member), field })
    }
}

fn of_record(name: &str) -> ValueSource {
    match name {
        "eventjson" => ValueSource::RecordText,
        name => ValueSource::Member(vec![name.to_string()]),
    }
}
