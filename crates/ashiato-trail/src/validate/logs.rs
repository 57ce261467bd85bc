//! Log files: those that digests name, hashed on all cores, and those that no digest names.

use super::content::{self, Fault};
use super::digests::Found;
use super::finding::{Finding, Kind};
use super::inventory::{Line, canonical, split};
use super::tree::Tree;
use super::{Options, Progress};
use crate::digest::CoveredFile;
use crate::time::{self, Time};
use ashiato_event::key;
use chrono::TimeDelta;
use futures::{StreamExt, stream};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// A log file may unpack to so much; CloudTrail's own limit is fifty megabytes.
const LOG_BYTES_MAX: u64 = 4 << 30;

/// The name of a log file tells the minute, and it may be delivered a little after.
const DELIVERED_WITHIN: TimeDelta = TimeDelta::minutes(5);

/// What digests say of a log file. Indexes of a line and of a digest in it come with each hash.
pub(super) type Claims = BTreeMap<String, Vec<Claim>>;

/// What one digest says of a log file.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) hash_value: String,
    pub(super) bucket: String,
    pub(super) line: usize,
    pub(super) digest: usize,
}

/// Where a log file is that a digest of a line names: in the bucket itself where the digest says, in a copy beside it.
pub(super) fn key_of(line: &Line, file: &CoveredFile, options: &Options) -> String {
    match options.bucket {
        Some(_) => file.key.clone(),
        None => format!("{}{}", line.above, canonical(&file.key)),
    }
}

/// Whether a log file is one of those that a line's digests name, by its account and region.
pub(super) fn is_of_line(key: &str, line: &Line) -> bool {
    let name = key::parse(key);
    Some(&line.account) == name.account.as_ref()
        && Some(&line.region) == name.region.as_ref()
        && line.organization == name.organization
        && split(key).is_some_and(|(above, _)| above == line.above)
}

/// Adds what the digests of a line say.
pub(super) fn collect(line_at: usize, (line, digests): &(Line, Vec<Found>), options: &Options, claims: &mut Claims) {
    for (digest_at, found) in digests.iter().enumerate() {
        for file in found.loaded.iter().flat_map(|loaded| &loaded.digest.log_files) {
            claims.entry(key_of(line, file, options)).or_default().push(Claim {
                hash_value: file.hash_value.clone(),
                bucket: file.bucket.clone(),
                line: line_at,
                digest: digest_at,
            });
        }
    }
}

/// Checks every claimed file; `found` is told of each finding, with the file's claims.
pub(super) async fn check<T: Tree>(
    tree: &Arc<T>,
    claims: &Claims,
    options: &Options,
    progress: &Progress,
    mut found: impl FnMut(Finding, &[Claim]),
) {
    let files = stream::iter(claims).map(|(key, claims)| async move {
        let finding = check_file(tree, key, claims, options, progress).await;
        progress.files_done.fetch_add(1, Ordering::Relaxed);
        (finding, claims)
    });
    let mut files = std::pin::pin!(files.buffer_unordered(options.at_once()));
    while let Some((finding, claims)) = files.next().await {
        if let Some(finding) = finding {
            found(finding, claims);
        }
    }
}

async fn check_file<T: Tree>(
    tree: &Arc<T>,
    key: &str,
    claims: &[Claim],
    options: &Options,
    progress: &Progress,
) -> Option<Finding> {
    let elsewhere = claims.iter().find(|claim| options.bucket.as_ref().is_some_and(|bucket| *bucket != claim.bucket));
    if let Some(claim) = elsewhere {
        let sentence = format!("is in the bucket {}: look there", claim.bucket);
        return Some(Finding::new(Kind::LogFileElsewhere, key, sentence));
    }
    let unreadable = |why: String| Some(Finding::new(Kind::Unreadable, key, format!("could not be read: {why}")));
    let object = match tree.open(key).await {
        Ok(Some(object)) => object,
        Ok(None) => return Some(Finding::new(Kind::LogFileMissing, key, "is absent: a digest names it")),
        Err(error) => return unreadable(error.to_string()),
    };
    let hashing = move || content::unpack(object.content, LOG_BYTES_MAX, |_| {});
    let unpacked = match tokio::task::spawn_blocking(hashing).await {
        Ok(unpacked) => unpacked,
        Err(error) => return unreadable(error.to_string()),
    };
    match unpacked {
        Ok(unpacked) => {
            progress.bytes.fetch_add(unpacked.bytes, Ordering::Relaxed);
            let is_right = claims.iter().all(|claim| claim.hash_value == unpacked.hash_value);
            let altered = || Finding::new(Kind::LogFileAltered, key, "does not have the hash that its digest tells");
            (!is_right).then(altered)
        }
        Err(fault) => Some(of_fault(key, fault)),
    }
}

fn of_fault(key: &str, fault: Fault) -> Finding {
    match fault {
        Fault::Unreadable(why) => Finding::new(Kind::Unreadable, key, format!("could not be read: {why}")),
        Fault::Truncated => Finding::new(Kind::LogFileTruncated, key, "ends before its gzip stream does"),
        Fault::Damaged(why) => Finding::new(Kind::LogFileDamaged, key, format!("is damaged gzip: {why}")),
        Fault::TrailingBytes => Finding::new(Kind::LogFileTrailingBytes, key, "has bytes behind its gzip stream"),
        Fault::TooLong => Finding::new(Kind::LogFileAltered, key, "unpacks to more than 4 GiB"),
    }
}

/// The log files that no digest names, within the time asked about.
pub(super) fn uncovered(
    logs: &BTreeSet<String>,
    claims: &Claims,
    lines: &[(Line, Vec<Found>)],
    options: &Options,
) -> Vec<Finding> {
    logs.iter().filter(|key| !claims.contains_key(*key)).filter_map(|key| judge(key, lines, options)).collect()
}

fn judge(key: &str, lines: &[(Line, Vec<Found>)], options: &Options) -> Option<Finding> {
    let name = key::parse(key);
    let unproved = |why: &str| Some(Finding::new(Kind::LogFileUnproved, key, why));
    let Some(delivered) = name.delivered.and_then(time::of_seconds) else {
        return unproved("is in no digest, and its name tells no time");
    };
    if !options.asks_about(delivered) {
        return None;
    }
    let covers = |moment: Time| {
        let is_covering = |found: &Found| {
            let range = found.loaded.as_ref().map(|loaded| (loaded.digest.start, loaded.digest.end));
            range.is_some_and(|(start, end)| start <= moment && moment < end)
        };
        lines.iter().filter(|(line, _)| is_of_line(key, line)).any(|(_, digests)| {
            // In the order of their ends: the one that covers the moment is the first that ends behind it.
            let after = digests.partition_point(|found| found.end <= moment);
            digests.get(after).is_some_and(is_covering)
        })
    };
    // Whichever digest would name it is there and has been read.
    if covers(delivered) && covers(delivered + DELIVERED_WITHIN) {
        let sentence = "is in no digest, though digests cover the time of its name";
        return Some(Finding::new(Kind::LogFileNotCovered, key, sentence).over(delivered, delivered));
    }
    unproved("is in no digest: none that can be read covers the time of its name")
}
