//! Names of things: each kind of id is a type, so that a role's id cannot stand where a user's is wanted.
//! Ids are made by the caller, who has the randomness.

use crate::{Error, Kind, Result};

/// An account: 12 digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct AccountId(String);

impl AccountId {
    /// Reads 12 digits; anything else is `Invalid`.
    pub fn parse(text: &str) -> Result<Self> {
        if text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Self(text.to_string()));
        }
        Err(Error::new(Kind::Invalid, format!("account id {text:?} is not 12 digits")))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A user (`AIDA…`), group (`AGPA…`) or role (`AROA…`): what policies and tags are kept by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct PrincipalId(pub String);

/// A managed policy of a customer (`ANPA…`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct PolicyId(pub String);

/// A long-term access key (`AKIA…`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct AccessKeyId(pub String);

/// A query execution (a UUID).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct QueryExecutionId(pub String);

/// A named query (a UUID).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct NamedQueryId(pub String);

/// An account's region: where work groups, queries, databases and tables live.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Place(String);

impl Place {
    /// The place of `region` in `account`.
    pub fn new(account: &AccountId, region: &str) -> Self {
        Self(format!("{}/{region}", account.0))
    }

    /// `account/region`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Milliseconds since 1970 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Millis(pub i64);
