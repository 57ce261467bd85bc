//! The one thread that changes the store: it checks conditions, writes many commits with one sync, then applies them.

use std::collections::HashSet;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, RwLock};

use tokio::sync::oneshot;

use crate::change::Change;
use crate::data::DataFolder;
use crate::error::{Error, Kind, Result};
use crate::index::Index;
use crate::journal::Journal;
use crate::object::{Condition, Segment};

const COMMANDS_IN_COMMIT_MAX: usize = 512;
const COMMANDS_WAITING_MAX: usize = 1024;

/// A change to be made, if its condition holds then.
struct Command {
    change: Change,
    condition: Condition,
    held: Held,
    reply: oneshot::Sender<Result<()>>,
}

/// What keeps the data files of a change on disk until it is applied, also where its caller has gone.
pub(crate) type Held = Option<Box<dyn Send>>;

/// The way to the thread. When the last is dropped, the thread ends.
#[derive(Clone)]
pub(crate) struct Committer {
    commands: SyncSender<Command>,
}

impl Committer {
    /// Starts the thread; the handle ends once every committer is dropped.
    pub(crate) fn start(
        journal: Journal,
        index: Arc<RwLock<Index>>,
        data: Arc<DataFolder>,
    ) -> std::io::Result<(Self, std::thread::JoinHandle<()>)> {
        let (commands, waiting) = sync_channel(COMMANDS_WAITING_MAX);
        let thread = std::thread::Builder::new()
            .name("objects-commit".to_string())
            .spawn(move || State { journal, index, data, unusable: false }.run(&waiting))?;
        Ok((Self { commands }, thread))
    }

    /// Makes a change durable and visible. It takes place also where the caller stops waiting.
    pub(crate) async fn commit(&self, change: Change, condition: Condition, held: Held) -> Result<()> {
        let (reply, answer) = oneshot::channel();
        let mut command = Command { change, condition, held, reply };
        let closed = || Error::new(Kind::Disk, "the store has been closed");
        // The queue is full only while the disk is slower than everyone: the blocking pool may wait for it then.
        if let Err(error) = self.commands.try_send(command) {
            match error {
                std::sync::mpsc::TrySendError::Disconnected(_) => return Err(closed()),
                std::sync::mpsc::TrySendError::Full(back) => command = back,
            }
            let commands = self.commands.clone();
            let sent = tokio::task::spawn_blocking(move || commands.send(command).is_ok()).await;
            if !sent.unwrap_or(false) {
                return Err(closed());
            }
        }
        answer.await.map_err(|_| closed())?
    }
}

struct State {
    journal: Journal,
    index: Arc<RwLock<Index>>,
    data: Arc<DataFolder>,
    unusable: bool,
}

impl State {
    fn run(mut self, waiting: &Receiver<Command>) {
        while let Ok(first) = waiting.recv() {
            let mut commands = vec![first];
            commands.extend(waiting.try_iter().take(COMMANDS_IN_COMMIT_MAX - 1));
            let mut batch = Vec::new();
            let mut touched = HashSet::new();
            for command in commands {
                // A condition is checked against what has been applied: what concerns the same thing goes before.
                if !touched.insert(subject(&command.change)) || concerns_all(&command.change) {
                    self.commit(&mut batch);
                    touched = HashSet::from([subject(&command.change)]);
                }
                match self.check(&command.change, &command.condition) {
                    Err(error) => drop(command.reply.send(Err(error))),
                    Ok(()) if concerns_all(&command.change) => self.commit(&mut vec![command]),
                    Ok(()) => batch.push(command),
                }
            }
            self.commit(&mut batch);
        }
    }

    fn check(&self, change: &Change, condition: &Condition) -> Result<()> {
        let index = self.index.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        let bucket_of = |bucket: &str| index.buckets.get(bucket).ok_or_else(|| Error::no_such_bucket(bucket));
        let upload_of = |id: &str| index.uploads.get(id).map(drop).ok_or_else(|| Error::no_such_upload(id));
        match change {
            Change::BucketCreated { bucket, .. } if index.buckets.contains_key(bucket) => {
                Err(Error::new(Kind::BucketExists, format!("bucket {bucket} exists already")))
            }
            Change::BucketCreated { .. } => Ok(()),
            Change::BucketDeleted { bucket } if !bucket_of(bucket)?.objects.is_empty() => {
                Err(Error::new(Kind::BucketNotEmpty, format!("bucket {bucket} still holds objects")))
            }
            Change::BucketDeleted { .. } => Ok(()),
            Change::DocumentPut { bucket, .. } | Change::DocumentDeleted { bucket, .. } => bucket_of(bucket).map(drop),
            Change::UploadCreated { upload, .. } => bucket_of(&upload.bucket).map(drop),
            Change::PartPut { upload_id, .. } | Change::UploadAborted { upload_id } => upload_of(upload_id),
            Change::ObjectTagged { bucket, key, .. } => match bucket_of(bucket)?.objects.contains_key(key) {
                true => Ok(()),
                false => Err(Error::no_such_key(bucket, key)),
            },
            Change::ObjectPut { bucket, key, .. } | Change::ObjectDeleted { bucket, key } => {
                holds(condition, bucket_of(bucket)?, bucket, key)
            }
            Change::UploadCompleted { upload_id, bucket, key, .. } => {
                upload_of(upload_id)?;
                holds(condition, bucket_of(bucket)?, bucket, key)
            }
        }
    }

    fn commit(&mut self, batch: &mut Vec<Command>) {
        if batch.is_empty() {
            return;
        }
        let written = self.write(batch);
        if let Err((error_kind, unusable)) = &written {
            self.unusable |= unusable;
            for command in batch.drain(..) {
                if *unusable {
                    // Whether the commit is on disk shows at the next start: its data files must be there then.
                    std::mem::forget(command.held);
                }
                let error = std::io::Error::new(*error_kind, "the journal could not be written");
                let _ = command.reply.send(Err(Error::disk("commit to the store", error)));
            }
            return;
        }
        let mut lost = Vec::new();
        let mut replies = Vec::new();
        let mut held = Vec::new();
        {
            let mut index = self.index.write().unwrap_or_else(|poisoned| poisoned.into_inner());
            for command in batch.drain(..) {
                let effect = index.apply(command.change);
                self.data.gain(effect.gained.iter());
                lost.extend(effect.lost);
                replies.push(command.reply);
                held.push(command.held);
            }
        }
        for reply in replies {
            let _ = reply.send(Ok(()));
        }
        drop(held);
        self.data.lose(lost.iter());
        if self.journal.is_overgrown() {
            let index = self.index.read().unwrap_or_else(|poisoned| poisoned.into_inner());
            // The old journal is whole until the new one is in its place; what failed in between is unknown.
            self.unusable |= self.journal.rewrite(&index).is_err();
        }
    }

    fn write(&mut self, batch: &[Command]) -> Result<(), (std::io::ErrorKind, bool)> {
        if self.unusable {
            return Err((std::io::ErrorKind::Other, true));
        }
        let segments = batch.iter().flat_map(|command| segments(&command.change));
        self.data.sync_names(segments).map_err(|error| (error.kind(), false))?;
        let changes: Vec<&Change> = batch.iter().map(|command| &command.change).collect();
        self.journal.append(&changes).map_err(|(error, unusable)| (error.kind(), unusable))
    }
}

/// Whether a change concerns more than one thing, and so is a commit of its own.
fn concerns_all(change: &Change) -> bool {
    matches!(
        change,
        Change::BucketCreated { .. }
            | Change::BucketDeleted { .. }
            | Change::DocumentPut { .. }
            | Change::DocumentDeleted { .. }
            | Change::UploadCompleted { .. }
            | Change::UploadAborted { .. }
    )
}

/// The object or upload that a change concerns.
fn subject(change: &Change) -> (String, String) {
    match change {
        Change::BucketCreated { bucket, .. }
        | Change::BucketDeleted { bucket }
        | Change::DocumentPut { bucket, .. }
        | Change::DocumentDeleted { bucket, .. } => (bucket.clone(), String::new()),
        Change::ObjectPut { bucket, key, .. }
        | Change::ObjectTagged { bucket, key, .. }
        | Change::ObjectDeleted { bucket, key }
        | Change::UploadCompleted { bucket, key, .. } => (bucket.clone(), key.clone()),
        Change::PartPut { upload_id, number, .. } => (upload_id.clone(), number.to_string()),
        Change::UploadCreated { upload_id, .. } | Change::UploadAborted { upload_id } => {
            (upload_id.clone(), String::new())
        }
    }
}

/// The data files that a change names.
fn segments(change: &Change) -> &[Segment] {
    match change {
        Change::ObjectPut { object, .. } => &object.segments,
        Change::PartPut { part, .. } => &part.segments,
        // The parts of a completed upload were made durable when they were put.
        _ => &[],
    }
}

fn holds(condition: &Condition, bucket: &crate::index::Bucket, bucket_name: &str, key: &str) -> Result<()> {
    let object = bucket.objects.get(key);
    match (condition, object) {
        (Condition::None, _) | (Condition::Absent, None) => Ok(()),
        (Condition::EtagIs(etag), Some(object)) if *etag == object.etag => Ok(()),
        (Condition::EtagIs(_), None) => Err(Error::no_such_key(bucket_name, key)),
        (Condition::Absent | Condition::EtagIs(_), Some(_)) => {
            Err(Error::new(Kind::PreconditionFailed, "At least one of the pre-conditions you specified did not hold"))
        }
    }
}
