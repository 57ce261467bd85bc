//! Signing in to the console, by a client that a browser could be; and what is recorded of it.

use ashiato_server::http::Limits;
use ashiato_server::signin::GuessLimits;

use crate::running::Running;

#[track_caller]
fn passes(server: &Running, script: &str) {
    let prelude = include_str!("scripts/signin/prelude.py");
    if let Some(printed) = server.python(&format!("{prelude}\n{script}")) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn a_password_lets_its_user_in() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/signin/sign_in.py"));
}

#[test]
fn a_password_that_must_be_changed_is_changed_on_the_way_in() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/signin/reset.py"));
}

#[test]
fn passwords_are_not_guessed_for_ever() {
    let limits = Limits { guesses: GuessLimits { of_user: 3, of_address: 12 }, ..Limits::default() };
    passes(&Running::start_with_stored_keys_within(limits), include_str!("scripts/signin/guesses.py"));
}

#[test]
fn a_roles_credentials_become_a_console_session() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/signin/federation.py"));
}

#[test]
fn every_attempt_is_recorded_as_cloudtrail_does_it() {
    let limits = Limits { guesses: GuessLimits { of_user: 1, ..GuessLimits::default() }, ..Limits::default() };
    let server = Running::start_with_stored_keys_within(limits);
    if server.python("print()").is_none() {
        return;
    }
    passes(&server, include_str!("scripts/signin/recorded_before.py"));
    server.deliver();
    passes(&server, include_str!("scripts/signin/recorded_after.py"));
}
