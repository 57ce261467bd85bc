//! Whether one statement is about a request.

use super::principal::Reach;
use super::{Principal, Request};
use crate::condition::{Lookup, Template};
use crate::document::{Principals, Selection, Statement, Version};
use crate::wildcard::matches_ignoring_case;

/// Whether action, resource and all conditions are those of the request. The principal is asked about separately.
pub(super) fn applies(statement: &Statement, version: Version, request: &Request<'_>, lookup: Lookup<'_>) -> bool {
    let is_action = |patterns: &[String]| patterns.iter().any(|pattern| matches_ignoring_case(pattern, request.action));
    let action_applies = match &statement.actions {
        Selection::Of(patterns) => is_action(patterns),
        Selection::AllBut(patterns) => !is_action(patterns),
    };
    let is_resource = |patterns: &[String]| {
        patterns.iter().any(|pattern| {
            let resolved = Template::parse(pattern, version).resolve(lookup);
            resolved.is_some_and(|resolved| resolved.pattern.matches_arn(request.resource))
        })
    };
    let resource_applies = || match &statement.resources {
        None => true,
        Some(Selection::Of(patterns)) => is_resource(patterns),
        Some(Selection::AllBut(patterns)) => !is_resource(patterns),
    };
    action_applies && resource_applies() && statement.conditions.iter().all(|condition| condition.holds(lookup))
}

/// Whether, and how closely, an allowing statement of a resource's policy names the principal.
pub(super) fn allows_principal(statement: &Statement, principal: &Principal) -> Option<Reach> {
    match statement.principals.as_ref()? {
        Principals::Of(entries) => entries.iter().filter_map(|entry| principal.named_by(entry)).max(),
        Principals::AllBut(entries) => {
            let is_excepted = entries.iter().any(|entry| principal.named_by(entry).is_some());
            (!is_excepted).then_some(Reach::Direct)
        }
    }
}

/// Whether a denying statement of a resource's policy is about the principal.
///
/// `NotPrincipal` beside `Deny` never spares one with a permissions boundary: so IAM's page on boundaries warns.
pub(super) fn denies_principal(statement: &Statement, principal: &Principal, has_boundary: bool) -> bool {
    match &statement.principals {
        None => true,
        Some(Principals::Of(entries)) => entries.iter().any(|entry| principal.named_by(entry).is_some()),
        Some(Principals::AllBut(entries)) => has_boundary || !principal.is_spared_by(entries),
    }
}
