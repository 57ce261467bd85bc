//! KMS's keys. What they encrypt with is in [`kms_materials`](crate::kms_materials), their other names in
//! [`kms_aliases`](crate::kms_aliases), their tags under their ARNs.

use sqlx::AssertSqlSafe;

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Kind, Millis, Page, Place, Result, Tx, tags};

/// A key, without its material.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct KmsKey {
    /// `arn:aws:kms:us-east-1:111122223333:key/…`.
    pub arn: String,
    /// Where it lives.
    pub place: Place,
    /// A UUID, unique in its place.
    pub id: String,
    /// What it is for.
    pub description: String,
    /// `SYMMETRIC_DEFAULT`.
    pub spec: String,
    /// `ENCRYPT_DECRYPT`.
    pub key_usage: String,
    /// Whether it may be used.
    #[sqlx(try_from = "String")]
    pub state: KeyState,
    /// When it was made.
    pub created: Millis,
    /// When it goes, where that is planned.
    pub deletion: Option<Millis>,
    /// Its policy, opaque here.
    pub policy: String,
    /// After how many days its material is renewed, where it is.
    pub rotation_days: Option<i64>,
    /// From when on they are counted.
    pub rotation_begun: Option<Millis>,
}

/// Whether a key may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// It may.
    Enabled,
    /// Not until it is enabled.
    Disabled,
    /// It waits for its end.
    PendingDeletion,
}

impl KeyState {
    /// AWS's word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Enabled => "Enabled",
            Self::Disabled => "Disabled",
            Self::PendingDeletion => "PendingDeletion",
        }
    }
}

impl TryFrom<String> for KeyState {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        match text.as_str() {
            "Enabled" => Ok(Self::Enabled),
            "Disabled" => Ok(Self::Disabled),
            "PendingDeletion" => Ok(Self::PendingDeletion),
            _ => Err(Error::new(Kind::Corrupt, format!("key state {text:?}"))),
        }
    }
}

const COLUMNS: &str = "arn, place, id, description, spec, key_usage, state, created, deletion, policy, rotation_days, \
    rotation_begun";

/// Stores a key; `Conflict` where it is there.
pub async fn create(tx: &mut Tx, key: &KmsKey) -> Result<()> {
    sqlx::query(AssertSqlSafe(format!(
        "INSERT INTO kms_keys ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    )))
    .bind(&key.arn)
    .bind(&key.place)
    .bind(&key.id)
    .bind(&key.description)
    .bind(&key.spec)
    .bind(&key.key_usage)
    .bind(key.state.as_str())
    .bind(key.created)
    .bind(key.deletion)
    .bind(&key.policy)
    .bind(key.rotation_days)
    .bind(key.rotation_begun)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("create key {}", key.arn)))?;
    Ok(())
}

/// The key of an ARN, unless its time is over at `now`.
pub async fn get(tx: &mut Tx, arn: &str, now: Millis) -> Result<KmsKey> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM kms_keys WHERE arn = $1 AND (deletion IS NULL OR deletion > $2)"
    )))
    .bind(arn)
    .bind(now)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get key {arn}")))?
    .ok_or_else(|| Error::not_found(format!("key {arn} is not there")))
}

/// A place's keys by id; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, now: Millis, after: Option<&str>, limit: u32) -> Result<Page<KmsKey>> {
    let rows = sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM kms_keys WHERE place = $1 AND (deletion IS NULL OR deletion > $2) AND id > $3 \
         ORDER BY id LIMIT $4"
    )))
    .bind(place)
    .bind(now)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the keys"))?;
    Ok(Page::cut(rows, limit, |key: &KmsKey| key.id.clone()))
}

/// Stores what can change of a key.
pub async fn update(tx: &mut Tx, key: &KmsKey) -> Result<()> {
    let done = sqlx::query(
        "UPDATE kms_keys SET description = $2, state = $3, deletion = $4, policy = $5, rotation_days = $6, \
         rotation_begun = $7 WHERE arn = $1",
    )
    .bind(&key.arn)
    .bind(&key.description)
    .bind(key.state.as_str())
    .bind(key.deletion)
    .bind(&key.policy)
    .bind(key.rotation_days)
    .bind(key.rotation_begun)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("update key {}", key.arn)))?;
    found(&done, || format!("key {}", key.arn))
}

/// The keys whose time is over at `now`.
pub async fn due(tx: &mut Tx, now: Millis) -> Result<Vec<KmsKey>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM kms_keys WHERE deletion IS NOT NULL AND deletion <= $1 ORDER BY arn"
    )))
    .bind(now)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the keys whose time is over"))
}

/// Removes the keys whose time is over at `now`, with their material, names and tags, and gives those that were.
pub async fn remove_due(tx: &mut Tx, now: Millis) -> Result<Vec<KmsKey>> {
    let doing = "remove the keys whose time is over";
    let due = due(tx, now).await?;
    for key in &due {
        for statement in [
            "DELETE FROM kms_materials WHERE key_arn = $1",
            "DELETE FROM kms_aliases WHERE key_arn = $1",
            "DELETE FROM kms_keys WHERE arn = $1",
        ] {
            sqlx::query(statement).bind(&key.arn).execute(tx.db()).await.map_err(Error::of(doing))?;
        }
        tags::clear(tx, &key.arn).await?;
    }
    Ok(due)
}
