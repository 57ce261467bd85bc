//! A full or broken disk: what is refused, what is kept, and what works again.

use bytes::Bytes;
use futures::executor::block_on;

use super::failing_disk::{FailingDisk, Failure};
use crate::journal::{Journal, Kind, Settings};

/// Every record begins a segment of its own, so that creation can fail too.
const SMALL: Settings = Settings { segment_bytes: 1, unread_bytes_max: 1 << 20, waiting_bytes_max: 1 << 20, first: 1 };

fn append(journal: &Journal, text: &'static str) -> Result<u64, Kind> {
    block_on(journal.append(Bytes::from_static(text.as_bytes()))).map_err(|error| error.kind)
}

fn texts(journal: &Journal) -> Vec<String> {
    let entries = journal.read(1, usize::MAX).expect("is read");
    entries.iter().map(|entry| String::from_utf8_lossy(&entry.payload).into_owned()).collect()
}

#[test]
fn a_full_disk_refuses_and_works_again_when_there_is_space() {
    for failure in [Failure::Full, Failure::Create] {
        let (folder, disk) = (tempfile::tempdir().expect("a folder"), FailingDisk::new());
        let (journal, _) = Journal::open_on(disk.clone(), folder.path(), SMALL).expect("opens");
        assert_eq!(append(&journal, "one"), Ok(1));
        let held = journal.unread_bytes();
        disk.set(failure);
        assert_eq!(append(&journal, "lost"), Err(Kind::Full));
        assert_eq!(append(&journal, "lost too"), Err(Kind::Full));
        assert_eq!((journal.committed_through(), journal.unread_bytes()), (1, held));
        assert_eq!(texts(&journal), ["one"]);
        disk.set(Failure::None);
        assert_eq!(append(&journal, "two"), Ok(2));
        drop(journal);
        let (journal, recovered) = Journal::open(folder.path(), SMALL).expect("opens");
        assert_eq!((recovered.through, recovered.cut_bytes), (2, 0));
        assert_eq!(texts(&journal), ["one", "two"]);
    }
}

#[test]
fn after_a_failed_sync_everything_is_refused_until_it_is_opened_anew() {
    for failure in [Failure::Sync, Failure::FullAndStuck, Failure::FolderSync] {
        let (folder, disk) = (tempfile::tempdir().expect("a folder"), FailingDisk::new());
        let (journal, _) = Journal::open_on(disk.clone(), folder.path(), SMALL).expect("opens");
        assert_eq!(append(&journal, "one"), Ok(1));
        disk.set(failure);
        assert_eq!(append(&journal, "unknown"), Err(Kind::Unusable), "{failure:?}");
        disk.set(Failure::None);
        assert_eq!(append(&journal, "refused"), Err(Kind::Unusable), "{failure:?}");
        assert_eq!(texts(&journal), ["one"]);
        drop(journal);
        let (journal, recovered) = Journal::open(folder.path(), SMALL).expect("opens");
        // Where the sync itself failed, the record may be there.
        let through = if failure == Failure::Sync { 2 } else { 1 };
        assert_eq!(recovered.through, through, "{failure:?}");
        assert_eq!(append(&journal, "next"), Ok(through + 1));
    }
}

#[test]
fn what_nobody_has_read_is_held_and_appends_are_refused_until_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings { segment_bytes: 100, unread_bytes_max: 400, waiting_bytes_max: 400, first: 1 };
    let (journal, _) = Journal::open(folder.path(), settings).expect("opens");
    let mut through = 0;
    let refused = loop {
        match append(&journal, "twenty-six bytes of record") {
            Ok(number) => through = number,
            Err(kind) => break kind,
        }
    };
    // A record takes 50 bytes.
    assert_eq!((refused, through), (Kind::Full, 8));
    assert_eq!(texts(&journal).len(), 8);
    assert_eq!(journal.reclaim(1).expect("is reclaimed"), 0);
    assert_eq!(append(&journal, "refused"), Err(Kind::Full));
    assert_eq!(journal.reclaim(5).expect("is reclaimed"), 2);
    assert_eq!((journal.first(), journal.unread_bytes()), (5, 200));
    assert_eq!(append(&journal, "taken"), Ok(9));
    assert_eq!(journal.read(4, 1).expect_err("is gone").kind, Kind::Reclaimed);
    // Numbers go on also where everything was passed.
    assert_eq!(journal.reclaim(u64::MAX).expect("is reclaimed"), 2);
    drop(journal);
    let (journal, _) = Journal::open(folder.path(), settings).expect("opens");
    assert_eq!(append(&journal, "ten"), Ok(10));
}

#[test]
fn a_missing_segment_and_a_second_owner_are_errors() {
    let folder = tempfile::tempdir().expect("a folder");
    let (journal, _) = Journal::open(folder.path(), SMALL).expect("opens");
    for number in 1..=3 {
        assert_eq!(append(&journal, "x"), Ok(number));
    }
    let again = Journal::open(folder.path(), SMALL).err().expect("is locked");
    assert_eq!(again.kind, Kind::InUse);
    drop(journal);
    std::fs::remove_file(folder.path().join("00000000000000000002.journal1")).expect("is removed");
    let gap = Journal::open(folder.path(), SMALL).err().expect("has a gap");
    assert_eq!(gap.kind, Kind::Corrupt);
    assert!(gap.to_string().contains("record 2 is due at byte 25"), "{gap}");
}

#[test]
fn what_is_never_possible_is_invalid_rather_than_full() {
    let folder = tempfile::tempdir().expect("a folder");
    let (journal, _) = Journal::open(folder.path(), Settings::default()).expect("opens");
    let long = Bytes::from(vec![0; crate::journal::PAYLOAD_BYTES_MAX + 1]);
    assert_eq!(block_on(journal.append(long.clone())).expect_err("is long").kind, Kind::Invalid);
    assert_eq!(block_on(journal.append_all(vec![])).expect_err("is empty").kind, Kind::Invalid);
    assert_eq!(block_on(journal.append(long.slice(1..))).expect("is just short enough"), 1);
    assert_eq!(block_on(journal.append_all(vec![Bytes::new(), Bytes::from("b")])).expect("are appended"), 2..=3);
    let narrow = Settings { segment_bytes: 10, unread_bytes_max: 19, waiting_bytes_max: 10, first: 1 };
    let other = tempfile::tempdir().expect("a folder");
    assert_eq!(Journal::open(other.path(), narrow).err().expect("is narrow").kind, Kind::Invalid);
}

/// What takes the place of a journal that was lost goes on with numbers that the lost one never gave.
#[test]
fn a_new_journal_begins_where_it_is_told_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let after = Settings { first: 1_000, ..Settings::default() };
    let (journal, recovered) = Journal::open(folder.path(), after).expect("opens");
    assert_eq!((recovered.first, recovered.through, journal.first()), (1_000, 999, 1_000));
    assert_eq!(journal.read(999, 10).expect_err("never given").kind, Kind::Reclaimed);
    assert_eq!(append(&journal, "one"), Ok(1_000));
    drop(journal);
    // One that is there goes on with its own.
    let (journal, recovered) = Journal::open(folder.path(), Settings::default()).expect("opens");
    assert_eq!((recovered.first, recovered.through), (1_000, 1_000));
    assert_eq!(append(&journal, "two"), Ok(1_001));
    let none = Settings { first: 0, ..Settings::default() };
    let other = tempfile::tempdir().expect("a folder");
    assert_eq!(Journal::open(other.path(), none).err().expect("there is no 0").kind, Kind::Invalid);
}
