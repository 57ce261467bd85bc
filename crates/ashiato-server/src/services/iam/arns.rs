//! The ARNs of IAM's entities.

use ashiato_meta::groups::Group;
use ashiato_meta::roles::Role;
use ashiato_meta::users::User;
use ashiato_policy::arn::Arn;

fn arn(account: &str, kind: &str, path: &str, name: &str) -> String {
    Arn::new("iam", "", account, format!("{kind}{path}{name}")).to_string()
}

pub(super) fn user(user: &User) -> String {
    arn(user.account.as_str(), "user", &user.path, &user.name)
}

pub(super) fn group(group: &Group) -> String {
    arn(group.account.as_str(), "group", &group.path, &group.name)
}

pub(super) fn role(role: &Role) -> String {
    arn(role.account.as_str(), "role", &role.path, &role.name)
}

pub(super) fn policy(account: &str, path: &str, name: &str) -> String {
    arn(account, "policy", path, name)
}
