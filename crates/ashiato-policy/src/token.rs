//! Session tokens: what temporary credentials may do and until when, sealed, so that no table of sessions is kept.
//!
//! A token is base64 of one byte of version, a nonce, and the claims as JSON under XChaCha20-Poly1305. The nonce is
//! long enough to be drawn by chance. The version is authenticated with the claims.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};

use crate::Error;

/// What a token says. It is a secret: `Debug` shows no secret key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The key's id that the token belongs to, `ASIA…`.
    pub access_key_id: String,
    /// The key's secret.
    pub secret_access_key: String,
    /// The ARN of the role, of the user of GetSessionToken, or of the user that called GetFederationToken.
    pub issuer_arn: String,
    /// The unique id of that role or user.
    pub issuer_id: String,
    /// Which operation made the credentials.
    pub kind: SessionKind,
    /// The name of the session; empty for GetSessionToken.
    pub session_name: String,
    /// Seconds since 1970.
    pub issued_at_seconds: i64,
    /// Seconds since 1970.
    pub expires_at_seconds: i64,
    /// The inline session policy, as it was given.
    pub session_policy: Option<String>,
    /// The managed session policies.
    pub session_policy_arns: Vec<String>,
    /// Who is behind the session, where the caller said so.
    pub source_identity: Option<String>,
    /// Session tags.
    pub tags: Vec<(String, String)>,
    /// Whether a second factor was shown.
    pub mfa_present: bool,
}

/// Which operation made the credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SessionKind {
    /// AssumeRole.
    AssumedRole,
    /// GetSessionToken.
    Session,
    /// GetFederationToken.
    FederatedUser,
}

/// Why a token was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenError {
    /// Cut short, not base64, too long or of another version: no token of this program. `InvalidClientTokenId`.
    Malformed,
    /// Changed, or sealed under another key; which of the two cannot be told. `InvalidClientTokenId`.
    NotOurs,
    /// Genuine, but its time is over. `ExpiredToken`.
    Expired,
}

/// The longest token: two of them fit in the headers that servers commonly take.
pub const TOKEN_CHARS_MAX: usize = 8192;
const VERSION: u8 = 1;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// Makes the token of some claims. Too many claims are `PackedPolicyTooLarge`: [`ErrorKind::LimitExceeded`].
///
/// [`ErrorKind::LimitExceeded`]: crate::ErrorKind::LimitExceeded
pub fn seal(claims: &Claims, key: &[u8; 32], nonce: [u8; NONCE_BYTES]) -> Result<String, Error> {
    let text = serde_json::to_vec(claims).map_err(|error| Error::invalid(error.to_string()))?;
    let payload = Payload { msg: &text, aad: &[VERSION] };
    let sealed = XChaCha20Poly1305::new(&Key::from(*key))
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| Error::limit("the session's policies and tags are too large"))?;
    let token = STANDARD.encode([&[VERSION], nonce.as_slice(), sealed.as_slice()].concat());
    match token.len() <= TOKEN_CHARS_MAX {
        true => Ok(token),
        false => Err(Error::limit("the session's policies and tags are too large")),
    }
}

/// Reads a token at a time in seconds since 1970. The caller must still compare the key's id with the request's.
pub fn open(token: &str, key: &[u8; 32], now_seconds: i64) -> Result<Claims, TokenError> {
    if token.len() > TOKEN_CHARS_MAX {
        return Err(TokenError::Malformed);
    }
    let bytes = STANDARD.decode(token).map_err(|_| TokenError::Malformed)?;
    let (version, rest) = bytes.split_first().ok_or(TokenError::Malformed)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(TokenError::Malformed)?;
    if *version != VERSION || sealed.len() < TAG_BYTES {
        return Err(TokenError::Malformed);
    }
    let payload = Payload { msg: sealed, aad: &[VERSION] };
    let text = XChaCha20Poly1305::new(&Key::from(*key))
        .decrypt(&XNonce::from(*nonce), payload)
        .map_err(|_| TokenError::NotOurs)?;
    let claims: Claims = serde_json::from_slice(&text).map_err(|_| TokenError::Malformed)?;
    match now_seconds < claims.expires_at_seconds {
        true => Ok(claims),
        false => Err(TokenError::Expired),
    }
}

impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Claims { access_key_id, issuer_arn, session_name, expires_at_seconds, .. } = self;
        write!(f, "Claims({access_key_id}, {issuer_arn}, {session_name}, until {expires_at_seconds})")
    }
}
