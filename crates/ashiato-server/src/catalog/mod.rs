//! The catalog that Athena and Glue see, kept in the server's state.
//!
//! What is kept are the engine's types, which have the shape of Glue's, as JSON documents. [`MetaCatalog`] is the store
//! that statements run on; Glue's operations work on the same rows through the functions of the modules here, each
//! within a transaction of its caller.

mod document;
pub(crate) mod databases;
pub(crate) mod tables;
pub(crate) mod partitions;
mod prepared;
pub(crate) mod name_pattern;
mod store;
#[cfg(test)]
mod tests;

use ashiato_meta::{Place, Store};

use crate::quotas::Quotas;

/// More rows than any list has: the whole of it in one page.
const ALL: u32 = u32::MAX;

/// The catalog of an account's region, with the prepared statements of one work group.
#[derive(Debug, Clone)]
pub struct MetaCatalog {
    meta: Store,
    place: Place,
    work_group: String,
    quotas: Quotas,
}

impl MetaCatalog {
    /// The catalog of this place, with room for so much. To keep prepared statements the work group must exist.
    pub fn new(meta: Store, place: Place, work_group: impl Into<String>, quotas: Quotas) -> MetaCatalog {
        MetaCatalog { meta, place, work_group: work_group.into(), quotas }
    }
}
