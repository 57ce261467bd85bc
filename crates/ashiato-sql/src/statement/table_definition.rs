//! What `CREATE EXTERNAL TABLE` says of a table. Plain data, so that a catalog can store it.

use super::{HiveType, TableName};
use serde::{Deserialize, Serialize};

/// Properties in the order written.
pub type Properties = Vec<(String, String)>;

/// A table as Hive DDL defines it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableDefinition {
    /// The table.
    pub name: TableName,
    /// Whether `EXTERNAL` was said: without it Athena takes only Iceberg tables.
    pub external: bool,
    /// Whether an existing table is no error.
    pub if_not_exists: bool,
    /// The columns in the files.
    pub columns: Vec<ColumnDefinition>,
    /// The table's comment.
    pub comment: Option<String>,
    /// The columns whose values stand in folder names.
    pub partitions: Vec<ColumnDefinition>,
    /// `CLUSTERED BY`.
    pub clustering: Option<Clustering>,
    /// `ROW FORMAT`.
    pub row_format: Option<RowFormat>,
    /// `STORED AS`.
    pub stored_as: Option<StoredAs>,
    /// The folder of the files.
    pub location: Option<String>,
    /// `TBLPROPERTIES`.
    pub properties: Properties,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnDefinition {
    /// Its name, in lower case.
    pub name: String,
    /// Its type.
    pub hive_type: HiveType,
    /// Its comment.
    pub comment: Option<String>,
}

/// `CLUSTERED BY (…) [SORTED BY (…)] INTO n BUCKETS`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clustering {
    /// The columns whose hash chooses the bucket.
    pub columns: Vec<String>,
    /// The order within a bucket: columns, and whether each ascends.
    pub sorted_by: Vec<(String, bool)>,
    /// How many buckets there are.
    pub buckets: u64,
}

/// How a row is told from the bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowFormat {
    /// `ROW FORMAT SERDE 'class' [WITH SERDEPROPERTIES (…)]`.
    Serde {
        /// The Java class, as written.
        class: String,
        /// Its properties.
        properties: Properties,
    },
    /// `ROW FORMAT DELIMITED …`; what is not said is `None`. Escapes such as `\t` and `\001` are already read.
    Delimited {
        /// `FIELDS TERMINATED BY`.
        fields: Option<String>,
        /// `ESCAPED BY`.
        escape: Option<String>,
        /// `COLLECTION ITEMS TERMINATED BY`.
        items: Option<String>,
        /// `MAP KEYS TERMINATED BY`.
        map_keys: Option<String>,
        /// `LINES TERMINATED BY`.
        lines: Option<String>,
        /// `NULL DEFINED AS`.
        null: Option<String>,
    },
}

/// `STORED AS`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StoredAs {
    /// `STORED AS PARQUET`: the name, in upper case.
    Named(String),
    /// `STORED AS INPUTFORMAT '…' OUTPUTFORMAT '…'`.
    Formats {
        /// The Java class that reads.
        input: String,
        /// The Java class that writes.
        output: String,
    },
}
