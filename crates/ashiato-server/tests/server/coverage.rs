//! docs/api-coverage.md says of every operation what becomes of a call. It is written from the same tables that answer.

use ashiato_server::aws::generated::{BOTOCORE, SERVICES};
use ashiato_server::aws::service::{Coverage, Service};
use ashiato_server::services::s3;
use std::fmt::Write;
use std::path::Path;

fn written() -> String {
    let mut text = String::from(
        "# What of AWS's interfaces is built\n\n\
         Written by a test (`ASHIATO_BLESS=1 cargo test -p ashiato-server coverage`) from the tables that the server\n\
         answers by. An operation that is refused is answered with the service's error for what is not supported.\n",
    );
    for service in SERVICES {
        let _ = write!(text, "\n## {}\n", service.signing_name);
        for (word, coverage) in
            [("Built", Coverage::Built), ("Accepted and stored", Coverage::Stored), ("Refused", Coverage::Refused)]
        {
            let names = names(service, coverage);
            if !names.is_empty() {
                let _ = write!(text, "\n{word} ({}): {}.\n", names.len(), names.join(", "));
            }
        }
    }
    let _ = write!(text, "\n## s3\n");
    for (word, coverage) in [
        ("Built", s3::Coverage::Built),
        ("Accepted and stored", s3::Coverage::Stored),
        ("Refused", s3::Coverage::Refused),
    ] {
        let names = s3::OPERATIONS.iter().filter(|operation| operation.coverage == coverage);
        let names: Vec<&str> = names.map(|operation| operation.name).collect();
        let _ = write!(text, "\n{word} ({}): {}.\n", names.len(), names.join(", "));
    }
    text
}

fn names(service: &Service, coverage: Coverage) -> Vec<&'static str> {
    let operations = service.operations.iter().filter(|operation| operation.coverage == coverage);
    operations.map(|operation| operation.name).collect()
}

#[test]
fn the_page_is_current() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/api-coverage.md");
    if std::env::var_os("ASHIATO_BLESS").is_some() {
        std::fs::write(&page, written()).expect("the page is written");
    }
    assert_eq!(std::fs::read_to_string(page).expect("the page"), written(), "write it anew with ASHIATO_BLESS=1");
}

#[test]
fn shapes_and_tests_are_of_one_version() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |file: &str| std::fs::read_to_string(root.join(file)).expect("it is there");
    // Whoever installs another version for the tests also writes the shapes anew: CONTRIBUTING.md says how.
    let pinned = format!("botocore=={BOTOCORE}");
    assert!(read("tests/requirements.txt").lines().any(|line| line == pinned), "tests/requirements.txt: {pinned}");
    assert!(read("CONTRIBUTING.md").contains(&pinned), "CONTRIBUTING.md: {pinned}");
}

#[test]
fn a_service_without_handlers_refuses_all() {
    // The services that `services::call` hands on to. Name a new one here when its first operation is built.
    let with_handlers = ["athena", "cloudtrail", "glue", "iam", "kms", "logs", "monitoring", "sns", "sts"];
    for service in SERVICES.iter().filter(|service| !with_handlers.contains(&service.signing_name)) {
        assert_eq!(names(service, Coverage::Refused).len(), service.operations.len(), "{}", service.signing_name);
    }
}
