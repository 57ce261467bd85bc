//! Who is told what is published to a topic.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Millis, Page, Place, Result, Tx};

/// A subscription.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Subscription {
    /// Its name.
    pub arn: String,
    /// The topic's ARN.
    pub topic: String,
    /// Where it lives.
    pub place: Place,
    /// `http`, `https` or `sqs`.
    pub protocol: String,
    /// Where messages go.
    pub endpoint: String,
    /// Opaque here.
    pub attributes: String,
    /// What the endpoint confirms with.
    pub token: String,
    /// 1: it is told what is published.
    pub is_confirmed: i64,
    /// When it was made.
    pub created: Millis,
}

const SELECT: &str =
    "SELECT arn, topic, place, protocol, endpoint, attributes, token, is_confirmed, created FROM topic_subscriptions";

/// Makes it; `Conflict` where the endpoint has one, `NotFound` where the topic is gone.
pub async fn create(tx: &mut Tx, subscription: &Subscription) -> Result<()> {
    sqlx::query(
        "INSERT INTO topic_subscriptions (arn, topic, place, protocol, endpoint, attributes, token, is_confirmed, \
         created) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&subscription.arn)
    .bind(&subscription.topic)
    .bind(&subscription.place)
    .bind(&subscription.protocol)
    .bind(&subscription.endpoint)
    .bind(&subscription.attributes)
    .bind(&subscription.token)
    .bind(subscription.is_confirmed)
    .bind(subscription.created)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(format!("subscribe to {}", subscription.topic)))?;
    Ok(())
}

/// The one of that ARN.
pub async fn get(tx: &mut Tx, arn: &str) -> Result<Subscription> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} WHERE arn = $1")))
        .bind(arn)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get subscription {arn}")))?
        .ok_or_else(|| Error::not_found(format!("subscription {arn} is not there")))
}

/// All of a topic.
pub async fn of_topic(tx: &mut Tx, topic: &str) -> Result<Vec<Subscription>> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} WHERE topic = $1 ORDER BY arn")))
        .bind(topic)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of(format!("list the subscriptions of {topic}")))
}

/// By ARN; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, after: Option<&str>, limit: u32) -> Result<Page<Subscription>> {
    let rows =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} WHERE place = $1 AND arn > $2 ORDER BY arn LIMIT $3")))
            .bind(place)
            .bind(after.unwrap_or_default())
            .bind(one_more(limit))
            .fetch_all(tx.db())
            .await
            .map_err(Error::of("list the subscriptions"))?;
    Ok(Page::cut(rows, limit, |subscription: &Subscription| subscription.arn.clone()))
}

/// Stores its attributes and whether it is confirmed.
pub async fn update(tx: &mut Tx, subscription: &Subscription) -> Result<()> {
    let done = sqlx::query("UPDATE topic_subscriptions SET attributes = $2, is_confirmed = $3 WHERE arn = $1")
        .bind(&subscription.arn)
        .bind(&subscription.attributes)
        .bind(subscription.is_confirmed)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("update subscription {}", subscription.arn)))?;
    found(&done, || format!("subscription {}", subscription.arn))
}

/// Removes it with what was still to be delivered; one that is not there is no error.
pub async fn delete(tx: &mut Tx, arn: &str) -> Result<()> {
    for statement in
        ["DELETE FROM topic_deliveries WHERE subscription = $1", "DELETE FROM topic_subscriptions WHERE arn = $1"]
    {
        sqlx::query(statement)
            .bind(arn)
            .execute(tx.db())
            .await
            .map_err(Error::of(format!("delete subscription {arn}")))?;
    }
    Ok(())
}
