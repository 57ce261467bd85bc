//! Any bytes as the file of a journal: it is refused, or what it holds can be read.
//!
//! The same is tried on random edits of a journal by `no_bytes_make_a_journal_lie` in the tests.
#![no_main]

use ashiato_trail::journal::{Journal, Settings};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("00000000000000000001.journal1"), bytes).expect("it is written");
    let settings = Settings { segment_bytes: 1 << 20, unread_bytes_max: 1 << 30, waiting_bytes_max: 1 << 20, first: 1 };
    if let Ok((journal, recovered)) = Journal::open(folder.path(), settings) {
        let entries = journal.read(1, usize::MAX).expect("it was opened");
        assert_eq!(entries.len() as u64, recovered.through);
    }
});
