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
    /// How often it was tried.
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
    .map_err(Error::of(format!("store a delivery to {}", delivery.endpoint)))?;
    Ok(())
}

/// The next ones that are due at `now`.
pub async fn due(tx: &mut Tx, now: Millis, limit: u32) -> Result<Vec<Delivery>> {
    sqlx::query_as(
        "SELECT id, subscription, topic, endpoint, post, tries, due FROM topic_deliveries WHERE due <= $1 \
         ORDER BY due, id LIMIT $2",
    )
    .bind(now)
    .bind(i64::from(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("look for deliveries"))
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

/// Removes one; one that is not there is no error.
pub async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    sqlx::query("DELETE FROM topic_deliveries WHERE id = $1")
        .bind(id)
        .execute(tx.db())
        .await
        .map_err(Error::of("end a delivery"))?;
    Ok(())
}
