//! Any bytes as the events of a log group: they are refused, or can be read page by page.
//!
//! The same is tried on random edits of a group by `no_bytes_make_a_log_group_lie` in the tests.
#![no_main]

use ashiato_trail::log_events::{Direction, Group, Position, Query};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("00000000000000000000.events"), bytes).expect("it is written");
    let Ok(group) = Group::open_with(folder.path(), 1 << 20) else { return };
    let query = Query {
        is_asked: &|_| true,
        is_wanted: &|_| true,
        from: i64::MIN,
        until: i64::MAX,
        events_max: 100,
        bytes_max: 1 << 20,
        read_bytes_max: u64::MAX,
    };
    let start = Position { timestamp: i64::MIN, sequence: 0 };
    let _ = group.page(&query, start, Direction::Forward);
});
