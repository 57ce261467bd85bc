//! KMS by boto3 and by the AWS CLI: keys, what they encrypt, who may use them, objects and trails' files under them; and
//! what is recorded of it.

use crate::running::Running;

#[track_caller]
fn passes(server: &Running, script: &str) {
    let prelude = include_str!("scripts/kms/prelude.py");
    if let Some(printed) = server.python(&format!("{prelude}\n{script}")) {
        assert_eq!(printed, "passed");
    }
}

fn with_bob(script: &str) -> String {
    format!("{}\n{script}", include_str!("scripts/bob.py"))
}

#[test]
fn keys_are_made_named_changed_and_sent_on_their_way() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/kms/keys.py"));
}

#[test]
fn what_a_key_encrypts_it_alone_decrypts() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/kms/encryption.py"));
}

#[test]
fn the_policy_of_a_key_decides() {
    passes(&Running::start_with_stored_keys(), &with_bob(include_str!("scripts/kms/policies.py")));
}

#[test]
fn objects_under_keys_are_read_by_those_who_may_decrypt() {
    passes(&Running::start_with_stored_keys(), &with_bob(include_str!("scripts/kms/objects.py")));
}

#[test]
fn a_query_reads_what_its_caller_may_decrypt() {
    let athena = include_str!("athena/prelude.py");
    let script = with_bob(include_str!("scripts/kms/athena.py"));
    // What `told` tells here is a query's state.
    passes(&Running::start_with_stored_keys(), &format!("{athena}\n{script}"));
}

#[test]
fn the_command_line_of_aws_uses_keys() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/kms/command_line.py"));
}

#[test]
fn files_of_a_trail_are_under_its_key_and_wait_while_it_is_disabled() {
    let server = Running::start_with_stored_keys();
    let common = include_str!("scripts/trails/prelude.py");
    let part = |script: &str| passes(&server, &format!("{common}\n{script}"));
    if server.python("print()").is_none() {
        return;
    }
    part(include_str!("scripts/kms/trail_begins.py"));
    server.deliver();
    part(&with_bob(include_str!("scripts/kms/trail_delivered.py")));
    server.deliver();
    part(include_str!("scripts/kms/trail_held.py"));
    server.deliver();
    part(include_str!("scripts/kms/trail_goes_on.py"));
}
