//! Monitoring by a real process: from a call over a trail, a log group, a metric filter and an alarm to a topic; and across a
//! kill.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};
use std::net::TcpListener;

/// Log files every second, so that events are in their log group soon.
const SOON: &[&str] = &["--trail-delivery-seconds", "1", "--log-level", "warn"];

#[test]
fn a_call_raises_an_alarm_that_a_kill_does_not_silence() {
    let (_folder, data) = data();
    // Nobody listens there until the server was killed: what the alarm says waits in the state.
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port();
    let port = port.to_string();
    let run = |server: &Server, part: &str| {
        let endpoint = format!("http://{}", server.address);
        let more = [("PART", part), ("PORT", port.as_str())];
        python(&data, &endpoint, include_str!("alarms.py"), &more).map(printed)
    };
    let server = Server::start(&data, SOON);
    let Some(said) = run(&server, "raise") else { return };
    assert_eq!(said, "raised\n");
    server.kill();
    let server = Server::start(&data, SOON);
    assert_eq!(run(&server, "listen").as_deref(), Some("told once\n"));
    assert_eq!(server.terminate().1, Some(0));
}
