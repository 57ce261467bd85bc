//! Passwords: what they must be like, and how they are kept: as argon2id's hashes, with the defaults of RFC 9106's
//! second choice that the library follows.

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};

use crate::aws::Error;
use crate::aws::generated::iam::errors::PASSWORD_POLICY_VIOLATION_EXCEPTION;
use crate::chance;
use tokio::sync::Semaphore;

/// How many are hashed at once: each takes 19 MB, and whoever reaches the port may sign in.
const AT_ONCE: usize = 4;
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

pub(super) fn absent(user: &str) -> String {
    format!("Login Profile for User {user} cannot be found.")
}

/// What the account's password policy asks where nobody has set one: 8 characters, of three kinds out of four.
///
/// Source: IAM User Guide, "Default password policy".
pub(crate) fn check(password: &str) -> Result<(), Error> {
    let has = |is_kind: fn(&char) -> bool| usize::from(password.chars().any(|character| is_kind(&character)));
    let kinds = has(char::is_ascii_uppercase)
        + has(char::is_ascii_lowercase)
        + has(char::is_ascii_digit)
        + has(|character| !character.is_ascii_alphanumeric());
    match (8..=128).contains(&password.chars().count()) && kinds >= 3 {
        true => Ok(()),
        false => Err(PASSWORD_POLICY_VIOLATION_EXCEPTION.because(
            "Password should have a minimum length of 8 characters and at least three of: uppercase letters, lowercase \
             letters, numbers, symbols.",
        )),
    }
}

async fn turn() -> Result<tokio::sync::SemaphorePermit<'static>, Error> {
    TURNS.acquire().await.map_err(|why| Error::internal(format!("wait for a turn to hash a password: {why}")))
}

/// The hash to keep, made off the threads that serve requests: it takes tens of milliseconds and 19 MiB.
pub(crate) async fn hash(password: String) -> Result<String, Error> {
    let salt: [u8; 16] = chance::bytes();
    let _turn = turn().await?;
    let hashed = tokio::task::spawn_blocking(move || {
        let salt = SaltString::encode_b64(&salt)?;
        Argon2::default().hash_password(password.as_bytes(), &salt).map(|hash| hash.to_string())
    });
    match hashed.await {
        Ok(Ok(hash)) => Ok(hash),
        Ok(Err(why)) => Err(Error::internal(format!("hash a password: {why}"))),
        Err(why) => Err(Error::internal(format!("hash a password: {why}"))),
    }
}

/// Whether a password is the one of a hash.
pub(crate) async fn verify(password: String, hash: String) -> Result<bool, Error> {
    let _turn = turn().await?;
    let verified = tokio::task::spawn_blocking(move || {
        let hash = PasswordHash::new(&hash)?;
        match Argon2::default().verify_password(password.as_bytes(), &hash) {
            Ok(()) => Ok(true),
            Err(argon2::password_hash::Error::Password) => Ok(false),
            Err(why) => Err(why),
        }
    });
    match verified.await {
        Ok(Ok(is_right)) => Ok(is_right),
        Ok(Err(why)) => Err(Error::internal(format!("verify a password: {why}"))),
        Err(why) => Err(Error::internal(format!("verify a password: {why}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_kinds_and_eight_characters() {
        for (password, is_taken) in [
            ("Passw0rd", true),
            ("passw0rd!", true),
            ("password1", false),
            ("Pw0!", false),
            ("PASSWORD1!", true),
            ("ぱすわーどAb", false),
        ] {
            assert_eq!(check(password).is_ok(), is_taken, "{password}");
        }
        assert!(check(&format!("Aa1{}", "x".repeat(126))).is_err());
    }
}
