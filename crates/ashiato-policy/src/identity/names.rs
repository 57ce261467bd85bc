//! Names and paths: which characters, and how many. Source: IAM API Reference, each operation's parameters.

use crate::Error;

/// A user's name: 1 to 64 characters.
pub fn check_user_name(name: &str) -> Result<(), Error> {
    check("userName", name, 1, 64, is_name)
}

/// A role's name: 1 to 64 characters.
pub fn check_role_name(name: &str) -> Result<(), Error> {
    check("roleName", name, 1, 64, is_name)
}

/// A group's name: 1 to 128 characters.
pub fn check_group_name(name: &str) -> Result<(), Error> {
    check("groupName", name, 1, 128, is_name)
}

/// A policy's name: 1 to 128 characters.
pub fn check_policy_name(name: &str) -> Result<(), Error> {
    check("policyName", name, 1, 128, is_name)
}

/// The name of a session of AssumeRole: 2 to 64 characters.
pub fn check_session_name(name: &str) -> Result<(), Error> {
    check("roleSessionName", name, 2, 64, is_name)
}

/// An external id of AssumeRole: 2 to 1224 characters.
pub fn check_external_id(id: &str) -> Result<(), Error> {
    check("externalId", id, 2, 1224, |c| is_name(c) || c == ':' || c == '/')
}

/// A path: `/`, or begun and ended with one, of printing ASCII characters, at most 512.
pub fn check_path(path: &str) -> Result<(), Error> {
    check("path", path, 1, 512, |c| c.is_ascii_graphic())?;
    match path.starts_with('/') && path.ends_with('/') {
        true => Ok(()),
        false => Err(Error::invalid(
            "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric \
             characters and/or / characters.",
        )),
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "+=,.@_-".contains(c)
}

fn check(
    member: &str,
    value: &str,
    least: usize,
    most: usize,
    is_permitted: impl Fn(char) -> bool,
) -> Result<(), Error> {
    let length = value.chars().count();
    if length < least || length > most {
        let bound = if length < least { "greater than or equal to" } else { "less than or equal to" };
        let limit = if length < least { least } else { most };
        return Err(Error::invalid(format!(
            "1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length \
             {bound} {limit}"
        )));
    }
    match value.chars().all(is_permitted) {
        true => Ok(()),
        false => Err(Error::invalid(format!(
            "The specified value for {member} is invalid. It must contain only alphanumeric characters and/or the \
             following: +=,.@_-"
        ))),
    }
}
