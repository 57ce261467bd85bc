//! Room that is set aside: nobody else gets it, it is spent or given back, and what it is for is never refused.

use bytes::Bytes;
use futures::executor::block_on;

use crate::journal::frame::HEADER_BYTES;
use crate::journal::{Journal, Kind, Settings};

const HEADER: u64 = HEADER_BYTES as u64;

#[test]
fn what_is_set_aside_is_spent_or_given_back() {
    let folder = tempfile::tempdir().expect("a folder");
    // Room for three records of a hundred bytes.
    let room = 3 * (100 + HEADER);
    let settings = Settings { segment_bytes: 1, unread_bytes_max: room, waiting_bytes_max: 1, first: 1 };
    let (journal, _) = Journal::open(folder.path(), settings).expect("opens");
    let reserved: Vec<_> = (0..3).map(|_| journal.reserve(100).expect("there is room")).collect();
    assert!(journal.reserve(0).is_none() && journal.is_filling());
    assert_eq!(journal.unread_bytes(), room);
    let [first, second, third]: [_; 3] = reserved.try_into().expect("three");
    drop(first);
    assert_eq!(journal.unread_bytes(), room - (100 + HEADER));
    // A shorter record gives back what it leaves, whatever else waits to be written.
    assert_eq!(block_on(journal.append_reserved(Bytes::from_static(b"short"), second)).expect("appends"), 1);
    assert_eq!(journal.unread_bytes(), (5 + HEADER) + (100 + HEADER));
    // A longer one takes what it needs beyond, where that is there.
    assert_eq!(block_on(journal.append_reserved(Bytes::from(vec![0; 150]), third)).expect("appends"), 2);
    let held = (5 + HEADER) + (150 + HEADER);
    assert_eq!(journal.unread_bytes(), held);
    let short = journal.reserve(0).expect("there is room");
    let refused = block_on(journal.append_reserved(Bytes::from(vec![0; 300]), short)).expect_err("too long");
    assert_eq!((refused.kind, journal.unread_bytes()), (Kind::Full, held));
}
