//! Where a trail's files lie: the one thing that validation asks for.

use crate::error::Error;
use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::io::BufRead;

/// A bucket, or a folder that was copied from one.
pub trait Tree: Send + Sync + 'static {
    /// Every key, in any order; for a folder, paths with `/` from its root down.
    fn list(&self) -> impl Future<Output = Result<Vec<String>, Error>> + Send;

    /// An object, None where there is none of that key.
    fn open(&self, key: &str) -> impl Future<Output = Result<Option<Object>, Error>> + Send;
}

/// An object: its bytes as stored, and its metadata.
pub struct Object {
    /// The bytes; read on a thread that may wait.
    pub content: Box<dyn BufRead + Send>,
    /// The metadata by lower-case names; None where the storage keeps none, as folders do not.
    pub metadata: Option<BTreeMap<String, String>>,
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Object").field("metadata", &self.metadata).finish_non_exhaustive()
    }
}
