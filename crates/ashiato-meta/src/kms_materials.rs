//! What keys encrypt with: 32 bytes, sealed, each bound to its key and number. A key's newest encrypts, and its older ones
//! are kept for what they encrypted.

use crate::{Error, MasterKeys, Millis, Nonce, Result, Sealed, Tx};

/// A key's material.
#[derive(Clone, PartialEq, Eq)]
pub struct Material {
    /// Its number among the key's, from 1 on.
    pub number: i64,
    /// When it was made.
    pub created: Millis,
    /// The secret.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Material {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Material").field("number", &self.number).finish_non_exhaustive()
    }
}

fn owner(key_arn: &str, number: i64) -> String {
    format!("{key_arn}#{number}")
}

/// Stores a key's material. `NotFound` where there is no such key, `Conflict` where that number is there.
pub async fn create(tx: &mut Tx, keys: &MasterKeys, key_arn: &str, material: &Material, nonce: Nonce) -> Result<()> {
    sqlx::query("INSERT INTO kms_materials (key_arn, number, material, created) VALUES ($1, $2, $3, $4)")
        .bind(key_arn)
        .bind(material.number)
        .bind(keys.seal(&owner(key_arn, material.number), &material.bytes, nonce))
        .bind(material.created)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("create the material of key {key_arn}")))?;
    Ok(())
}

/// A key's material of a number, or the newest.
pub async fn get(tx: &mut Tx, keys: &MasterKeys, key_arn: &str, number: Option<i64>) -> Result<Material> {
    let row: Option<(i64, Sealed, Millis)> = sqlx::query_as(
        "SELECT number, material, created FROM kms_materials WHERE key_arn = $1 AND (number = $2 OR $2 = 0) \
         ORDER BY number DESC LIMIT 1",
    )
    .bind(key_arn)
    .bind(number.unwrap_or(0))
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get the material of key {key_arn}")))?;
    let (number, sealed, created) =
        row.ok_or_else(|| Error::not_found(format!("key {key_arn} has no such material")))?;
    Ok(Material { number, created, bytes: keys.unseal(&owner(key_arn, number), &sealed)? })
}

/// Seals by the current master key what an earlier one sealed; tells how many that were.
pub async fn reseal(tx: &mut Tx, keys: &MasterKeys, mut nonce: impl FnMut() -> Nonce) -> Result<u64> {
    let doing = "reseal the material of keys";
    let rows: Vec<(String, i64, Sealed)> =
        sqlx::query_as("SELECT key_arn, number, material FROM kms_materials ORDER BY key_arn, number")
            .fetch_all(tx.db())
            .await
            .map_err(Error::of(doing))?;
    let mut resealed = 0;
    for (key_arn, number, sealed) in rows {
        let Some(renewed) = keys.reseal(&owner(&key_arn, number), &sealed, nonce())? else { continue };
        sqlx::query("UPDATE kms_materials SET material = $3 WHERE key_arn = $1 AND number = $2")
            .bind(&key_arn)
            .bind(number)
            .bind(renewed)
            .execute(tx.db())
            .await
            .map_err(Error::of(doing))?;
        resealed += 1;
    }
    Ok(resealed)
}
