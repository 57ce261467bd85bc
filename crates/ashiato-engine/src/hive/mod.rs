//! Tables as Hive DDL defines them: which reader they need, which folders a predicate leaves, and the rows of
//! those that are not CloudTrail logs.
//!
//! [`HiveTable`] is plain data that a catalog stores; [`plan_locations`] tells a scan where to read;
//! [`FileTable`] reads Parquet, ORC, Avro, JSON, CSV and other text.

mod any_case;
mod buckets;
mod domain;
mod evaluate;
mod file_table;
mod filters;
mod format;
mod grok;
mod java_date;
pub(crate) mod local_locations;
mod locations;
mod partition_column;
mod projection;
pub(crate) mod refusal;
mod rows;
mod storage_classes;
mod table;
mod template;

pub use buckets::Buckets;
pub use domain::{Domain, Value};
pub use file_table::FileTable;
pub use filters::domain_of;
pub use format::{ColumnsBy, DelimitedText, GrokText, JsonText, QuotedText, TableFormat};
pub use local_locations::LocalLocations;
pub use locations::{PARTITIONS_MAX, PartitionLocation, plan_locations};
pub use partition_column::{PartitionColumn, ValueKind};
pub use storage_classes::StorageClasses;
pub use table::{HiveTable, Partition};

pub(crate) use rows::refuse_unreadable;
#[cfg(feature = "orc-avro")]
pub(crate) use rows::shaped;
pub(crate) use table::folder;
pub(crate) use template::{DEFAULT_PARTITION, Template, escape, unescape};

#[cfg(test)]
mod file_table_tests;
#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod format_tests;
#[cfg(test)]
mod location_tests;
#[cfg(test)]
mod seed_tests;
