//! Where and how rows are stored: Glue's `StorageDescriptor`.

use super::table::{Others, Parameters};
use serde::{Deserialize, Serialize};

/// Where and how the rows of a table, or of a partition, are stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Storage {
    /// The columns in the files.
    pub columns: Vec<Column>,
    /// The folder.
    pub location: Option<String>,
    /// The Java class that reads files.
    pub input_format: Option<String>,
    /// The Java class that writes files.
    pub output_format: Option<String>,
    /// What somebody said of compression; readers look at the files.
    pub compressed: bool,
    /// Into how many buckets rows are hashed; not positive for none.
    pub number_of_buckets: i64,
    /// What reads a row.
    pub serde: SerDe,
    /// The columns whose hash chooses the bucket.
    pub bucket_columns: Vec<String>,
    /// The order of rows within a bucket.
    pub sort_columns: Vec<SortColumn>,
    /// Properties of the storage.
    pub parameters: Parameters,
    /// Whether partitions may have folders of their own below.
    pub stored_as_sub_directories: bool,
    /// What else a client said of it.
    pub others: Others,
}

/// A column, its type as Hive writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type: `struct<type:string>`.
    pub data_type: String,
    /// Its comment.
    pub comment: Option<String>,
    /// Its properties.
    pub parameters: Parameters,
}

/// The Java class that reads a row, and what it is told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SerDe {
    /// A name for it, which nothing uses.
    pub name: Option<String>,
    /// The class.
    pub class: Option<String>,
    /// Its properties.
    pub parameters: Parameters,
}

/// A column by which rows within a bucket are sorted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortColumn {
    /// Its name.
    pub column: String,
    /// Whether its values rise.
    pub ascending: bool,
}
