//! Every limit that the services' models declare, every error that can be provoked, and the quotas, by boto3.

use ashiato_server::aws::generated::BOTOCORE;
use ashiato_server::http::Limits;
use ashiato_server::quotas::Quotas;
use chrono::Utc;

use crate::running::Running;

/// The lists of what is served, for the scripts.
fn served() -> String {
    let lists = [
        ("athena", include_str!("../../operations/athena.txt")),
        ("cloudtrail", include_str!("../../operations/cloudtrail.txt")),
        ("cloudwatch", include_str!("../../operations/cloudwatch.txt")),
        ("glue", include_str!("../../operations/glue.txt")),
        ("iam", include_str!("../../operations/iam.txt")),
        ("logs", include_str!("../../operations/logs.txt")),
        ("sns", include_str!("../../operations/sns.txt")),
        ("kms", include_str!("../../operations/kms.txt")),
        ("sts", include_str!("../../operations/sts.txt")),
    ];
    let lists = lists.map(|(service, list)| format!("'{service}': '''{list}''',"));
    format!("import botocore\nMODELS = '{BOTOCORE}'\nSERVED = {{{}}}", lists.concat())
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

#[test]
fn quotas_are_held_by_requests_and_by_statements() {
    let quotas = Quotas {
        databases: 3,
        tables_in_database: 2,
        versions_of_table: 3,
        partitions_in_table: 3,
        work_groups: 3,
        named_queries: 2,
        prepared_in_work_group: 2,
        ..Quotas::default()
    };
    let server = Running::start_with(Limits { quotas, ..Limits::default() }, Utc::now);
    server.create_bucket("results");
    let begun = include_str!("athena/prelude.py");
    passes(&server, &format!("{begun}\n{}", include_str!("scripts/quotas.py")));
}

#[test]
fn each_error_of_identities_is_told() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/identity_errors.py"));
}
