//! The digests of trails: each a link of the chain of its trail and region. Planned with its signature, then delivered;
//! both steps, done again, change nothing.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow, Row};

use crate::changed::changed;
use crate::{Error, Millis, Result, Tx};

/// A digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailDigest {
    /// Its trail's ARN.
    pub trail: String,
    /// The region whose files it covers.
    pub region: String,
    /// From when.
    pub period_start: Millis,
    /// Until before when.
    pub period_end: Millis,
    /// The bucket that it goes to.
    pub bucket: String,
    /// Its key there.
    pub object_key: String,
    /// Hexadecimal SHA-256 of its uncompressed bytes.
    pub hash: String,
    /// Hexadecimal.
    pub signature: String,
    /// Whether it was made after its time.
    pub is_backfill: bool,
    /// Its uncompressed bytes, so that after a crash the same are delivered; `None` once they are.
    pub body: Option<String>,
    /// When it was delivered, if it was.
    pub delivered: Option<Millis>,
}

impl<'r> FromRow<'r, AnyRow> for TrailDigest {
    fn from_row(row: &'r AnyRow) -> sqlx::Result<TrailDigest> {
        Ok(TrailDigest {
            trail: row.try_get("trail")?,
            region: row.try_get("region")?,
            period_start: row.try_get("period_start")?,
            period_end: row.try_get("period_end")?,
            bucket: row.try_get("bucket")?,
            object_key: row.try_get("object_key")?,
            hash: row.try_get("hash")?,
            signature: row.try_get("signature")?,
            is_backfill: row.try_get::<i64, _>("is_backfill")? != 0,
            body: row.try_get("body")?,
            delivered: row.try_get("delivered")?,
        })
    }
}

const COLUMNS: &str =
    "trail, region, period_start, period_end, bucket, object_key, hash, signature, is_backfill, body, delivered";

/// Stores a digest that is to be delivered, and gives it as it is kept: where the one of that end is there already, that
/// one. `NotFound` where there is no such trail.
pub async fn plan(tx: &mut Tx, digest: &TrailDigest) -> Result<TrailDigest> {
    let doing = || format!("plan digest {}", digest.object_key);
    sqlx::query(
        "INSERT INTO trail_digests (trail, region, period_start, period_end, bucket, object_key, hash, signature, \
         is_backfill, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (trail, region, period_end) DO NOTHING",
    )
    .bind(&digest.trail)
    .bind(&digest.region)
    .bind(digest.period_start)
    .bind(digest.period_end)
    .bind(&digest.bucket)
    .bind(&digest.object_key)
    .bind(&digest.hash)
    .bind(&digest.signature)
    .bind(i64::from(digest.is_backfill))
    .bind(&digest.body)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(doing()))?;
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_digests WHERE trail = $1 AND region = $2 AND period_end = $3"
    )))
    .bind(&digest.trail)
    .bind(&digest.region)
    .bind(digest.period_end)
    .fetch_one(tx.db())
    .await
    .map_err(Error::of(doing()))
}

/// The digest of a trail and region that ends last, delivered or not: the next one's time begins where it ends.
pub async fn last(tx: &mut Tx, trail: &str, region: &str) -> Result<Option<TrailDigest>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_digests WHERE trail = $1 AND region = $2 ORDER BY period_end DESC LIMIT 1"
    )))
    .bind(trail)
    .bind(region)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get the last digest of {trail}")))
}

/// The same among those that were made in their time, or after it: what the next one of the kind names as its previous.
pub async fn last_of_kind(tx: &mut Tx, trail: &str, region: &str, is_backfill: bool) -> Result<Option<TrailDigest>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_digests WHERE trail = $1 AND region = $2 AND is_backfill = $3 \
         ORDER BY period_end DESC LIMIT 1"
    )))
    .bind(trail)
    .bind(region)
    .bind(i64::from(is_backfill))
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get the last digest of {trail}")))
}

/// The digests that are not known to be in the bucket, the earliest first.
pub async fn planned(tx: &mut Tx, limit: u32) -> Result<Vec<TrailDigest>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_digests WHERE delivered IS NULL ORDER BY period_end, trail, region LIMIT $1"
    )))
    .bind(i64::from(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the planned digests"))
}

/// Marks a digest as delivered; one that is stays as it is. `NotFound` where it was not planned, or went with its trail.
pub async fn deliver(tx: &mut Tx, digest: &TrailDigest, at: Millis) -> Result<()> {
    let done = sqlx::query(
        "UPDATE trail_digests SET delivered = COALESCE(delivered, $4), body = NULL \
         WHERE trail = $1 AND region = $2 AND period_end = $3",
    )
    .bind(&digest.trail)
    .bind(&digest.region)
    .bind(digest.period_end)
    .bind(at)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("note digest {} as delivered", digest.object_key)))?;
    changed(&done, || Error::not_found(format!("digest {} was not planned", digest.object_key)))
}
