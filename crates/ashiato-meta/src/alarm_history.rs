//! What happened to alarms.

use crate::{Error, Millis, Place, Result, Tx};

/// Something that happened to an alarm.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Item {
    /// In the order of time.
    pub id: String,
    /// Where the alarm lives, or lived.
    pub place: Place,
    /// Its name.
    pub alarm: String,
    /// When it happened.
    pub happened: Millis,
    /// Such as `StateUpdate`.
    pub kind: String,
    /// For people.
    pub summary: String,
    /// The same as JSON.
    pub data: String,
}

/// What is asked for. A text that is absent is any.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'w> {
    /// Of this alarm.
    pub alarm: Option<&'w str>,
    /// Of this kind.
    pub kind: Option<&'w str>,
    /// From this time.
    pub from: Millis,
    /// To this, itself included.
    pub until: Millis,
    /// The newest first.
    pub is_backward: bool,
}

/// Stores one.
pub async fn add(tx: &mut Tx, item: &Item) -> Result<()> {
    sqlx::query(
        "INSERT INTO alarm_history (id, place, alarm, happened, kind, summary, data) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&item.id)
    .bind(&item.place)
    .bind(&item.alarm)
    .bind(item.happened)
    .bind(&item.kind)
    .bind(&item.summary)
    .bind(&item.data)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("note what happened to alarm {}", item.alarm)))?;
    Ok(())
}

/// What is wanted of a place, at most so many after the item of an id.
pub async fn list(
    tx: &mut Tx,
    place: &Place,
    wanted: Wanted<'_>,
    after: Option<&str>,
    limit: u32,
) -> Result<Vec<Item>> {
    let (is_next, order) = if wanted.is_backward { ("id < $2", "DESC") } else { ("id > $2", "ASC") };
    let statement = format!(
        "SELECT id, place, alarm, happened, kind, summary, data FROM alarm_history \
         WHERE place = $1 AND ($2 = '' OR {is_next}) AND ($3 = '' OR alarm = $3) AND ($4 = '' OR kind = $4) \
         AND happened >= $5 AND happened <= $6 ORDER BY id {order} LIMIT $7"
    );
    sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(place)
        .bind(after.unwrap_or_default())
        .bind(wanted.alarm.unwrap_or_default())
        .bind(wanted.kind.unwrap_or_default())
        .bind(wanted.from)
        .bind(wanted.until)
        .bind(i64::from(limit))
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list what happened to alarms"))
}

/// Forgets what happened before a time.
pub async fn forget(tx: &mut Tx, before: Millis) -> Result<u64> {
    let gone = sqlx::query("DELETE FROM alarm_history WHERE happened < $1")
        .bind(before)
        .execute(tx.db())
        .await
        .map_err(Error::of("forget what happened to alarms"))?;
    Ok(gone.rows_affected())
}
