//! What is asked of the decoder.

use arrow::array::{BooleanArray, RecordBatch};
use arrow::datatypes::{DataType, FieldRef, Schema};
use arrow::error::ArrowError;

use crate::needle::Prefilter;

/// Where an output column's value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueSource {
    /// A member of the record: the lower-cased keys from the record's root, for example
    /// `["useridentity", "sessioncontext", "sessionissuer", "username"]`.
    Member(Vec<String>),
    /// The record's own JSON text, as it stood in the log.
    RecordText,
    /// A value of the file, the same in each of its rows: `Input::constants[i]`.
    Constant(usize),
}

/// One wanted column: where its value is, and the name and type it goes out as.
///
/// The conversion follows from the Arrow type alone:
///
/// | type | from |
/// |---|---|
/// | `Utf8View`, `Utf8` | a string, unescaped; a number or boolean as it stands; an object or array as its JSON text |
/// | `LargeUtf8` | the JSON text of any value |
/// | `Boolean` | `true`, `false`, or these words as a string |
/// | integers, floats, `Decimal128`, `Date32` | a number, or a string that reads as one |
/// | `Timestamp(_, None)` | an ISO 8601 text, with `T` or a space, a fraction, `Z` or an offset |
/// | `Struct` | an object, its members matched by lower-cased key |
/// | `List` | an array |
/// | `Map` | an object, its values by the same rules |
///
/// A missing member, JSON `null` and a value that does not fit the type are NULL. So every field must be nullable but
/// the keys of maps, and a [`ValueSource::Constant`] of text that each file brings.
#[derive(Debug, Clone)]
pub struct FieldRequest {
    /// Where the value is.
    pub source: ValueSource,
    /// The column's name, type and nullability in the batches.
    pub field: FieldRef,
}

impl FieldRequest {
    /// The top-level member of the record that has the field's name.
    pub fn member(field: FieldRef) -> FieldRequest {
        FieldRequest { source: ValueSource::Member(vec![field.name().to_ascii_lowercase()]), field }
    }

    /// A request for each column of a table's schema, `eventjson` being the record's text.
    pub fn whole_schema(schema: &Schema) -> Vec<FieldRequest> {
        let request = |field: &FieldRef| match field.name().as_str() {
            "eventjson" => FieldRequest { source: ValueSource::RecordText, field: field.clone() },
            _ => FieldRequest::member(field.clone()),
        };
        schema.fields().iter().map(request).collect()
    }

    pub(crate) fn data_type(&self) -> &DataType {
        self.field.data_type()
    }
}

/// What to decode, from any number of files.
#[derive(Debug, Clone)]
pub struct DecodePlan {
    /// The columns that a [`RowFilter`] decides by, in its order. Empty where there is no filter.
    pub filter: Vec<FieldRequest>,
    /// The columns of the batches. Empty where rows are only counted: batches then carry a row count alone.
    pub output: Vec<FieldRequest>,
    /// What a record's text must hold for the filter to accept it.
    pub prefilter: Prefilter,
    /// The bounds on memory and on what a file may grow to.
    pub limits: Limits,
    /// Rows in a batch, at most.
    pub batch_records: usize,
    /// Check each record against JSON's whole grammar, not only what is read of it.
    pub validate: bool,
}

impl Default for DecodePlan {
    /// Counts records: no filter, no columns, batches of 8192.
    fn default() -> DecodePlan {
        DecodePlan {
            filter: Vec::new(),
            output: Vec::new(),
            prefilter: Prefilter::default(),
            limits: Limits::default(),
            batch_records: 8192,
            validate: false,
        }
    }
}

/// Bounds on what one decoder may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// A compressed file whose text is longer than this is damage, and read no further: a gzip bomb.
    pub text_bytes_max: u64,
    /// Text up to this length is decompressed at once; longer text streams through windows.
    pub whole_text_bytes_max: usize,
    /// The length of a window on streamed text. It grows to hold one record, up to `record_bytes_max`.
    pub window_bytes: usize,
    /// A record longer than this ends the reading of a streamed file.
    pub record_bytes_max: usize,
    /// A batch goes out early when its columns hold about this many bytes of source text.
    pub batch_bytes: usize,
}

impl Default for Limits {
    /// Sized for two threads within 300 MB: 64 MB of text each, and batches of 16 MB.
    fn default() -> Limits {
        Limits {
            text_bytes_max: 4 << 30,
            whole_text_bytes_max: 64 << 20,
            window_bytes: 8 << 20,
            record_bytes_max: 64 << 20,
            batch_bytes: 16 << 20,
        }
    }
}

/// Decides which records are kept, from the filter columns of a run of records.
pub trait RowFilter {
    /// One value for each row of `columns`; a record is kept where it is true (NULL is not).
    fn select(&mut self, columns: &RecordBatch) -> Result<BooleanArray, ArrowError>;
}

/// One file.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The bytes as stored: gzip, zstd or plain, told by content.
    pub bytes: &'a [u8],
    /// The values of [`ValueSource::Constant`] for this file; `None` is NULL.
    pub constants: &'a [Option<String>],
}
