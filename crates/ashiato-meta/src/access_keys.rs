//! Long-term access keys. Their secrets are sealed, each bound to its key's id.

use crate::changed::found;
use crate::{AccessKeyId, AccountId, Error, Kind, MasterKeys, Millis, Nonce, PrincipalId, Result, Sealed, Tx};

/// An access key, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AccessKey {
    /// `AKIA…`.
    pub id: AccessKeyId,
    /// The account it belongs to.
    pub account: AccountId,
    /// Its user; `None` for the account's root identity.
    pub user_id: Option<PrincipalId>,
    /// Whether it is accepted.
    #[sqlx(try_from = "String")]
    pub status: Status,
    /// When it was made.
    pub created: Millis,
    /// When it last signed a request.
    pub last_used: Option<Millis>,
    /// For which region.
    pub last_used_region: Option<String>,
    /// For which service.
    pub last_used_service: Option<String>,
}

/// Whether a key is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is.
    Active,
    /// It is not.
    Inactive,
}

impl Status {
    /// AWS's word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Inactive => "Inactive",
        }
    }
}

impl TryFrom<String> for Status {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        match text.as_str() {
            "Active" => Ok(Self::Active),
            "Inactive" => Ok(Self::Inactive),
            _ => Err(Error::new(Kind::Corrupt, format!("access key status {text:?}"))),
        }
    }
}

const COLUMNS: &str = "id, account, user_id, status, created, last_used, last_used_region, last_used_service";

/// Stores a key and its secret. How many a user may have is checked here, while no other key of it can be made:
/// `Throttled` where it has `keys_max` already; `NotFound` where there is no such user.
pub async fn create(
    tx: &mut Tx,
    keys: &MasterKeys,
    key: &AccessKey,
    secret: &str,
    nonce: Nonce,
    keys_max: i64,
) -> Result<()> {
    let doing = || format!("create access key {}", key.id.0);
    if let Some(user) = &key.user_id {
        // Writing the user's row makes other transactions wait that want to make a key for it.
        let locked = sqlx::query("UPDATE users SET path = path WHERE id = $1")
            .bind(user)
            .execute(tx.db())
            .await
            .map_err(Error::of(doing()))?;
        found(&locked, || format!("user {}", user.0))?;
        let there: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM access_keys WHERE user_id = $1")
            .bind(user)
            .fetch_one(tx.db())
            .await
            .map_err(Error::of(doing()))?;
        if there >= keys_max {
            return Err(Error::new(Kind::Throttled, format!("user {} has {there} access keys", user.0)));
        }
    }
    sqlx::query(
        "INSERT INTO access_keys (id, account, user_id, secret, status, created) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&key.id)
    .bind(&key.account)
    .bind(&key.user_id)
    .bind(keys.seal(&key.id.0, secret.as_bytes(), nonce))
    .bind(key.status.as_str())
    .bind(key.created)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(doing()))?;
    Ok(())
}

/// The key of that id.
pub async fn get(tx: &mut Tx, id: &AccessKeyId) -> Result<AccessKey> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM access_keys WHERE id = $1")))
        .bind(id)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get access key {}", id.0)))?
        .ok_or_else(|| Error::not_found(format!("access key {} is not there", id.0)))
}

/// Its secret, to verify a signature with.
pub async fn secret(tx: &mut Tx, keys: &MasterKeys, id: &AccessKeyId) -> Result<String> {
    let sealed: Option<Sealed> = sqlx::query_scalar("SELECT secret FROM access_keys WHERE id = $1")
        .bind(id)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get the secret of {}", id.0)))?;
    let sealed = sealed.ok_or_else(|| Error::not_found(format!("access key {} is not there", id.0)))?;
    String::from_utf8(keys.unseal(&id.0, &sealed)?)
        .map_err(|_| Error::new(Kind::Corrupt, format!("the secret of {} is not text", id.0)))
}

/// The keys of a user, or of the account's root identity, by id.
pub async fn list(tx: &mut Tx, account: &AccountId, user: Option<&PrincipalId>) -> Result<Vec<AccessKey>> {
    sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM access_keys WHERE account = $1 AND COALESCE(user_id, '') = $2 ORDER BY id"
    )))
    .bind(account)
    .bind(user.map_or("", |user| user.0.as_str()))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list access keys"))
}

/// Accepts it or no longer.
pub async fn set_status(tx: &mut Tx, id: &AccessKeyId, status: Status) -> Result<()> {
    let done = sqlx::query("UPDATE access_keys SET status = $2 WHERE id = $1")
        .bind(id)
        .bind(status.as_str())
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("set the status of {}", id.0)))?;
    found(&done, || format!("access key {}", id.0))
}

/// Notes that it signed a request.
pub async fn used(tx: &mut Tx, id: &AccessKeyId, at: Millis, region: &str, service: &str) -> Result<()> {
    sqlx::query("UPDATE access_keys SET last_used = $2, last_used_region = $3, last_used_service = $4 WHERE id = $1")
        .bind(id)
        .bind(at)
        .bind(region)
        .bind(service)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("note the use of {}", id.0)))?;
    Ok(())
}

/// Removes it.
pub async fn delete(tx: &mut Tx, id: &AccessKeyId) -> Result<()> {
    let gone = sqlx::query("DELETE FROM access_keys WHERE id = $1")
        .bind(id)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete access key {}", id.0)))?;
    found(&gone, || format!("access key {}", id.0))
}

/// Seals by the current master key what an earlier one sealed; tells how many secrets that were.
pub async fn reseal(tx: &mut Tx, keys: &MasterKeys, mut nonce: impl FnMut() -> Nonce) -> Result<u64> {
    let doing = "reseal the access keys";
    let rows: Vec<(AccessKeyId, Sealed)> = sqlx::query_as("SELECT id, secret FROM access_keys ORDER BY id")
        .fetch_all(tx.db())
        .await
        .map_err(Error::of(doing))?;
    let mut resealed = 0;
    for (id, sealed) in rows {
        let Some(renewed) = keys.reseal(&id.0, &sealed, nonce())? else { continue };
        sqlx::query("UPDATE access_keys SET secret = $2 WHERE id = $1")
            .bind(&id)
            .bind(renewed)
            .execute(tx.db())
            .await
            .map_err(Error::of(doing))?;
        resealed += 1;
    }
    Ok(resealed)
}
