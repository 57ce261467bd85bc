//! What services do by themselves, and what is recorded of it: deliveries, which must not make deliveries for ever; keys
//! that are used for a caller, renewed and removed.

use ashiato_server::trails::{TrailSettings, Trails};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use crate::running::Running;

#[track_caller]
fn printed(server: &Running, script: &str) -> Option<String> {
    server.python(&format!("{}\n{script}", include_str!("scripts/own_records/prelude.py")))
}

#[track_caller]
fn passes(server: &Running, script: &str) {
    if let Some(printed) = printed(server, script) {
        assert_eq!(printed, "passed");
    }
}

fn has_python(server: &Running) -> bool {
    server.python("print()").is_some()
}

/// How many records there are.
fn recorded(server: &Running) -> u64 {
    server.recorded_through()
}

fn digests(server: &Running) -> usize {
    server.keys("logs").iter().filter(|key| key.contains("/CloudTrail-Digest/")).count()
}

#[test]
fn an_idle_server_with_a_trail_of_management_events_comes_to_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Running::start_with_stored_keys_and(|state| {
        let settings = TrailSettings { digest_every: Duration::from_secs(1), ..TrailSettings::default() };
        state.trails = Some(Trails::open(&folder.path().join("trails"), settings).expect("a folder"));
    });
    if !has_python(&server) {
        return;
    }
    passes(&server, include_str!("scripts/own_records/begins.py"));
    // The client's calls, what was done to deliver them, and the digest over the first; then nothing is left to tell.
    let deadline = Instant::now() + Duration::from_secs(60);
    let mut at_rest = 0;
    let mut before = (recorded(&server), 0);
    while at_rest < 3 {
        assert!(Instant::now() < deadline, "the server tells of itself for ever");
        server.deliver();
        let now = (recorded(&server), digests(&server));
        // Digests of idle seconds go on, as they should.
        if now.1 > before.1 {
            at_rest = if now.0 == before.0 { at_rest + 1 } else { 0 };
            before = now;
        }
    }
    let told = server.keys("logs").len();
    assert!(told > 4, "two files and three idle digests at least: {told}");
    let digests_told = "DIGESTS = len({record['requestParameters']['encryptionContext']['aws:s3:arn'] for _, found in files('logs') \
        for record in found if record['eventName'] == 'GenerateDataKey' and '/CloudTrail-Digest/' in str(record['requestParameters'])})\n\
        assert 1 <= DIGESTS <= 2, DIGESTS";
    passes(&server, &format!("{digests_told}\n{}", include_str!("scripts/own_records/management.py")));
}

#[test]
fn what_is_refused_is_told_by_the_status_and_in_no_record() {
    let server = Running::start_with_stored_keys();
    if !has_python(&server) {
        return;
    }
    passes(&server, include_str!("scripts/own_records/refused.py"));
    server.deliver();
    server.deliver();
    let before = recorded(&server);
    for _ in 0..3 {
        server.deliver();
        assert_eq!(recorded(&server), before, "each refusal is tried again, and makes no record");
    }
    passes(&server, include_str!("scripts/own_records/refused_after.py"));
}

#[test]
fn a_trail_of_the_objects_of_its_own_bucket_tells_of_each_file_once() {
    let server = Running::start_with_stored_keys();
    if !has_python(&server) {
        return;
    }
    passes(&server, include_str!("scripts/own_records/own_bucket.py"));
    server.deliver();
    let first = (server.keys("logs").len(), recorded(&server));
    server.deliver();
    let second = (server.keys("logs").len(), recorded(&server));
    assert_eq!(
        second,
        (first.0 + 1, first.1),
        "the record of the first file has one of its own, which is in no record"
    );
    for _ in 0..3 {
        server.deliver();
        assert_eq!((server.keys("logs").len(), recorded(&server)), second);
    }
    passes(&server, include_str!("scripts/own_records/own_bucket_after.py"));
}

#[test]
fn a_key_that_is_used_for_a_caller_is_used_by_the_caller() {
    let server = Running::start_with_stored_keys();
    let bob = include_str!("scripts/bob.py");
    let script = format!("{bob}\n{}", include_str!("scripts/own_records/used_for_a_caller.py"));
    let Some(key) = printed(&server, &script) else { return };
    server.deliver();
    passes(&server, &format!("KEY = '{key}'\n{}", include_str!("scripts/own_records/used_for_a_caller_after.py")));
}

/// How far the clock of the test below is ahead, in seconds.
static AHEAD: AtomicI64 = AtomicI64::new(0);

fn ahead() -> DateTime<Utc> {
    Utc::now() + TimeDelta::seconds(AHEAD.load(Ordering::Acquire))
}

#[test]
fn keys_that_are_renewed_and_removed_are_told_of() {
    const DAYS: i64 = 100;
    let server = Running::start_with_stored_keys_and(|state| state.clock = ahead);
    let Some(made) = printed(&server, include_str!("scripts/own_records/keys_before.py")) else { return };
    let [turning, going, blob] = made.split(' ').collect::<Vec<_>>()[..] else { panic!("{made}") };
    AHEAD.store(DAYS * 24 * 3600, Ordering::Release);
    // Clients whose clock is the server's.
    let later = format!(
        "import botocore.auth, datetime\nreal = botocore.auth.get_current_datetime\n\
         botocore.auth.get_current_datetime = lambda *more, **named: real(*more, **named) + datetime.timedelta(days={DAYS})\n\
         TURNING, GOING, BLOB = '{turning}', '{going}', bytes.fromhex('{blob}')\n"
    );
    passes(&server, &format!("{later}{}", include_str!("scripts/own_records/keys_later.py")));
    let state = Arc::clone(&server.state);
    let before = recorded(&server);
    server.spawn(async move { state.keep_up(ahead).await });
    let deadline = Instant::now() + Duration::from_secs(30);
    while recorded(&server) == before {
        assert!(Instant::now() < deadline, "the key whose time is over is not removed");
        std::thread::yield_now();
    }
    server.deliver();
    passes(&server, &format!("{later}{}", include_str!("scripts/own_records/keys_after.py")));
}
