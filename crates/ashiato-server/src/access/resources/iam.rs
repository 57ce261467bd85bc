//! IAM: users, groups, roles and managed policies. An ARN holds the path, which only the state knows.

use ashiato_meta::{Kind, groups, roles, users};
use ashiato_policy::actions::{Check, same_name};
use ashiato_policy::arn::Arn;
use serde_json::Value;

use super::text;
use crate::aws::Error;
use crate::context::Context;
use crate::signature::Identity;

/// What an operation acts on.
enum Acts {
    /// On a user; where none is named, on the caller itself.
    User,
    Group,
    Role,
    /// On the managed policy of an ARN.
    Policy,
    /// On one that is to be: the kind, and the member that names it.
    New(&'static str, &'static str),
    /// On nothing in particular.
    Nothing,
}

fn acts(operation: &str) -> Acts {
    match operation {
        "CreateUser" => Acts::New("user", "UserName"),
        "CreateGroup" => Acts::New("group", "GroupName"),
        "CreateRole" => Acts::New("role", "RoleName"),
        "CreatePolicy" => Acts::New("policy", "PolicyName"),
        "AddUserToGroup" | "RemoveUserFromGroup" => Acts::Group,
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
        "GetAccessKeyLastUsed"
        | "GetAccountAuthorizationDetails"
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

pub(super) async fn checks(ctx: &Context, operation: &str, input: &Value) -> Result<Vec<Check>, Error> {
    let account = ctx.state.kept.account.as_str();
    let of = |resource: String| Arn::new("iam", "", account, resource);
    let arn = match acts(operation) {
        Acts::Nothing => None,
        Acts::Policy => Some(Arn::parse(text(input, "PolicyArn")).unwrap_or_else(|_| of("policy/*".to_string()))),
        Acts::New(kind, member) => {
            let path = input.get("Path").and_then(Value::as_str).unwrap_or("/");
            Some(of(format!("{kind}{path}{}", text(input, member))))
        }
        Acts::User => Some(user(ctx, text(input, "UserName")).await?),
        Acts::Group => Some(of(group(ctx, text(input, "GroupName")).await?)),
        Acts::Role => Some(of(role(ctx, text(input, "RoleName")).await?)),
    };
    let mut check = same_name("iam", operation, arn.as_ref());
    let own_keys = [("iam:policyarn", "PolicyArn"), ("iam:permissionsboundary", "PermissionsBoundary")];
    for (key, member) in own_keys {
        if let Some(value) = input.get(member).and_then(Value::as_str) {
            check.keys.push((key, value.to_string()));
        }
    }
    let tags = input.get("Tags").and_then(Value::as_array).into_iter().flatten();
    check.keys.extend(tags.map(|tag| ("aws:tagkeys", text(tag, "Key").to_string())));
    Ok(vec![check])
}

async fn user(ctx: &Context, name: &str) -> Result<Arn, Error> {
    let account = ctx.state.kept.account.as_str();
    if name.is_empty() {
        let own = match &ctx.caller.identity {
            Identity::User(_) => ctx.caller.principal.arn.clone(),
            _ => format!("arn:aws:iam::{account}:user/*"),
        };
        return Arn::parse(&own).map_err(|error| Error::internal(error.to_string()));
    }
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    let path = path(users::get(&mut tx, &ctx.state.kept.account, name).await.map(|user| (user.path, user.name)), name)?;
    Ok(Arn::new("iam", "", account, format!("user{path}")))
}

async fn group(ctx: &Context, name: &str) -> Result<String, Error> {
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    let found = groups::get(&mut tx, &ctx.state.kept.account, name).await;
    Ok(format!("group{}", path(found.map(|group| (group.path, group.name)), name)?))
}

async fn role(ctx: &Context, name: &str) -> Result<String, Error> {
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    let found = roles::get(&mut tx, &ctx.state.kept.account, name).await;
    Ok(format!("role{}", path(found.map(|role| (role.path, role.name)), name)?))
}

/// Path and name; one that is not there is asked for without a path.
fn path(found: ashiato_meta::Result<(String, String)>, name: &str) -> Result<String, Error> {
    match found {
        Ok((path, name)) => Ok(format!("{path}{name}")),
        Err(error) if error.kind == Kind::NotFound => Ok(format!("/{name}")),
        Err(error) => Err(unread(error)),
    }
}

fn unread(error: ashiato_meta::Error) -> Error {
    Error::internal(format!("read the state: {error}"))
}
