//! What is known of an access key, and where that is looked up.

use ashiato_policy::sts::Carried;
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::fmt;

/// A secret access key or session token. It does not print.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// A secret of this text.
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// The text, for signing only: never for a log or an answer.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Who an access key speaks for, as GetCallerIdentity tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The account, 12 digits.
    pub account: String,
    /// `arn:aws:iam::111122223333:user/alice`, `arn:aws:sts::…:assumed-role/role/session`.
    pub arn: String,
    /// `AIDA…` of a user, `AROA…:session` of a role, the account's number of its root.
    pub user_id: String,
}

/// Whose policies say what a key may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identity {
    /// The account's root, which may do everything.
    Root,
    /// A user, by its id (`AIDA…`).
    User(String),
    /// A session of a role, by the role's id (`AROA…`).
    Role(String),
    /// A federated user, by the id of the user that GetFederationToken was called by; `None`: the root called it.
    Federated(Option<String>),
}

/// An access key that may sign.
#[derive(Debug, Clone)]
pub struct Credential {
    /// `AKIA…`, or `ASIA…` of a temporary one.
    pub access_key_id: String,
    /// Its secret.
    pub secret: Secret,
    /// The token that must come with a temporary key.
    pub session_token: Option<Secret>,
    /// From when on a temporary key is refused.
    pub expires: Option<DateTime<Utc>>,
    /// Who it speaks for.
    pub principal: Principal,
    /// Whose policies hold for it.
    pub identity: Identity,
    /// The policies, as JSON, that narrow a session further; `None`: no such limit was given.
    pub session_policies: Option<Vec<String>>,
    /// When a temporary key was issued.
    pub issued: Option<DateTime<Utc>>,
    /// What the session carries, of a temporary key.
    pub carried: Carried,
    /// It was given to somebody who signed in to the console.
    pub is_from_console: bool,
}

/// The store could not be asked; whether the key exists is unknown.
#[derive(Debug)]
pub struct LookupFailed(pub String);

/// Where access keys are looked up: the configuration, or the control plane's state.
#[async_trait::async_trait]
pub trait Credentials: Send + Sync {
    /// The active key of this id; `token` is the session token that came with it, where one did. `None`: there is no
    /// such key, it is switched off, or the token is not one of its own.
    async fn lookup(&self, access_key_id: &str, token: Option<&str>) -> Result<Option<Credential>, LookupFailed>;

    /// Keys, or whom they speak for, have changed: nothing looked up before may be answered again.
    fn forget(&self) {}
}

/// Keys that are known from the start.
#[derive(Debug, Default)]
pub struct StaticCredentials(HashMap<String, Credential>);

impl FromIterator<Credential> for StaticCredentials {
    fn from_iter<I: IntoIterator<Item = Credential>>(credentials: I) -> Self {
        StaticCredentials(credentials.into_iter().map(|c| (c.access_key_id.clone(), c)).collect())
    }
}

#[async_trait::async_trait]
impl Credentials for StaticCredentials {
    async fn lookup(&self, access_key_id: &str, _: Option<&str>) -> Result<Option<Credential>, LookupFailed> {
        Ok(self.0.get(access_key_id).cloned())
    }
}
