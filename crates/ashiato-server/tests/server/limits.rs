//! Every limit that the services' models declare, and every error that can be provoked, by boto3.

use crate::running::Running;

/// The lists of what is served, for the scripts.
fn served() -> String {
    let lists = [
        ("athena", include_str!("../../operations/athena.txt")),
        ("glue", include_str!("../../operations/glue.txt")),
        ("iam", include_str!("../../operations/iam.txt")),
        ("sts", include_str!("../../operations/sts.txt")),
    ];
    let lists = lists.map(|(service, list)| format!("'{service}': '''{list}''',"));
    format!("import botocore\nSERVED = {{{}}}", lists.concat())
}

#[track_caller]
fn passes(server: &Running, script: &str) {
    if let Some(printed) = server.python(&format!("{}\n{script}", served())) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn each_declared_limit_is_held() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/limits.py"));
}

#[test]
fn each_declared_error_is_told() {
    let server = Running::start_with_stored_keys();
    server.create_bucket("results");
    passes(&server, include_str!("scripts/errors.py"));
}
