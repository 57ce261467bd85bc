//! The control plane's state: accounts, identities, buckets' settings, Athena's work groups and queries, Glue's catalog,
//! trails and what was delivered for them, KMS's keys, log groups, metrics and alarms, topics and their posts, and the
//! servers that share all this.
//!
//! It knows nothing of Arrow, of HTTP, or of the shapes of AWS's requests: documents (policies, configurations, table
//! definitions) are text that it keeps and never reads. Times, ids and randomness come in as arguments.
//!
//! [`Store`] opens SQLite or PostgreSQL; [`Store::read`] and [`Store::write`] begin a [`Tx`]; the functions of each
//! entity's module work in one, so that several of them change together or not at all.

mod error;
mod ids;
mod page;
mod changed;
mod store;
mod migrate;
mod seal;
mod session_tokens;
pub mod accounts;
pub mod account_aliases;
pub mod users;
pub mod groups;
pub mod roles;
pub mod access_keys;
pub mod login_profiles;
pub mod inline_policies;
pub mod managed_policies;
pub mod attachments;
pub mod tags;
pub mod counts;
pub mod buckets;
pub mod work_groups;
pub mod query_executions;
pub mod servers;
pub mod server_leases;
pub mod begun_uploads;
pub mod named_queries;
pub mod prepared_statements;
pub mod data_catalogs;
pub mod glue_databases;
pub mod glue_tables;
pub mod glue_partitions;
pub mod trails;
pub mod trail_status;
pub mod trail_keys;
pub mod trail_files;
pub mod trail_digests;
pub mod trail_log_readers;
pub mod trail_periods;
pub mod trail_coverage;
pub mod consumer_offsets;
pub mod log_groups;
pub mod log_streams;
pub mod metric_filters;
pub mod metrics;
pub mod metric_points;
pub mod alarms;
pub mod alarm_history;
pub mod topics;
pub mod topic_subscriptions;
pub mod topic_deliveries;
pub mod kms_keys;
pub mod kms_materials;
pub mod kms_aliases;

pub use error::{Error, Kind, Result};
pub use ids::{AccessKeyId, AccountId, Millis, NamedQueryId, Place, PolicyId, PrincipalId, QueryExecutionId};
pub use page::Page;
pub use seal::{MasterKey, MasterKeys, Nonce, Sealed};
pub use session_tokens::{SessionClaims, open_session_token, open_signin_token, seal_session_token, seal_signin_token};
pub use store::{Location, Store, Tx};
