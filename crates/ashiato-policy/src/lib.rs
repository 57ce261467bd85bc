//! Who may do what: IAM's policy language and its decision, as functions over plain values.
//!
//! Synchronous and pure. Nothing here knows HTTP, storage or Arrow; time and chance are arguments.
//!
//! The way of a decision: [`document`] reads a policy's text, [`actions`] names what an operation must be allowed to
//! do and on which [`arn`], and [`evaluate`] weighs the policies that apply, asking [`condition`] and [`wildcard`].
//! [`managed`] holds AWS's own policies, [`identity`] the rules of ids and names, [`sts`] those of sessions.

pub mod arn;
pub mod wildcard;
pub mod document;
pub mod condition;
pub mod evaluate;
pub mod actions;
pub mod managed;
pub mod identity;
pub mod sts;

mod error;

pub use error::{Error, ErrorKind};
