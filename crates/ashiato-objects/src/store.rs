//! The store: buckets with their documents, and objects put, read, copied, tagged and deleted.

use std::fmt;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, RwLock, RwLockReadGuard};
use std::thread::JoinHandle;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::Stream;

use crate::body::{self, Received};
use crate::change::Change;
use crate::checksum::{Algorithm, Checksum};
use crate::committer::Committer;
use crate::data::DataFolder;
use crate::error::{Error, Kind, Result};
use crate::index::{Bucket, Index};
use crate::journal;
use crate::key::{check_bucket_name, check_key};
use crate::list::{ListQuery, Page, list};
use crate::object::{Attributes, Condition, Object, Tags};
use crate::reading::{self, Lease, Opener};
use crate::seal::{Sealing, Vault};
use crate::upload::joined_etag;

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// A store of objects in a folder of its own. Clones are the same store.
#[derive(Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) index: Arc<RwLock<Index>>,
    pub(crate) data: Arc<DataFolder>,
    pub(crate) clock: Clock,
    /// Makes and opens the keys of encrypted objects.
    vault: OnceLock<Arc<dyn Vault>>,
    /// Taken when the store is closed, to wait for the last commit.
    committer: Option<Committer>,
    thread: Option<JoinHandle<()>>,
    /// Holds the lock of the folder.
    lock: File,
}

/// What opening a store found to clean up after a crash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recovery {
    /// Bytes of a commit that was under way, cut off the journal.
    pub journal_bytes_cut: u64,
    /// Data files that no object used, deleted.
    pub orphans_deleted: u64,
}

/// A bucket, without its objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BucketInfo {
    /// Its name.
    pub name: String,
    /// The region that it was created in.
    pub region: String,
    /// When it was created.
    pub created: DateTime<Utc>,
}

/// What goes with the bytes of an object.
#[derive(Debug, Clone, Default)]
pub struct Put {
    /// Headers and user metadata.
    pub attributes: Attributes,
    /// Tags.
    pub tags: Tags,
    /// The checksum to keep; its value must have been checked against the bytes.
    pub checksum: Option<Checksum>,
    /// What must hold of the object that it replaces.
    pub condition: Condition,
}

impl Drop for Inner {
    fn drop(&mut self) {
        drop(self.committer.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        // Said rather than left to the file's closing: a process that is being started by another thread has, until it
        // runs its program, all open files of this one, and with them the lock.
        let _ = self.lock.unlock();
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("buckets", &self.buckets().len()).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the store in `folder`, which is created where it is missing; one process at a time may have it open.
    ///
    /// What a crash left is cleaned up. A journal that is damaged before its end is [`Kind::Corrupt`].
    pub fn open(folder: &Path, clock: Clock) -> Result<(Self, Recovery)> {
        let failed = |error| Error::disk(format!("open the store in {}", folder.display()), error);
        std::fs::create_dir_all(folder).map_err(failed)?;
        let lock = File::create(folder.join("lock")).map_err(failed)?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => {
                Error::new(Kind::Disk, format!("the store in {} is open in another process", folder.display()))
            }
            TryLockError::Error(error) => failed(error),
        })?;
        let (journal, index, journal_bytes_cut) = journal::read(folder)?;
        let (data, orphans_deleted) = DataFolder::open(folder.join("data"), index.segments()).map_err(failed)?;
        let (index, data) = (Arc::new(RwLock::new(index)), Arc::new(data));
        let (committer, thread) = Committer::start(journal, Arc::clone(&index), Arc::clone(&data)).map_err(failed)?;
        let vault = OnceLock::new();
        let inner = Inner { index, data, clock, vault, committer: Some(committer), thread: Some(thread), lock };
        Ok((Self { inner: Arc::new(inner) }, Recovery { journal_bytes_cut, orphans_deleted }))
    }

    pub(crate) fn index(&self) -> RwLockReadGuard<'_, Index> {
        self.inner.index.read().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    pub(crate) fn committer(&self) -> Result<&Committer> {
        self.inner.committer.as_ref().ok_or_else(|| Error::new(Kind::Disk, "the store has been closed"))
    }

    /// Gives the store what makes and opens the keys of encrypted objects. To be done once, before such an object is read
    /// or written: the first one stays.
    pub fn set_vault(&self, vault: Arc<dyn Vault>) {
        let _ = self.inner.vault.set(vault);
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.inner.clock)()
    }

    /// Creates a bucket.
    pub async fn create_bucket(&self, bucket: &str, region: &str) -> Result<()> {
        check_bucket_name(bucket)?;
        let change =
            Change::BucketCreated { bucket: bucket.to_string(), region: region.to_string(), created: self.now() };
        self.committer()?.commit(change, Condition::None, None).await
    }

    /// Deletes a bucket that holds no objects; its multipart uploads in progress end.
    pub async fn delete_bucket(&self, bucket: &str) -> Result<()> {
        self.committer()?.commit(Change::BucketDeleted { bucket: bucket.to_string() }, Condition::None, None).await
    }

    /// One bucket.
    pub fn bucket(&self, bucket: &str) -> Result<BucketInfo> {
        self.index().bucket(bucket).map(|state| info(bucket, state))
    }

    /// Every bucket, by name.
    pub fn buckets(&self) -> Vec<BucketInfo> {
        self.index().buckets.iter().map(|(name, state)| info(name, state)).collect()
    }

    /// A document of a bucket (its policy, say), as it was put.
    pub fn document(&self, bucket: &str, name: &str) -> Result<Option<String>> {
        Ok(self.index().bucket(bucket)?.documents.get(name).cloned())
    }

    /// Puts a document of a bucket, or deletes it.
    pub async fn set_document(&self, bucket: &str, name: &str, document: Option<String>) -> Result<()> {
        let (bucket, name) = (bucket.to_string(), name.to_string());
        let change = match document {
            Some(document) => Change::DocumentPut { bucket, name, document },
            None => Change::DocumentDeleted { bucket, name },
        };
        self.committer()?.commit(change, Condition::None, None).await
    }

    /// Takes in bytes for [`Store::put`] or a part, in bounded memory, and makes them durable.
    pub async fn receive<S, E>(&self, body: S, algorithms: &[Algorithm]) -> Result<Received>
    where
        S: Stream<Item = Result<Bytes, E>> + Send,
        E: std::fmt::Display,
    {
        self.receive_sealed(body, algorithms, None).await
    }

    /// The same, encrypted where that is given.
    pub async fn receive_sealed<S, E>(
        &self,
        body: S,
        algorithms: &[Algorithm],
        sealing: Option<&Sealing>,
    ) -> Result<Received>
    where
        S: Stream<Item = Result<Bytes, E>> + Send,
        E: std::fmt::Display,
    {
        let seal = match (sealing, self.inner.vault.get()) {
            (None, _) => None,
            (Some(sealing), Some(vault)) => Some(vault.make(sealing, self.now()).await?),
            (Some(sealing), None) => {
                return Err(Error::new(Kind::KeyMissing, format!("nothing here encrypts under {}", sealing.key)));
            }
        };
        body::receive(Arc::clone(&self.inner.data), body, algorithms, seal).await
    }

    /// Puts bytes under a key. When this returns the object is durable; until then the one before is read.
    pub async fn put(&self, bucket: &str, key: &str, received: Received, put: Put) -> Result<Arc<Object>> {
        check_key(key)?;
        let object = Object {
            segments: received.segments(),
            sealing: received.sealing(),
            bytes: received.bytes(),
            etag: received.etag(),
            modified: self.now(),
            attributes: put.attributes,
            tags: put.tags,
            checksum: put.checksum,
            part_bytes: Vec::new(),
        };
        self.put_object(bucket, key, object, put.condition, Box::new(received)).await
    }

    /// Puts several bodies, one after the other, as one object.
    pub(crate) async fn put_joined(
        &self,
        bucket: &str,
        key: &str,
        parts: Vec<Received>,
        put: Put,
    ) -> Result<Arc<Object>> {
        check_key(key)?;
        let object = Object {
            segments: parts.iter().flat_map(Received::segments).collect(),
            sealing: parts.first().and_then(Received::sealing),
            bytes: parts.iter().map(Received::bytes).sum(),
            etag: joined_etag(parts.iter().map(|part| part.md5)),
            modified: self.now(),
            attributes: put.attributes,
            tags: put.tags,
            checksum: None,
            part_bytes: parts.iter().map(Received::bytes).collect(),
        };
        self.put_object(bucket, key, object, put.condition, Box::new(parts)).await
    }

    async fn put_object(
        &self,
        bucket: &str,
        key: &str,
        object: Object,
        condition: Condition,
        held: Box<dyn Send>,
    ) -> Result<Arc<Object>> {
        let change = Change::ObjectPut { bucket: bucket.to_string(), key: key.to_string(), object: object.clone() };
        self.committer()?.commit(change, condition, Some(held)).await?;
        Ok(Arc::new(object))
    }

    /// What is known of an object.
    pub fn head(&self, bucket: &str, key: &str) -> Result<Arc<Object>> {
        self.index().object(bucket, key).cloned()
    }

    /// An object and a handle on its bytes, which stay readable also if it is replaced or deleted meanwhile.
    pub fn get(&self, bucket: &str, key: &str) -> Result<Reader> {
        let index = self.index();
        let object = Arc::clone(index.object(bucket, key)?);
        let lease = Lease::new(&object.segments, &self.inner.data, format!("{bucket}/{key}"));
        Ok(Reader { object, lease, opener: self.inner.vault.get().map(|vault| (Arc::clone(vault), self.now())) })
    }

    /// Copies an object, within a bucket or across, without copying bytes. `changed` makes the new object's metadata
    /// out of the old one's.
    pub async fn copy(
        &self,
        source: &Reader,
        bucket: &str,
        key: &str,
        condition: Condition,
        changed: impl FnOnce(&mut Attributes, &mut Tags),
    ) -> Result<Arc<Object>> {
        check_key(key)?;
        let mut object = Object::clone(&source.object);
        object.modified = self.now();
        changed(&mut object.attributes, &mut object.tags);
        let held = Lease::new(&object.segments, &self.inner.data, format!("{bucket}/{key}"));
        self.put_object(bucket, key, object, condition, Box::new(held)).await
    }

    /// Deletes an object; one that does not exist is no error.
    pub async fn delete(&self, bucket: &str, key: &str, condition: Condition) -> Result<()> {
        if condition == Condition::None && !self.index().bucket(bucket)?.objects.contains_key(key) {
            return Ok(());
        }
        let change = Change::ObjectDeleted { bucket: bucket.to_string(), key: key.to_string() };
        self.committer()?.commit(change, condition, None).await
    }

    /// Replaces an object's tags.
    pub async fn set_tags(&self, bucket: &str, key: &str, tags: Tags) -> Result<()> {
        let change = Change::ObjectTagged { bucket: bucket.to_string(), key: key.to_string(), tags };
        self.committer()?.commit(change, Condition::None, None).await
    }

    /// One page of a bucket's keys, in the order of their bytes.
    pub fn list(&self, bucket: &str, query: &ListQuery<'_>) -> Result<Page> {
        Ok(list(&self.index().bucket(bucket)?.objects, query))
    }
}

/// An object that can be read.
pub struct Reader {
    /// The object.
    pub object: Arc<Object>,
    lease: Lease,
    /// What opens its keys, as of when it was got.
    opener: Option<Opener>,
}

impl Reader {
    /// Its bytes `from..to`, in pieces. Missing or short data files are [`Kind::Corrupt`], never other bytes.
    pub async fn read(self, from: u64, to: u64) -> Result<impl Stream<Item = Result<Bytes>> + Send + Sync + use<>> {
        if from > to || to > self.object.bytes {
            return Err(Error::new(Kind::InvalidRange, "The requested range is not satisfiable"));
        }
        reading::read(self.lease, from, to, self.opener).await
    }

    /// The file that holds the object's bytes and nothing before them, open, and where it lies; nothing for an object
    /// that is made up of several or encrypted. What is open stays readable whatever becomes of the object.
    ///
    /// # Errors
    /// As [`Reader::read`].
    pub fn file(&self) -> Result<Option<(File, PathBuf)>> {
        reading::file_of(&self.lease)
    }
}

fn info(name: &str, state: &Bucket) -> BucketInfo {
    BucketInfo { name: name.to_string(), region: state.region.clone(), created: state.created }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_store_opens_again_while_a_process_being_started_has_its_files() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let open = || Store::open(folder.path(), Arc::new(|| DateTime::<Utc>::UNIX_EPOCH));
        let (store, _) = open().expect("a new store");
        assert!(open().is_err(), "one at a time has it open");
        let as_inherited = store.inner.lock.try_clone().expect("a file can be open twice");
        drop(store);
        assert!(open().is_ok());
        drop(as_inherited);
    }
}
