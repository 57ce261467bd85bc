//! The decision: may this principal do this action on this resource?
//!
//! Sources: IAM User Guide, "Policy evaluation for requests within a single account", "Cross-account policy evaluation
//! logic", "Permissions boundaries for IAM entities". Organizations and their policies do not exist here.

mod principal;
mod applies;
mod message;

pub use principal::{Principal, Session};

use crate::document::{Document, Effect};
use principal::Reach;

/// What is asked.
pub struct Request<'a> {
    /// Who asks, as the signature proved.
    pub principal: &'a Principal,
    /// `athena:StartQueryExecution`.
    pub action: &'a str,
    /// The ARN of what it is done to, or `*` where the action has no resource.
    pub resource: &'a str,
    /// The account that the resource belongs to.
    pub resource_account: &'a str,
    /// The values of condition keys, asked for in lower case and only when a policy needs them. Keys that say who asks
    /// (`aws:username`, `aws:PrincipalArn`, …) are answered from the principal and never asked of this.
    pub keys: &'a dyn Fn(&str) -> Option<Vec<String>>,
}

/// A policy and what people call it.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The policy's name or ARN.
    pub name: &'a str,
    /// The policy.
    pub document: &'a Document,
}

/// The policies that apply to a request.
#[derive(Debug, Clone, Copy, Default)]
pub struct Policies<'a> {
    /// Those of the user and its groups, or of the role; for a federated user those of the user that called
    /// GetFederationToken.
    pub identity: &'a [Named<'a>],
    /// What the identity's policies can give at most.
    pub boundary: Option<Named<'a>>,
    /// What the session was limited to when its credentials were made; `None` where no limit was given.
    pub session: Option<&'a [Named<'a>]>,
    /// The resource's own.
    pub resource: Option<Named<'a>>,
    /// Whether the resource's policy must permit, whatever the identity's say.
    pub resource_rule: ResourceRule,
}

/// What the resource's policy counts for within an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ResourceRule {
    /// Either policy may permit: buckets, topics, queues.
    #[default]
    EitherPermits,
    /// The resource's policy must permit, or name the account and so leave it to the identity's: roles and keys.
    ResourceMustPermit,
}

/// Which of the policies decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A policy of the user, group or role.
    Identity,
    /// The policy of the bucket, key or role.
    Resource,
    /// The permissions boundary.
    Boundary,
    /// The policy of the session.
    Session,
}

/// The statement that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decider {
    /// The kind of its policy.
    pub source: Source,
    /// The name of its policy.
    pub policy: String,
    /// The statement's Sid, where it has one.
    pub sid: Option<String>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Permitted, by a statement or, with `None`, because the principal is the account's root.
    Allowed(Option<Decider>),
    /// Nothing permits it; the kind of policy that would have had to.
    ImplicitDeny(Source),
    /// A statement forbids it.
    ExplicitDeny(Decider),
}

impl Decision {
    /// Whether the request may go on.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Decision::Allowed(_))
    }
}

/// Decides. Any explicit deny wins; otherwise what must permit does so, or the answer is no.
pub fn decide(request: &Request<'_>, policies: &Policies<'_>) -> Decision {
    let lookup = |key: &str| request.principal.key(key).unwrap_or_else(|| (request.keys)(key));
    let weighing = Weighing { request, policies, lookup: &lookup };
    match weighing.explicit_deny() {
        Some(decider) => Decision::ExplicitDeny(decider),
        None if request.principal.account() == Some(request.resource_account) => weighing.within_account(),
        None => weighing.across_accounts(),
    }
}

struct Weighing<'a> {
    request: &'a Request<'a>,
    policies: &'a Policies<'a>,
    lookup: &'a dyn Fn(&str) -> Option<Vec<String>>,
}

impl Weighing<'_> {
    fn explicit_deny(&self) -> Option<Decider> {
        let policies = self.policies;
        let denies = |source, named: &Named<'_>| {
            let statements = named.document.statements.iter();
            let mut denies = statements.filter(|statement| statement.effect == Effect::Deny);
            let statement = match source {
                Source::Resource => denies.find(|statement| {
                    applies::denies_principal(statement, self.request.principal, policies.boundary.is_some())
                        && self.applies(statement, named)
                }),
                _ => denies.find(|statement| self.applies(statement, named)),
            };
            statement.map(|statement| decider(source, named, statement))
        };
        policies
            .identity
            .iter()
            .find_map(|named| denies(Source::Identity, named))
            .or_else(|| policies.resource.and_then(|named| denies(Source::Resource, &named)))
            .or_else(|| policies.boundary.and_then(|named| denies(Source::Boundary, &named)))
            .or_else(|| policies.session?.iter().find_map(|named| denies(Source::Session, named)))
    }

    fn within_account(&self) -> Decision {
        let by_resource = self.resource_allow();
        let must_permit = self.policies.resource_rule == ResourceRule::ResourceMustPermit;
        match &by_resource {
            Some((Reach::Direct, decider)) => return Decision::Allowed(Some(decider.clone())),
            Some((Reach::Role, decider)) => return self.limited(Some(decider.clone())),
            Some((Reach::Account, _)) => {}
            None if must_permit => return Decision::ImplicitDeny(Source::Resource),
            None => {}
        }
        self.by_identity()
    }

    /// Both sides must permit: the resource's policy, and the principal's own account.
    fn across_accounts(&self) -> Decision {
        let Some((_, decider)) = self.resource_allow() else {
            // Also where the identity's policies permit: the other account has the last word.
            return Decision::ImplicitDeny(Source::Resource);
        };
        match self.request.principal {
            // They belong to no account that could object.
            Principal::Anonymous | Principal::Service { .. } => Decision::Allowed(Some(decider)),
            _ => match self.by_identity() {
                Decision::Allowed(_) => Decision::Allowed(Some(decider)),
                denied => denied,
            },
        }
    }

    fn by_identity(&self) -> Decision {
        let principal = self.request.principal;
        let allow = match principal {
            Principal::Root { .. } => return self.limited(None),
            Principal::Anonymous | Principal::Service { .. } => None,
            _ => self.policies.identity.iter().find_map(|named| self.allow(Source::Identity, named)),
        };
        // A federated user has what its policies and its caller's both give; without its own it has nothing.
        let is_unlimited_federated =
            matches!(principal, Principal::FederatedUser { .. }) && self.policies.session.is_none();
        match allow {
            None => Decision::ImplicitDeny(Source::Identity),
            Some(_) if is_unlimited_federated => Decision::ImplicitDeny(Source::Session),
            allow => self.limited(allow),
        }
    }

    /// Allows, unless the boundary or the session does not.
    fn limited(&self, by: Option<Decider>) -> Decision {
        if let Some(boundary) = &self.policies.boundary
            && self.allow(Source::Boundary, boundary).is_none()
        {
            return Decision::ImplicitDeny(Source::Boundary);
        }
        if let Some(session) = self.policies.session
            && !session.iter().any(|named| self.allow(Source::Session, named).is_some())
        {
            return Decision::ImplicitDeny(Source::Session);
        }
        Decision::Allowed(by)
    }

    fn allow(&self, source: Source, named: &Named<'_>) -> Option<Decider> {
        let mut allows = named.document.statements.iter().filter(|statement| statement.effect == Effect::Allow);
        let statement = allows.find(|statement| self.applies(statement, named))?;
        Some(decider(source, named, statement))
    }

    /// The farthest that the resource's policy goes in permitting.
    fn resource_allow(&self) -> Option<(Reach, Decider)> {
        let named = self.policies.resource.as_ref()?;
        let allows = named.document.statements.iter().filter(|statement| statement.effect == Effect::Allow);
        let reaches = allows.filter_map(|statement| {
            let reach = applies::allows_principal(statement, self.request.principal)?;
            self.applies(statement, named).then(|| (reach, decider(Source::Resource, named, statement)))
        });
        reaches.max_by_key(|(reach, _)| *reach)
    }

    fn applies(&self, statement: &crate::document::Statement, named: &Named<'_>) -> bool {
        applies::applies(statement, named.document.version, self.request, self.lookup)
    }
}

fn decider(source: Source, named: &Named<'_>, statement: &crate::document::Statement) -> Decider {
    Decider { source, policy: named.name.to_string(), sid: statement.sid.clone() }
}
