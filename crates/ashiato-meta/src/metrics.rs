//! CloudWatch's metrics: which there are. What they had when is in [`crate::metric_points`].

use crate::page::one_more;
use crate::{Error, Page, Place, Result, Tx};

/// A metric.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Metric {
    /// A UUID.
    pub id: String,
    /// Where it lives.
    pub place: Place,
    /// Its namespace.
    pub namespace: String,
    /// Its name there.
    pub name: String,
    /// Opaque here; the same for the same dimensions.
    pub dimensions: String,
    /// When the newest of its points begins.
    pub newest: i64,
}

/// Which metrics are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'w> {
    /// Of this namespace.
    pub namespace: Option<&'w str>,
    /// Of this name.
    pub name: Option<&'w str>,
    /// With a point that begins then or later.
    pub since: i64,
}

const SELECT: &str = "SELECT id, place, namespace, name, dimensions, newest FROM metrics";

/// Makes it where it is not there, and notes its newest point. Tells its id, and whether it was made.
pub async fn ensure(tx: &mut Tx, metric: &Metric) -> Result<(String, bool)> {
    let id: String = sqlx::query_scalar(
        "INSERT INTO metrics (id, place, namespace, name, dimensions, newest) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (place, namespace, name, dimensions) DO UPDATE SET newest = \
         CASE WHEN metrics.newest < excluded.newest THEN excluded.newest ELSE metrics.newest END RETURNING id",
    )
    .bind(&metric.id)
    .bind(&metric.place)
    .bind(&metric.namespace)
    .bind(&metric.name)
    .bind(&metric.dimensions)
    .bind(metric.newest)
    .fetch_one(tx.db())
    .await
    .map_err(Error::of(format!("store metric {}", metric.name)))?;
    let is_new = id == metric.id;
    Ok((id, is_new))
}

/// The one of these dimensions; `None` where it never had a point.
pub async fn find(
    tx: &mut Tx,
    place: &Place,
    (namespace, name, dimensions): (&str, &str, &str),
) -> Result<Option<Metric>> {
    let statement = format!("{SELECT} WHERE place = $1 AND namespace = $2 AND name = $3 AND dimensions = $4");
    sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(place)
        .bind(namespace)
        .bind(name)
        .bind(dimensions)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("find metric {name}")))
}

/// By id; `after` is a page's `next`.
pub async fn list(
    tx: &mut Tx,
    place: &Place,
    wanted: Wanted<'_>,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<Metric>> {
    let statement = format!(
        "{SELECT} WHERE place = $1 AND id > $2 AND newest >= $3 AND ($4 = '' OR namespace = $4) \
         AND ($5 = '' OR name = $5) ORDER BY id LIMIT $6"
    );
    let rows = sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(place)
        .bind(after.unwrap_or_default())
        .bind(wanted.since)
        .bind(wanted.namespace.unwrap_or_default())
        .bind(wanted.name.unwrap_or_default())
        .bind(one_more(limit))
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list the metrics"))?;
    Ok(Page::cut(rows, limit, |metric: &Metric| metric.id.clone()))
}

/// Forgets the metrics whose newest point is older.
pub async fn forget(tx: &mut Tx, before: i64) -> Result<u64> {
    let gone = sqlx::query("DELETE FROM metrics WHERE newest < $1")
        .bind(before)
        .execute(tx.db())
        .await
        .map_err(Error::of("forget old metrics"))?;
    Ok(gone.rows_affected())
}
