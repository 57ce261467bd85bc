//! `ashiato serve`, killed 300 times while it records, delivers and makes digests: each call that it answered is in the
//! trail once and in event history once, and AWS's own command and ours say that the trail is whole.

use super::serve::{Server, data};
use super::serve_hardship::python;
use super::serve_killed::place;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::io::{BufRead, BufReader, Write};
use std::ops::Range;
use std::time::Duration;

const KILLS: usize = 300;
const SOON: &[&str] = &[
    "--trail-delivery-seconds",
    "1",
    "--trail-digest-seconds",
    "2",
    "--limit-lookups-per-second",
    "100000",
    "--log-level",
    "error",
];

#[test]
fn three_hundred_kills_leave_each_answered_call_in_trail_and_history_once() {
    let (_folder, data) = data();
    let place = place();
    drop(Server::start(&data, &[]));
    let endpoint = format!("http://{place}");
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1")];
    let Some(mut client) = python(&data, &endpoint, include_str!("trails_killed.py"), &more) else { return };
    let mut tell = client.stdin.take().expect("stdin is piped");
    let mut said = BufReader::new(client.stdout.take().expect("stdout is piped")).lines().map_while(Result::ok);
    let mut server = Server::start_at(&place, &data, SOON);
    writeln!(tell, "prepare").expect("it listens");
    assert_eq!(said.next().as_deref(), Some("prepared"));
    let mut chance = TestRunner::default();
    let mut draw = |range: Range<usize>| range.new_tree(&mut chance).expect("ranges have values").current();
    for kill in 0..KILLS {
        writeln!(tell, "go").expect("it listens");
        // What the last one left is delivered and written to the history from the start: most kills fall into that, and once
        // in a while one comes after the files of this one are under way.
        let until = if kill % 10 == 0 { draw(300..600) } else { draw(1..60) };
        let acknowledged = said.by_ref().take(until).filter(|line| line == "acknowledged").count();
        assert_eq!(acknowledged, until, "{:?}", client.wait_with_output());
        let wait = std::time::Instant::now();
        let little = Duration::from_micros(draw(0..10_000) as u64);
        while wait.elapsed() < little {
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
    assert_eq!(checked.as_deref(), Some("each once, and whole"), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(server.terminate().1, Some(0));
}
