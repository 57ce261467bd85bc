//! Entities of the state as IAM's shapes show them.

use ashiato_meta::{Millis, groups, roles, users};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::collections::BTreeMap;

use super::arns;
use crate::aws::Timestamp;
use crate::aws::generated::iam::{
    AttachedPermissionsBoundary, Group, PermissionsBoundaryAttachmentType, Role, RoleLastUsed, Tag, User,
};

pub(super) type Tags = BTreeMap<String, String>;

/// To the second, as IAM's times are.
pub(super) fn time(time: Millis) -> Timestamp {
    Timestamp { millis: time.0.div_euclid(1000) * 1000 }
}

/// RFC 3986's unreserved characters are left as they are.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A policy's text: IAM answers with it percent-encoded.
pub(super) fn document(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// None at all where there are no tags: so IAM answers.
pub(super) fn tags(tags: Tags) -> Option<Vec<Tag>> {
    (!tags.is_empty()).then(|| tag_list(tags))
}

pub(super) fn tag_list(tags: Tags) -> Vec<Tag> {
    tags.into_iter().map(|(key, value)| Tag { key, value }).collect()
}

pub(super) fn boundary(arn: Option<&String>) -> Option<AttachedPermissionsBoundary> {
    let arn = arn?.clone();
    Some(AttachedPermissionsBoundary {
        permissions_boundary_type: Some(PermissionsBoundaryAttachmentType::PermissionsBoundaryPolicy),
        permissions_boundary_arn: Some(arn),
    })
}

/// Lists show neither tags nor boundary: `with` is given where one user is.
pub(super) fn user(user: &users::User, with: Option<Tags>) -> User {
    User {
        path: user.path.clone(),
        user_name: user.name.clone(),
        user_id: user.id.0.clone(),
        arn: arns::user(user),
        create_date: time(user.created),
        password_last_used: user.password_last_used.map(time),
        permissions_boundary: with.as_ref().and_then(|_| boundary(user.boundary.as_ref())),
        tags: with.and_then(tags),
    }
}

pub(super) fn group(group: &groups::Group) -> Group {
    Group {
        path: group.path.clone(),
        group_name: group.name.clone(),
        group_id: group.id.0.clone(),
        arn: arns::group(group),
        create_date: time(group.created),
    }
}

/// Lists show neither tags, boundary nor last use: `with` is given where one role is.
pub(super) fn role(role: &roles::Role, with: Option<Tags>) -> Role {
    Role {
        path: role.path.clone(),
        role_name: role.name.clone(),
        role_id: role.id.0.clone(),
        arn: arns::role(role),
        create_date: time(role.created),
        assume_role_policy_document: Some(document(&role.trust_policy)),
        description: role.description.clone(),
        max_session_duration: Some(role.max_session_seconds),
        permissions_boundary: with.as_ref().and_then(|_| boundary(role.boundary.as_ref())),
        role_last_used: with.as_ref().map(|_| last_used(role)),
        tags: with.and_then(tags),
        source_role_template: None,
        max_signin_session_duration: None,
    }
}

pub(super) fn last_used(role: &roles::Role) -> RoleLastUsed {
    RoleLastUsed { last_used_date: role.last_used.map(time), region: role.last_used_region.clone() }
}
