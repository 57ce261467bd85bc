//! The S3 protocol over `ashiato-objects`: what a request says becomes a call of the store, and its answer S3's.
//!
//! It decides neither who a caller is nor what they may do: [`Gate`] does. An operation that [`OPERATIONS`]
//! calls refused answers NotImplemented.

mod gate;
mod error;
mod convert;
mod control_characters;
mod storage_classes;
mod operations;
mod service;
mod dispatch;
mod missing;
mod buckets;
mod objects;
mod listing;
mod uploads;
mod attributes;
mod acls;
mod documents;
mod policies;
mod encryption;
mod settings;
mod unset;

pub use gate::{AccessRequest, Gate, PolicyFacts, Refusal, WantedKey};
pub use operations::{Coverage, OPERATIONS, Operation};
pub use policies::{POLICY, restricts_public};
pub use s3s::Body;
pub use service::{Service, service};
