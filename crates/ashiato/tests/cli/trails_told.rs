//! What trails tell CloudWatch Logs and SNS: within seconds, once, and also where the server is killed meanwhile.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};
use super::serve_killed::place;
use std::io::{BufRead, BufReader, Write};
use std::time::{Duration, Instant};

#[test]
fn log_groups_have_events_within_seconds_and_failures_hold_back_nobody() {
    let (_folder, data) = data();
    // Log files every five minutes, as they are by default: log groups do not wait for them.
    let server = Server::start(&data, &["--log-level", "error"]);
    let endpoint = format!("http://{}", server.address);
    let Some(python) = python(&data, &endpoint, include_str!("trails_told.py"), &[]) else { return };
    assert_eq!(printed(python), "told\n");
    assert_eq!(server.terminate().1, Some(0));
}

const KILLS: u32 = 30;
const SOON: &[&str] = &["--trail-delivery-seconds", "1", "--log-level", "error"];

#[test]
fn thirty_kills_leave_each_answered_call_in_the_log_group_once_and_each_file_told() {
    let (_folder, data) = data();
    let place = place();
    drop(Server::start(&data, &[]));
    let endpoint = format!("http://{place}");
    let Some(mut client) = python(&data, &endpoint, include_str!("trails_told_killed.py"), &[]) else { return };
    let mut tell = client.stdin.take().expect("stdin is piped");
    let mut said = BufReader::new(client.stdout.take().expect("stdout is piped")).lines().map_while(Result::ok);
    let mut server = Server::start_at(&place, &data, SOON);
    writeln!(tell, "prepare").expect("it listens");
    assert_eq!(said.next().as_deref(), Some("prepared"));
    for kill in 0..KILLS {
        writeln!(tell, "go").expect("it listens");
        // Most of the time for long enough that log groups and topics are being told.
        let until = if kill % 3 == 0 { 1 + kill * 7 % 25 } else { 300 + kill * 37 % 500 };
        let acknowledged = said.by_ref().take(until as usize).filter(|line| line == "acknowledged").count();
        assert_eq!(acknowledged, until as usize, "{:?}", client.wait_with_output());
        let wait = Instant::now();
        while wait.elapsed() < Duration::from_micros((kill * 61 % 5_000).into()) {
            std::hint::spin_loop();
        }
        server.kill();
        let gone = said.find(|line| line != "acknowledged");
        assert_eq!(gone.as_deref(), Some("gone []"));
        server = Server::start_at(&place, &data, SOON);
    }
    writeln!(tell, "check").expect("it listens");
    drop(tell);
    let checked = said.next();
    let output = client.wait_with_output().expect("it ends");
    assert_eq!(checked.as_deref(), Some("each once, and told"), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(server.terminate().1, Some(0));
}
