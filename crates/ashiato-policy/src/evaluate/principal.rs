//! Who asks, what policies may call them, and the condition keys that say who they are.

use crate::document::PrincipalEntry;

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principal {
    /// A request without a signature.
    Anonymous,
    /// The account itself.
    Root {
        /// The account's id.
        account: String,
    },
    /// A user with keys of its own, or a session of GetSessionToken.
    User {
        /// The account's id.
        account: String,
        /// `arn:aws:iam::111122223333:user/path/name`.
        arn: String,
        /// The name, without the path.
        name: String,
        /// `AIDA…`.
        id: String,
    },
    /// A session of a role.
    RoleSession {
        /// The role's ARN, with its path.
        role_arn: String,
        /// The session.
        session: Session,
    },
    /// A session of GetFederationToken.
    FederatedUser {
        /// The session; its ARN is `arn:aws:sts::111122223333:federated-user/name`.
        session: Session,
    },
    /// A service that acts for itself.
    Service {
        /// `cloudtrail.amazonaws.com`.
        name: String,
    },
}

/// What role sessions and federated users have alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The account's id.
    pub account: String,
    /// `arn:aws:sts::111122223333:assumed-role/role/session`.
    pub arn: String,
    /// `AROA…:session`, or `111122223333:name`: `aws:userid`.
    pub id: String,
}

/// How closely a resource's policy names a principal. The closer, the fewer other policies can limit what it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// It names the account, which decides by its identities' policies.
    Account,
    /// It names the role: boundary and session still limit.
    Role,
    /// It names the user or the session, or everyone.
    Direct,
}

impl Principal {
    /// The account, where there is one.
    pub fn account(&self) -> Option<&str> {
        match self {
            Principal::Root { account } | Principal::User { account, .. } => Some(account),
            Principal::RoleSession { session, .. } | Principal::FederatedUser { session } => Some(&session.account),
            Principal::Anonymous | Principal::Service { .. } => None,
        }
    }

    /// The ARN that messages and logs name: for sessions that of the session.
    pub fn arn(&self) -> String {
        match self {
            Principal::Anonymous => "anonymous".to_string(),
            Principal::Root { account } => format!("arn:aws:iam::{account}:root"),
            Principal::User { arn, .. } => arn.clone(),
            Principal::RoleSession { session, .. } | Principal::FederatedUser { session } => session.arn.clone(),
            Principal::Service { name } => name.clone(),
        }
    }

    /// `aws:userid`.
    pub fn user_id(&self) -> String {
        match self {
            Principal::Anonymous | Principal::Service { .. } => "anonymous".to_string(),
            Principal::Root { account } => account.clone(),
            Principal::User { id, .. } => id.clone(),
            Principal::RoleSession { session, .. } | Principal::FederatedUser { session } => session.id.clone(),
        }
    }

    /// The value of a key that says who asks: `Some(None)` where the principal has none, `None` for any other key.
    ///
    /// Source: IAM User Guide, "Principal key values" and "AWS global condition context keys".
    pub(super) fn key(&self, key: &str) -> Option<Option<Vec<String>>> {
        let value = match key {
            "aws:username" => match self {
                Principal::User { name, .. } => Some(name.clone()),
                _ => None,
            },
            "aws:userid" => Some(self.user_id()),
            "aws:principalaccount" => self.account().map(str::to_string),
            "aws:principalarn" => match self {
                Principal::Anonymous | Principal::Service { .. } => None,
                // For a session the role's ARN, not the session's.
                Principal::RoleSession { role_arn, .. } => Some(role_arn.clone()),
                _ => Some(self.arn()),
            },
            "aws:principaltype" => Some(self.kind().to_string()),
            "aws:principalisawsservice" => Some(matches!(self, Principal::Service { .. }).to_string()),
            "aws:principalservicename" => match self {
                Principal::Service { name } => Some(name.clone()),
                _ => None,
            },
            _ => return None,
        };
        Some(value.map(|value| vec![value]))
    }

    fn kind(&self) -> &'static str {
        match self {
            Principal::Anonymous | Principal::Service { .. } => "Anonymous",
            Principal::Root { .. } => "Account",
            Principal::User { .. } => "User",
            Principal::RoleSession { .. } => "AssumedRole",
            Principal::FederatedUser { .. } => "FederatedUser",
        }
    }

    /// Whether, and how closely, an entry of a policy names this principal.
    pub(super) fn named_by(&self, entry: &PrincipalEntry) -> Option<Reach> {
        match (entry, self) {
            (PrincipalEntry::Everyone, _) => Some(Reach::Direct),
            (PrincipalEntry::Account(id), Principal::Root { account }) if id == account => Some(Reach::Direct),
            (PrincipalEntry::Account(id), _) if self.account() == Some(id) => Some(Reach::Account),
            (PrincipalEntry::Arn(arn), Principal::RoleSession { role_arn, .. }) if arn == role_arn => Some(Reach::Role),
            (PrincipalEntry::Arn(arn), _) if *arn == self.arn() => Some(Reach::Direct),
            (PrincipalEntry::UniqueId(id), Principal::User { id: own, .. }) if id == own => Some(Reach::Direct),
            (PrincipalEntry::UniqueId(id), Principal::RoleSession { session, .. }) => {
                session.id.split(':').next().filter(|role_id| role_id == id).map(|_| Reach::Role)
            }
            (PrincipalEntry::Service(service), Principal::Service { name }) if service == name => Some(Reach::Direct),
            _ => None,
        }
    }

    /// Everything that must be listed in `NotPrincipal` beside a `Deny` for the principal to be spared: itself, its
    /// role and its account.
    pub(super) fn is_spared_by(&self, entries: &[PrincipalEntry]) -> bool {
        let named = |reach| entries.iter().any(|entry| self.named_by(entry) == Some(reach));
        match self {
            Principal::RoleSession { .. } => named(Reach::Direct) && named(Reach::Role) && named(Reach::Account),
            Principal::User { .. } | Principal::FederatedUser { .. } => named(Reach::Direct) && named(Reach::Account),
            _ => named(Reach::Direct),
        }
    }
}
