//! IAM and STS, every operation by boto3, and the ways that people take with the AWS CLI.

use crate::running::Running;

fn passes(script: &str) {
    let server = Running::start_with_stored_keys();
    if let Some(printed) = server.python(script) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn users_groups_keys_and_passwords() {
    passes(include_str!("scripts/users.py"));
}

#[test]
fn roles_and_policies() {
    passes(include_str!("scripts/policies.py"));
}

#[test]
fn sessions_have_what_they_were_given_and_no_more() {
    passes(include_str!("scripts/sessions.py"));
}

#[test]
fn every_call_is_decided_by_the_policies() {
    passes(concat!(include_str!("scripts/bob.py"), "\n\n", include_str!("scripts/decisions.py")));
}

#[test]
fn each_action_is_decided_on_what_aws_says() {
    passes(concat!(include_str!("scripts/bob.py"), "\n\n", include_str!("scripts/authorization.py")));
}

#[test]
fn the_command_line_of_aws_manages_identities() {
    passes(include_str!("scripts/command_line.py"));
}
