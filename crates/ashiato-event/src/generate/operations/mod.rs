//! The calls that the company's programs and people make, one file for the services of a kind.
//!
//! Weights are relative. Shapes follow records that AWS and others have published; values are made up.

mod access;
mod compute;
mod governance;
mod keys;
mod sign_in;
mod storage;
mod telemetry;

use super::operation::Operation;

/// Every operation.
pub(super) fn all() -> impl Iterator<Item = &'static Operation> {
    let tables = [
        storage::OPERATIONS,
        compute::OPERATIONS,
        access::OPERATIONS,
        sign_in::OPERATIONS,
        keys::OPERATIONS,
        telemetry::OPERATIONS,
        governance::OPERATIONS,
    ];
    tables.into_iter().flatten()
}
