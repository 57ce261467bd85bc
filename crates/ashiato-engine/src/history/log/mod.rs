//! The table's log: what its files are, and how that changes. Everything that names Delta's library beside the columns
//! stands here.
//!
//! Every change is worked out from the newest state and committed on exactly that state. If another change came first,
//! it is worked out again. The library would rather look whether both changes can stand, but it takes two compactions
//! of the same files for harmless, and an application transaction that it did not see for new.

mod table;
mod marks;
mod state;
mod change;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use deltalake_core::kernel::transaction::{CommitBuilder, CommitProperties};
use deltalake_core::logstore::{LogStoreRef, StorageConfig, logstore_for};
use deltalake_core::table::state::DeltaTableState;
use deltalake_core::{DeltaTable, DeltaTableError};
use futures::TryStreamExt;

use super::data_file::sync_folder;
use crate::error::{Error, ErrorKind};
use change::{actions, came_second, operation};
use state::read_state;
use table::{check_schema, create, prepare};

pub(super) use change::{Change, ChangeKind};
pub(super) use marks::Marks;
pub(super) use state::State;

/// The log of the table in a folder.
pub(super) struct Log {
    store: LogStoreRef,
    pub(super) folder: PathBuf,
    newest: Mutex<Arc<State>>,
    /// States that somebody may still read by.
    held: Mutex<Vec<Weak<State>>>,
}

impl Log {
    /// Opens the table in the folder, or makes it where the folder is absent or empty.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for a folder that holds something else, [`ErrorKind::Corrupt`] for a damaged log.
    pub(super) async fn open(folder: &Path) -> Result<Log, Error> {
        let folder = prepare(folder)?;
        let url = url::Url::from_directory_path(&folder)
            .map_err(|()| Error::new(ErrorKind::Invalid, format!("'{}' is no folder", folder.display())))?;
        let opening = |error| damaged(&folder, error);
        let store = logstore_for(&url, StorageConfig::default()).map_err(opening)?;
        let mut table = DeltaTable::new(Arc::clone(&store));
        if store.is_delta_table_location().await.map_err(opening)? {
            table.load().await.map_err(opening)?;
        } else {
            table = create(Arc::clone(&store)).await.map_err(opening)?;
            sync_commit(&folder, 0)?;
            sync_folder(&folder)?;
        }
        let delta = table.snapshot().map_err(opening)?.clone();
        check_schema(&folder, &delta)?;
        let state = Arc::new(read_state(&folder, &store, delta, &HashMap::new()).await?);
        let held = Mutex::new(vec![Arc::downgrade(&state)]);
        Ok(Log { store, folder, newest: Mutex::new(state), held })
    }

    /// The newest state that this process knows.
    pub(super) fn state(&self) -> Arc<State> {
        Arc::clone(&self.newest.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Paths that some state which is still held knows.
    pub(super) fn held_paths(&self) -> HashSet<String> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let states = held.iter().filter_map(Weak::upgrade);
        states.flat_map(|state| state.files.iter().map(|file| file.path.clone()).collect::<Vec<_>>()).collect()
    }

    /// Commits what `plan` makes of the newest state, or nothing where it makes nothing of it. `plan` is asked again when
    /// another change came first.
    ///
    /// # Errors
    /// Those of `plan`, and [`ErrorKind::Unavailable`] where the log cannot be written.
    pub(super) async fn commit(
        &self,
        mut plan: impl FnMut(&State) -> Result<Option<Change>, Error>,
    ) -> Result<Option<Arc<State>>, Error> {
        loop {
            let state = self.state();
            let Some(change) = plan(&state)? else { return Ok(None) };
            let mut properties = CommitProperties::default().with_max_retries(0);
            for transaction in change.marks.transactions(&state.marks) {
                properties = properties.with_application_transaction(transaction);
            }
            let commit = CommitBuilder::from(properties).with_actions(actions(&change)).build(
                Some(&state.delta),
                Arc::clone(&self.store),
                operation(change.kind),
            );
            match commit.await {
                Ok(done) => {
                    sync_commit(&self.folder, done.version())?;
                    return self.accept(done.snapshot()).await.map(Some);
                }
                Err(error) if came_second(&error) => self.refresh().await?,
                Err(error) => {
                    let message = format!("commit to the log of event history in '{}'", self.folder.display());
                    return Err(Error::new(ErrorKind::Unavailable, message).because(error));
                }
            }
        }
    }

    /// Takes up what others committed.
    pub(super) async fn refresh(&self) -> Result<(), Error> {
        let mut delta = self.state().delta.clone();
        delta.update(&self.store, None).await.map_err(|error| damaged(&self.folder, error))?;
        self.accept(delta).await.map(|_| ())
    }

    /// Writes a checkpoint of the newest state, after which the log before it is not read any more.
    pub(super) async fn checkpoint(&self) -> Result<(), Error> {
        let mut table = DeltaTable::new(Arc::clone(&self.store));
        table.load().await.map_err(|error| damaged(&self.folder, error))?;
        let failed = |error| {
            Error::new(ErrorKind::Unavailable, format!("write a checkpoint in '{}'", self.folder.display()))
                .because(error)
        };
        deltalake_core::checkpoints::create_checkpoint(&table, None).await.map_err(failed)?;
        deltalake_core::checkpoints::cleanup_metadata(&table, None).await.map_err(failed)?;
        Ok(())
    }

    /// When each file that is not of the table any more was removed, in milliseconds since 1970, as far as the log knows.
    pub(super) async fn removed(&self) -> Result<HashMap<String, i64>, Error> {
        let state = self.state();
        let tombstones = state.delta.all_tombstones(self.store.as_ref());
        tombstones
            .map_ok(|removed| (removed.path().into_owned(), removed.deletion_timestamp().unwrap_or(i64::MAX)))
            .try_collect()
            .await
            .map_err(|error| damaged(&self.folder, error))
    }

    async fn accept(&self, delta: DeltaTableState) -> Result<Arc<State>, Error> {
        let known = self.state().files.iter().map(|file| (file.path.clone(), Arc::clone(file))).collect();
        let state = Arc::new(read_state(&self.folder, &self.store, delta, &known).await?);
        {
            let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
            held.retain(|state| state.strong_count() > 0);
            held.push(Arc::downgrade(&state));
        }
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        // Of two commits that end at the same time the older one may come here last.
        if state.delta.version() > newest.delta.version() {
            *newest = Arc::clone(&state);
        }
        Ok(state)
    }
}

/// Puts a commit on the disk. The library leaves it to the system when that happens; the journal may forget events only
/// after it did.
fn sync_commit(folder: &Path, version: u64) -> Result<(), Error> {
    let log = folder.join("_delta_log");
    let commit = log.join(format!("{version:020}.json"));
    std::fs::File::open(&commit)
        .and_then(|open| open.sync_all())
        .map_err(|error| Error::new(ErrorKind::Unavailable, format!("sync '{}'", commit.display())).because(error))?;
    sync_folder(&log)
}

fn damaged(folder: &Path, error: DeltaTableError) -> Error {
    Error::new(ErrorKind::Corrupt, format!("read the log of event history in '{}'", folder.display())).because(error)
}
