//! The keys that sign digests. Their private halves are sealed, each bound to its fingerprint; their public halves are
//! kept for as long as a digest may be proved with them.

use crate::{Error, MasterKeys, Millis, Nonce, Result, Sealed, Tx};

/// A key, without its private half.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct TrailKey {
    /// As digests name it: the hexadecimal MD5 of the public half's DER.
    pub fingerprint: String,
    /// The public half: PKCS#1 DER, in base64.
    pub public_key: String,
    /// From when on it signs.
    pub valid_from: Millis,
    /// Until before when.
    pub valid_until: Millis,
}

const COLUMNS: &str = "fingerprint, public_key, valid_from, valid_until";

/// Stores a key and its private half, PKCS#8 DER. `Conflict` where it is there.
pub async fn create(tx: &mut Tx, keys: &MasterKeys, key: &TrailKey, private_key: &[u8], nonce: Nonce) -> Result<()> {
    sqlx::query(
        "INSERT INTO trail_keys (fingerprint, public_key, private_key, valid_from, valid_until) \
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(&key.fingerprint)
    .bind(&key.public_key)
    .bind(keys.seal(&key.fingerprint, private_key, nonce))
    .bind(key.valid_from)
    .bind(key.valid_until)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("create trail key {}", key.fingerprint)))?;
    Ok(())
}

/// The key that signs at `now`: of several, the one that began last.
pub async fn current(tx: &mut Tx, now: Millis) -> Result<Option<TrailKey>> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_keys WHERE valid_from <= $1 AND valid_until > $1 \
         ORDER BY valid_from DESC, fingerprint LIMIT 1"
    )))
    .bind(now)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of("look for the trail key that signs"))
}

/// The keys that signed at any time from `start` to `end`, both included, the earliest first.
pub async fn between(tx: &mut Tx, start: Millis, end: Millis) -> Result<Vec<TrailKey>> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_keys WHERE valid_from <= $2 AND valid_until > $1 \
         ORDER BY valid_from, fingerprint"
    )))
    .bind(start)
    .bind(end)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the trail keys"))
}

/// The private half, PKCS#8 DER.
pub async fn private_key(tx: &mut Tx, keys: &MasterKeys, fingerprint: &str) -> Result<Vec<u8>> {
    let sealed: Option<Sealed> = sqlx::query_scalar("SELECT private_key FROM trail_keys WHERE fingerprint = $1")
        .bind(fingerprint)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get trail key {fingerprint}")))?;
    let sealed = sealed.ok_or_else(|| Error::not_found(format!("trail key {fingerprint} is not there")))?;
    keys.unseal(fingerprint, &sealed)
}

/// Seals by the current master key what an earlier one sealed; tells how many keys that were.
pub async fn reseal(tx: &mut Tx, keys: &MasterKeys, mut nonce: impl FnMut() -> Nonce) -> Result<u64> {
    let doing = "reseal the trail keys";
    let rows: Vec<(String, Sealed)> =
        sqlx::query_as("SELECT fingerprint, private_key FROM trail_keys ORDER BY fingerprint")
            .fetch_all(tx.db())
            .await
            .map_err(Error::of(doing))?;
    let mut resealed = 0;
    for (fingerprint, sealed) in rows {
        let Some(renewed) = keys.reseal(&fingerprint, &sealed, nonce())? else { continue };
        sqlx::query("UPDATE trail_keys SET private_key = $2 WHERE fingerprint = $1")
            .bind(&fingerprint)
            .bind(renewed)
            .execute(tx.db())
            .await
            .map_err(Error::of(doing))?;
        resealed += 1;
    }
    Ok(resealed)
}
