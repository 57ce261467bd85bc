//! Metric filters of log groups.

use crate::changed::found;
use crate::{Error, Millis, Place, Result, Tx};

/// A metric filter.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct MetricFilter {
    /// The group's id.
    pub group_id: String,
    /// Unique in its group.
    pub name: String,
    /// Which events count.
    pub pattern: String,
    /// What they count for. Opaque here.
    pub transformation: String,
    /// When it was stored.
    pub created: Millis,
}

/// Stores it, in place of one of that name.
pub async fn put(tx: &mut Tx, filter: &MetricFilter) -> Result<()> {
    sqlx::query(
        "INSERT INTO metric_filters (group_id, name, pattern, transformation, created) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (group_id, name) DO UPDATE SET pattern = excluded.pattern, \
         transformation = excluded.transformation, created = excluded.created",
    )
    .bind(&filter.group_id)
    .bind(&filter.name)
    .bind(&filter.pattern)
    .bind(&filter.transformation)
    .bind(filter.created)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(format!("store metric filter {}", filter.name)))?;
    Ok(())
}

/// All of a group, by name.
pub async fn of_group(tx: &mut Tx, group_id: &str) -> Result<Vec<MetricFilter>> {
    sqlx::query_as(
        "SELECT group_id, name, pattern, transformation, created FROM metric_filters WHERE group_id = $1 ORDER BY name",
    )
    .bind(group_id)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the metric filters"))
}

/// All of a place, with the names of their groups, by group and name.
pub async fn of_place(tx: &mut Tx, place: &Place) -> Result<Vec<(String, MetricFilter)>> {
    let rows: Vec<(String, String, String, String, String, Millis)> = sqlx::query_as(
        "SELECT g.name, f.group_id, f.name, f.pattern, f.transformation, f.created \
         FROM metric_filters f JOIN log_groups g ON g.id = f.group_id WHERE g.place = $1 ORDER BY g.name, f.name",
    )
    .bind(place)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the metric filters"))?;
    let filter = |(group, group_id, name, pattern, transformation, created)| {
        (group, MetricFilter { group_id, name, pattern, transformation, created })
    };
    Ok(rows.into_iter().map(filter).collect())
}

/// Removes it.
pub async fn delete(tx: &mut Tx, group_id: &str, name: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM metric_filters WHERE group_id = $1 AND name = $2")
        .bind(group_id)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete metric filter {name}")))?;
    found(&gone, || format!("metric filter {name}"))
}
