//! A clock that jumps an hour forward, and back, while calls are answered: by libfaketime, which lies to the server and to the
//! commands that validate about the time of day, and not about how time passes. The client that calls goes by the same offset,
//! and does so by itself: Python's threads wait for each other without end under libfaketime.

use super::{Client, SOON};
use crate::serve::{Server, data};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian has it.
fn faketime() -> Option<PathBuf> {
    let places = ["x86_64-linux-gnu", "aarch64-linux-gnu"];
    let library = |place| Path::new("/usr/lib").join(place).join("faketime/libfaketimeMT.so.1");
    let found = places.map(library).into_iter().find(|library| library.exists());
    if found.is_none() {
        eprintln!("skipped: no libfaketime; `make test` installs it where it can");
    }
    found
}

#[test]
fn a_clock_that_jumps_an_hour_forward_and_back_loses_nothing() {
    let Some(library) = faketime() else { return };
    let (folder, data) = data();
    let offset = folder.path().join("offset");
    // In one step: who reads it never finds half of it.
    let set = |seconds: &str| {
        let draft = folder.path().join("draft");
        std::fs::write(&draft, seconds).expect("it is written");
        std::fs::rename(&draft, &offset).expect("it is set");
    };
    set("+0");
    let text = |path: &Path| path.to_str().expect("a plain path").to_string();
    let (library, offset) = (text(&library), text(&offset));
    let lies = [
        ("LD_PRELOAD", library.as_str()),
        ("FAKETIME_TIMESTAMP_FILE", offset.as_str()),
        // Read anew every second: to read it at each call costs more than the calls do.
        ("FAKETIME_CACHE_DURATION", "1"),
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        ("DONT_FAKE_MONOTONIC", "1"),
        ("NO_FAKE_STAT", "1"),
    ];
    let mut command = Command::new(env!("CARGO_BIN_EXE_ashiato"));
    command.args(["serve", "--data-dir", &text(&data), "--listen", "127.0.0.1:0"]).args(SOON);
    command.envs(lies);
    let server = Server::launch(command);
    let endpoint = format!("http://{}", server.address);
    let commands = include_str!("jumping_clock.py");
    let told = [&[("PRELOAD", library.as_str())], &lies[1..]].concat();
    let Some(mut client) = Client::start(&data, &endpoint, commands, &told) else { return };
    client.does("prepare");
    client.does("begin");
    client.does("more 200");
    set("+3600");
    client.does("more 200");
    client.does("delivered");
    set("+0");
    client.does("more 200");
    client.does("behind");
    client.does("more 200");
    // The hour passes.
    set("+3700");
    client.does("more 200");
    client.does("well");
    client.does("end");
    client.does("check");
    client.ends();
    let (log, code) = server.terminate();
    assert_eq!(code, Some(0), "{log}");
    assert!(!log.contains("panic"), "{log}");
}
