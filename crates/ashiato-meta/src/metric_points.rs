//! What metrics had when: each point stands for all that came of a second, a minute, five minutes or an hour.

use crate::{Error, Millis, Result, Tx};

/// What a metric had in the time that begins there.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Point {
    /// Milliseconds since 1970.
    pub begins: i64,
    /// Such as `Count`; `None` is one.
    pub unit: String,
    /// How many values.
    pub samples: f64,
    /// Their sum.
    pub total: f64,
    /// The least of them.
    pub least: f64,
    /// The most.
    pub most: f64,
    /// What it stands for where it has no samples.
    pub fallback: Option<f64>,
    /// When it was last added to.
    pub changed: Millis,
}

/// How points that are there take up others.
const ADDED: &str = "ON CONFLICT (metric, begins, unit) DO UPDATE SET \
    least = CASE WHEN metric_points.samples = 0 OR (excluded.samples > 0 AND excluded.least < metric_points.least) \
        THEN excluded.least ELSE metric_points.least END, \
    most = CASE WHEN metric_points.samples = 0 OR (excluded.samples > 0 AND excluded.most > metric_points.most) \
        THEN excluded.most ELSE metric_points.most END, \
    samples = metric_points.samples + excluded.samples, total = metric_points.total + excluded.total, \
    fallback = COALESCE(excluded.fallback, metric_points.fallback), \
    changed = CASE WHEN metric_points.changed < excluded.changed THEN excluded.changed ELSE metric_points.changed END";

/// Adds to what a metric had.
pub async fn add(tx: &mut Tx, metric_id: &str, more: &Point) -> Result<()> {
    let statement = format!(
        "INSERT INTO metric_points (metric, begins, unit, samples, total, least, most, fallback, changed) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) {ADDED}"
    );
    sqlx::query(sqlx::AssertSqlSafe(statement))
        .bind(metric_id)
        .bind(more.begins)
        .bind(&more.unit)
        .bind(more.samples)
        .bind(more.total)
        .bind(more.least)
        .bind(more.most)
        .bind(more.fallback)
        .bind(more.changed)
        .execute(tx.db())
        .await
        .map_err(Error::of("add to a metric"))?;
    Ok(())
}

/// The points of a metric that begin from `from` to before `until`, by time.
pub async fn between(tx: &mut Tx, metric_id: &str, (from, until): (i64, i64)) -> Result<Vec<Point>> {
    sqlx::query_as(
        "SELECT begins, unit, samples, total, least, most, fallback, changed FROM metric_points \
         WHERE metric = $1 AND begins >= $2 AND begins < $3 ORDER BY begins, unit",
    )
    .bind(metric_id)
    .bind(from)
    .bind(until)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("read a metric"))
}

/// Puts the points before a time together, into one for each `width` milliseconds. Tells how many went into others.
pub async fn widen(tx: &mut Tx, width: i64, before: i64) -> Result<u64> {
    let statement = format!(
        "INSERT INTO metric_points (metric, begins, unit, samples, total, least, most, fallback, changed) \
         SELECT metric, begins - begins % $1, unit, SUM(samples), SUM(total), \
         COALESCE(MIN(CASE WHEN samples > 0 THEN least END), MIN(least)), \
         COALESCE(MAX(CASE WHEN samples > 0 THEN most END), MAX(most)), MAX(fallback), MAX(changed) \
         FROM metric_points WHERE begins < $2 AND begins % $1 <> 0 GROUP BY metric, begins - begins % $1, unit {ADDED}"
    );
    let doing = "put old points of metrics together";
    sqlx::query(sqlx::AssertSqlSafe(statement))
        .bind(width)
        .bind(before)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing))?;
    let gone = sqlx::query("DELETE FROM metric_points WHERE begins < $2 AND begins % $1 <> 0")
        .bind(width)
        .bind(before)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing))?;
    Ok(gone.rows_affected())
}

/// Forgets the points before a time.
pub async fn forget(tx: &mut Tx, before: i64) -> Result<u64> {
    let gone = sqlx::query("DELETE FROM metric_points WHERE begins < $1")
        .bind(before)
        .execute(tx.db())
        .await
        .map_err(Error::of("forget old points of metrics"))?;
    Ok(gone.rows_affected())
}
