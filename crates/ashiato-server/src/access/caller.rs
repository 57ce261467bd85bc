//! Who asks, with all that decides what they may do.

use ashiato_meta::{Millis, SessionClaims, account_aliases, open_session_token};
use ashiato_objects::Tags;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Decision, Named, Policies, Principal, Request, ResourceRule, Source, decide};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::grants::Policy;
use super::{Check, Grants, RequestKeys};
use crate::aws::Error;
use crate::context::Context;
use crate::signature::{Credential, Identity};
use crate::state::State;

/// The actions that conditions on an object's tags are about. Source: the Service Authorization Reference of S3.
const ON_EXISTING_TAGS: &[&str] = &[
    "s3:DeleteObjectTagging",
    "s3:DeleteObjectVersionTagging",
    "s3:GetObject",
    "s3:GetObjectAcl",
    "s3:GetObjectAttributes",
    "s3:GetObjectTagging",
    "s3:GetObjectVersion",
    "s3:GetObjectVersionAcl",
    "s3:GetObjectVersionAttributes",
    "s3:GetObjectVersionTagging",
    "s3:PutObjectAcl",
    "s3:PutObjectTagging",
    "s3:PutObjectVersionAcl",
    "s3:PutObjectVersionTagging",
];

/// Someone who asks. It answers from what the state held when it was made.
#[derive(Clone)]
pub struct Caller {
    pub(super) state: Arc<State>,
    pub(super) principal: Principal,
    /// The key that it asks with; `None`: it has none.
    pub(super) credential: Option<Arc<Credential>>,
    /// `None`: the user or role is gone, or never was.
    grants: Option<Arc<Grants>>,
    session: Option<Vec<Policy>>,
    /// Of the user or role and of its session.
    tags: BTreeMap<String, String>,
    pub(super) keys: RequestKeys,
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller").field("principal", &self.principal).finish_non_exhaustive()
    }
}

impl Caller {
    /// Who made a request.
    pub async fn of(ctx: &Context) -> Result<Caller, Error> {
        Caller::new(&ctx.state, &ctx.caller, RequestKeys::of(ctx)).await
    }

    pub(crate) async fn new(state: &Arc<State>, credential: &Credential, keys: RequestKeys) -> Result<Caller, Error> {
        let grants = grants(state, &credential.identity).await?;
        let principal = match &grants {
            Some(grants) => grants.principal(credential),
            None => Grants { arn: credential.principal.arn.clone(), ..Grants::default() }.principal(credential),
        };
        let session = credential.session_policies.as_ref().map(|texts| texts.iter().map(|text| read(text)).collect());
        let own = grants.as_ref().map(|grants| grants.tags.clone()).unwrap_or_default();
        let tags = credential.carried.over(&own);
        let credential = Some(Arc::new(credential.clone()));
        Ok(Caller {
            state: Arc::clone(state),
            principal,
            credential,
            grants,
            session: session.transpose()?,
            tags,
            keys,
        })
    }

    /// Whoever sent a request without a signature.
    pub(crate) fn anonymous(state: &Arc<State>, keys: RequestKeys) -> Caller {
        let (principal, tags) = (Principal::Anonymous, BTreeMap::new());
        Caller { state: Arc::clone(state), principal, credential: None, grants: None, session: None, tags, keys }
    }

    /// The same, where a service (`athena.amazonaws.com`) acts for it.
    pub fn via(mut self, service: &str) -> Caller {
        self.keys.called_via.push(service.to_string());
        self
    }

    /// Who asks, as policies call it.
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// The account's root, with no limit on its session.
    pub(crate) fn may_do_all(&self) -> bool {
        matches!(self.principal, Principal::Root { .. }) && self.session.is_none()
    }

    /// Whether it may do an action on a resource.
    pub fn may(&self, action: &str, resource: &str) -> Result<bool, Error> {
        let check = Check { action: action.to_string(), resource: resource.to_string(), keys: Vec::new() };
        Ok(self.denial(&check)?.is_none())
    }

    /// Why it may not, in AWS's words; `None` where it may. Of an object that lies in a store of others no tag is known.
    pub fn denial(&self, check: &Check) -> Result<Option<String>, Error> {
        let embedded = self.state.kept.objects.embedded();
        let tags = |bucket: &str, object: &str| {
            let object = embedded.and_then(|store| store.head(bucket, object).ok());
            object.map(|object| object.tags.clone()).unwrap_or_default()
        };
        self.denial_with(check, &tags)
    }

    /// The same, as far as it can be told without the tags of an object.
    pub(crate) fn denial_without_tags(&self, check: &Check) -> Result<WithoutTags, Error> {
        let are_asked_for = Cell::new(false);
        let denial = self.denial_with(check, &|_, _| {
            are_asked_for.set(true);
            Tags::new()
        })?;
        Ok(if are_asked_for.get() { WithoutTags::DependsOnThem } else { WithoutTags::Decided(denial) })
    }

    /// The same, of an object whose tags are these.
    pub(crate) fn denial_given_tags(&self, check: &Check, tags: &Tags) -> Result<Option<String>, Error> {
        self.denial_with(check, &|_, _| tags.clone())
    }

    fn denial_with(&self, check: &Check, tags: TagsOf<'_>) -> Result<Option<String>, Error> {
        let bucket_policy = self.bucket_policy(&check.resource)?;
        self.denial_under(check, bucket_policy.as_ref(), ResourceRule::EitherPermits, tags)
    }

    /// The same of a key, whose policy must permit or leave it to the identities'.
    pub(crate) fn denial_of_key(&self, check: &Check, policy: &str) -> Result<Option<String>, Error> {
        let document = Document::parse(policy, PolicyKind::Resource)
            .map_err(|error| Error::internal(format!("the policy of {}: {error}", check.resource)))?;
        let policy = Policy { name: check.resource.clone(), document };
        self.denial_under(check, Some(&policy), ResourceRule::ResourceMustPermit, &|_, _| Tags::new())
    }

    /// The same of a topic, whose policy permits beside the identities'.
    pub(super) fn denial_of_topic(&self, check: &Check, policy: Option<&Policy>) -> Result<Option<String>, Error> {
        self.denial_under(check, policy, ResourceRule::EitherPermits, &|_, _| Tags::new())
    }

    fn denial_under(
        &self,
        check: &Check,
        resource: Option<&Policy>,
        resource_rule: ResourceRule,
        tags: TagsOf<'_>,
    ) -> Result<Option<String>, Error> {
        let account = self.state.kept.account.as_str();
        self.with_policies(|policies, keys| {
            let keys = |key: &str| {
                let own = check.keys.iter().filter(|(name, _)| *name == key);
                let own: Vec<String> = own.map(|(_, value)| value.clone()).collect();
                if own.is_empty() { existing_tag(check, key, tags).or_else(|| keys(key)) } else { Some(own) }
            };
            let request = Request {
                principal: &self.principal,
                action: &check.action,
                resource: &check.resource,
                resource_account: account,
                keys: &keys,
            };
            let policies = Policies { resource: resource.map(Policy::named), resource_rule, ..*policies };
            let is_gone = self.grants.is_none() && self.principal != Principal::Anonymous;
            let decision = match is_gone {
                // Whatever a bucket's policy says of everyone: the keys of who is gone open nothing.
                true => Decision::ImplicitDeny(Source::Identity),
                false => decide(&request, &policies),
            };
            Ok(decision.denial(&request))
        })
    }

    /// Its own policies and the request's condition keys, for a decision that weighs others too.
    pub(crate) fn with_policies<T>(
        &self,
        decide: impl FnOnce(&Policies<'_>, &dyn Fn(&str) -> Option<Vec<String>>) -> T,
    ) -> T {
        let none = Grants::default();
        let grants = self.grants.as_deref().unwrap_or(&none);
        let identity: Vec<Named<'_>> = grants.policies.iter().map(Policy::named).collect();
        let session: Option<Vec<Named<'_>>> =
            self.session.as_ref().map(|policies| policies.iter().map(Policy::named).collect());
        let policies = Policies {
            identity: &identity,
            boundary: grants.boundary.as_ref().map(Policy::named),
            session: session.as_deref(),
            ..Policies::default()
        };
        let account = self.state.kept.account.as_str();
        decide(&policies, &|key| self.keys.values(key, account, &self.tags))
    }

    /// The policy of the bucket that a resource is in.
    fn bucket_policy(&self, resource: &str) -> Result<Option<Policy>, Error> {
        let Some(path) = resource.strip_prefix("arn:aws:s3:::") else { return Ok(None) };
        let bucket = path.split('/').next().unwrap_or_default();
        let Some(policy) = self.state.athena.buckets().policy(bucket) else { return Ok(None) };
        if self.principal == Principal::Anonymous && policy.restricts_public {
            return Ok(None);
        }
        match Document::parse(&policy.text, PolicyKind::Resource) {
            Ok(document) => Ok(Some(Policy { name: bucket.to_string(), document })),
            Err(error) => Err(Error::internal(format!("the policy of bucket {bucket}: {error}"))),
        }
    }
}

/// What is known of a denial before an object's tags are.
#[derive(Debug)]
pub(crate) enum WithoutTags {
    /// Whatever the tags are.
    Decided(Option<String>),
    /// A policy asks for them.
    DependsOnThem,
}

/// The tags of an object, by its bucket and key.
type TagsOf<'a> = &'a dyn Fn(&str, &str) -> Tags;

/// `s3:ExistingObjectTag/KEY` of the object that a check is about: looked up where a policy asks for it.
fn existing_tag(check: &Check, key: &str, tags: TagsOf<'_>) -> Option<Vec<String>> {
    let tag = key.strip_prefix("s3:existingobjecttag/")?;
    let (bucket, object) = check.resource.strip_prefix("arn:aws:s3:::")?.split_once('/')?;
    if !ON_EXISTING_TAGS.contains(&check.action.as_str()) {
        return None;
    }
    let found = tags(bucket, object).into_iter().find(|(name, _)| name.to_lowercase() == tag);
    found.map(|(_, value)| vec![value])
}

/// The user or role that a session is of, or the root that called itself.
#[derive(Debug, Clone)]
pub(crate) struct Issuer {
    pub(crate) arn: String,
    /// Of the root that called itself the account's alias, where it has one; else empty of the root.
    pub(crate) name: String,
}

/// The name in [`SessionClaims::extra`] of the ARN of whose session it is.
const ISSUER_ARN: &str = "issuer-arn";
/// The name of their name.
const ISSUER_NAME: &str = "issuer-name";

impl Issuer {
    /// Writes it into what the token of a session says: records name it also when it is gone.
    pub(crate) fn write(self, claims: &mut SessionClaims) {
        claims.extra.insert(ISSUER_ARN.to_string(), self.arn);
        claims.extra.insert(ISSUER_NAME.to_string(), self.name);
    }

    /// `None`: the session was begun when tokens did not say it.
    fn read(mut claims: SessionClaims) -> Option<Issuer> {
        let arn = claims.extra.remove(ISSUER_ARN)?;
        Some(Issuer { arn, name: claims.extra.remove(ISSUER_NAME).unwrap_or_default() })
    }
}

/// The user or role that a session is of, or the root that called itself: as its token says, else as it is now. `None`: the credential is no session's,
/// or its token does not say it, and it is gone or the state cannot be asked.
pub(crate) async fn issuer(state: &State, credential: &Credential) -> Option<Issuer> {
    if matches!(credential.identity, Identity::Root) {
        let mut tx = state.kept.meta.read().await.ok()?;
        let alias = account_aliases::get(&mut tx, &state.kept.account).await.ok()?;
        return Some(Issuer { arn: credential.principal.arn.clone(), name: alias.unwrap_or_default() });
    }
    let token = credential.session_token.as_ref()?;
    // It was held to its end when the signature was verified.
    let claims = open_session_token(&state.kept.keys, token.expose(), Millis(i64::MIN)).ok();
    if let Some(issuer) = claims.and_then(Issuer::read) {
        return Some(issuer);
    }
    let grants = grants(state, &credential.identity).await.ok()??;
    Some(Issuer { arn: grants.arn.clone(), name: grants.name.clone() })
}

async fn grants(state: &State, identity: &Identity) -> Result<Option<Arc<Grants>>, Error> {
    let key = match identity {
        Identity::Root | Identity::Federated(None) => state.kept.account.as_str(),
        Identity::User(id) | Identity::Role(id) | Identity::Federated(Some(id)) => id,
    };
    if let Some(known) = state.grants.get(key) {
        return Ok(Some(known));
    }
    let generation = state.grants.generation();
    let unread = |error: ashiato_meta::Error| Error::internal(format!("read the state: {error}"));
    let mut tx = state.kept.meta.read().await.map_err(unread)?;
    let grants = Grants::read(&mut tx, &state.kept.account, identity).await?.map(Arc::new);
    if let Some(grants) = &grants {
        state.grants.put(key, generation, Arc::clone(grants));
    }
    Ok(grants)
}

fn read(text: &str) -> Result<Policy, Error> {
    match Document::parse(text, PolicyKind::Identity) {
        Ok(document) => Ok(Policy { name: "session policy".to_string(), document }),
        Err(error) => Err(Error::internal(format!("the policy of a session: {error}"))),
    }
}
