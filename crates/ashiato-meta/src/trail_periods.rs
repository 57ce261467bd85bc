//! The times in which digests are made of a trail's files: from when it logs with validation until it does not. Each begins
//! a chain of its own in each region.
//!
//! Source: CloudTrail User Guide, "CloudTrail digest file structure".

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::{Error, Millis, Result, Tx};

/// A clock that is further behind what is known of a trail was wrong before, or is to be believed when someone begins anew.
pub const CLOCK_BEHIND_MAX_MILLIS: i64 = 31 * 24 * 3_600_000;

/// Such a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Later ones have higher numbers, whatever the clock said.
    pub number: i64,
    /// A whole second.
    pub began: Millis,
    /// `None`: it goes on.
    pub ended: Option<Millis>,
    /// Whether what is delivered only after it has ended is still covered: where logging was stopped, but not where
    /// validation was switched off.
    pub covers_rest: bool,
}

impl<'r> FromRow<'r, AnyRow> for Period {
    fn from_row(row: &'r AnyRow) -> sqlx::Result<Period> {
        Ok(Period {
            number: row.try_get("number")?,
            began: row.try_get("began")?,
            ended: row.try_get("ended")?,
            covers_rest: row.try_get::<i64, _>("covers_rest")? != 0,
        })
    }
}

/// A trail's periods that digests may yet be made of, the oldest first.
pub async fn list(tx: &mut Tx, trail: &str) -> Result<Vec<Period>> {
    sqlx::query_as("SELECT number, began, ended, covers_rest FROM trail_periods WHERE trail = $1 ORDER BY number")
        .bind(trail)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of(format!("list the periods of {trail}")))
}

/// The time that nothing of a trail may be dated before: the newest period's beginning, or the end of its last digest.
pub async fn floor(tx: &mut Tx, trail: &str) -> Result<Option<Millis>> {
    let Some(newest) = list(tx, trail).await?.pop() else { return Ok(None) };
    let last: Option<Millis> = sqlx::query_scalar(
        "SELECT period_end FROM trail_digests WHERE trail = $1 AND period = $2 ORDER BY period_end DESC LIMIT 1",
    )
    .bind(trail)
    .bind(newest.number)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get the last digest of {trail}")))?;
    Ok(Some(last.map_or(newest.began, |last| last.max(newest.began))))
}

/// Begins a period, where none goes on: now, or where the clock is behind, when the last digest ended. A clock that is far
/// behind is believed: what was delivered and not covered counts from now on.
pub async fn begin(tx: &mut Tx, trail: &str, now: Millis) -> Result<()> {
    let periods = list(tx, trail).await?;
    if periods.last().is_some_and(|last| last.ended.is_none()) {
        return Ok(());
    }
    let now = Millis(now.0.div_euclid(1000) * 1000);
    let floor = floor(tx, trail).await?.unwrap_or(now);
    let began = if floor.0 - now.0 > CLOCK_BEHIND_MAX_MILLIS { now } else { now.max(floor) };
    if began < floor {
        sqlx::query("UPDATE trail_files SET delivered = $2 WHERE trail = $1 AND digest_end IS NULL AND delivered > $2")
            .bind(trail)
            .bind(began)
            .execute(tx.db())
            .await
            .map_err(Error::of(format!("begin the digests of {trail}")))?;
    }
    let number = periods.last().map_or(0, |last| last.number) + 1;
    insert(tx, trail, number, began).await
}

/// Ends the period that goes on, if one does.
pub async fn end(tx: &mut Tx, trail: &str, now: Millis, covers_rest: bool) -> Result<()> {
    sqlx::query(
        "UPDATE trail_periods SET ended = CASE WHEN began > $2 THEN began ELSE $2 END, covers_rest = $3 \
         WHERE trail = $1 AND ended IS NULL",
    )
    .bind(trail)
    .bind(now)
    .bind(i64::from(covers_rest))
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("end the digests of {trail}")))?;
    Ok(())
}

/// Ends the period that goes on at one time and begins another at a later one: of the time between no digest is made.
pub async fn interrupt(tx: &mut Tx, trail: &str, ended: Millis, began: Millis) -> Result<()> {
    let Some(last) = list(tx, trail).await?.pop() else { return Ok(()) };
    end(tx, trail, ended, true).await?;
    insert(tx, trail, last.number + 1, began).await
}

/// Forgets those of which every digest is made: all before a number.
pub async fn forget(tx: &mut Tx, trail: &str, before: i64) -> Result<()> {
    sqlx::query("DELETE FROM trail_periods WHERE trail = $1 AND number < $2")
        .bind(trail)
        .bind(before)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("forget periods of {trail}")))?;
    Ok(())
}

async fn insert(tx: &mut Tx, trail: &str, number: i64, began: Millis) -> Result<()> {
    sqlx::query("INSERT INTO trail_periods (trail, number, began) VALUES ($1, $2, $3)")
        .bind(trail)
        .bind(number)
        .bind(began)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("begin the digests of {trail}")))?;
    Ok(())
}
