//! KMS's keys at work: who has the ARN of a key, and the right to use it, encrypts and decrypts here.
//!
//! Whether a caller has that right is not asked here, but by the operation that it calls.

mod envelope;
mod keeper;
mod policy;
mod upkeep;
mod own_events;
mod vault;
#[cfg(test)]
mod tests;

pub(crate) use envelope::EncryptionContext;
pub(crate) use keeper::{Failed, Keeper, expect_usable};
pub(crate) use own_events::key_resource;
pub(crate) use policy::{CLOUDTRAIL_CONTEXT, S3_CONTEXT, context_keys, default_policy, lets_service};
