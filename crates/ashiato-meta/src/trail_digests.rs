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
    /// The number of the trail's period that it is of: its chain.
    pub period: i64,
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
            period: row.try_get("period")?,
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

const COLUMNS: &str = "trail, region, period_start, period_end, period, bucket, object_key, hash, signature, is_backfill, body, delivered";

/// Stores a digest that is to be delivered, and gives it as it is kept: where the one of that end is there already, that
/// one. `NotFound` where there is no such trail.
pub async fn plan(tx: &mut Tx, digest: &TrailDigest) -> Result<TrailDigest> {
    let doing = || format!("plan digest {}", digest.object_key);
    sqlx::query(
        "INSERT INTO trail_digests (trail, region, period_start, period_end, bucket, object_key, hash, signature, \
         is_backfill, body, period) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         ON CONFLICT (trail, region, period_end) DO NOTHING",
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
    .bind(digest.period)
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

/// Whether a trail has a digest of a region that ends then, of whichever period.
pub async fn is_taken(tx: &mut Tx, trail: &str, region: &str, end: Millis) -> Result<bool> {
    let row = sqlx::query("SELECT 1 FROM trail_digests WHERE trail = $1 AND region = $2 AND period_end = $3")
        .bind(trail)
        .bind(region)
        .bind(end)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("look for a digest of {trail}")))?;
    Ok(row.is_some())
}

/// The digest of a trail's region and period that ends last, delivered or not: the next one's time begins where it ends.
pub async fn last(tx: &mut Tx, trail: &str, region: &str, period: i64) -> Result<Option<TrailDigest>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_digests WHERE trail = $1 AND region = $2 AND period = $3 \
         ORDER BY period_end DESC LIMIT 1"
    )))
    .bind(trail)
    .bind(region)
    .bind(period)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get the last digest of {trail}")))
}

/// The same among those that were made in their time, or after it: what the next one of the kind names as its previous. None
/// that began before `since` is of the chain.
pub async fn last_of_kind(
    tx: &mut Tx,
    (trail, region, period): (&str, &str, i64),
    since: Millis,
    is_backfill: bool,
) -> Result<Option<TrailDigest>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_digests WHERE trail = $1 AND region = $2 AND period = $3 AND is_backfill = $4 \
         AND period_start >= $5 ORDER BY period_end DESC LIMIT 1"
    )))
    .bind(trail)
    .bind(region)
    .bind(period)
    .bind(i64::from(is_backfill))
    .bind(since)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get the last digest of {trail}")))
}

/// The trails and buckets that digests are planned for and not known to be in.
pub async fn lanes(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let mut lanes: Vec<(String, String)> = Vec::new();
    // From one to the next along the index: there may be many digests of one.
    loop {
        let (trail, bucket) = lanes.last().cloned().unwrap_or_default();
        let next: Option<(String, String)> = sqlx::query_as(
            "SELECT trail, bucket FROM trail_digests WHERE delivered IS NULL AND (trail, bucket) > ($1, $2) \
             ORDER BY trail, bucket LIMIT 1",
        )
        .bind(trail)
        .bind(bucket)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of("list what digests are planned for"))?;
        let Some(next) = next else { return Ok(lanes) };
        lanes.push(next);
    }
}

/// The digests of a trail that are not known to be in a bucket, the earliest first.
pub async fn planned(tx: &mut Tx, (trail, bucket): (&str, &str), limit: u32) -> Result<Vec<TrailDigest>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_digests WHERE delivered IS NULL AND trail = $1 AND bucket = $2 \
         ORDER BY period_end, region LIMIT $3"
    )))
    .bind(trail)
    .bind(bucket)
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
