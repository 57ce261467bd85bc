//! AWS Signature Version 4, as a server verifies it: in the `Authorization` header or in a presigned URL.
//!
//! Pure: the time and the keys come in as arguments. It neither reads bodies nor decides what the caller may do.
//! Source: "Signature Version 4 signing process", AWS Identity and Access Management user guide.

mod verify;
mod authorization;
mod presigned;
mod canonical;
mod key;
mod credential;
mod failure;
#[cfg(test)]
mod tests;

pub use authorization::{Authorization, Scope};
pub use canonical::PathStyle;
pub use credential::{Credential, Credentials, Identity, LookupFailed, Principal, Secret, StaticCredentials};
pub use failure::Failure;
pub(crate) use key::hex;
pub use key::{hex_sha256, signing_key};
pub use verify::{Verified, claimed, verify};
