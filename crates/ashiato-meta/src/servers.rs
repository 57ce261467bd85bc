//! The servers that share the state: each has a name and a data folder, and no two have one name. What is kept by a server's
//! name, such as how far its journal is read, is about the journal in that folder.

use crate::{Error, Millis, Result, Tx};

/// Takes a name for the server with a data folder. Tells the folder of who has the name already, where it is another.
pub async fn claim(tx: &mut Tx, name: &str, folder: &str, now: Millis) -> Result<Option<String>> {
    let doing = || format!("take the server name {name}");
    sqlx::query("INSERT INTO servers (name, folder, since) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING")
        .bind(name)
        .bind(folder)
        .bind(now)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    let kept: String = sqlx::query_scalar("SELECT folder FROM servers WHERE name = $1")
        .bind(name)
        .fetch_one(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    Ok(Some(kept).filter(|kept| kept != folder))
}

/// Gives a name to the server with another data folder: that of before is lost.
pub async fn hand_over(tx: &mut Tx, name: &str, folder: &str, now: Millis) -> Result<()> {
    sqlx::query("UPDATE servers SET folder = $2, since = $3 WHERE name = $1")
        .bind(name)
        .bind(folder)
        .bind(now)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("hand the server name {name} over")))?;
    Ok(())
}
