//! Tampering with chains of digests: which are there, in what order, by whom signed.

use super::super::trees::*;
use super::Tamper;
use crate::digest::{Previous, Subject, metadata};
use crate::validate::Kind;
use chrono::TimeDelta;
use sha2::Digest as _;

pub(super) const CHAINS: &[(&str, Tamper, Kind)] = &[
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
    ("a whole day deleted: its first", |memory| deleted(memory, &DAY, 34), Kind::DigestMissing),
    ("a whole day deleted: its last", |memory| deleted(memory, &DAY, 57), Kind::DigestMissing),
    (
        "a day of digests and log files deleted",
        |memory| {
            for number in DAY.into_iter().filter(|number| number % 2 == 0) {
                let key = memory.log_key(EAST, number);
                memory.remove(&key);
            }
            deleted(memory, &DAY, 45)
        },
        Kind::DigestMissing,
    ),
    (
        "two exchanged",
        |memory| {
            let (one, two) = (digest_key(EAST, 10), digest_key(EAST, 12));
            let (first, second) = (memory.remove(&one), memory.remove(&two));
            memory.objects.extend([(one.clone(), second), (two, first)]);
            one
        },
        Kind::DigestMoved,
    ),
    (
        "one moved below a prefix: missing",
        |memory| {
            let key = digest_key(EAST, 10);
            let object = memory.remove(&key);
            memory.objects.insert(format!("kept/{key}"), object);
            key
        },
        Kind::DigestMissing,
    ),
    (
        "one moved below a prefix: moved",
        |memory| {
            let key = digest_key(EAST, 10);
            let object = memory.remove(&key);
            memory.objects.insert(format!("kept/{key}"), object);
            format!("kept/{key}")
        },
        Kind::DigestMoved,
    ),
    (
        "one of another trail under its name",
        |memory| {
            let other = Subject { trail: "other".to_string(), ..subject(EAST, 10) };
            memory.put_digest(&other, None, vec![], &KEY);
            let object = memory.remove(&digest_key(EAST, 10).replace("my_trail", "other"));
            memory.objects.insert(digest_key(EAST, 10), object);
            digest_key(EAST, 10)
        },
        Kind::DigestMoved,
    ),
    (
        "a first one put in the middle",
        |memory| {
            // As if logging had begun in that hour: nothing before it would have to be proved.
            memory.put_digest(&subject(EAST, 10), None, vec![], &KEY);
            digest_key(EAST, 10)
        },
        Kind::DigestAltered,
    ),
];

/// A day of the second chain.
const DAY: [i64; 24] = {
    let mut day = [0; 24];
    let mut at = 0;
    while at < 24 {
        day[at] = 34 + at as i64;
        at += 1;
    }
    day
};

/// What the digest after the newest would say of it.
fn newest(memory: &mut Memory) -> Previous {
    named_by_next(memory, HOURS)
}

/// What the digest after that of an hour says of it.
pub(super) fn named_by_next(memory: &mut Memory, number: i64) -> Previous {
    let key = digest_key(EAST, number);
    let signature = memory.metadata(&key)[metadata::SIGNATURE].clone();
    let hash = sha2::Sha256::digest(text(memory.bytes(&key)).expect("it is gzip"));
    Previous { bucket: BUCKET.to_string(), key, hash_value: crate::hex::encode(&hash), signature }
}

pub(super) fn rewritten(memory: &mut Memory, number: i64) -> String {
    let key = digest_key(EAST, number);
    memory.replace(&key, "\"hashValue\":\"", &format!("\"hashValue\":\"{}\",\"was\":\"", "0".repeat(64)));
    key
}

pub(super) fn deleted(memory: &mut Memory, numbers: &[i64], named: i64) -> String {
    numbers.iter().for_each(|number| drop(memory.remove(&digest_key(EAST, *number))));
    digest_key(EAST, named)
}

/// From hour 60 on all digests of a region are made anew, so that a log file is gone and the chain is whole.
pub(super) fn forged_with_another_key(memory: &mut Memory) -> String {
    let mut previous = None;
    for number in 60..=HOURS {
        previous = Some(memory.put_digest(&subject(EAST, number), previous, vec![], &OTHER_KEY));
    }
    digest_key(EAST, 66)
}

/// The same, and every digest says that the right key signed it.
pub(super) fn forged_under_the_fingerprint(memory: &mut Memory) -> String {
    let key = forged_with_another_key(memory);
    let (own, right) = (OTHER_KEY.public().fingerprint(), KEY.public().fingerprint());
    for number in 60..=HOURS {
        memory.replace(&digest_key(EAST, number), own, right);
    }
    key
}
