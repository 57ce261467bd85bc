//! Temporary credentials without a row: the session token holds, sealed, all that the server must know of the session,
//! the secret access key included. Any server with the master key can read it.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{Error, Kind, MasterKeys, Millis, Nonce, Result, Sealed};

/// What a session token says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionClaims {
    /// The temporary access key (`ASIA…`) that the token belongs to.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: String,
    /// The account of the session.
    pub account: String,
    /// The session's ARN (`arn:aws:sts::…:assumed-role/…`, `…:federated-user/…`, or a user's).
    pub arn: String,
    /// The role or user whose policies hold (`AROA…`, `AIDA…`).
    pub principal_id: String,
    /// The role's session name, the federated user's name; empty for `GetSessionToken`.
    pub session_name: String,
    /// When it was issued, in milliseconds UTC.
    pub issued: i64,
    /// From when on it no longer holds, in milliseconds UTC.
    pub expires: i64,
    /// The session policies, which further limit what the principal may do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<String>,
    /// Session tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<String, String>,
    /// Whatever else the issuer wants to find again.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, String>,
}

impl std::fmt::Debug for SessionClaims {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SessionClaims")
            .field("access_key_id", &self.access_key_id)
            .field("arn", &self.arn)
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

const OWNER: &str = "session token";
const SIGNIN_OWNER: &str = "sign-in token";

/// The token to hand out.
pub fn seal_session_token(keys: &MasterKeys, claims: &SessionClaims, nonce: Nonce) -> String {
    sealed(keys, OWNER, claims, nonce)
}

/// A session's claims with a short life of their own.
#[derive(Serialize, Deserialize)]
struct SigninClaims {
    session: SessionClaims,
    expires: i64,
}

/// A token that stands for a session until `expires`, and that signs nothing.
pub fn seal_signin_token(keys: &MasterKeys, claims: &SessionClaims, expires: Millis, nonce: Nonce) -> String {
    sealed(keys, SIGNIN_OWNER, &SigninClaims { session: claims.clone(), expires: expires.0 }, nonce)
}

/// The session that such a token stands for. Errors are those of [`open_session_token`], also where the session itself
/// has expired.
pub fn open_signin_token(keys: &MasterKeys, token: &str, now: Millis) -> Result<SessionClaims> {
    let claims: SigninClaims = opened(keys, SIGNIN_OWNER, token)?;
    match claims.expires.min(claims.session.expires) > now.0 {
        true => Ok(claims.session),
        false => Err(Error::not_found("the sign-in token has expired")),
    }
}

fn sealed(keys: &MasterKeys, owner: &str, claims: &impl Serialize, nonce: Nonce) -> String {
    let text = serde_json::to_vec(claims).expect("strings and numbers are JSON");
    keys.seal(owner, &text, nonce).0
}

fn opened<T: DeserializeOwned>(keys: &MasterKeys, owner: &str, token: &str) -> Result<T> {
    let invalid = |_| Error::new(Kind::Invalid, format!("the {owner} is not one of this server's"));
    let text = keys.unseal(owner, &Sealed(token.to_string())).map_err(invalid)?;
    serde_json::from_slice(&text).map_err(|cause| Error {
        kind: Kind::Corrupt,
        message: format!("read a {owner}"),
        source: Some(Box::new(cause)),
    })
}

/// What a token says. `Invalid` where it was not sealed by these keys, or was changed; `NotFound` where it has expired
/// at `now`. The caller still checks that `access_key_id` is the one that signed.
pub fn open_session_token(keys: &MasterKeys, token: &str, now: Millis) -> Result<SessionClaims> {
    let claims: SessionClaims = opened(keys, OWNER, token)?;
    if claims.expires <= now.0 {
        return Err(Error::not_found("the session has expired"));
    }
    Ok(claims)
}
