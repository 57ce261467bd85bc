//! The two SQL dialects: Athena (Trino SQL and Hive DDL) and CloudTrail Lake (Trino SELECT).
//!
//! Text goes in; a [`statement::Statement`] comes out, whose queries are `sqlparser` trees already
//! rewritten to what DataFusion plans with Trino's meaning. [`session::dialect_state`] gives a DataFusion
//! session the functions, operators and types that those trees name. [`partition_filter`] is the language by which Glue
//! filters partitions.
//!
//! Pure: no storage, no HTTP, no clock but the session's.
//!
//! Types that Arrow lacks are carried by Arrow types that nothing else here uses (see [`types`]):
//! JSON is `LargeUtf8`, IPADDRESS is `FixedSizeBinary(16)`, VARCHAR is `Utf8View`, TIMESTAMP is
//! `Timestamp(Millisecond, None)`, TIMESTAMP WITH TIME ZONE is `Timestamp(Millisecond, Some(zone))`.

pub mod error;
pub mod failure;
pub mod parse;
mod ddl;
pub mod partition_filter;
pub mod statement;
pub mod rewrite;
pub mod types;
pub mod cast;
pub mod display;
pub mod planner;
pub mod functions;
pub mod session;
mod planning;
pub mod giving_up;
pub mod around;
mod plan_size;
mod ambiguous;
mod hidden_columns;
mod integer_literals;
mod recursion_limit;
pub mod planning_error;
pub mod deep_stack;
pub mod window_memory;

pub use error::{Error, ErrorKind};
