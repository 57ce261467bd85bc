//! Which of the servers that share the state are alive: each renews a lease while it is. One whose lease has run out
//! has died, or cannot reach the state any more; its queries are then for the others to end.
//!
//! A server without a lease is none that is known to be dead: it may be of an earlier version, or be about to begin.

use crate::{Error, Millis, Result, Tx};

/// Holds a server alive until `expires`.
pub async fn renew(tx: &mut Tx, server: &str, expires: Millis) -> Result<()> {
    sqlx::query(
        "INSERT INTO server_leases (server, expires) VALUES ($1, $2) \
         ON CONFLICT (server) DO UPDATE SET expires = excluded.expires",
    )
    .bind(server)
    .bind(expires)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("renew the lease of server {server}")))?;
    Ok(())
}

/// Gives a lease up, as a server does that stops and has ended its queries.
pub async fn release(tx: &mut Tx, server: &str) -> Result<()> {
    sqlx::query("DELETE FROM server_leases WHERE server = $1")
        .bind(server)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("give up the lease of server {server}")))?;
    Ok(())
}

/// Whether a server is held to be alive.
pub async fn holds(tx: &mut Tx, server: &str, now: Millis) -> Result<bool> {
    let row = sqlx::query("SELECT 1 FROM server_leases WHERE server = $1 AND expires >= $2")
        .bind(server)
        .bind(now)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("look for the lease of server {server}")))?;
    Ok(row.is_some())
}

/// The servers whose leases ran out before `now`, by name.
pub async fn expired(tx: &mut Tx, now: Millis) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = sqlx::query_as("SELECT server FROM server_leases WHERE expires < $1 ORDER BY server")
        .bind(now)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("look for servers that have died"))?;
    Ok(rows.into_iter().map(|(server,)| server).collect())
}

/// Removes the lease of a server that has died, unless it was renewed meanwhile. Tells whether it was removed: of many
/// who found it, one did so.
pub async fn take(tx: &mut Tx, server: &str, now: Millis) -> Result<bool> {
    let gone = sqlx::query("DELETE FROM server_leases WHERE server = $1 AND expires < $2")
        .bind(server)
        .bind(now)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("take the lease of server {server}")))?;
    Ok(gone.rows_affected() == 1)
}
