//! The embedded S3 as a client finds it at the server's port, behind its signatures, policies and records: what is asked of the
//! service alone in its own crate's tests.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};

#[track_caller]
fn run(script: &str) {
    let (_folder, data) = data();
    let server = Server::start(&data, &["--log-level", "warn"]);
    let script = format!("{}/../ashiato-s3/tests/clients/{script}", env!("CARGO_MANIFEST_DIR"));
    let endpoint = format!("http://{}", server.address);
    let Some(python) = python(&data, &endpoint, include_str!("embedded_s3.py"), &[("SCRIPT", &script)]) else { return };
    assert_eq!(printed(python), "all checks passed\n");
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn objects_are_put_listed_and_fetched_at_the_server_s_port() {
    run("boto3_client.py");
}

#[test]
fn settings_of_buckets_are_kept_at_the_server_s_port() {
    run("boto3_settings.py");
}
