//! CloudWatch's alarms.

use crate::changed::{changed, found};
use crate::page::one_more;
use crate::{Error, Millis, Page, Place, Result, Tx};

/// An alarm.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Alarm {
    /// Where it lives.
    pub place: Place,
    /// Unique there.
    pub name: String,
    /// The namespace of the metric that it watches.
    pub namespace: String,
    /// That metric's name.
    pub metric: String,
    /// Opaque here.
    pub definition: String,
    /// 1: it does what its definition says when its state becomes another.
    pub acts: i64,
    /// `OK`, `ALARM` or `INSUFFICIENT_DATA`.
    pub state: String,
    /// Why it is in that state, for people.
    pub reason: String,
    /// The same as JSON.
    pub reason_data: Option<String>,
    /// When state or reason were last set.
    pub updated: Millis,
    /// When the state last became another.
    pub transitioned: Millis,
    /// When the definition was put.
    pub configured: Millis,
    /// What was added to the metric by then has been looked at.
    pub looked: Millis,
    /// Grows with every change.
    pub version: i64,
}

const SELECT: &str = "SELECT place, name, namespace, metric, definition, acts, state, reason, reason_data, updated, \
    transitioned, configured, looked, version FROM alarms";

/// Makes it; `Conflict` where there is one of that name.
pub async fn create(tx: &mut Tx, alarm: &Alarm) -> Result<()> {
    sqlx::query(
        "INSERT INTO alarms (place, name, namespace, metric, definition, acts, state, reason, reason_data, updated, \
         transitioned, configured, looked, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(&alarm.place)
    .bind(&alarm.name)
    .bind(&alarm.namespace)
    .bind(&alarm.metric)
    .bind(&alarm.definition)
    .bind(alarm.acts)
    .bind(&alarm.state)
    .bind(&alarm.reason)
    .bind(&alarm.reason_data)
    .bind(alarm.updated)
    .bind(alarm.transitioned)
    .bind(alarm.configured)
    .bind(alarm.looked)
    .bind(alarm.version)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("create alarm {}", alarm.name)))?;
    Ok(())
}

/// Stores all of it, where it still is of the version that was read; `Conflict` where it is not.
pub async fn update(tx: &mut Tx, alarm: &Alarm) -> Result<()> {
    let done = sqlx::query(
        "UPDATE alarms SET namespace = $4, metric = $5, definition = $6, acts = $7, state = $8, reason = $9, \
         reason_data = $10, updated = $11, transitioned = $12, configured = $13, looked = $14, version = $3 + 1 \
         WHERE place = $1 AND name = $2 AND version = $3",
    )
    .bind(&alarm.place)
    .bind(&alarm.name)
    .bind(alarm.version)
    .bind(&alarm.namespace)
    .bind(&alarm.metric)
    .bind(&alarm.definition)
    .bind(alarm.acts)
    .bind(&alarm.state)
    .bind(&alarm.reason)
    .bind(&alarm.reason_data)
    .bind(alarm.updated)
    .bind(alarm.transitioned)
    .bind(alarm.configured)
    .bind(alarm.looked)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("update alarm {}", alarm.name)))?;
    changed(&done, || Error::conflict(format!("alarm {} has changed meanwhile", alarm.name)))
}

/// The one of that name.
pub async fn get(tx: &mut Tx, place: &Place, name: &str) -> Result<Alarm> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} WHERE place = $1 AND name = $2")))
        .bind(place)
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get alarm {name}")))?
        .ok_or_else(|| Error::not_found(format!("alarm {name} is not there")))
}

/// By name; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, after: Option<&str>, limit: u32) -> Result<Page<Alarm>> {
    let statement = format!("{SELECT} WHERE place = $1 AND name > $2 ORDER BY name LIMIT $3");
    let rows = sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(place)
        .bind(after.unwrap_or_default())
        .bind(one_more(limit))
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list the alarms"))?;
    Ok(Page::cut(rows, limit, |alarm: &Alarm| alarm.name.clone()))
}

/// Of all places, by place and name, those after one.
pub async fn list_all(tx: &mut Tx, (place, name): (&str, &str), limit: u32) -> Result<Vec<Alarm>> {
    let statement = format!("{SELECT} WHERE place > $1 OR (place = $1 AND name > $2) ORDER BY place, name LIMIT $3");
    sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(place)
        .bind(name)
        .bind(i64::from(limit))
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list all alarms"))
}

/// Those that watch a metric, by name.
pub async fn watching(tx: &mut Tx, place: &Place, namespace: &str, metric: &str) -> Result<Vec<Alarm>> {
    let statement = format!("{SELECT} WHERE place = $1 AND namespace = $2 AND metric = $3 ORDER BY name");
    sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(place)
        .bind(namespace)
        .bind(metric)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of(format!("list the alarms of metric {metric}")))
}

/// Removes it.
pub async fn delete(tx: &mut Tx, place: &Place, name: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM alarms WHERE place = $1 AND name = $2")
        .bind(place)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete alarm {name}")))?;
    found(&gone, || format!("alarm {name}"))
}
