//! Temporary credentials without a row: the session token holds, sealed, all that the server must know of the session,
//! the secret access key included. Any server with the master key can read it.

use std::collections::BTreeMap;

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

/// The token to hand out.
pub fn seal_session_token(keys: &MasterKeys, claims: &SessionClaims, nonce: Nonce) -> String {
    let text = serde_json::to_vec(claims).expect("strings and numbers are JSON");
    keys.seal(OWNER, &text, nonce).0
}

/// What a token says. `Invalid` where it was not sealed by these keys, or was changed; `NotFound` where it has expired
/// at `now`. The caller still checks that `access_key_id` is the one that signed.
pub fn open_session_token(keys: &MasterKeys, token: &str, now: Millis) -> Result<SessionClaims> {
    let invalid = |_| Error::new(Kind::Invalid, "the session token is not one of this server's");
    let text = keys.unseal(OWNER, &Sealed(token.to_string())).map_err(invalid)?;
    let claims: SessionClaims = serde_json::from_slice(&text).map_err(|cause| Error {
        kind: Kind::Corrupt,
        message: "read a session token".to_string(),
        source: Some(Box::new(cause)),
    })?;
    if claims.expires <= now.0 {
        return Err(Error::not_found("the session has expired"));
    }
    Ok(claims)
}
