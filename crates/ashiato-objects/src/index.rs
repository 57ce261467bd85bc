//! The store in memory: what the journal says, in order of the keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::object::{Object, Part, Segment};
use crate::upload::NewUpload;

/// Every bucket and upload.
#[derive(Default)]
pub(crate) struct Index {
    pub(crate) buckets: BTreeMap<String, Bucket>,
    pub(crate) uploads: BTreeMap<String, UploadState>,
}

/// One bucket. Keys are in the order of their UTF-8 bytes, as S3 lists them.
pub(crate) struct Bucket {
    pub(crate) region: String,
    pub(crate) created: DateTime<Utc>,
    pub(crate) documents: BTreeMap<String, String>,
    pub(crate) objects: BTreeMap<String, Arc<Object>>,
}

/// One multipart upload in progress.
pub(crate) struct UploadState {
    pub(crate) upload: NewUpload,
    pub(crate) created: DateTime<Utc>,
    pub(crate) parts: BTreeMap<u16, Arc<Part>>,
}

/// The segments that a change has brought into use and those that it has put out of use.
#[derive(Default)]
pub(crate) struct Effect {
    pub(crate) gained: Vec<Segment>,
    pub(crate) lost: Vec<Segment>,
}

impl Index {
    /// Applies a change whose conditions hold. One that concerns nothing (a bucket since deleted) has no effect.
    pub(crate) fn apply(&mut self, change: Change) -> Effect {
        let mut effect = Effect::default();
        match change {
            Change::BucketCreated { bucket, region, created } => {
                let empty = Bucket { region, created, documents: BTreeMap::new(), objects: BTreeMap::new() };
                self.buckets.insert(bucket, empty);
            }
            Change::BucketDeleted { bucket } => {
                self.buckets.remove(&bucket);
                let of_bucket = self.uploads.extract_if(.., |_, upload| upload.upload.bucket == bucket);
                for (_, upload) in of_bucket {
                    effect.lost.extend(upload.segments());
                }
            }
            Change::DocumentPut { bucket, name, document } => {
                if let Some(bucket) = self.buckets.get_mut(&bucket) {
                    bucket.documents.insert(name, document);
                }
            }
            Change::DocumentDeleted { bucket, name } => {
                if let Some(bucket) = self.buckets.get_mut(&bucket) {
                    bucket.documents.remove(&name);
                }
            }
            Change::ObjectPut { bucket, key, object } => self.put(&bucket, key, object, &mut effect),
            Change::ObjectTagged { bucket, key, tags } => {
                if let Some(object) = self.buckets.get_mut(&bucket).and_then(|bucket| bucket.objects.get_mut(&key)) {
                    Arc::make_mut(object).tags = tags;
                }
            }
            Change::ObjectDeleted { bucket, key } => {
                let gone = self.buckets.get_mut(&bucket).and_then(|bucket| bucket.objects.remove(&key));
                effect.lost.extend(gone.iter().flat_map(|object| object.segments.iter().cloned()));
            }
            Change::UploadCreated { upload_id, created, upload } => {
                self.uploads.insert(upload_id, UploadState { upload, created, parts: BTreeMap::new() });
            }
            Change::PartPut { upload_id, number, part } => {
                if let Some(upload) = self.uploads.get_mut(&upload_id) {
                    effect.gained.extend(part.segments.iter().cloned());
                    let before = upload.parts.insert(number, Arc::new(part));
                    effect.lost.extend(before.iter().flat_map(|part| part.segments.iter().cloned()));
                }
            }
            Change::UploadCompleted { upload_id, bucket, key, object } => {
                self.put(&bucket, key, object, &mut effect);
                let upload = self.uploads.remove(&upload_id);
                effect.lost.extend(upload.iter().flat_map(UploadState::segments));
            }
            Change::UploadAborted { upload_id } => {
                let upload = self.uploads.remove(&upload_id);
                effect.lost.extend(upload.iter().flat_map(UploadState::segments));
            }
        }
        effect
    }

    fn put(&mut self, bucket: &str, key: String, object: Object, effect: &mut Effect) {
        let Some(bucket) = self.buckets.get_mut(bucket) else { return };
        effect.gained.extend(object.segments.iter().cloned());
        let before = bucket.objects.insert(key, Arc::new(object));
        effect.lost.extend(before.iter().flat_map(|object| object.segments.iter().cloned()));
    }

    /// The changes that make this index out of an empty one: what a rewritten journal holds.
    pub(crate) fn changes(&self) -> impl Iterator<Item = Change> {
        let buckets = self.buckets.iter().flat_map(|(name, state)| {
            let created =
                Change::BucketCreated { bucket: name.clone(), region: state.region.clone(), created: state.created };
            let documents = state.documents.iter().map(|(document_name, document)| Change::DocumentPut {
                bucket: name.clone(),
                name: document_name.clone(),
                document: document.clone(),
            });
            let objects = state.objects.iter().map(|(key, object)| Change::ObjectPut {
                bucket: name.clone(),
                key: key.clone(),
                object: Object::clone(object),
            });
            std::iter::once(created).chain(documents).chain(objects)
        });
        let uploads = self.uploads.iter().flat_map(|(upload_id, state)| {
            let created = Change::UploadCreated {
                upload_id: upload_id.clone(),
                created: state.created,
                upload: state.upload.clone(),
            };
            let parts = state.parts.iter().map(|(number, part)| Change::PartPut {
                upload_id: upload_id.clone(),
                number: *number,
                part: Part::clone(part),
            });
            std::iter::once(created).chain(parts)
        });
        buckets.chain(uploads)
    }
}

impl UploadState {
    fn segments(&self) -> Vec<Segment> {
        self.parts.values().flat_map(|part| part.segments.iter().cloned()).collect()
    }
}

impl Index {
    pub(crate) fn bucket(&self, bucket: &str) -> Result<&Bucket> {
        self.buckets.get(bucket).ok_or_else(|| Error::no_such_bucket(bucket))
    }

    pub(crate) fn object(&self, bucket: &str, key: &str) -> Result<&Arc<Object>> {
        self.bucket(bucket)?.objects.get(key).ok_or_else(|| Error::no_such_key(bucket, key))
    }

    /// Every segment in use.
    pub(crate) fn segments(&self) -> impl Iterator<Item = Segment> {
        let objects = self.buckets.values().flat_map(|bucket| bucket.objects.values());
        let of_objects = objects.flat_map(|object| object.segments.iter().cloned());
        of_objects.chain(self.uploads.values().flat_map(UploadState::segments))
    }
}
