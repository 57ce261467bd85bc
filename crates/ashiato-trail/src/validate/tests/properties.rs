//! Laws of validation, on trees damaged at random.

use super::trees::*;
use crate::validate::Kind;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A few hours: every case reads all of it.
static SMALL: LazyLock<Memory> = LazyLock::new(|| Memory::of_hours(6));

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
