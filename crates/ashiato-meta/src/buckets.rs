//! S3 buckets and their settings. Objects are not here.

use crate::changed::found;
use crate::page::one_more;
use crate::{AccountId, Error, Millis, Page, Result, Tx};

/// A bucket.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Bucket {
    /// Unique among all accounts.
    pub name: String,
    /// Its owner.
    pub account: AccountId,
    /// Where it was made.
    pub region: String,
    /// When.
    pub created: Millis,
}

/// Makes a bucket; `Conflict` where the name is taken, by whomever.
pub async fn create(tx: &mut Tx, bucket: &Bucket) -> Result<()> {
    sqlx::query("INSERT INTO buckets (name, account, region, created) VALUES ($1, $2, $3, $4)")
        .bind(&bucket.name)
        .bind(&bucket.account)
        .bind(&bucket.region)
        .bind(bucket.created)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("create bucket {}", bucket.name)))?;
    Ok(())
}

/// The bucket of that name.
pub async fn get(tx: &mut Tx, name: &str) -> Result<Bucket> {
    sqlx::query_as("SELECT name, account, region, created FROM buckets WHERE name = $1")
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get bucket {name}")))?
        .ok_or_else(|| Error::not_found(format!("bucket {name} is not there")))
}

/// An account's buckets, by name; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, account: &AccountId, after: Option<&str>, limit: u32) -> Result<Page<Bucket>> {
    let rows = sqlx::query_as(
        "SELECT name, account, region, created FROM buckets WHERE account = $1 AND name > $2 ORDER BY name LIMIT $3",
    )
    .bind(account)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the buckets"))?;
    Ok(Page::cut(rows, limit, |bucket: &Bucket| bucket.name.clone()))
}

/// Removes a bucket and its settings.
pub async fn delete(tx: &mut Tx, name: &str) -> Result<()> {
    let doing = || format!("delete bucket {name}");
    sqlx::query("DELETE FROM bucket_configurations WHERE bucket = $1")
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    let gone = sqlx::query("DELETE FROM buckets WHERE name = $1")
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    found(&gone, || format!("bucket {name}"))
}

/// Stores a setting (`policy`, `versioning`, `tagging`, …: the caller's words) in place of the one before.
pub async fn put_configuration(tx: &mut Tx, bucket: &str, kind: &str, document: &str) -> Result<()> {
    sqlx::query(
        "INSERT INTO bucket_configurations (bucket, kind, document) VALUES ($1, $2, $3) \
         ON CONFLICT (bucket, kind) DO UPDATE SET document = excluded.document",
    )
    .bind(bucket)
    .bind(kind)
    .bind(document)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(format!("put {kind} of bucket {bucket}")))?;
    Ok(())
}

/// A setting, if it was ever set. Whether the bucket is there is for [`get`] to tell.
pub async fn configuration(tx: &mut Tx, bucket: &str, kind: &str) -> Result<Option<String>> {
    sqlx::query_scalar("SELECT document FROM bucket_configurations WHERE bucket = $1 AND kind = $2")
        .bind(bucket)
        .bind(kind)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get {kind} of bucket {bucket}")))
}

/// Takes a setting away; one that is not there is no error.
pub async fn delete_configuration(tx: &mut Tx, bucket: &str, kind: &str) -> Result<()> {
    sqlx::query("DELETE FROM bucket_configurations WHERE bucket = $1 AND kind = $2")
        .bind(bucket)
        .bind(kind)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete {kind} of bucket {bucket}")))?;
    Ok(())
}
