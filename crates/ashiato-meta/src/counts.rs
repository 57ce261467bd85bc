//! How many of each an account has, and how often a policy is used: what quotas and summaries need.

use crate::{AccountId, Error, PrincipalId, Result, Tx};

/// An account's identities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Counts {
    /// Users.
    pub users: i64,
    /// Groups.
    pub groups: i64,
    /// Roles.
    pub roles: i64,
    /// Managed policies that the account made.
    pub policies: i64,
    /// Their versions.
    pub policy_versions: i64,
    /// Access keys of the root identity.
    pub root_keys: i64,
}

/// Counts an account's identities.
pub async fn of_account(tx: &mut Tx, account: &AccountId) -> Result<Counts> {
    sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM users WHERE account = $1) AS users, \
         (SELECT COUNT(*) FROM user_groups WHERE account = $1) AS groups, \
         (SELECT COUNT(*) FROM roles WHERE account = $1) AS roles, \
         (SELECT COUNT(*) FROM managed_policies WHERE account = $1) AS policies, \
         (SELECT COUNT(*) FROM managed_policy_versions WHERE policy_id IN \
         (SELECT id FROM managed_policies WHERE account = $1)) AS policy_versions, \
         (SELECT COUNT(*) FROM access_keys WHERE account = $1 AND user_id IS NULL) AS root_keys",
    )
    .bind(account)
    .fetch_one(tx.db())
    .await
    .map_err(Error::of("count the identities"))
}

/// To how many users, groups and roles a policy is attached.
pub async fn attachments(tx: &mut Tx, policy_arn: &str) -> Result<i64> {
    sqlx::query_scalar("SELECT COUNT(*) FROM attachments WHERE policy_arn = $1")
        .bind(policy_arn)
        .fetch_one(tx.db())
        .await
        .map_err(Error::of(format!("count what {policy_arn} is attached to")))
}

/// The users and roles that a policy bounds, by id.
pub async fn bounded(tx: &mut Tx, policy_arn: &str) -> Result<Vec<PrincipalId>> {
    sqlx::query_scalar(
        "SELECT id FROM users WHERE boundary = $1 UNION ALL SELECT id FROM roles WHERE boundary = $1 ORDER BY id",
    )
    .bind(policy_arn)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list whom {policy_arn} bounds")))
}
