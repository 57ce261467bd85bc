//! How many of each an account or a place has, and how often a policy is used: what quotas and summaries need.

use crate::glue_partitions::Of;
use crate::{AccountId, Error, Place, PrincipalId, Result, Tx};

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

// What follows is counted to hold it against a quota: whoever counts the same waits until this transaction has ended, so that
// of two that each make one, the second counts both.

/// The databases of a catalog.
pub async fn databases(tx: &mut Tx, place: &Place) -> Result<u64> {
    count(tx, "SELECT COUNT(*) FROM glue_databases WHERE place = $1", place, &[]).await
}

/// The tables of a database.
pub async fn tables(tx: &mut Tx, place: &Place, database: &str) -> Result<u64> {
    let statement = "SELECT COUNT(*) FROM glue_tables WHERE place = $1 AND database_name = $2";
    count(tx, statement, place, &[database]).await
}

/// The kept versions of a table.
pub async fn table_versions(tx: &mut Tx, place: &Place, database: &str, table: &str) -> Result<u64> {
    let statement =
        "SELECT COUNT(*) FROM glue_table_versions WHERE place = $1 AND database_name = $2 AND table_name = $3";
    count(tx, statement, place, &[database, table]).await
}

/// The partitions of a table. Each is passed over in the index.
pub async fn partitions(tx: &mut Tx, of: Of<'_>) -> Result<u64> {
    let statement = "SELECT COUNT(*) FROM glue_partitions WHERE place = $1 AND database_name = $2 AND table_name = $3";
    count(tx, statement, of.place, &[of.database, of.table]).await
}

/// The work groups of a place.
pub async fn work_groups(tx: &mut Tx, place: &Place) -> Result<u64> {
    count(tx, "SELECT COUNT(*) FROM work_groups WHERE place = $1", place, &[]).await
}

/// The named queries of all work groups of a place.
pub async fn named_queries(tx: &mut Tx, place: &Place) -> Result<u64> {
    count(tx, "SELECT COUNT(*) FROM named_queries WHERE place = $1", place, &[]).await
}

/// The prepared statements of a work group.
pub async fn prepared_statements(tx: &mut Tx, place: &Place, work_group: &str) -> Result<u64> {
    let statement = "SELECT COUNT(*) FROM prepared_statements WHERE place = $1 AND work_group = $2";
    count(tx, statement, place, &[work_group]).await
}

/// The alarms of a place.
pub async fn alarms(tx: &mut Tx, place: &Place) -> Result<u64> {
    count(tx, "SELECT COUNT(*) FROM alarms WHERE place = $1", place, &[]).await
}

/// The metrics of a place.
pub async fn metrics(tx: &mut Tx, place: &Place) -> Result<u64> {
    count(tx, "SELECT COUNT(*) FROM metrics WHERE place = $1", place, &[]).await
}

async fn count(tx: &mut Tx, statement: &'static str, place: &Place, names: &[&str]) -> Result<u64> {
    tx.alone_with(&format!("{statement}: {} {names:?}", place.as_str())).await?;
    let mut query = sqlx::query_scalar::<_, i64>(statement).bind(place);
    for name in names {
        query = query.bind(*name);
    }
    Ok(query.fetch_one(tx.db()).await.map_err(Error::of("count what is kept"))?.unsigned_abs())
}
