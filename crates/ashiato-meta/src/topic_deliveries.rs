//! Posts that endpoints of topics have not taken yet.

use crate::{Error, Millis, Result, Tx};

/// A post to an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Delivery {
    /// A UUID.
    pub id: String,
    /// The subscription's ARN.
    pub subscription: String,
    /// The topic's ARN.
    pub topic: String,
    /// Where it goes.
    pub endpoint: String,
    /// Opaque here.
    pub post: String,
    /// How often it was tried, or waited behind another one while its endpoint was away.
    pub tries: i64,
    /// When it is tried next.
    pub due: Millis,
}

/// Stores one.
pub async fn create(tx: &mut Tx, delivery: &Delivery) -> Result<()> {
    sqlx::query(
        "INSERT INTO topic_deliveries (id, subscription, topic, endpoint, post, tries, due) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&delivery.id)
    .bind(&delivery.subscription)
    .bind(&delivery.topic)
    .bind(&delivery.endpoint)
    .bind(&delivery.post)
    .bind(delivery.tries)
    .bind(delivery.due)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("store a delivery of {}", delivery.topic)))?;
    Ok(())
}

/// The endpoints that something is due for at `now`, those first that it has been due for longest.
pub async fn endpoints_due(tx: &mut Tx, now: Millis, limit: u32) -> Result<Vec<String>> {
    sqlx::query_scalar(
        "SELECT endpoint FROM topic_deliveries WHERE due <= $1 GROUP BY endpoint ORDER BY MIN(due), endpoint LIMIT $2",
    )
    .bind(now)
    .bind(i64::from(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("look for endpoints that something is due for"))
}

/// What is due for an endpoint at `now`, the oldest first: what has more tries behind it is older.
pub async fn due_for(tx: &mut Tx, endpoint: &str, now: Millis, limit: u32) -> Result<Vec<Delivery>> {
    sqlx::query_as(
        "SELECT id, subscription, topic, endpoint, post, tries, due FROM topic_deliveries \
         WHERE endpoint = $1 AND due <= $2 ORDER BY tries DESC, due, id LIMIT $3",
    )
    .bind(endpoint)
    .bind(now)
    .bind(i64::from(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("look for deliveries to an endpoint"))
}

/// Says that one was tried once more, and when it is tried next.
pub async fn postpone(tx: &mut Tx, id: &str, tries: i64, due: Millis) -> Result<()> {
    sqlx::query("UPDATE topic_deliveries SET tries = $2, due = $3 WHERE id = $1")
        .bind(id)
        .bind(tries)
        .bind(due)
        .execute(tx.db())
        .await
        .map_err(Error::of("postpone a delivery"))?;
    Ok(())
}

/// Says of an endpoint that was away when `tried` was posted that it is left alone until then: whatever else is due for
/// it before counts as tried too, and is due afterwards, a millisecond apart, so that it stays in its order. Tells how
/// many those are.
pub async fn postpone_others(tx: &mut Tx, tried: &Delivery, until: Millis) -> Result<u64> {
    let done = sqlx::query(
        "UPDATE topic_deliveries SET tries = topic_deliveries.tries + 1, due = later.due FROM \
         (SELECT id, $3 + ROW_NUMBER() OVER (ORDER BY tries DESC, due, id) AS due FROM topic_deliveries \
         WHERE endpoint = $1 AND id <> $2 AND due <= $3) AS later WHERE topic_deliveries.id = later.id",
    )
    .bind(&tried.endpoint)
    .bind(&tried.id)
    .bind(until)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("postpone deliveries of {}", tried.subscription)))?;
    Ok(done.rows_affected())
}

/// Removes of those that [`postpone_others`] would postpone the ones that would then have `tries_max` tries. Tells how
/// many those are.
pub async fn give_up_others(tx: &mut Tx, tried: &Delivery, until: Millis, tries_max: i64) -> Result<u64> {
    let gone =
        sqlx::query("DELETE FROM topic_deliveries WHERE endpoint = $1 AND id <> $2 AND due <= $3 AND tries + 1 >= $4")
            .bind(&tried.endpoint)
            .bind(&tried.id)
            .bind(until)
            .bind(tries_max)
            .execute(tx.db())
            .await
            .map_err(Error::of(format!("give up deliveries of {}", tried.subscription)))?;
    Ok(gone.rows_affected())
}

/// Removes one; one that is not there is no error.
pub async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    sqlx::query("DELETE FROM topic_deliveries WHERE id = $1")
        .bind(id)
        .execute(tx.db())
        .await
        .map_err(Error::of("end a delivery"))?;
    Ok(())
}
