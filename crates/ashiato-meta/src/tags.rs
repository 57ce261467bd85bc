//! Tags, by an ARN or an id.

use std::collections::BTreeMap;

use crate::{Error, Result, Tx};

/// Sets some tags of a resource, leaving its others.
pub async fn put(tx: &mut Tx, resource: &str, tags: &BTreeMap<String, String>) -> Result<()> {
    for (key, value) in tags {
        sqlx::query(
            "INSERT INTO tags (resource, tag_key, tag_value) VALUES ($1, $2, $3) \
             ON CONFLICT (resource, tag_key) DO UPDATE SET tag_value = excluded.tag_value",
        )
        .bind(resource)
        .bind(key)
        .bind(value)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("tag {resource}")))?;
    }
    Ok(())
}

/// All tags of a resource.
pub async fn list(tx: &mut Tx, resource: &str) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = sqlx::query_as("SELECT tag_key, tag_value FROM tags WHERE resource = $1")
        .bind(resource)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of(format!("list the tags of {resource}")))?;
    Ok(rows.into_iter().collect())
}

/// Takes some tags away; those that are not there are no error.
pub async fn remove(tx: &mut Tx, resource: &str, keys: &[String]) -> Result<()> {
    for key in keys {
        sqlx::query("DELETE FROM tags WHERE resource = $1 AND tag_key = $2")
            .bind(resource)
            .bind(key)
            .execute(tx.db())
            .await
            .map_err(Error::of(format!("untag {resource}")))?;
    }
    Ok(())
}

/// Takes every tag away, as when the resource goes.
pub async fn clear(tx: &mut Tx, resource: &str) -> Result<()> {
    sqlx::query("DELETE FROM tags WHERE resource = $1")
        .bind(resource)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("untag {resource}")))?;
    Ok(())
}
