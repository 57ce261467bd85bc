//! The crate's tests: cases of AWS's documents as tables, and laws on random policies.

#[path = "policy/actions.rs"]
mod actions;
#[path = "policy/conditions.rs"]
mod conditions;
#[path = "policy/decisions.rs"]
mod decisions;
#[path = "policy/documents.rs"]
mod documents;
#[path = "policy/identity.rs"]
mod identity;
#[path = "policy/laws.rs"]
mod laws;
#[path = "policy/sts.rs"]
mod sts;
