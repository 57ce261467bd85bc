//! Policies that a customer manages, with their versions. Those that AWS manages are not rows.

use crate::changed::found;
use crate::page::one_more;
use crate::{AccountId, Error, Kind, Millis, Page, PolicyId, Result, Tx, tags};

/// A managed policy, without its documents.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ManagedPolicy {
    /// `ANPA…`.
    pub id: PolicyId,
    /// Where it lives.
    pub account: AccountId,
    /// What it is attached by.
    pub arn: String,
    /// Unique in its account whatever the case of its letters.
    pub name: String,
    /// `/` or `/…/`.
    pub path: String,
    /// What it is for.
    pub description: Option<String>,
    /// When it was made.
    pub created: Millis,
    /// When a version was made, set as default or removed.
    pub updated: Millis,
    /// The version that holds.
    pub default_version: i64,
}

/// One version of a policy.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PolicyVersion {
    /// Counts from 1 and is never used again.
    pub version: i64,
    /// Opaque here.
    pub document: String,
    /// When it was made.
    pub created: Millis,
}

/// Makes a policy and its version 1, which is the default; `Conflict` where the name is taken.
pub async fn create(tx: &mut Tx, policy: &ManagedPolicy, document: &str) -> Result<()> {
    let doing = || format!("create policy {}", policy.arn);
    sqlx::query(
        "INSERT INTO managed_policies \
         (id, account, arn, name, name_folded, path, description, created, updated, default_version, newest_version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, 1, 1)",
    )
    .bind(&policy.id)
    .bind(&policy.account)
    .bind(&policy.arn)
    .bind(&policy.name)
    .bind(policy.name.to_ascii_lowercase())
    .bind(&policy.path)
    .bind(&policy.description)
    .bind(policy.created)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(doing()))?;
    insert_version(tx, &policy.id, 1, document, policy.created).await
}

/// The policy of that ARN.
pub async fn get(tx: &mut Tx, arn: &str) -> Result<ManagedPolicy> {
    sqlx::query_as(
        "SELECT id, account, arn, name, path, description, created, updated, default_version \
         FROM managed_policies WHERE arn = $1",
    )
    .bind(arn)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get policy {arn}")))?
    .ok_or_else(|| Error::not_found(format!("policy {arn} is not there")))
}

/// Those whose path begins with `path_prefix`, by name; `after` is a page's `next`.
pub async fn list(
    tx: &mut Tx,
    account: &AccountId,
    path_prefix: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<ManagedPolicy>> {
    let rows = sqlx::query_as(
        "SELECT id, account, arn, name, path, description, created, updated, default_version \
         FROM managed_policies \
         WHERE account = $1 AND SUBSTR(path, 1, LENGTH($2)) = $2 AND name_folded > $3 ORDER BY name_folded LIMIT $4",
    )
    .bind(account)
    .bind(path_prefix)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the policies"))?;
    Ok(Page::cut(rows, limit, |policy: &ManagedPolicy| policy.name.to_ascii_lowercase()))
}

/// The document of the version that holds.
pub async fn default_document(tx: &mut Tx, arn: &str) -> Result<String> {
    sqlx::query_scalar(
        "SELECT v.document FROM managed_policies p JOIN managed_policy_versions v \
         ON v.policy_id = p.id AND v.version = p.default_version WHERE p.arn = $1",
    )
    .bind(arn)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get the document of {arn}")))?
    .ok_or_else(|| Error::not_found(format!("policy {arn} is not there")))
}

/// Adds a version and tells its number; `Throttled` where there are `versions_max` already.
pub async fn add_version(tx: &mut Tx, id: &PolicyId, document: &str, now: Millis, versions_max: i64) -> Result<i64> {
    let doing = || format!("add a version to policy {}", id.0);
    // First the write, which makes other transactions wait that want to add one.
    let done =
        sqlx::query("UPDATE managed_policies SET newest_version = newest_version + 1, updated = $2 WHERE id = $1")
            .bind(id)
            .bind(now)
            .execute(tx.db())
            .await
            .map_err(Error::of(doing()))?;
    found(&done, || format!("policy {}", id.0))?;
    let (version, there): (i64, i64) = sqlx::query_as(
        "SELECT newest_version, (SELECT COUNT(*) FROM managed_policy_versions WHERE policy_id = $1) \
         FROM managed_policies WHERE id = $1",
    )
    .bind(id)
    .fetch_one(tx.db())
    .await
    .map_err(Error::of(doing()))?;
    if there >= versions_max {
        return Err(Error::new(Kind::Throttled, format!("policy {} has {there} versions", id.0)));
    }
    insert_version(tx, id, version, document, now).await?;
    Ok(version)
}

/// Lets another version hold.
pub async fn set_default_version(tx: &mut Tx, id: &PolicyId, version: i64, now: Millis) -> Result<()> {
    let done = sqlx::query(
        "UPDATE managed_policies SET default_version = $2, updated = $3 WHERE id = $1 \
         AND EXISTS (SELECT 1 FROM managed_policy_versions WHERE policy_id = $1 AND version = $2)",
    )
    .bind(id)
    .bind(version)
    .bind(now)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("set the default version of {}", id.0)))?;
    found(&done, || format!("version {version} of policy {}", id.0))
}

/// Every version, newest first.
pub async fn versions(tx: &mut Tx, id: &PolicyId) -> Result<Vec<PolicyVersion>> {
    sqlx::query_as(
        "SELECT version, document, created FROM managed_policy_versions WHERE policy_id = $1 ORDER BY version DESC",
    )
    .bind(id)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the versions of {}", id.0)))
}

/// Removes a version; `Conflict` for the one that holds.
pub async fn delete_version(tx: &mut Tx, id: &PolicyId, version: i64, now: Millis) -> Result<()> {
    let doing = || format!("delete version {version} of policy {}", id.0);
    let done = sqlx::query("UPDATE managed_policies SET updated = $3 WHERE id = $1 AND default_version <> $2")
        .bind(id)
        .bind(version)
        .bind(now)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    crate::changed::changed(&done, || Error::conflict(format!("{}: it is the default version", doing())))?;
    let gone = sqlx::query("DELETE FROM managed_policy_versions WHERE policy_id = $1 AND version = $2")
        .bind(id)
        .bind(version)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    found(&gone, || format!("version {version} of policy {}", id.0))
}

/// Removes a policy, its versions and tags; `Conflict` while it is attached.
pub async fn delete(tx: &mut Tx, id: &PolicyId) -> Result<()> {
    let doing = || format!("delete policy {}", id.0);
    sqlx::query("DELETE FROM managed_policy_versions WHERE policy_id = $1")
        .bind(id)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    let gone = sqlx::query("DELETE FROM managed_policies WHERE id = $1")
        .bind(id)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    found(&gone, || format!("policy {}", id.0))?;
    tags::clear(tx, &id.0).await
}

async fn insert_version(tx: &mut Tx, id: &PolicyId, version: i64, document: &str, now: Millis) -> Result<()> {
    sqlx::query("INSERT INTO managed_policy_versions (policy_id, version, document, created) VALUES ($1, $2, $3, $4)")
        .bind(id)
        .bind(version)
        .bind(document)
        .bind(now)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("add version {version} to policy {}", id.0)))?;
    Ok(())
}
