//! `ashiato serve`, killed 200 times while it is written to: nothing that it answered is lost, nothing is in part.

use super::serve::{Server, data};
use super::serve_hardship::python;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

const KILLS: u32 = 200;

/// A place that stays free while the server is away: below the ports that the system gives to whoever asks for any.
pub(super) fn place() -> String {
    // Each test's is another: one that is away for a moment must not find its place taken.
    static PLACES: AtomicU32 = AtomicU32::new(0);
    let first = (std::process::id() + 100 * PLACES.fetch_add(1, Ordering::Relaxed)) % 10_000;
    let mut places = (0..10_000).map(|step| format!("127.0.0.1:{}", 20_000 + (first + step) % 10_000));
    places.find(|place| TcpListener::bind(place.as_str()).is_ok()).expect("a free port")
}

/// Objects are put, queries run and start and end, when the process is killed, each time at another moment.
#[test]
fn two_hundred_kills_lose_nothing_that_was_acknowledged() {
    let (_folder, data) = data();
    let place = place();
    drop(Server::start(&data, &[]));
    let script = include_str!("serve_killed.py").replace("sys.argv[1]", &KILLS.to_string());
    let Some(mut client) = python(&data, &format!("http://{place}"), &script, &[]) else { return };
    let mut tell = client.stdin.take().expect("stdin is piped");
    let mut said = BufReader::new(client.stdout.take().expect("stdout is piped")).lines().map_while(Result::ok);
    for kill in 0..KILLS {
        let server = Server::start_at(&place, &data, &["--log-level", "error"]);
        writeln!(tell, "go").expect("it listens");
        let until = 1 + kill * 7 % 5;
        let acknowledged = said.by_ref().take(until as usize).filter(|line| line == "acknowledged").count();
        assert_eq!(acknowledged, until as usize, "{:?}", client.wait_with_output());
        // Anywhere in the work on the next ones.
        let wait = std::time::Instant::now();
        while wait.elapsed() < Duration::from_micros((kill * 61 % 5_000).into()) {
            std::hint::spin_loop();
        }
        server.kill();
        let gone = said.find(|line| line != "acknowledged");
        assert_eq!(gone.as_deref(), Some("gone []"));
    }
    let server = Server::start_at(&place, &data, &["--log-level", "error"]);
    writeln!(tell, "check").expect("it listens");
    drop(tell);
    let checked = said.next();
    let output = client.wait_with_output().expect("it ends");
    let why = String::from_utf8_lossy(&output.stderr);
    assert_eq!(checked.as_deref(), Some("none lost, none torn"), "{why}");
    assert_eq!(server.terminate().1, Some(0));
}
