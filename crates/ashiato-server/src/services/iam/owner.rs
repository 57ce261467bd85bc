//! Users, groups and roles, as far as policies hang on them alike.

use ashiato_meta::groups::{self, Group};
use ashiato_meta::roles::{self, Role};
use ashiato_meta::users::{self, User};
use ashiato_meta::{PrincipalId, Tx};
use ashiato_policy::identity::quotas;

use super::failure::or_no_such;
use crate::aws::Error;
use crate::context::Context;
use crate::signature::Identity;

/// What has policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OwnerKind {
    User,
    Group,
    Role,
}

impl OwnerKind {
    pub(super) fn noun(self) -> &'static str {
        match self {
            OwnerKind::User => "user",
            OwnerKind::Group => "group",
            OwnerKind::Role => "role",
        }
    }

    /// How many characters all its inline policies have together at most.
    pub(super) fn inline_chars_max(self) -> usize {
        match self {
            OwnerKind::User => quotas::USER_INLINE_CHARS_MAX,
            OwnerKind::Group => quotas::GROUP_INLINE_CHARS_MAX,
            OwnerKind::Role => quotas::ROLE_INLINE_CHARS_MAX,
        }
    }

    /// The quota of managed policies attached to it.
    pub(super) fn attached_quota(self) -> &'static str {
        match self {
            OwnerKind::User => "PoliciesPerUser",
            OwnerKind::Group => "PoliciesPerGroup",
            OwnerKind::Role => "PoliciesPerRole",
        }
    }
}

/// Its id, and its name as it was written.
pub(super) async fn find(
    ctx: &Context,
    tx: &mut Tx,
    kind: OwnerKind,
    name: &str,
) -> Result<(PrincipalId, String), Error> {
    Ok(match kind {
        OwnerKind::User => user(ctx, tx, name).await.map(|user| (user.id, user.name))?,
        OwnerKind::Group => group(ctx, tx, name).await.map(|group| (group.id, group.name))?,
        OwnerKind::Role => role(ctx, tx, name).await.map(|role| (role.id, role.name))?,
    })
}

pub(super) async fn user(ctx: &Context, tx: &mut Tx, name: &str) -> Result<User, Error> {
    let found = users::get(tx, &ctx.state.kept.account, name).await;
    or_no_such(found, || format!("The user with name {name} cannot be found."))
}

pub(super) async fn group(ctx: &Context, tx: &mut Tx, name: &str) -> Result<Group, Error> {
    let found = groups::get(tx, &ctx.state.kept.account, name).await;
    or_no_such(found, || format!("The group with name {name} cannot be found."))
}

pub(super) async fn role(ctx: &Context, tx: &mut Tx, name: &str) -> Result<Role, Error> {
    let found = roles::get(tx, &ctx.state.kept.account, name).await;
    or_no_such(found, || format!("The role with name {name} cannot be found."))
}

/// The user that a request names, or without a name the one that calls; `None`: the account's root calls.
pub(super) async fn user_or_caller(ctx: &Context, tx: &mut Tx, name: Option<&str>) -> Result<Option<User>, Error> {
    match (name, &ctx.caller.identity) {
        (Some(name), _) => user(ctx, tx, name).await.map(Some),
        (None, Identity::User(id)) => {
            let found = users::by_id(tx, &PrincipalId(id.clone())).await;
            or_no_such(found, || "The user that called cannot be found.".to_string()).map(Some)
        }
        (None, Identity::Root) => Ok(None),
        (None, Identity::Role(_) | Identity::Federated(_)) => {
            Err(super::failure::validation_error("Must specify userName when calling with non-User credentials"))
        }
    }
}
