//! Uploads in parts that servers have begun in a store of objects that others serve. Such a store keeps the parts of one
//! that nobody ends, so each is noted before it begins, until it has ended; those of a server that died are left, for
//! whoever comes to give them up.

use crate::{Error, Millis, Result, Tx};

/// An upload that may be under way.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct BegunUpload {
    /// The bucket of the object to be.
    pub bucket: String,
    /// Its key.
    #[sqlx(rename = "object_key")]
    pub key: String,
    /// The server that sends it.
    pub server: String,
    /// When it was begun.
    pub begun: Millis,
}

/// Notes one that is about to begin.
pub async fn begin(tx: &mut Tx, upload: &BegunUpload) -> Result<()> {
    sqlx::query(
        "INSERT INTO begun_uploads (bucket, object_key, server, begun, is_left) VALUES ($1, $2, $3, $4, 0) \
         ON CONFLICT (bucket, object_key, server) DO UPDATE SET begun = excluded.begun, is_left = 0",
    )
    .bind(&upload.bucket)
    .bind(&upload.key)
    .bind(&upload.server)
    .bind(upload.begun)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("note the upload of s3://{}/{}", upload.bucket, upload.key)))?;
    Ok(())
}

/// Forgets one that has ended, if it was noted.
pub async fn end(tx: &mut Tx, server: &str, bucket: &str, key: &str) -> Result<()> {
    sqlx::query("DELETE FROM begun_uploads WHERE bucket = $1 AND object_key = $2 AND server = $3")
        .bind(bucket)
        .bind(key)
        .bind(server)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("forget the upload of s3://{bucket}/{key}")))?;
    Ok(())
}

/// Leaves one that its server could not give up.
pub async fn leave(tx: &mut Tx, server: &str, bucket: &str, key: &str) -> Result<()> {
    sqlx::query("UPDATE begun_uploads SET is_left = 1 WHERE bucket = $1 AND object_key = $2 AND server = $3")
        .bind(bucket)
        .bind(key)
        .bind(server)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("leave the upload of s3://{bucket}/{key}")))?;
    Ok(())
}

/// Leaves all of a server that does not go on with them. Tells how many.
pub async fn leave_all(tx: &mut Tx, server: &str) -> Result<u64> {
    let done = sqlx::query("UPDATE begun_uploads SET is_left = 1 WHERE server = $1 AND is_left = 0")
        .bind(server)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("leave the uploads of server {server}")))?;
    Ok(done.rows_affected())
}

/// Those that are left, the oldest first.
pub async fn left(tx: &mut Tx, limit: u32) -> Result<Vec<BegunUpload>> {
    sqlx::query_as(
        "SELECT bucket, object_key, server, begun FROM begun_uploads WHERE is_left = 1 \
         ORDER BY begun, bucket, object_key, server LIMIT $1",
    )
    .bind(i64::from(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("look for uploads that are left"))
}

/// Forgets those that were begun before, whatever came of them.
pub async fn expire(tx: &mut Tx, begun_before: Millis) -> Result<u64> {
    let gone = sqlx::query("DELETE FROM begun_uploads WHERE is_left = 1 AND begun < $1")
        .bind(begun_before)
        .execute(tx.db())
        .await
        .map_err(Error::of("forget uploads of long ago"))?;
    Ok(gone.rows_affected())
}
