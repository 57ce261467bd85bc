//! Who called, as records tell it.

use ashiato_server::history::EventHistory;

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
