//! Access keys of the state: those of users and of the account's root, and temporary ones, which their tokens hold.

use ashiato_meta::access_keys::Status;
use ashiato_meta::{
    AccessKeyId, AccountId, Kind, MasterKeys, Millis, PrincipalId, SessionClaims, Store, access_keys,
    open_session_token, users,
};
use ashiato_policy::arn::Arn;
use ashiato_policy::sts::Carried;
use chrono::DateTime;

use super::Cache;
use crate::signature::{Credential, Credentials, Identity, LookupFailed, Principal, Secret};
use crate::state::Kept;

/// Where the server looks up access keys.
pub struct StoredKeys {
    account: AccountId,
    meta: Store,
    keys: MasterKeys,
    known: Cache<Credential>,
}

impl StoredKeys {
    /// The keys of what is kept.
    pub fn new(kept: &Kept) -> StoredKeys {
        StoredKeys {
            account: kept.account.clone(),
            meta: kept.meta.clone(),
            keys: kept.keys.clone(),
            known: Cache::new(),
        }
    }

    async fn long_term(&self, id: &str) -> ashiato_meta::Result<Credential> {
        let mut tx = self.meta.read().await?;
        let key_id = AccessKeyId(id.to_string());
        let key = access_keys::get(&mut tx, &key_id).await?;
        if key.status != Status::Active || key.account != self.account {
            return Err(ashiato_meta::Error {
                kind: Kind::NotFound,
                message: format!("access key {id} is switched off"),
                source: None,
            });
        }
        let secret = Secret::new(access_keys::secret(&mut tx, &self.keys, &key_id).await?);
        let account = self.account.as_str();
        let (principal, identity) = match &key.user_id {
            None => (root(account), Identity::Root),
            Some(user_id) => (user(&mut tx, user_id).await?, Identity::User(user_id.0.clone())),
        };
        Ok(Credential {
            access_key_id: id.to_string(),
            secret,
            session_token: None,
            expires: None,
            principal,
            identity,
            session_policies: None,
            issued: None,
            carried: Carried::default(),
            is_from_console: false,
        })
    }

    /// The temporary key that a token holds. Whether it has expired is judged where its signature is.
    fn temporary(&self, id: &str, token: &str) -> Option<Credential> {
        let claims = open_session_token(&self.keys, token, Millis(i64::MIN)).ok()?;
        (claims.access_key_id == id && claims.account == self.account.as_str())
            .then(|| session_credential(claims, token))
    }
}

#[async_trait::async_trait]
impl Credentials for StoredKeys {
    async fn lookup(&self, access_key_id: &str, token: Option<&str>) -> Result<Option<Credential>, LookupFailed> {
        if access_key_id.starts_with("ASIA") {
            return Ok(token.and_then(|token| self.temporary(access_key_id, token)));
        }
        if let Some(known) = self.known.get(access_key_id) {
            return Ok(Some(known));
        }
        let generation = self.known.generation();
        match self.long_term(access_key_id).await {
            Ok(credential) => {
                self.known.put(access_key_id, generation, credential.clone());
                Ok(Some(credential))
            }
            Err(error) if error.kind == Kind::NotFound => Ok(None),
            Err(error) => Err(LookupFailed(error.to_string())),
        }
    }

    fn forget(&self) {
        self.known.forget();
    }
}

fn root(account: &str) -> Principal {
    Principal {
        account: account.to_string(),
        arn: Arn::new("iam", "", account, "root").to_string(),
        user_id: account.to_string(),
    }
}

async fn user(tx: &mut ashiato_meta::Tx, id: &PrincipalId) -> ashiato_meta::Result<Principal> {
    let user = users::by_id(tx, id).await?;
    let account = user.account.as_str();
    let arn = Arn::new("iam", "", account, format!("user{}{}", user.path, user.name)).to_string();
    Ok(Principal { account: account.to_string(), arn, user_id: id.0.clone() })
}

/// The name in [`SessionClaims::extra`] that marks the session of a federated user.
pub(crate) const IS_FEDERATED: &str = "federated";
/// The name of the keys of its tags that go on to the next session, a line each.
pub(crate) const TRANSITIVE_KEYS: &str = "transitive-tag-keys";
/// The name of its source identity.
pub(crate) const SOURCE_IDENTITY: &str = "source-identity";
/// The name that marks the session of somebody who signed in to the console.
pub(crate) const FROM_CONSOLE: &str = "console";

/// The temporary key that a session's token is of.
pub(crate) fn session_credential(claims: SessionClaims, token: &str) -> Credential {
    let is_of_root = claims.principal_id == claims.account;
    let is_federated = claims.extra.contains_key(IS_FEDERATED);
    let identity = match claims.principal_id.as_str() {
        _ if is_federated => Identity::Federated((!is_of_root).then(|| claims.principal_id.clone())),
        _ if is_of_root => Identity::Root,
        id if id.starts_with("AROA") => Identity::Role(id.to_string()),
        id => Identity::User(id.to_string()),
    };
    let user_id = match &identity {
        Identity::Role(id) => format!("{id}:{}", claims.session_name),
        Identity::Federated(_) => format!("{}:{}", claims.account, claims.session_name),
        Identity::User(_) | Identity::Root => claims.principal_id.clone(),
    };
    let transitive_keys = claims.extra.get(TRANSITIVE_KEYS).map(|keys| keys.split('\n').map(str::to_string).collect());
    let carried = Carried {
        tags: claims.tags,
        transitive_keys: transitive_keys.unwrap_or_default(),
        source_identity: claims.extra.get(SOURCE_IDENTITY).cloned(),
    };
    Credential {
        access_key_id: claims.access_key_id,
        secret: Secret::new(claims.secret_access_key),
        session_token: Some(Secret::new(token)),
        expires: DateTime::from_timestamp_millis(claims.expires),
        principal: Principal { account: claims.account, arn: claims.arn, user_id },
        identity,
        session_policies: (!claims.policies.is_empty()).then_some(claims.policies),
        issued: DateTime::from_timestamp_millis(claims.issued),
        carried,
        is_from_console: claims.extra.contains_key(FROM_CONSOLE),
    }
}
