//! Running queries: Athena's QUEUED → RUNNING → SUCCEEDED, FAILED or CANCELLED.
//!
//! A statement is taken apart and refused at once where it is malformed ([`statement`]); what is sent is kept with all
//! that its run will need ([`submission`]); it waits its turn in its work group ([`queue`]), runs in an engine's session
//! on threads of its own ([`execution`]), and leaves its files in a bucket ([`results`]) and its outcome in the state.
//! [`Athena`] holds what runs and what waits. Knows nothing of HTTP; the operations are in `services/athena`.

mod settings;
pub(crate) mod statement;
pub(crate) mod submission;
mod uploads;
mod callers_buckets;
mod guarded;
mod callers_catalog;
mod queue;
mod runner;
mod execution;
pub(crate) mod outcome;
pub(crate) mod failure;
mod lease;
mod upkeep;
mod metrics;
pub mod trail_table;
pub(crate) mod results;
pub(crate) mod reuse;
pub(crate) mod work_groups;

pub(crate) use callers_buckets::CallersBuckets;
pub(crate) use callers_catalog::CallersCatalog;
pub use runner::Athena;
pub(crate) use runner::{Means, Refused, Sent};
pub use settings::QuerySettings;
