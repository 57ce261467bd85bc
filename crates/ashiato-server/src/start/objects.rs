//! The objects: the embedded store in the data folder, or a store that others serve. Either way the folder is locked.

use chrono::Utc;
use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Arc;

use super::{Folders, StartError};
use crate::buckets::{ExternalStore, Objects};

pub(super) async fn open(folders: &Folders) -> Result<Objects, StartError> {
    let data = &folders.data;
    let Some(settings) = &folders.objects else { return embedded(data) };
    let lock = lock(data)?;
    let store = ExternalStore::connect(settings).await;
    let store = store.map_err(|why| StartError::because("connect with the object store", why))?;
    Ok(Objects::External(Arc::new(store), lock))
}

fn embedded(data: &Path) -> Result<Objects, StartError> {
    let opened = ashiato_objects::Store::open(&data.join("objects"), Arc::new(Utc::now));
    let (store, recovery) =
        opened.map_err(|why| StartError::because(format!("open the objects in {}", data.display()), why))?;
    if recovery.journal_bytes_cut > 0 || recovery.orphans_deleted > 0 {
        tracing::info!(
            journal_bytes_cut = recovery.journal_bytes_cut,
            orphans_deleted = recovery.orphans_deleted,
            "cleaned up after a stop without warning"
        );
    }
    Ok(Objects::Embedded(store))
}

/// The lock that the embedded store holds on a folder: a server without that store keeps the same one, so that of two
/// servers on one folder the second does not start, whatever each of them was told.
pub(super) fn lock(data: &Path) -> Result<File, StartError> {
    let folder = data.join("objects");
    let failed = |why| StartError::because(format!("lock {}", data.display()), why);
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let file = File::create(folder.join("lock")).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            Err(StartError::new(format!("the folder {} is open in another process", data.display())))
        }
        Err(TryLockError::Error(why)) => Err(failed(why)),
    }
}
