//! Athena, driven by boto3 and by the clients that stand on it.

mod queries;
mod results;
mod stopping;
mod work_groups;
mod kept_statements;
mod access;
mod catalogs;
mod trail_table;
mod encryption;
mod restart;
mod leases;
mod pyathena;
mod wrangler;

use crate::running::Running;

/// A server with a bucket for results.
fn server() -> Running {
    let server = Running::start();
    server.create_bucket("results");
    server
}

/// Runs a script that prints, and compares what it prints.
#[track_caller]
fn check(server: &Running, script: &str, expected: &str) {
    if let Some(printed) = python(server, script) {
        assert_eq!(printed, expected, "{script}");
    }
}

fn python(server: &Running, script: &str) -> Option<String> {
    server.python(&prelude(script))
}

fn prelude(script: &str) -> String {
    format!("{}\n{script}", include_str!("prelude.py"))
}
