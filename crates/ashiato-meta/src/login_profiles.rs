//! Passwords of users, as the hash that the caller made (argon2id's own text form).

use crate::changed::found;
use crate::{Error, Millis, PrincipalId, Result, Tx};

/// A user's way to sign in.
#[derive(Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LoginProfile {
    /// Whose.
    pub user_id: PrincipalId,
    /// `$argon2id$…`.
    pub password_hash: String,
    /// 1 where the next sign-in must set another password, else 0.
    pub reset_required: i64,
    /// When it was made.
    pub created: Millis,
}

/// Makes it; `Conflict` where the user has one, `NotFound` where there is no such user.
pub async fn create(tx: &mut Tx, profile: &LoginProfile) -> Result<()> {
    sqlx::query("INSERT INTO login_profiles (user_id, password_hash, reset_required, created) VALUES ($1, $2, $3, $4)")
        .bind(&profile.user_id)
        .bind(&profile.password_hash)
        .bind(profile.reset_required)
        .bind(profile.created)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("create the login profile of {}", profile.user_id.0)))?;
    Ok(())
}

/// A user's.
pub async fn get(tx: &mut Tx, user: &PrincipalId) -> Result<LoginProfile> {
    sqlx::query_as("SELECT user_id, password_hash, reset_required, created FROM login_profiles WHERE user_id = $1")
        .bind(user)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get the login profile of {}", user.0)))?
        .ok_or_else(|| Error::not_found(format!("user {} has no login profile", user.0)))
}

/// Stores another hash.
pub async fn update(tx: &mut Tx, profile: &LoginProfile) -> Result<()> {
    let done = sqlx::query("UPDATE login_profiles SET password_hash = $2, reset_required = $3 WHERE user_id = $1")
        .bind(&profile.user_id)
        .bind(&profile.password_hash)
        .bind(profile.reset_required)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("update the login profile of {}", profile.user_id.0)))?;
    found(&done, || format!("the login profile of {}", profile.user_id.0))
}

/// Removes it.
pub async fn delete(tx: &mut Tx, user: &PrincipalId) -> Result<()> {
    let gone = sqlx::query("DELETE FROM login_profiles WHERE user_id = $1")
        .bind(user)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete the login profile of {}", user.0)))?;
    found(&gone, || format!("the login profile of {}", user.0))
}
