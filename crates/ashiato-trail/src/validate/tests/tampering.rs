//! The table of tampering: each kind is caught, with its kind and its key.

use super::trees::*;
use crate::digest::{Subject, metadata};
use crate::log_file::gzip;
use crate::validate::{Kind, Options};
use chrono::TimeDelta;

/// Damages a tree, and gives the key that must be named.
type Tamper = fn(&mut Memory) -> String;

fn caught(name: &str, memory: &Memory, kind: Kind, key: &str) {
    let report = memory.validated();
    let is_caught = report.findings.iter().any(|finding| finding.kind == kind && finding.key.as_deref() == Some(key));
    assert!(is_caught, "{name}: {kind:?} {key}\n{}", report.text());
    assert_ne!(report.exit_code(), 0, "{name}");
}

#[test]
fn every_kind_of_tampering_with_a_bucket_is_caught() {
    for (name, tamper, kind) in LOG_FILES.iter().chain(DIGESTS).chain(CHAINS) {
        let mut memory = Memory::whole();
        let key = tamper(&mut memory);
        caught(name, &memory, *kind, &key);
    }
    assert!(LOG_FILES.len() + DIGESTS.len() + CHAINS.len() >= 40);
}

/// A copy has no metadata; all that does not touch that is caught in it as well.
#[test]
fn every_kind_of_tampering_with_the_log_files_of_a_copy_is_caught() {
    for (name, tamper, kind) in LOG_FILES {
        let mut memory = Memory { keeps_metadata: false, ..Memory::whole() };
        let key = tamper(&mut memory);
        caught(name, &memory, *kind, &key);
    }
}

#[test]
fn tampering_with_the_digests_of_a_copy_is_caught() {
    let cases: [(&str, Tamper, Kind); 6] = [
        ("a digest rewritten", |memory| rewritten(memory, 10), Kind::DigestAltered),
        ("one digest deleted", |memory| deleted(memory, &[10], 10), Kind::DigestMissing),
        ("the second of two deleted", |memory| deleted(memory, &[10, 11], 10), Kind::DigestMissing),
        ("digests forged with another key", forged_with_another_key, Kind::UnknownKey),
        ("digests forged under the right fingerprint", forged_under_the_fingerprint, Kind::BadSignature),
        (
            "a signature altered in the successor",
            |memory| {
                let key = digest_key(EAST, HOURS);
                let signature = memory.metadata(&digest_key(EAST, HOURS - 1))[metadata::SIGNATURE].clone();
                memory.replace(&key, &signature, &"ab".repeat(256));
                digest_key(EAST, HOURS - 1)
            },
            Kind::BadSignature,
        ),
    ];
    for (name, tamper, kind) in cases {
        let mut memory = Memory { keeps_metadata: false, ..Memory::whole() };
        let key = tamper(&mut memory);
        caught(name, &memory, kind, &key);
    }
}

const LOG_FILES: &[(&str, Tamper, Kind)] = &[
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
];

const DIGESTS: &[(&str, Tamper, Kind)] = &[
    ("a file's hash altered", |memory| rewritten(memory, 10), Kind::BadSignature),
    ("a file's hash altered, and the chain", |memory| rewritten(memory, 10), Kind::DigestAltered),
    ("the newest one rewritten", |memory| rewritten(memory, HOURS), Kind::BadSignature),
    ("the first one rewritten", |memory| rewritten(memory, 2), Kind::BadSignature),
    (
        "a file taken off the list",
        |memory| {
            let key = digest_key(EAST, 11);
            memory.replace(&key, "\"logFiles\":[]", "\"logFiles\": []");
            key
        },
        Kind::BadSignature,
    ),
    (
        "cut",
        |memory| {
            memory.bytes(&digest_key(EAST, 10)).truncate(100);
            digest_key(EAST, 10)
        },
        Kind::DigestTruncated,
    ),
    (
        "appended to",
        |memory| {
            memory.bytes(&digest_key(EAST, 10)).push(b'\n');
            digest_key(EAST, 10)
        },
        Kind::DigestTrailingBytes,
    ),
    (
        "not gzip",
        |memory| {
            *memory.bytes(&digest_key(EAST, 10)) = b"{}".repeat(20);
            digest_key(EAST, 10)
        },
        Kind::DigestDamaged,
    ),
    (
        "not a digest",
        |memory| {
            *memory.bytes(&digest_key(EAST, 10)) = gzip(b"{}").expect("it is packed");
            digest_key(EAST, 10)
        },
        Kind::DigestMalformed,
    ),
    (
        "the signature altered",
        |memory| {
            let key = digest_key(EAST, 10);
            memory.metadata(&key).insert(metadata::SIGNATURE.to_string(), "ab".repeat(256));
            key
        },
        Kind::BadSignature,
    ),
    (
        "the signature not hexadecimal",
        |memory| {
            let key = digest_key(EAST, 10);
            memory.metadata(&key).insert(metadata::SIGNATURE.to_string(), "none".to_string());
            key
        },
        Kind::BadSignature,
    ),
    (
        "the signature of another digest",
        |memory| {
            let key = digest_key(EAST, HOURS);
            let other = memory.metadata(&digest_key(WEST, HOURS)).clone();
            *memory.metadata(&key) = other;
            key
        },
        Kind::BadSignature,
    ),
    (
        "the signature removed",
        |memory| {
            memory.metadata(&digest_key(EAST, 10)).remove(metadata::SIGNATURE);
            digest_key(EAST, 10)
        },
        Kind::SignatureMissing,
    ),
    (
        "the algorithm altered",
        |memory| {
            let key = digest_key(EAST, 10);
            memory.metadata(&key).insert(metadata::SIGNATURE_ALGORITHM.to_string(), "none".to_string());
            key
        },
        Kind::SignatureAlgorithm,
    ),
    (
        "a backfill's time removed",
        |memory| {
            memory.metadata(&backfill_key()).remove(metadata::BACKFILL_GENERATION_TIMESTAMP);
            backfill_key()
        },
        Kind::BackfillTimestampMissing,
    ),
    (
        "a backfill rewritten",
        |memory| {
            memory.replace(&backfill_key(), "us-east-1/2023/10/27/", "us-east-1/2023/10/28/");
            backfill_key()
        },
        Kind::BadSignature,
    ),
    (
        "unreadable",
        |memory| {
            memory.unreadable.insert(digest_key(EAST, 10));
            digest_key(EAST, 10)
        },
        Kind::Unreadable,
    ),
];

const CHAINS: &[(&str, Tamper, Kind)] = &[
    ("one digest deleted", |memory| deleted(memory, &[10], 10), Kind::DigestMissing),
    ("the older of two deleted", |memory| deleted(memory, &[10, 11], 10), Kind::DigestMissing),
    ("the newer of two deleted", |memory| deleted(memory, &[10, 11], 11), Kind::DigestMissing),
    ("the middle of five deleted", |memory| deleted(memory, &[8, 9, 10, 11, 12], 10), Kind::DigestMissing),
    ("the first deleted", |memory| deleted(memory, &[1], 1), Kind::DigestMissing),
    ("the newest of a region deleted", |memory| deleted(memory, &[HOURS], HOURS), Kind::DigestsEndEarly),
    (
        "the newest three of a region deleted",
        |memory| deleted(memory, &[HOURS, HOURS - 1, HOURS - 2], HOURS - 1),
        Kind::DigestsEndEarly,
    ),
    (
        "one moved to another hour",
        |memory| {
            let object = memory.remove(&digest_key(EAST, 10));
            let key = digest_key(EAST, STOPPED);
            memory.objects.insert(key.clone(), object);
            key
        },
        Kind::DigestMoved,
    ),
    (
        "one doubled under another name",
        |memory| {
            let object = memory.objects[&digest_key(EAST, 10)].clone();
            let key = digest_key(EAST, STOPPED);
            memory.objects.insert(key.clone(), object);
            key
        },
        Kind::DigestMoved,
    ),
    (
        "one moved to another region",
        |memory| {
            let object = memory.objects[&digest_key(WEST, 10)].clone();
            let key = digest_key(EAST, 10);
            memory.objects.insert(key.clone(), object);
            key
        },
        Kind::DigestMoved,
    ),
    (
        "one of another bucket",
        |memory| {
            let other = Subject { bucket: "b-bucket".to_string(), ..subject(EAST, HOURS) };
            memory.put_digest(&other, None, vec![], &KEY);
            digest_key(EAST, HOURS)
        },
        Kind::DigestOfAnotherBucket,
    ),
    (
        "one invented between two",
        |memory| {
            let half = Subject { end: end(10) + TimeDelta::minutes(30), ..subject(EAST, 10) };
            memory.put_digest(&half, None, vec![], &KEY).key
        },
        Kind::DigestNotInChain,
    ),
    (
        "time left out",
        |memory| {
            let last = newest(memory);
            let late = Subject { start: end(HOURS + 1), end: end(HOURS + 2), ..subject(EAST, HOURS) };
            memory.put_digest(&late, Some(last), vec![], &KEY).key
        },
        Kind::DigestGap,
    ),
    (
        "time covered twice",
        |memory| {
            let last = newest(memory);
            let early = Subject { start: end(HOURS - 1), end: end(HOURS + 1), ..subject(EAST, HOURS) };
            memory.put_digest(&early, Some(last), vec![], &KEY).key
        },
        Kind::DigestOverlap,
    ),
    (
        "a new chain over covered time",
        |memory| {
            let early = Subject { start: end(HOURS - 1), end: end(HOURS + 1), ..subject(EAST, HOURS) };
            memory.put_digest(&early, None, vec![], &KEY).key
        },
        Kind::DigestOverlap,
    ),
    (
        "the chain cut by a rewritten newest",
        |memory| {
            memory.put_digest(&subject(EAST, HOURS), None, vec![], &OTHER_KEY);
            digest_key(EAST, HOURS)
        },
        Kind::UnknownKey,
    ),
    (
        "a digest that names a later one",
        |memory| {
            let mut last = newest(memory);
            last.key = digest_key(EAST, HOURS + 2);
            memory.put_digest(&subject(EAST, HOURS + 1), Some(last), vec![], &KEY).key
        },
        Kind::ChainBroken,
    ),
    (
        "another signature handed down",
        |memory| {
            let mut last = newest(memory);
            last.signature = "ab".repeat(256);
            memory.put_digest(&subject(EAST, HOURS + 1), Some(last), vec![], &KEY).key
        },
        Kind::ChainBroken,
    ),
    ("forged with another key", forged_with_another_key, Kind::UnknownKey),
    ("forged under the right fingerprint", forged_under_the_fingerprint, Kind::BadSignature),
];

/// What the digest after the newest would say of it.
fn newest(memory: &mut Memory) -> crate::digest::Previous {
    use sha2::Digest as _;
    let key = digest_key(EAST, HOURS);
    let signature = memory.metadata(&key)[metadata::SIGNATURE].clone();
    let hash = sha2::Sha256::digest(text(memory.bytes(&key)).expect("it is gzip"));
    crate::digest::Previous { bucket: BUCKET.to_string(), key, hash_value: crate::hex::encode(&hash), signature }
}

fn rewritten(memory: &mut Memory, number: i64) -> String {
    let key = digest_key(EAST, number);
    memory.replace(&key, "\"hashValue\":\"", &format!("\"hashValue\":\"{}\",\"was\":\"", "0".repeat(64)));
    key
}

fn deleted(memory: &mut Memory, numbers: &[i64], named: i64) -> String {
    numbers.iter().for_each(|number| drop(memory.remove(&digest_key(EAST, *number))));
    digest_key(EAST, named)
}

/// From hour 60 on all digests of a region are made anew, so that a log file is gone and the chain is whole.
fn forged_with_another_key(memory: &mut Memory) -> String {
    let mut previous = None;
    for number in 60..=HOURS {
        previous = Some(memory.put_digest(&subject(EAST, number), previous, vec![], &OTHER_KEY));
    }
    digest_key(EAST, 66)
}

/// The same, and every digest says that the right key signed it.
fn forged_under_the_fingerprint(memory: &mut Memory) -> String {
    let key = forged_with_another_key(memory);
    let (own, right) = (OTHER_KEY.public().fingerprint(), KEY.public().fingerprint());
    for number in 60..=HOURS {
        memory.replace(&digest_key(EAST, number), own, right);
    }
    key
}

#[test]
fn a_wrong_key_proves_nothing() {
    let memory = Memory::whole();
    let keys = std::iter::once(OTHER_KEY.public().clone()).collect();
    let report = memory.validated_with(&Options { keys: Some(keys), ..options(&memory) });
    assert_eq!(report.exit_code(), 1);
    assert!(report.lines.iter().all(|line| line.digests_proved == 0 && line.proved.is_empty()));
}
