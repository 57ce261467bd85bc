//! The table's log: what its files are, and how that changes. Everything that names Delta's library beside the columns
//! stands here.
//!
//! Every change is worked out from the newest state and committed on exactly that state. If another change came first,
//! it is worked out again. The library would rather look whether both changes can stand, but it takes two compactions
//! of the same files for harmless, and an application transaction that it did not see for new.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use deltalake_core::kernel::transaction::{CommitBuilder, CommitProperties, TransactionError};
use deltalake_core::kernel::{Action, Add, Remove, Transaction};
use deltalake_core::logstore::{LogStoreRef, StorageConfig, logstore_for};
use deltalake_core::operations::create::CreateBuilder;
use deltalake_core::protocol::{DeltaOperation, SaveMode};
use deltalake_core::table::state::DeltaTableState;
use deltalake_core::{DeltaTable, DeltaTableError};
use futures::TryStreamExt;

use super::columns::{DAY, delta_columns};
use super::data_file::{DataFile, sync_folder};
use crate::error::{Error, ErrorKind};

/// The application transaction whose version is the journal number that the table is through.
const APPLICATION: &str = "ashiato-history";

/// Commits between checkpoints: a new process reads at most so many small files beside the checkpoint.
const CHECKPOINT_INTERVAL: &str = "50";

/// What the table is at one version.
pub(super) struct State {
    delta: DeltaTableState,
    /// Every event of the journal up to here is in the table. Zero before the first: journals number from one.
    pub(super) through: u64,
    pub(super) files: Vec<Arc<DataFile>>,
}

/// A change of the table.
pub(super) struct Change {
    pub(super) add: Vec<DataFile>,
    pub(super) remove: Vec<Arc<DataFile>>,
    /// Where the table is through after it, if that changes.
    pub(super) through: Option<u64>,
    /// Whether the events of the table change, or only the files that they are in.
    pub(super) kind: ChangeKind,
}

/// What a change is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChangeKind {
    Append,
    Compaction,
    Expiry,
}

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
            sync_folder(&folder.join("_delta_log"))?;
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
            if let Some(through) = change.through {
                properties = properties.with_application_transaction(Transaction::new(
                    APPLICATION,
                    i64::try_from(through).unwrap_or(i64::MAX),
                ));
            }
            let commit = CommitBuilder::from(properties).with_actions(actions(&change)).build(
                Some(&state.delta),
                Arc::clone(&self.store),
                operation(change.kind),
            );
            match commit.await {
                Ok(done) => {
                    self.sync_commit(done.version())?;
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

    /// The library leaves it to the system when a commit reaches the disk; the journal is told only after it did.
    fn sync_commit(&self, version: u64) -> Result<(), Error> {
        let log = self.folder.join("_delta_log");
        let commit = log.join(format!("{version:020}.json"));
        std::fs::File::open(&commit).and_then(|open| open.sync_all()).map_err(|error| {
            Error::new(ErrorKind::Unavailable, format!("sync '{}'", commit.display())).because(error)
        })?;
        sync_folder(&log)
    }
}

/// The folder's absolute path, once it is there and holds nothing but a table.
fn prepare(folder: &Path) -> Result<PathBuf, Error> {
    let unusable = |error: std::io::Error| {
        Error::new(ErrorKind::Invalid, format!("'{}' cannot be the folder of event history", folder.display()))
            .because(error)
    };
    std::fs::create_dir_all(folder).map_err(unusable)?;
    let folder = folder.canonicalize().map_err(unusable)?;
    let is_table = folder.join("_delta_log").is_dir();
    if !is_table && let Some(stranger) = std::fs::read_dir(&folder).map_err(unusable)?.flatten().next() {
        let message = format!(
            "'{}' is no folder of event history: it holds '{}' and no _delta_log",
            folder.display(),
            stranger.file_name().to_string_lossy()
        );
        return Err(Error::new(ErrorKind::Invalid, message));
    }
    Ok(folder)
}

async fn create(store: LogStoreRef) -> Result<DeltaTable, DeltaTableError> {
    CreateBuilder::new()
        .with_log_store(store)
        // Whoever made it first, it is the same table.
        .with_save_mode(SaveMode::Ignore)
        .with_table_name("event_history")
        .with_columns(delta_columns())
        .with_partition_columns([DAY])
        .with_configuration([
            ("delta.checkpointInterval".to_owned(), Some(CHECKPOINT_INTERVAL.to_owned())),
            ("delta.logRetentionDuration".to_owned(), Some("interval 2 days".to_owned())),
            ("delta.deletedFileRetentionDuration".to_owned(), Some("interval 2 days".to_owned())),
        ])
        .await
}

fn check_schema(folder: &Path, delta: &DeltaTableState) -> Result<(), Error> {
    let schema = delta.schema();
    let expected = delta_columns();
    let same = schema.fields().count() == expected.len()
        && schema
            .fields()
            .zip(&expected)
            .all(|(is, ought)| is.name() == ought.name() && is.data_type() == ought.data_type());
    let is_by_day = delta.metadata().partition_columns() == [DAY];
    if same && is_by_day {
        return Ok(());
    }
    let message =
        format!("the Delta table in '{}' is not one of event history: its columns are others", folder.display());
    Err(Error::new(ErrorKind::Invalid, message))
}

async fn read_state(
    folder: &Path,
    store: &LogStoreRef,
    delta: DeltaTableState,
    known: &HashMap<String, Arc<DataFile>>,
) -> Result<State, Error> {
    let through = delta
        .transaction_version(store.as_ref(), APPLICATION)
        .await
        .map_err(|error| damaged(folder, error))?
        .and_then(|through| u64::try_from(through).ok())
        .unwrap_or(0);
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
    Ok(State { delta, through, files })
}

fn actions(change: &Change) -> Vec<Action> {
    let data_change = change.kind != ChangeKind::Compaction;
    let now = chrono::Utc::now().timestamp_millis();
    let partition = |file: &DataFile| HashMap::from([(DAY.to_owned(), Some(file.day.to_string()))]);
    let removes = change.remove.iter().map(|file| {
        Action::Remove(Remove {
            path: file.path.clone(),
            data_change,
            deletion_timestamp: Some(now),
            extended_file_metadata: Some(true),
            partition_values: Some(partition(file)),
            size: i64::try_from(file.bytes).ok(),
            ..Remove::default()
        })
    });
    let adds = change.add.iter().map(|file| {
        Action::Add(Add {
            path: file.path.clone(),
            partition_values: partition(file),
            size: i64::try_from(file.bytes).unwrap_or(i64::MAX),
            modification_time: now,
            data_change,
            stats: Some(file.statistics()),
            ..Add::default()
        })
    });
    removes.chain(adds).collect()
}

fn operation(kind: ChangeKind) -> DeltaOperation {
    match kind {
        ChangeKind::Append => {
            DeltaOperation::Write { mode: SaveMode::Append, partition_by: Some(vec![DAY.to_owned()]), predicate: None }
        }
        ChangeKind::Compaction => DeltaOperation::Optimize { predicate: None, target_size: 0 },
        ChangeKind::Expiry => DeltaOperation::Delete { predicate: None },
    }
}

/// Whether a commit failed because another one has its version.
fn came_second(error: &DeltaTableError) -> bool {
    match error {
        DeltaTableError::VersionAlreadyExists(_) => true,
        DeltaTableError::Transaction { source } => {
            matches!(source, TransactionError::MaxCommitAttempts(_) | TransactionError::VersionAlreadyExists(_))
        }
        _ => false,
    }
}

fn damaged(folder: &Path, error: DeltaTableError) -> Error {
    Error::new(ErrorKind::Corrupt, format!("read the log of event history in '{}'", folder.display())).because(error)
}
