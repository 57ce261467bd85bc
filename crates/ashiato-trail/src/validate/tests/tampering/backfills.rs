//! Tampering with backfill digests of hours that were missed, which alone are of those hours.

use super::super::trees::*;
use super::Tamper;
use super::chains::deleted;
use crate::digest::{Subject, metadata};
use crate::validate::Kind;

/// On [`Memory::with_missed_hours`].
pub(super) const BACKFILLS: &[(&str, Tamper, Kind)] = &[
    ("the oldest deleted", |memory| missed_deleted(memory, &[FIRST_MISSED]), Kind::DigestMissing),
    (
        "the newest deleted",
        |memory| {
            missed_deleted(memory, &[LAST_MISSED]);
            digest_key(EAST, LAST_MISSED + 1)
        },
        Kind::DigestGap,
    ),
    (
        "all deleted",
        |memory| {
            missed_deleted(memory, &[FIRST_MISSED, FIRST_MISSED + 1, LAST_MISSED]);
            digest_key(EAST, LAST_MISSED + 1)
        },
        Kind::DigestGap,
    ),
    (
        "the digest before them deleted",
        |memory| deleted(memory, &[FIRST_MISSED - 1], FIRST_MISSED - 1),
        Kind::DigestMissing,
    ),
    (
        "forged with another key",
        |memory| {
            memory.put_digest(&missed(LAST_MISSED), None, vec![], &OTHER_KEY);
            missed_key(LAST_MISSED)
        },
        Kind::UnknownKey,
    ),
    (
        "forged under the right fingerprint",
        |memory| {
            memory.put_digest(&missed(LAST_MISSED), None, vec![], &OTHER_KEY);
            memory.replace(&missed_key(LAST_MISSED), OTHER_KEY.public().fingerprint(), KEY.public().fingerprint());
            missed_key(LAST_MISSED)
        },
        Kind::BadSignature,
    ),
    (
        "one made of an hourly one",
        |memory| {
            let (bytes, mut of) = memory.objects[&digest_key(EAST, 10)].clone();
            of.insert(metadata::BACKFILL_GENERATION_TIMESTAMP.to_string(), crate::time::format(end(12)));
            memory.objects.insert(missed_key(10), (bytes, of));
            missed_key(10)
        },
        Kind::DigestMoved,
    ),
    (
        "renamed to an hourly one",
        |memory| {
            let object = memory.remove(&missed_key(LAST_MISSED));
            memory.objects.insert(digest_key(EAST, LAST_MISSED), object);
            digest_key(EAST, LAST_MISSED)
        },
        Kind::DigestMoved,
    ),
    (
        "their log file deleted",
        |memory| {
            let key = memory.log_key(EAST, FIRST_MISSED);
            memory.remove(&key);
            key
        },
        Kind::LogFileMissing,
    ),
    (
        "a log file invented in their time",
        |memory| memory.put_log(EAST, FIRST_MISSED + 1, 20).key,
        Kind::LogFileNotCovered,
    ),
];

fn missed(number: i64) -> Subject {
    Subject { backfill: Some(end(LAST_MISSED + 1)), ..subject(EAST, number) }
}

fn missed_key(number: i64) -> String {
    digest_key(EAST, number).replace(".json.gz", "_backfill.json.gz")
}

fn missed_deleted(memory: &mut Memory, numbers: &[i64]) -> String {
    numbers.iter().for_each(|number| drop(memory.remove(&missed_key(*number))));
    missed_key(numbers[0])
}
