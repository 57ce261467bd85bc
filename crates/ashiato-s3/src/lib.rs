//! The S3 protocol over `ashiato-objects`: what a request says becomes a call of the store, and its answer S3's.
//!
//! It decides neither who a caller is nor what they may do: [`Gate`] does. An operation that is not in
//! [`OPERATIONS`] answers NotImplemented.

mod gate;
mod error;
mod convert;
mod service;
mod buckets;
mod objects;
mod listing;
mod uploads;

pub use gate::{AccessRequest, Gate};
pub use s3s::service::S3Service;
pub use service::{OPERATIONS, service};
