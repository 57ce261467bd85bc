//! The files that a statement has begun, to be taken away again if it does not end well.

use super::destination::Destination;
use crate::error::Error;
use crate::leftovers::Leftovers;
use object_store::ObjectStoreExt;
use object_store::path::Path as ObjectPath;
use std::sync::{Arc, Mutex};

/// Takes away what was written, unless it is kept. Dropped before (a query that was stopped), it still tries, in the
/// background.
pub(crate) struct Cleanup {
    destination: Arc<Destination>,
    begun: Arc<Mutex<Vec<BegunFile>>>,
    leftovers: Leftovers,
}

/// A file that was begun.
pub(crate) struct BegunFile {
    pub(crate) destination: Arc<Destination>,
    pub(crate) key: ObjectPath,
    pub(crate) uri: String,
}

impl Cleanup {
    pub(crate) fn new(destination: Arc<Destination>, leftovers: Leftovers) -> Cleanup {
        Cleanup { destination, begun: Arc::default(), leftovers }
    }

    /// Where tasks note the files that they begin.
    pub(crate) fn begun(&self) -> Arc<Mutex<Vec<BegunFile>>> {
        Arc::clone(&self.begun)
    }

    /// The statement ended well: its files stay.
    pub(crate) fn keep(&self) {
        take(&self.begun);
    }

    /// Takes the files away; the error says what became of them.
    pub(crate) async fn undo(self, error: Error) -> Error {
        let begun = take(&self.begun);
        if begun.is_empty() {
            return error;
        }
        let count = begun.len();
        let left = delete(begun).await;
        let what = match left.as_slice() {
            [] if count == 1 => format!("the file begun in {} was taken away again", self.destination.location()),
            [] => format!("the {count} files begun in {} were taken away again", self.destination.location()),
            left if count == 1 => format!("the file that was begun may be left: {}", left.join(", ")),
            left => format!("of the {count} files begun these may be left: {}", left.join(", ")),
        };
        error.with_note(&what)
    }
}

impl Drop for Cleanup {
    fn drop(&mut self) {
        let begun = take(&self.begun);
        if !begun.is_empty() {
            self.leftovers.clear(async { drop(delete(begun).await) });
        }
    }
}

fn take(begun: &Mutex<Vec<BegunFile>>) -> Vec<BegunFile> {
    begun.lock().map(|mut begun| std::mem::take(&mut *begun)).unwrap_or_default()
}

/// The files that could not be taken away.
async fn delete(begun: Vec<BegunFile>) -> Vec<String> {
    let mut left = Vec::new();
    for BegunFile { destination, key, uri } in begun {
        match destination.store().delete(&key).await {
            // One that was begun and never finished is not there.
            Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
            Err(_) => left.push(uri),
        }
    }
    left
}
