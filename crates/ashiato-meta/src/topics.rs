//! SNS's topics.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, MasterKeys, Millis, Nonce, Page, Place, Result, Sealed, Tx};

/// A topic.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Topic {
    /// Its name.
    pub arn: String,
    /// Where it lives.
    pub place: Place,
    /// Opaque here.
    pub attributes: String,
    /// When it was made.
    pub created: Millis,
}

/// Makes it; `Conflict` where it is there.
pub async fn create(tx: &mut Tx, topic: &Topic) -> Result<()> {
    sqlx::query("INSERT INTO topics (arn, place, attributes, created) VALUES ($1, $2, $3, $4)")
        .bind(&topic.arn)
        .bind(&topic.place)
        .bind(&topic.attributes)
        .bind(topic.created)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("create topic {}", topic.arn)))?;
    Ok(())
}

/// The one of that ARN.
pub async fn get(tx: &mut Tx, arn: &str) -> Result<Topic> {
    sqlx::query_as("SELECT arn, place, attributes, created FROM topics WHERE arn = $1")
        .bind(arn)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get topic {arn}")))?
        .ok_or_else(|| Error::not_found(format!("topic {arn} is not there")))
}

/// By ARN; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, after: Option<&str>, limit: u32) -> Result<Page<Topic>> {
    let rows = sqlx::query_as(
        "SELECT arn, place, attributes, created FROM topics WHERE place = $1 AND arn > $2 ORDER BY arn LIMIT $3",
    )
    .bind(place)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the topics"))?;
    Ok(Page::cut(rows, limit, |topic: &Topic| topic.arn.clone()))
}

/// Stores its attributes.
pub async fn set_attributes(tx: &mut Tx, arn: &str, attributes: &str) -> Result<()> {
    let done = sqlx::query("UPDATE topics SET attributes = $2 WHERE arn = $1")
        .bind(arn)
        .bind(attributes)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("update topic {arn}")))?;
    found(&done, || format!("topic {arn}"))
}

/// Removes it with its subscriptions and what was still to be delivered; one that is not there is no error.
pub async fn delete(tx: &mut Tx, arn: &str) -> Result<()> {
    for statement in [
        "DELETE FROM topic_deliveries WHERE topic = $1",
        "DELETE FROM topic_subscriptions WHERE topic = $1",
        "DELETE FROM topics WHERE arn = $1",
    ] {
        sqlx::query(statement).bind(arn).execute(tx.db()).await.map_err(Error::of(format!("delete topic {arn}")))?;
    }
    Ok(())
}

/// The key that messages are signed with, PKCS#8, and its certificate; `None` where none was made.
pub async fn signer(tx: &mut Tx, keys: &MasterKeys, name: &str) -> Result<Option<(Vec<u8>, String)>> {
    let row: Option<(Sealed, String)> =
        sqlx::query_as("SELECT key_sealed, certificate FROM topic_signers WHERE name = $1")
            .bind(name)
            .fetch_optional(tx.db())
            .await
            .map_err(Error::of(format!("get topic signer {name}")))?;
    let unseal = |(sealed, certificate)| Ok((keys.unseal(name, &sealed)?, certificate));
    row.map(unseal).transpose()
}

/// Stores a key and its certificate; `Conflict` where there is one of that name.
pub async fn create_signer(
    tx: &mut Tx,
    keys: &MasterKeys,
    (name, certificate): (&str, &str),
    private_key: &[u8],
    (nonce, created): (Nonce, Millis),
) -> Result<()> {
    sqlx::query("INSERT INTO topic_signers (name, key_sealed, certificate, created) VALUES ($1, $2, $3, $4)")
        .bind(name)
        .bind(keys.seal(name, private_key, nonce))
        .bind(certificate)
        .bind(created)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("create topic signer {name}")))?;
    Ok(())
}

/// Seals by the current master key what an earlier one sealed; tells how many signers' keys that were.
pub async fn reseal(tx: &mut Tx, keys: &MasterKeys, mut nonce: impl FnMut() -> Nonce) -> Result<u64> {
    let doing = "reseal the topics' signers";
    let rows: Vec<(String, Sealed)> = sqlx::query_as("SELECT name, key_sealed FROM topic_signers ORDER BY name")
        .fetch_all(tx.db())
        .await
        .map_err(Error::of(doing))?;
    let mut resealed = 0;
    for (name, sealed) in rows {
        let Some(renewed) = keys.reseal(&name, &sealed, nonce())? else { continue };
        sqlx::query("UPDATE topic_signers SET key_sealed = $2 WHERE name = $1")
            .bind(&name)
            .bind(renewed)
            .execute(tx.db())
            .await
            .map_err(Error::of(doing))?;
        resealed += 1;
    }
    Ok(resealed)
}
