//! IAM: users, groups, roles and managed policies. An ARN holds the path, which only the state knows.

use ashiato_meta::roles::Role;
use ashiato_meta::users::User;
use ashiato_meta::{AccessKeyId, Kind, PrincipalId, Tx, access_keys, groups, managed_policies, roles, tags, users};
use ashiato_policy::actions::{Check, same_name};
use ashiato_policy::arn::Arn;
use serde_json::Value;
use std::collections::BTreeMap;

use super::text;
use crate::aws::Error;
use crate::context::Context;
use crate::signature::Identity;

/// What an operation acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Acts {
    /// On a user; where none is named, on the caller itself.
    User,
    Group,
    Role,
    /// On the managed policy of an ARN.
    Policy,
    /// On one that is to be: the kind, and the member that names it.
    New(&'static str, &'static str),
    /// On the user whose access key is named.
    OwnerOfKey,
    /// On the user, group or role of an ARN.
    Source,
    /// On nothing in particular.
    Nothing,
}

pub(super) fn acts(operation: &str) -> Acts {
    match operation {
        "CreateUser" => Acts::New("user", "UserName"),
        "CreateGroup" => Acts::New("group", "GroupName"),
        "CreateRole" => Acts::New("role", "RoleName"),
        "CreatePolicy" => Acts::New("policy", "PolicyName"),
        "AddUserToGroup" | "RemoveUserFromGroup" => Acts::Group,
        "GetAccessKeyLastUsed" => Acts::OwnerOfKey,
        "SimulatePrincipalPolicy" => Acts::Source,
        "CreatePolicyVersion"
        | "DeletePolicy"
        | "DeletePolicyVersion"
        | "GetPolicy"
        | "GetPolicyVersion"
        | "ListEntitiesForPolicy"
        | "ListPolicyTags"
        | "ListPolicyVersions"
        | "SetDefaultPolicyVersion"
        | "TagPolicy"
        | "UntagPolicy" => Acts::Policy,
        "GetAccountAuthorizationDetails"
        | "GetAccountSummary"
        | "ListUsers"
        | "ListGroups"
        | "ListRoles"
        | "ListPolicies"
        | "ListAccountAliases"
        | "CreateAccountAlias"
        | "DeleteAccountAlias" => Acts::Nothing,
        _ if operation.contains("Group") && operation != "ListGroupsForUser" => Acts::Group,
        _ if operation.contains("Role") => Acts::Role,
        _ => Acts::User,
    }
}

/// The operations whose `iam:PermissionsBoundary` is the boundary that the user or role has. That of the others is the
/// one that the request names. So whoever may give policies only to those within a boundary is held to it.
pub(super) const OF_ITS_BOUNDARY: &[&str] = &[
    "AttachRolePolicy",
    "AttachUserPolicy",
    "DeleteRole",
    "DeleteRolePermissionsBoundary",
    "DeleteRolePolicy",
    "DeleteUserPermissionsBoundary",
    "DeleteUserPolicy",
    "DetachRolePolicy",
    "DetachUserPolicy",
    "GetRole",
    "PutRolePolicy",
    "PutUserPolicy",
    "UpdateAssumeRolePolicy",
    "UpdateRole",
    "UpdateRoleDescription",
];

/// What an operation acts on, as the state has it.
#[derive(Default)]
struct Found {
    arn: Option<Arn>,
    boundary: Option<String>,
    tags: BTreeMap<String, String>,
}

pub(super) async fn checks(ctx: &Context, operation: &str, input: &Value) -> Result<Vec<Check>, Error> {
    let found = found(ctx, operation, input).await?;
    let mut check = same_name("iam", operation, found.arn.as_ref());
    let named = |member: &str| input.get(member).and_then(Value::as_str).map(str::to_string);
    let boundary = match OF_ITS_BOUNDARY.contains(&operation) {
        true => found.boundary,
        false => named("PermissionsBoundary"),
    };
    let own_keys = [("iam:policyarn", named("PolicyArn")), ("iam:permissionsboundary", boundary)];
    check.keys.extend(own_keys.into_iter().filter_map(|(key, value)| Some((key.into(), value?))));
    for (key, value) in found.tags {
        let key = key.to_lowercase();
        check.keys.push((format!("iam:resourcetag/{key}").into(), value.clone()));
        check.keys.push((format!("aws:resourcetag/{key}").into(), value));
    }
    Ok(vec![check])
}

async fn found(ctx: &Context, operation: &str, input: &Value) -> Result<Found, Error> {
    let account = ctx.state.kept.account.as_str();
    let of = |resource: String| Found { arn: Some(Arn::new("iam", "", account, resource)), ..Found::default() };
    let acts = acts(operation);
    match acts {
        Acts::Nothing => return Ok(Found::default()),
        Acts::New(kind, member) => {
            let path = input.get("Path").and_then(Value::as_str).unwrap_or("/");
            return Ok(of(format!("{kind}{path}{}", text(input, member))));
        }
        _ => {}
    }
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    let tx = &mut tx;
    match acts {
        Acts::User => user(ctx, tx, text(input, "UserName")).await,
        Acts::Group => group(ctx, tx, text(input, "GroupName")).await,
        Acts::Role => role(ctx, tx, text(input, "RoleName")).await,
        Acts::Policy => policy(ctx, tx, text(input, "PolicyArn")).await,
        Acts::Source => source(ctx, tx, text(input, "PolicySourceArn")).await,
        _ => owner_of_key(ctx, tx, text(input, "AccessKeyId")).await,
    }
}

async fn user(ctx: &Context, tx: &mut Tx, name: &str) -> Result<Found, Error> {
    let found = match (&ctx.caller.identity, name) {
        (Identity::User(id), "") => users::by_id(tx, &PrincipalId(id.clone())).await,
        (_, "") => return Ok(at(ctx, "user/*")),
        _ => users::get(tx, &ctx.state.kept.account, name).await,
    };
    match there(found)? {
        Some(user) => of_user(ctx, tx, user).await,
        None => Ok(at(ctx, &format!("user/{name}"))),
    }
}

async fn of_user(ctx: &Context, tx: &mut Tx, user: User) -> Result<Found, Error> {
    let tags = tags::list(tx, &user.id.0).await.map_err(unread)?;
    Ok(Found { boundary: user.boundary, tags, ..at(ctx, &format!("user{}{}", user.path, user.name)) })
}

async fn group(ctx: &Context, tx: &mut Tx, name: &str) -> Result<Found, Error> {
    let group = there(groups::get(tx, &ctx.state.kept.account, name).await)?;
    let resource = group.map_or(format!("group/{name}"), |group| format!("group{}{}", group.path, group.name));
    Ok(at(ctx, &resource))
}

async fn role(ctx: &Context, tx: &mut Tx, name: &str) -> Result<Found, Error> {
    match there(roles::get(tx, &ctx.state.kept.account, name).await)? {
        Some(role) => of_role(ctx, tx, role).await,
        None => Ok(at(ctx, &format!("role/{name}"))),
    }
}

async fn of_role(ctx: &Context, tx: &mut Tx, role: Role) -> Result<Found, Error> {
    let tags = tags::list(tx, &role.id.0).await.map_err(unread)?;
    Ok(Found { boundary: role.boundary, tags, ..at(ctx, &format!("role{}{}", role.path, role.name)) })
}

async fn policy(ctx: &Context, tx: &mut Tx, arn: &str) -> Result<Found, Error> {
    let Ok(parsed) = Arn::parse(arn) else { return Ok(at(ctx, "policy/*")) };
    // AWS's own have no tags, and are not in the state.
    let tags = match there(managed_policies::get(tx, arn).await)? {
        Some(policy) => tags::list(tx, &policy.id.0).await.map_err(unread)?,
        None => BTreeMap::new(),
    };
    Ok(Found { arn: Some(parsed), tags, ..Found::default() })
}

/// The user, group or role that an ARN names. One that is none is decided on everything.
async fn source(ctx: &Context, tx: &mut Tx, arn: &str) -> Result<Found, Error> {
    let Ok(parsed) = Arn::parse(arn) else { return Ok(Found::default()) };
    let name = parsed.resource.rsplit('/').next().unwrap_or_default().to_string();
    match parsed.resource.split('/').next() {
        Some("user") => user(ctx, tx, &name).await,
        Some("group") => group(ctx, tx, &name).await,
        Some("role") => role(ctx, tx, &name).await,
        _ => Ok(Found::default()),
    }
}

/// Only who may ask of every user learns that a key is nobody's, or the root's.
async fn owner_of_key(ctx: &Context, tx: &mut Tx, key: &str) -> Result<Found, Error> {
    let key = there(access_keys::get(tx, &AccessKeyId(key.to_string())).await)?;
    let owner = match key.and_then(|key| key.user_id) {
        Some(id) => there(users::by_id(tx, &id).await)?,
        None => None,
    };
    match owner {
        Some(user) => of_user(ctx, tx, user).await,
        None => Ok(at(ctx, "user/*")),
    }
}

fn at(ctx: &Context, resource: &str) -> Found {
    let arn = Arn::new("iam", "", ctx.state.kept.account.as_str(), resource);
    Found { arn: Some(arn), ..Found::default() }
}

/// `None`: it is not there.
fn there<T>(found: ashiato_meta::Result<T>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind == Kind::NotFound => Ok(None),
        Err(error) => Err(unread(error)),
    }
}

fn unread(error: ashiato_meta::Error) -> Error {
    Error::internal(format!("read the state: {error}"))
}
