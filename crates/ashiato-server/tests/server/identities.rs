//! Who called, as records tell it; and who takes the room that records need.

use ashiato_server::history::EventHistory;
use ashiato_server::recording::{Recorder, RecordingSettings};

use crate::running::Running;

#[test]
fn each_kind_of_caller_is_recorded_as_aws_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Running::start_with_stored_keys_and(|state| {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let history = runtime.block_on(EventHistory::open(&folder.path().join("history"), 1000));
        state.history = Some(history.expect("a new history"));
    });
    if let Some(printed) = server.python(include_str!("scripts/identities.py")) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn who_is_not_proven_takes_no_room_from_those_who_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Running::start_with_stored_keys_and(|state| {
        // Room for seven calls at once.
        let recorder = Recorder::open(&folder.path().join("small"), 2 << 20, 1, RecordingSettings::default());
        state.record_with(recorder.expect("a journal").0);
    });
    if let Some(printed) = server.python(include_str!("scripts/identities_unproven.py")) {
        assert_eq!(printed, "passed");
    }
}
