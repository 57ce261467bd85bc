//! Why a signature is refused. Each protocol has its own code for each; [`crate::http::refusal`] knows them.

/// Why a request was not accepted as its sender's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Neither an `Authorization` header nor a presigned query.
    Missing,
    /// A part of the signature is absent or malformed; the sentence says which.
    Incomplete(String),
    /// No active key has this id.
    UnknownKey(String),
    /// The session token is absent, foreign, or given for a key that has none.
    WrongToken,
    /// The temporary key has expired.
    ExpiredToken,
    /// The request was signed too long ago or too far ahead; the sentence says when.
    Skewed(String),
    /// How long a presigned URL is good for is no time that there can be; the sentence says why.
    Expires(&'static str),
    /// The presigned URL's time is over.
    PresignedExpired,
    /// A header that must be signed is not; it is named.
    Unsigned(String),
    /// The signature is not the one that the secret gives.
    Mismatch,
    /// The credential scope names another service than the one that was called.
    WrongService(String),
    /// The store of keys could not be asked.
    Unavailable(String),
}
