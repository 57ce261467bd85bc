//! A partition that was added, not projected.

use super::storage::Storage;
use super::table::{Others, Parameters};
use serde::{Deserialize, Serialize};

/// A partition: Glue's `PartitionInput` and when it was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Partition {
    /// A value for each partition column, in the table's order.
    pub values: Vec<String>,
    /// Its folder; `None` for the folder that Hive's layout gives it below the table's own.
    pub location: Option<String>,
    /// What else is said of its storage; `None` where that is the table's. Queries read by the table's.
    pub storage: Option<Box<Storage>>,
    /// Its properties.
    pub parameters: Parameters,
    /// When it was made, in milliseconds since 1970.
    pub created_at: i64,
    /// What else a client said of it.
    pub others: Others,
}

impl Partition {
    /// A partition stored as its table is.
    pub fn new(values: Vec<String>, location: Option<String>, created_at: i64) -> Partition {
        Partition { values, location, created_at, ..Partition::default() }
    }
}
