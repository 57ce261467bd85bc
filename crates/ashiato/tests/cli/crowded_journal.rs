//! A journal without room, in a real process: calls are throttled rather than done unrecorded, and when there is room
//! again everything that was acknowledged is in Event history and in the trail, once.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};

#[test]
fn without_room_calls_are_throttled_and_nothing_acknowledged_is_lost() {
    let (_folder, data) = data();
    // The least that may be set. Nothing is planned but for want of room, or when a trail is changed.
    let crowded = ["--recording-waiting-mb", "16", "--trail-delivery-seconds", "86400"];
    let freely = ["--limit-lookups-per-second", "100000", "--log-level", "error"];
    let server = Server::start(&data, &[crowded, freely].concat());
    let more = [("DATA", data.to_str().expect("a plain path")), ("AWS_REGION", "us-east-1")];
    let endpoint = format!("http://{}", server.address);
    let Some(python) = python(&data, &endpoint, include_str!("crowded_journal.py"), &more) else { return };
    assert_eq!(printed(python), "throttled, and all of it kept\n");
    assert_eq!(server.terminate().1, Some(0));
}
