//! Laws of validation, on trees damaged at random.

use super::trees::*;
use crate::validate::Kind;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A few hours: every case reads all of it.
static SMALL: LazyLock<Memory> = LazyLock::new(|| Memory::of_hours(6));

/// Pieces of keys, in any order.
fn key() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "AWSLogs/",
        "/",
        "111122223333",
        "o-abc/",
        "/CloudTrail/",
        "/CloudTrail-Digest/",
        "us-east-1/",
        "2023/10/26/",
        "111122223333_CloudTrail_us-east-1_20231026T1400Z_AAAAAAAAAAAAAAAA.json.gz",
        "111122223333_CloudTrail-Digest_us-east-1_my_trail_us-east-1_20231026T140131Z.json.gz",
        "111122223333_CloudTrail-Digest_us-east-1_my_trail_us-east-1_20231026T140131Z_backfill.json.gz",
        "_",
        "é",
        "20231026T999999Z",
        ".json.gz",
        "prefix/",
        "99999999999999",
    ];
    prop::collection::vec(prop::sample::select(PIECES), 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Hashes are over uncompressed bytes, so a change that leaves those as they are (the time in gzip's header, the
    /// bits that fill up its last byte) is no change of the content.
    #[test]
    fn a_changed_byte_is_found(file: prop::sample::Index, at: prop::sample::Index, by in 1u8..) {
        let mut memory = SMALL.clone();
        let key = memory.objects.keys().nth(file.index(memory.objects.len())).expect("a file").clone();
        let before = text(memory.bytes(&key)).expect("it is gzip");
        let bytes = memory.bytes(&key);
        let at = at.index(bytes.len());
        bytes[at] ^= by;
        let is_same = text(bytes).is_ok_and(|after| after == before);
        let report = memory.validated();
        prop_assert_eq!(report.is_invalid(), !is_same, "{} at {}: {}", key, at, report.text());
        let names_it = report.findings.iter().any(|finding| finding.key.as_deref() == Some(key.as_str()));
        prop_assert!(is_same || names_it, "{}", report.text());
    }

    /// The body of the fuzz target `tree`: keys that look like those of a trail, with whatever in them.
    #[test]
    fn no_tree_panics(files in prop::collection::vec((key(), prop::collection::vec(any::<u8>(), 0..60), any::<bool>()), 0..6)) {
        let mut memory = Memory { keeps_metadata: true, ..Memory::default() };
        let sample = SMALL.objects.values().next().expect("a file");
        for (key, bytes, is_a_digest) in files {
            memory.objects.insert(key, if is_a_digest { sample.clone() } else { (bytes, Default::default()) });
        }
        let report = memory.validated();
        prop_assert!(!report.text().is_empty());
    }

    #[test]
    fn a_removed_file_is_found(file: prop::sample::Index) {
        let mut memory = SMALL.clone();
        let key = memory.objects.keys().nth(file.index(memory.objects.len())).expect("a file").clone();
        memory.remove(&key);
        let report = memory.validated();
        let names_it = report.findings.iter().any(|finding| finding.key.as_deref() == Some(key.as_str()));
        // The newest digests of all regions can vanish together unseen; those of one region cannot.
        prop_assert!(names_it, "{}: {}", key, report.text());
        let is_newest = report.findings.iter().any(|finding| finding.kind == Kind::DigestsEndEarly);
        prop_assert!(report.is_invalid() || is_newest, "{}: {}", key, report.text());
    }

    #[test]
    fn a_shortened_file_is_found(file: prop::sample::Index, length: prop::sample::Index) {
        let mut memory = SMALL.clone();
        let key = memory.objects.keys().nth(file.index(memory.objects.len())).expect("a file").clone();
        let bytes = memory.bytes(&key);
        bytes.truncate(length.index(bytes.len()));
        let report = memory.validated();
        let names_it = report.findings.iter().any(|finding| finding.key.as_deref() == Some(key.as_str()));
        prop_assert!(names_it && report.is_invalid(), "{}: {}", key, report.text());
    }
}
