//! Tampering with digests, each by itself.

use super::super::trees::*;
use super::Tamper;
use super::chains::{named_by_next, rewritten};
use crate::digest::metadata;
use crate::log_file::gzip;
use crate::validate::Kind;

pub(super) const DIGESTS: &[(&str, Tamper, Kind)] = &[
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
    (
        "all metadata removed",
        |memory| {
            memory.metadata(&digest_key(EAST, 10)).clear();
            digest_key(EAST, 10)
        },
        Kind::SignatureMissing,
    ),
    (
        "the signature in capitals",
        |memory| {
            let key = digest_key(EAST, 10);
            let capitals = memory.metadata(&key)[metadata::SIGNATURE].to_uppercase();
            memory.metadata(&key).insert(metadata::SIGNATURE.to_string(), capitals);
            key
        },
        Kind::BadSignature,
    ),
    (
        "the fingerprint of another key",
        |memory| {
            let key = digest_key(EAST, 10);
            memory.replace(&key, KEY.public().fingerprint(), OTHER_KEY.public().fingerprint());
            key
        },
        Kind::UnknownKey,
    ),
    (
        "its end altered",
        |memory| {
            let key = digest_key(EAST, 10);
            let end = crate::time::format(end(10));
            memory.replace(&key, &end, "2023-10-27T00:01:32Z");
            key
        },
        Kind::DigestContradictory,
    ),
    (
        "its account altered",
        |memory| {
            let key = digest_key(EAST, 10);
            memory.replace(&key, "\"awsAccountId\":\"111122223333\"", "\"awsAccountId\":\"444455556666\"");
            key
        },
        Kind::DigestContradictory,
    ),
    (
        "replaced by an older one, rightly signed",
        |memory| {
            // Signed with the right key and chained to the right digest, but of a moment before the hour's file was in it.
            let previous = named_by_next(memory, 9);
            memory.put_digest(&subject(EAST, 10), Some(previous), vec![], &KEY);
            digest_key(EAST, 10)
        },
        Kind::DigestAltered,
    ),
    (
        "replaced by an older one: its file",
        |memory| {
            let previous = named_by_next(memory, 9);
            memory.put_digest(&subject(EAST, 10), Some(previous), vec![], &KEY);
            memory.log_key(EAST, 10)
        },
        Kind::LogFileNotCovered,
    ),
    (
        "a second gzip member appended",
        |memory| {
            memory.bytes(&digest_key(EAST, 10)).extend(gzip(b"{}").expect("it is packed"));
            digest_key(EAST, 10)
        },
        Kind::DigestTrailingBytes,
    ),
];
