//! Which log files digests cover: each the files of its trail and region that were delivered in its time.

use sqlx::AssertSqlSafe;

use crate::trail_files::{COLUMNS, TrailFile};
use crate::{Error, Millis, Result, Tx};

/// Whether a trail has files, of whichever region, that were delivered from `from` on and before `until` and that no digest
/// covers; without an `until` also whether any are yet to be delivered.
pub async fn has_rest(tx: &mut Tx, trail: &str, from: Millis, until: Option<Millis>) -> Result<bool> {
    let doing = || format!("look for log files of {trail} that no digest covers");
    let uncovered = sqlx::query(
        "SELECT 1 FROM trail_files WHERE trail = $1 AND digest_end IS NULL AND delivered >= $2 AND delivered < $3 LIMIT 1",
    )
    .bind(trail)
    .bind(from)
    .bind(until.unwrap_or(Millis(i64::MAX)))
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(doing()))?;
    if uncovered.is_some() || until.is_some() {
        return Ok(uncovered.is_some());
    }
    let planned = sqlx::query("SELECT 1 FROM trail_files WHERE trail = $1 AND state = 'planned' LIMIT 1")
        .bind(trail)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    Ok(planned.is_some())
}

/// When the first file of a trail and region was delivered that no digest covers, from `from` on and before `until`.
pub async fn first_uncovered(
    tx: &mut Tx,
    trail: &str,
    region: &str,
    (from, until): (Millis, Option<Millis>),
) -> Result<Option<Millis>> {
    sqlx::query_scalar(
        "SELECT delivered FROM trail_files WHERE trail = $1 AND region = $2 AND digest_end IS NULL AND delivered >= $3 \
         AND delivered < $4 ORDER BY delivered LIMIT 1",
    )
    .bind(trail)
    .bind(region)
    .bind(from)
    .bind(until.unwrap_or(Millis(i64::MAX)))
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("look for the log files of {trail} for a digest")))
}

/// The files of a trail and region that were delivered from `from` on and before `before` and that no digest covers yet:
/// those of the digest that ends then. The earliest first. In a transaction that holds the trail ([`crate::trails::hold`]),
/// as each does that notes one as delivered, so that none comes between this and [`cover`].
pub async fn uncovered(
    tx: &mut Tx,
    trail: &str,
    region: &str,
    (from, before): (Millis, Millis),
) -> Result<Vec<TrailFile>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_files WHERE trail = $1 AND region = $2 AND digest_end IS NULL AND delivered >= $3 \
         AND delivered < $4 ORDER BY delivered, object_key"
    )))
    .bind(trail)
    .bind(region)
    .bind(from)
    .bind(before)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the log files of {trail} for a digest")))
}

/// Says that the digest that ends at `digest_end` covers what [`uncovered`] gave for the same arguments, in the same
/// transaction. Tells how many files that were.
pub async fn cover(tx: &mut Tx, trail: &str, region: &str, (from, digest_end): (Millis, Millis)) -> Result<u64> {
    let done = sqlx::query(
        "UPDATE trail_files SET digest_end = $4 \
         WHERE trail = $1 AND region = $2 AND digest_end IS NULL AND delivered >= $3 AND delivered < $4",
    )
    .bind(trail)
    .bind(region)
    .bind(from)
    .bind(digest_end)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("cover the log files of {trail} by a digest")))?;
    Ok(done.rows_affected())
}

/// The files that the digest that ends at `digest_end` covers, to write it again after a crash.
pub async fn covered(tx: &mut Tx, trail: &str, region: &str, digest_end: Millis) -> Result<Vec<TrailFile>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_files WHERE trail = $1 AND region = $2 AND digest_end = $3 \
         ORDER BY delivered, object_key"
    )))
    .bind(trail)
    .bind(region)
    .bind(digest_end)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the log files of a digest of {trail}")))
}
