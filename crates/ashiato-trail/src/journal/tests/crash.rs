//! What is left of a journal after its end was torn or a byte of it was changed.

use bytes::Bytes;
use futures::executor::block_on;

use crate::journal::{Entry, Journal, Kind, Settings};

fn settings() -> Settings {
    Settings { segment_bytes: 1 << 20, unread_bytes_max: 1 << 30, waiting_bytes_max: 1 << 20, first: 1 }
}

fn payload(number: u64) -> Bytes {
    Bytes::from(format!("record {number} {}", "x".repeat(number as usize % 7)))
}

fn all(journal: &Journal) -> Vec<Entry> {
    journal.read(1, usize::MAX).expect("a whole journal is read")
}

fn expected(through: u64) -> Vec<Entry> {
    (1..=through).map(|number| Entry { number, payload: payload(number) }).collect()
}

/// Five records, each synced alone, in one file; the bytes of the file and where each record ends.
fn sample(folder: &std::path::Path) -> (Vec<u8>, Vec<usize>) {
    let (journal, _) = Journal::open(folder, settings()).expect("opens");
    let file = folder.join("00000000000000000001.journal1");
    let mut ends = Vec::new();
    for number in 1..=5 {
        assert_eq!(block_on(journal.append(payload(number))).expect("appends"), number);
        ends.push(std::fs::metadata(&file).expect("is there").len() as usize);
    }
    assert_eq!(all(&journal), expected(5));
    (std::fs::read(&file).expect("is read"), ends)
}

#[test]
fn a_tail_torn_at_any_byte_leaves_the_records_before_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (bytes, ends) = sample(folder.path());
    let file = folder.path().join("00000000000000000001.journal1");
    for cut in 0..=bytes.len() {
        std::fs::write(&file, &bytes[..cut]).expect("is written");
        let (journal, recovered) = Journal::open(folder.path(), settings()).expect("a torn journal opens");
        let whole = ends.iter().filter(|end| **end <= cut).count();
        let sound = whole.checked_sub(1).map_or(0, |last| ends[last]);
        assert_eq!((recovered.through, recovered.cut_bytes), (whole as u64, (cut - sound) as u64), "cut at {cut}");
        assert_eq!(all(&journal), expected(whole as u64));
        let next = whole as u64 + 1;
        assert_eq!(block_on(journal.append(payload(next))).expect("appends"), next);
        assert_eq!(all(&journal), expected(next));
    }
}

#[test]
fn a_changed_byte_is_found_or_cut_off() {
    let folder = tempfile::tempdir().expect("a folder");
    let (bytes, ends) = sample(folder.path());
    let file = folder.path().join("00000000000000000001.journal1");
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x41;
        std::fs::write(&file, &changed).expect("is written");
        let record = ends.iter().filter(|end| **end <= at).count();
        match Journal::open(folder.path(), settings()) {
            // Nothing stands behind the last record to prove that it was acknowledged.
            Ok((journal, recovered)) => {
                assert_eq!((record, recovered.through), (4, 4), "byte {at}");
                assert_eq!(all(&journal), expected(4));
            }
            Err(error) => {
                let begins = record.checked_sub(1).map_or(0, |before| ends[before]);
                assert_eq!(error.kind, Kind::Corrupt);
                let place = format!("journal1: record {}, which begins at byte {begins}, is damaged", record + 1);
                assert!(error.to_string().ends_with(&place), "{error} should end with {place}");
                assert!(record < 4, "byte {at}");
            }
        }
    }
}

#[test]
fn a_byte_changed_while_the_journal_is_open_is_found_by_the_reader() {
    let folder = tempfile::tempdir().expect("a folder");
    let (journal, _) = Journal::open(folder.path(), settings()).expect("opens");
    block_on(journal.append(payload(1))).expect("appends");
    let file = folder.path().join("00000000000000000001.journal1");
    let mut bytes = std::fs::read(&file).expect("is read");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&file, bytes).expect("is written");
    assert_eq!(journal.read(1, 100).expect_err("is damaged").kind, Kind::Corrupt);
}

#[test]
fn a_hole_in_the_last_batch_is_a_torn_tail() {
    // Pages reach the disk in any order: of a batch that nobody was told is durable, the end may be there without the
    // middle, and zeros where the file was only made longer.
    let folder = tempfile::tempdir().expect("a folder");
    let (journal, _) = Journal::open(folder.path(), settings()).expect("opens");
    block_on(journal.append(payload(1))).expect("appends");
    let file = folder.path().join("00000000000000000001.journal1");
    let sound_bytes = std::fs::metadata(&file).expect("is there").len() as usize;
    block_on(journal.append_all(vec![payload(2), payload(3), payload(4)])).expect("append");
    drop(journal);
    let mut bytes = std::fs::read(&file).expect("is read");
    bytes[sound_bytes..sound_bytes + 30].fill(0);
    bytes.extend([0; 5000]);
    std::fs::write(&file, &bytes).expect("is written");
    let (journal, recovered) = Journal::open(folder.path(), settings()).expect("opens");
    assert_eq!((recovered.through, recovered.cut_bytes), (1, (bytes.len() - sound_bytes) as u64));
    assert_eq!(block_on(journal.append(payload(2))).expect("appends"), 2);
    assert_eq!(all(&journal), expected(2));
}
