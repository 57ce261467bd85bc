//! What `ashiato serve` holds in memory: a query that is stopped gives back its own, and what no honest client sends
//! costs little. Bytes are the kernel's figures of the process.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};
use std::path::Path;

/// Runs a script that may look at the server's process.
fn script(data: &Path, server: &Server, text: &str) -> Option<String> {
    let process = server.process().to_string();
    python(data, &format!("http://{}", server.address), text, &[("PROCESS", &process)]).map(printed)
}

#[test]
fn a_stopped_query_gives_back_its_threads_and_memory() {
    let (_folder, data) = data();
    let one_at_a_time =
        ["--query-threads", "1", "--query-running", "1", "--query-memory-mb", "128", "--log-level", "error"];
    let server = Server::start(&data, &one_at_a_time);
    let Some(said) = script(&data, &server, include_str!("serve_memory.py")) else { return };
    assert_eq!(said, "4 stopped that held 64 MB each\n6 stopped\n");
    // Were it kept until the query's time is over, let alone for ever, it would be that of several.
    let peak = server.peak_bytes();
    assert!(peak < 400 << 20, "{peak} bytes at the peak");
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn what_no_honest_client_sends_costs_little() {
    let (_folder, data) = data();
    let server = Server::start(&data, &["--limit-connections", "50", "--log-level", "error"]);
    let Some(said) = script(&data, &server, include_str!("serve_hostile.py")) else { return };
    assert_eq!(said, "all refused\n");
    // The longest line that is read has 256 MB, in a buffer that doubles until it fits.
    let peak = server.peak_bytes();
    assert!(peak < 900 << 20, "{peak} bytes at the peak");
    let (said, code) = server.terminate();
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("panic"), "{said}");
}
