//! Tampering with log files.

use super::super::trees::*;
use super::Tamper;
use crate::log_file::gzip;
use crate::validate::Kind;

pub(super) const LOG_FILES: &[(&str, Tamper, Kind)] = &[
    (
        "deleted",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.remove(&key);
            key
        },
        Kind::LogFileMissing,
    ),
    (
        "a value altered",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.replace(&key, "CreateBucket", "DeleteBucket");
            key
        },
        Kind::LogFileAltered,
    ),
    (
        "one space more",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.replace(&key, "]}", "] }");
            key
        },
        Kind::LogFileAltered,
    ),
    (
        "a record removed",
        |memory| {
            let key = memory.log_key(EAST, 10);
            *memory.bytes(&key) = gzip(b"{\"Records\":[]}").expect("it is packed");
            key
        },
        Kind::LogFileAltered,
    ),
    (
        "replaced by another log file",
        |memory| {
            let (key, other) = (memory.log_key(EAST, 10), memory.log_key(WEST, 10));
            *memory.bytes(&key) = memory.bytes(&other).clone();
            key
        },
        Kind::LogFileAltered,
    ),
    (
        "exchanged for a later one of the region",
        |memory| {
            let (key, other) = (memory.log_key(EAST, 10), memory.log_key(EAST, 12));
            let (one, two) = (memory.remove(&key), memory.remove(&other));
            memory.objects.extend([(key.clone(), two), (other, one)]);
            key
        },
        Kind::LogFileAltered,
    ),
    (
        "emptied",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.bytes(&key).clear();
            key
        },
        Kind::LogFileTruncated,
    ),
    (
        "cut in its middle",
        |memory| {
            let key = memory.log_key(EAST, 10);
            let length = memory.bytes(&key).len() / 2;
            memory.bytes(&key).truncate(length);
            key
        },
        Kind::LogFileTruncated,
    ),
    (
        "its last byte cut off",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.bytes(&key).pop();
            key
        },
        Kind::LogFileTruncated,
    ),
    (
        "text appended",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.bytes(&key).extend_from_slice(b"more");
            key
        },
        Kind::LogFileTrailingBytes,
    ),
    (
        "one zero byte appended",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.bytes(&key).push(0);
            key
        },
        Kind::LogFileTrailingBytes,
    ),
    (
        "a second gzip member appended",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.bytes(&key).extend(gzip(b"{}").expect("it is packed"));
            key
        },
        Kind::LogFileTrailingBytes,
    ),
    (
        "an empty gzip member appended",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.bytes(&key).extend(gzip(b"").expect("it is packed"));
            key
        },
        Kind::LogFileTrailingBytes,
    ),
    (
        "stored without compression",
        |memory| {
            let key = memory.log_key(EAST, 10);
            *memory.bytes(&key) = text(memory.bytes(&key)).expect("it is gzip");
            key
        },
        Kind::LogFileDamaged,
    ),
    (
        "its checksum altered",
        |memory| {
            let key = memory.log_key(EAST, 10);
            let at = memory.bytes(&key).len() - 8;
            memory.bytes(&key)[at] ^= 1;
            key
        },
        Kind::LogFileDamaged,
    ),
    (
        "its length altered",
        |memory| {
            let key = memory.log_key(EAST, 10);
            let at = memory.bytes(&key).len() - 1;
            memory.bytes(&key)[at] ^= 1;
            key
        },
        Kind::LogFileDamaged,
    ),
    (
        "renamed: missing",
        |memory| {
            let key = memory.log_key(EAST, 10);
            let object = memory.remove(&key);
            memory.objects.insert(key.replace(".json.gz", "A.json.gz"), object);
            key
        },
        Kind::LogFileMissing,
    ),
    (
        "renamed: not covered",
        |memory| {
            let key = memory.log_key(EAST, 10);
            let object = memory.remove(&key);
            let renamed = key.replace(".json.gz", "A.json.gz");
            memory.objects.insert(renamed.clone(), object);
            renamed
        },
        Kind::LogFileNotCovered,
    ),
    ("invented", |memory| memory.put_log(EAST, 11, 20).key, Kind::LogFileNotCovered),
    ("invented in an hour without logging", |memory| memory.put_log(EAST, STOPPED, 20).key, Kind::LogFileUnproved),
    ("invented after the newest digest", |memory| memory.put_log(EAST, HOURS + 1, 20).key, Kind::LogFileUnproved),
    ("invented in a region without digests", |memory| memory.put_log("sa-east-1", 10, 20).key, Kind::LogFileUnproved),
    (
        "that of a backfill altered",
        |memory| {
            let key = memory.objects.keys().find(|key| key.contains("CloudTrail_us-east-1_20231027T0931Z")).cloned();
            let key = key.expect("it is there");
            memory.replace(&key, "CreateBucket", "DeleteBucket");
            key
        },
        Kind::LogFileAltered,
    ),
    (
        "unreadable",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.unreadable.insert(key.clone());
            key
        },
        Kind::Unreadable,
    ),
    (
        "replaced by what it was before",
        |memory| {
            // A shorter file that was there under the same key once: whole, and of the right form.
            let key = memory.log_key(EAST, 10);
            *memory.bytes(&key) =
                gzip(b"{\"Records\":[{\"eventTime\":\"2023-10-26T23:00:00Z\"}]}").expect("it is packed");
            key
        },
        Kind::LogFileAltered,
    ),
    (
        "moved below a prefix: missing",
        |memory| {
            let key = memory.log_key(EAST, 10);
            let object = memory.remove(&key);
            memory.objects.insert(format!("kept/{key}"), object);
            key
        },
        Kind::LogFileMissing,
    ),
    (
        "moved below a prefix: not of a trail there",
        |memory| {
            let key = memory.log_key(EAST, 10);
            let object = memory.remove(&key);
            memory.objects.insert(format!("kept/{key}"), object);
            format!("kept/{key}")
        },
        Kind::LogFileUnproved,
    ),
    (
        "moved to another day",
        |memory| {
            let key = memory.log_key(EAST, 10);
            let object = memory.remove(&key);
            let (folder, name) = key.rsplit_once('/').expect("a folder");
            let moved = format!("{}/28/{name}", folder.rsplit_once('/').expect("a day").0);
            memory.objects.insert(moved.clone(), object);
            key
        },
        Kind::LogFileMissing,
    ),
    (
        "all of a day deleted",
        |memory| {
            let keys: Vec<String> = memory
                .objects
                .keys()
                .filter(|key| key.contains("/CloudTrail/us-east-1/2023/10/28/"))
                .cloned()
                .collect();
            keys.iter().for_each(|key| drop(memory.remove(key)));
            keys.last().expect("a file").clone()
        },
        Kind::LogFileMissing,
    ),
    (
        "its records in another order",
        |memory| {
            let key = memory.log_key(EAST, 10);
            memory.replace(
                &key,
                "\"awsRegion\":\"us-east-1\",\"eventName\":\"CreateBucket\"",
                "\"eventName\":\"CreateBucket\",\"awsRegion\":\"us-east-1\"",
            );
            key
        },
        Kind::LogFileAltered,
    ),
];
