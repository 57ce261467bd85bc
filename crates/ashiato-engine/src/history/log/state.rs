//! What the table is at one version, read from its log.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use deltalake_core::logstore::LogStoreRef;
use deltalake_core::table::state::DeltaTableState;

use super::damaged;
use super::marks::Marks;
use crate::error::{Error, ErrorKind};
use crate::history::columns::DAY;
use crate::history::data_file::DataFile;

/// What the table is at one version.
pub(in crate::history) struct State {
    pub(super) delta: DeltaTableState,
    pub(in crate::history) marks: Marks,
    pub(in crate::history) files: Vec<Arc<DataFile>>,
}

/// Reads it. Files that are known already are not made anew.
pub(super) async fn read_state(
    folder: &Path,
    store: &LogStoreRef,
    delta: DeltaTableState,
    known: &HashMap<String, Arc<DataFile>>,
) -> Result<State, Error> {
    let marks = Marks::read(&delta, store).await.map_err(|error| damaged(folder, error))?;
    let mut files = Vec::new();
    for view in delta.log_data().iter() {
        let path = view.path();
        if let Some(file) = known.get(path.as_ref()) {
            files.push(Arc::clone(file));
            continue;
        }
        if view.deletion_vector_descriptor().is_some() {
            let message =
                format!("event history: somebody deleted rows of '{path}' by a vector; the table is not whole");
            return Err(Error::new(ErrorKind::Corrupt, message));
        }
        let day = view.partition_values_map().remove(DAY).flatten().unwrap_or_default();
        let statistics = view.stats().unwrap_or_default();
        files.push(Arc::new(DataFile::from_log(&path, view.size(), &day, &statistics)?));
    }
    Ok(State { delta, marks, files })
}
