//! The policies of an identity, as one reading of the state finds them.

use ashiato_meta::{
    AccountId, Kind, PrincipalId, Tx, attachments, groups, inline_policies, managed_policies, roles, tags, users,
};
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Named, Principal, Session};
use ashiato_policy::managed;
use std::collections::BTreeMap;

use crate::aws::Error;
use crate::signature::{Credential, Identity};

/// A policy that was read, and what people call it.
#[derive(Debug, Clone)]
pub(crate) struct Policy {
    pub(crate) name: String,
    pub(crate) document: Document,
}

impl Policy {
    pub(crate) fn named(&self) -> Named<'_> {
        Named { name: &self.name, document: &self.document }
    }
}

/// What an identity has been given.
#[derive(Debug, Clone, Default)]
pub(crate) struct Grants {
    /// The user's or role's ARN with its path, and the user's name.
    pub(crate) arn: String,
    pub(crate) name: String,
    /// Of the user and its groups, or of the role.
    pub(crate) policies: Vec<Policy>,
    pub(crate) boundary: Option<Policy>,
    pub(crate) tags: BTreeMap<String, String>,
}

impl Grants {
    /// Reads them. `None`: the user or role is gone, and with it every right of its sessions.
    pub(crate) async fn read(tx: &mut Tx, account: &AccountId, identity: &Identity) -> Result<Option<Grants>, Error> {
        let found = match identity {
            Identity::Root | Identity::Federated(None) => Ok(Grants::of_root(account)),
            Identity::User(id) | Identity::Federated(Some(id)) => Grants::of_user(tx, &PrincipalId(id.clone())).await,
            Identity::Role(id) => Grants::of_role(tx, &PrincipalId(id.clone())).await,
        };
        match found {
            Ok(grants) => Ok(Some(grants)),
            Err(Unread::State(error)) if error.kind == Kind::NotFound => Ok(None),
            Err(Unread::State(error)) => Err(Error::internal(format!("read the policies of {identity:?}: {error}"))),
            Err(Unread::Policy(why)) => Err(Error::internal(format!("read the policies of {identity:?}: {why}"))),
        }
    }

    /// The root needs no policy; a federated user of it has all that its session's policies leave.
    fn of_root(account: &AccountId) -> Grants {
        let all = managed::find("arn:aws:iam::aws:policy/AdministratorAccess").expect("it is in the table");
        let policies = parsed(all.name, all.document).into_iter().collect();
        Grants { arn: format!("arn:aws:iam::{}:root", account.as_str()), policies, ..Grants::default() }
    }

    async fn of_user(tx: &mut Tx, id: &PrincipalId) -> Result<Grants, Unread> {
        let user = users::by_id(tx, id).await?;
        let mut policies = policies_of(tx, id).await?;
        for group in groups::of_user(tx, id).await? {
            policies.extend(policies_of(tx, &group.id).await?);
        }
        let arn = format!("arn:aws:iam::{}:user{}{}", user.account.as_str(), user.path, user.name);
        let boundary = boundary(tx, user.boundary.as_deref()).await?;
        Ok(Grants { arn, name: user.name, policies, boundary, tags: tags::list(tx, &id.0).await? })
    }

    async fn of_role(tx: &mut Tx, id: &PrincipalId) -> Result<Grants, Unread> {
        let role = roles::by_id(tx, id).await?;
        let policies = policies_of(tx, id).await?;
        let arn = format!("arn:aws:iam::{}:role{}{}", role.account.as_str(), role.path, role.name);
        let boundary = boundary(tx, role.boundary.as_deref()).await?;
        Ok(Grants { arn, name: role.name, policies, boundary, tags: tags::list(tx, &id.0).await? })
    }

    /// Who asks, as policies call it.
    pub(crate) fn principal(&self, credential: &Credential) -> Principal {
        let account = credential.principal.account.clone();
        let session = || Session {
            account: account.clone(),
            arn: credential.principal.arn.clone(),
            id: credential.principal.user_id.clone(),
        };
        match &credential.identity {
            Identity::Root => Principal::Root { account },
            Identity::User(id) => {
                Principal::User { account, arn: self.arn.clone(), name: self.name.clone(), id: id.clone() }
            }
            Identity::Role(_) => Principal::RoleSession { role_arn: self.arn.clone(), session: session() },
            Identity::Federated(_) => Principal::FederatedUser { session: session() },
        }
    }
}

enum Unread {
    State(ashiato_meta::Error),
    Policy(String),
}

impl From<ashiato_meta::Error> for Unread {
    fn from(error: ashiato_meta::Error) -> Unread {
        Unread::State(error)
    }
}

/// Those inside a user, group or role, and those attached to it.
async fn policies_of(tx: &mut Tx, owner: &PrincipalId) -> Result<Vec<Policy>, Unread> {
    let mut policies = Vec::new();
    for inline in inline_policies::list(tx, owner).await? {
        policies.push(parsed(&inline.name, &inline.document)?);
    }
    for arn in attachments::list(tx, owner).await? {
        policies.push(managed_policy(tx, &arn).await?);
    }
    Ok(policies)
}

async fn boundary(tx: &mut Tx, arn: Option<&str>) -> Result<Option<Policy>, Unread> {
    match arn {
        None => Ok(None),
        Some(arn) => managed_policy(tx, arn).await.map(Some),
    }
}

async fn managed_policy(tx: &mut Tx, arn: &str) -> Result<Policy, Unread> {
    match managed_document(tx, arn).await {
        Ok(document) => parsed(arn, &document),
        // It is the identity's policy that is missing, not the identity.
        Err(error) if error.kind == Kind::NotFound => Err(Unread::Policy(format!("{arn} is not there"))),
        Err(error) => Err(error.into()),
    }
}

/// The document of a managed policy that holds, AWS's or the account's own.
pub(crate) async fn managed_document(tx: &mut Tx, arn: &str) -> ashiato_meta::Result<String> {
    match managed::find(arn) {
        Some(policy) => Ok(policy.document.to_string()),
        None => managed_policies::default_document(tx, arn).await,
    }
}

fn parsed(name: &str, document: &str) -> Result<Policy, Unread> {
    match Document::parse(document, PolicyKind::Identity) {
        Ok(document) => Ok(Policy { name: name.to_string(), document }),
        Err(error) => Err(Unread::Policy(format!("policy {name}: {error}"))),
    }
}
