//! Reading digests, and what each tells of itself: whether it is whole, in its place, and at one with its name.

use super::content::{self, Fault};
use super::finding::{Finding, Kind};
use super::inventory::{Line, canonical};
use super::tree::Tree;
use super::{Options, Progress};
use crate::digest::{self, Digest, metadata};
use crate::signing::SIGNATURE_ALGORITHM;
use crate::time::Time;
use futures::{StreamExt, stream};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// An hour's digest names some hundred thousand files in less.
const DIGEST_BYTES_MAX: u64 = 64 << 20;

/// A digest that is there.
#[derive(Debug)]
pub(super) struct Found {
    /// Its key in the tree.
    pub(super) key: String,
    /// The end of its time, by its name.
    pub(super) end: Time,
    /// What it says; None where it cannot be read.
    pub(super) loaded: Option<Loaded>,
    /// Whether anything is wrong with it by itself.
    pub(super) is_bad: bool,
    /// Whether it lies where it says, and ended when its name says.
    pub(super) is_in_place: bool,
}

#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) digest: Digest,
    pub(super) hash_value: String,
    /// None where the storage keeps no metadata.
    pub(super) metadata: Option<BTreeMap<String, String>>,
}

impl Loaded {
    pub(super) fn signature(&self) -> Option<&str> {
        self.metadata.as_ref()?.get(metadata::SIGNATURE).map(String::as_str)
    }
}

/// Reads the digests of a line, several at once, in the order of their ends.
pub(super) async fn read<T: Tree>(
    tree: &Arc<T>,
    line: &Line,
    keys: Vec<(Time, String)>,
    options: &Options,
    progress: &Progress,
) -> (Vec<Found>, Vec<Finding>) {
    let read = stream::iter(keys).map(|(end, key)| async move {
        let loaded = load(tree, &key).await;
        progress.files_done.fetch_add(1, Ordering::Relaxed);
        let (loaded, mut findings) = match loaded {
            Ok(loaded) => (Some(loaded), Vec::new()),
            Err(finding) => (None, vec![*finding]),
        };
        if let Some(loaded) = &loaded {
            findings.extend(of_itself(line, &key, end, loaded, options));
        }
        let is_in_place = loaded.as_ref().is_some_and(|loaded| {
            let digest = &loaded.digest;
            lies_in_place(digest, &key, options) && digest.end == end
        });
        (Found { is_bad: !findings.is_empty(), is_in_place, key, end, loaded }, findings)
    });
    let read: Vec<_> = read.buffered(options.at_once()).collect().await;
    let (found, findings): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    (found, findings.into_iter().flatten().collect())
}

async fn load<T: Tree>(tree: &Arc<T>, key: &str) -> Result<Loaded, Box<Finding>> {
    let unreadable = |why: String| Box::new(Finding::new(Kind::Unreadable, key, format!("could not be read: {why}")));
    let object = match tree.open(key).await {
        Ok(Some(object)) => object,
        Ok(None) => return Err(Box::new(Finding::new(Kind::DigestMissing, key, "was listed and is gone"))),
        Err(error) => return Err(unreadable(error.to_string())),
    };
    let metadata = object.metadata;
    let reading = move || {
        let mut text = Vec::new();
        let unpacked = content::unpack(object.content, DIGEST_BYTES_MAX, |piece| text.extend_from_slice(piece));
        unpacked.map(|unpacked| (digest::read(&text), unpacked.hash_value))
    };
    let read = tokio::task::spawn_blocking(reading).await.map_err(|error| unreadable(error.to_string()))?;
    let (digest, hash_value) = read.map_err(|fault| Box::new(of_fault(key, fault)))?;
    let digest = digest
        .map_err(|error| Box::new(Finding::new(Kind::DigestMalformed, key, format!("is not a digest: {error}"))))?;
    Ok(Loaded { digest, hash_value, metadata })
}

fn of_fault(key: &str, fault: Fault) -> Finding {
    match fault {
        Fault::Unreadable(why) => Finding::new(Kind::Unreadable, key, format!("could not be read: {why}")),
        Fault::Truncated => Finding::new(Kind::DigestTruncated, key, "ends before its gzip stream does"),
        Fault::Damaged(why) => Finding::new(Kind::DigestDamaged, key, format!("is damaged gzip: {why}")),
        Fault::TrailingBytes => Finding::new(Kind::DigestTrailingBytes, key, "has bytes behind its gzip stream"),
        Fault::TooLong => Finding::new(Kind::DigestMalformed, key, "unpacks to more than 64 MiB"),
    }
}

/// In the bucket itself the whole key counts; a copy keeps what is below its folder `AWSLogs`.
fn lies_in_place(digest: &Digest, key: &str, options: &Options) -> bool {
    match options.bucket {
        Some(_) => digest.key == key,
        None => canonical(&digest.key) == canonical(key),
    }
}

fn of_itself(line: &Line, key: &str, end: Time, loaded: &Loaded, options: &Options) -> Vec<Finding> {
    let digest = &loaded.digest;
    let mut findings = Vec::new();
    let mut found = |kind, sentence: String| {
        findings.push(Finding::new(kind, key, sentence).over(digest.start, digest.end));
    };
    let is_in_place = lies_in_place(digest, key, options);
    if !is_in_place {
        found(Kind::DigestMoved, format!("says of itself that it is {}", digest.key));
    }
    if let Some(bucket) = options.bucket.as_ref().filter(|bucket| **bucket != digest.bucket) {
        found(Kind::DigestOfAnotherBucket, format!("is of the bucket {}, not of {bucket}", digest.bucket));
    }
    if is_in_place && (digest.end != end || digest.account != line.account || digest.start >= digest.end) {
        let times = format!("{} to {}", crate::time::format(digest.start), crate::time::format(digest.end));
        found(Kind::DigestContradictory, format!("says account {}, {times}", digest.account));
    }
    let Some(metadata) = &loaded.metadata else { return findings };
    match metadata.get(metadata::SIGNATURE_ALGORITHM).map(String::as_str) {
        Some(SIGNATURE_ALGORITHM) => {}
        algorithm => {
            let algorithm = algorithm.unwrap_or("nothing");
            found(Kind::SignatureAlgorithm, format!("has {algorithm} as its signature-algorithm"));
        }
    }
    if line.is_backfill && !metadata.contains_key(metadata::BACKFILL_GENERATION_TIMESTAMP) {
        found(Kind::BackfillTimestampMissing, "has no backfill-generation-timestamp".to_string());
    }
    findings
}
