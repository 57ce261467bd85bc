//! A query of `ashiato serve` that holds more than it may: it spills, within the data folder, and leaves nothing there,
//! whatever ends it; or it fails by itself.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};
use super::spilled::files;

const SETTINGS: [&str; 6] = ["--query-threads", "2", "--query-memory-mb", "100", "--log-level", "error"];

#[test]
fn a_query_that_exceeds_its_memory_spills_or_fails_and_the_server_lives() {
    let (_folder, data) = data();
    let server = Server::start(&data, &SETTINGS);
    let (endpoint, spill) = (format!("http://{}", server.address), data.join("spill"));
    let spill_path = spill.to_str().expect("a plain path");
    let script = |part: &str| {
        python(&data, &endpoint, include_str!("serve_spilled.py"), &[("SPILL", spill_path), ("PART", part)])
    };
    let Some(client) = script("exceed") else { return };
    assert_eq!(printed(client), "spilled and answered\nfailed\nstopped\n");
    assert!(server.get("/health").ends_with("ready\n"));

    let id = printed(script("spill").expect("it ran before"));
    assert!(files(&spill) > 0);
    server.kill();
    assert!(files(&spill) > 0, "a killed server takes nothing away");
    let server = Server::start(&data, &SETTINGS);
    assert_eq!(std::fs::read_dir(&spill).expect("it is there again").count(), 0);
    let endpoint = format!("http://{}", server.address);
    let after = python(&data, &endpoint, include_str!("serve_spilled.py"), &[("PART", "killed"), ("ID", id.trim())]);
    assert_eq!(printed(after.expect("it ran before")), "failed by the server's end\n");
    let (said, code) = server.terminate();
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("panic"), "{said}");
    assert_eq!(files(&spill), 0);
}
