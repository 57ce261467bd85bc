//! How far each reader of the journal has come: the number of the last record that it is done with.

use crate::{Error, Result, Tx};

/// Moves a reader's offset on, in the transaction of what it did with the records; never back. Tells whether it moved: one
/// that did not has been there before, and what it did meanwhile was done by another or by itself before a crash.
pub async fn advance(tx: &mut Tx, name: &str, number: i64) -> Result<bool> {
    let done = sqlx::query(
        "INSERT INTO consumer_offsets (name, number) VALUES ($1, $2) \
         ON CONFLICT (name) DO UPDATE SET number = excluded.number WHERE consumer_offsets.number < excluded.number",
    )
    .bind(name)
    .bind(number)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("move the offset of {name} on")))?;
    Ok(done.rows_affected() > 0)
}

/// A reader's offset, if it ever had one.
pub async fn get(tx: &mut Tx, name: &str) -> Result<Option<i64>> {
    sqlx::query_scalar("SELECT number FROM consumer_offsets WHERE name = $1")
        .bind(name)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get the offset of {name}")))
}

/// Every reader and its offset, by name. What all have passed the journal may let go.
pub async fn list(tx: &mut Tx) -> Result<Vec<(String, i64)>> {
    sqlx::query_as("SELECT name, number FROM consumer_offsets ORDER BY name")
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list the offsets"))
}

/// Forgets a reader that is no more, so that the journal does not wait for it.
pub async fn remove(tx: &mut Tx, name: &str) -> Result<()> {
    sqlx::query("DELETE FROM consumer_offsets WHERE name = $1")
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("forget the offset of {name}")))?;
    Ok(())
}
