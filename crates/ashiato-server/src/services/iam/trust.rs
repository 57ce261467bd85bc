//! Trust policies: who may assume a role.

use ashiato_policy::document::{Document, PolicyKind, counted_chars};
use ashiato_policy::identity::quotas::TRUST_POLICY_CHARS_MAX;

use super::failure::{limit_exceeded, of_policy};
use crate::aws::Error;

/// The longest session of a role for which nothing else is said: one hour.
pub(super) const SESSION_SECONDS_DEFAULT: i64 = 3600;

/// Whether a role may have this trust policy.
pub(super) fn check(text: &str) -> Result<(), Error> {
    Document::parse(text, PolicyKind::Trust).map_err(|error| of_policy(&error))?;
    match counted_chars(text) > TRUST_POLICY_CHARS_MAX {
        true => Err(limit_exceeded("ACLSizePerRole", TRUST_POLICY_CHARS_MAX)),
        false => Ok(()),
    }
}
