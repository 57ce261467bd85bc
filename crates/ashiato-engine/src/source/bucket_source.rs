//! The seam for buckets: whoever opens a session may bring its own, in place of S3 over the network.

use crate::error::Error;
use object_store::ObjectStore;
use object_store::list::PaginatedListStore;
use std::fmt;
use std::sync::Arc;

/// A bucket: objects, and listings by pages, since that way alone a prefix may end within a segment.
pub trait Bucket: ObjectStore + PaginatedListStore {}

impl<T: ObjectStore + PaginatedListStore> Bucket for T {}

/// Where a session's buckets come from.
pub trait BucketSource: fmt::Debug + Send + Sync {
    /// The bucket of that name. Whether it exists may show with its first use.
    ///
    /// # Errors
    /// `Invalid` where it cannot be connected with, `NotFound` where it is known not to be there.
    fn bucket(&self, name: &str) -> Result<Arc<dyn Bucket>, Error>;
}
