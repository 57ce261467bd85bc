//! Decides the requests of the object store, by the policies of who asks and of the bucket.

use ashiato_meta::AccountId;
use ashiato_objects::{Sealing, Store};
use ashiato_policy::actions::{Check, S3Facts, s3};
use ashiato_policy::document::{Document, Effect, PolicyKind, PrincipalEntry, Principals, Selection, Statement};
use ashiato_policy::evaluate::Principal;
use ashiato_s3::{AccessRequest, Gate, PolicyFacts, Refusal, WantedKey};
use http::HeaderMap;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::access::{Caller, KeyRefusal, KeyUse};
use crate::buckets::MANAGED_RESULTS;
use crate::keys::S3_CONTEXT;
use crate::signature::{Secret, hex_sha256};

/// Who asks, for as long as the request runs.
pub(super) struct Asker {
    pub(super) caller: Caller,
    /// The key whose signature was verified.
    pub(super) signed_with: Option<(String, Secret)>,
    /// Where the request's operation and bucket are noted, once they are known.
    pub(super) noted: Arc<OnceLock<Noted>>,
}

/// What a request turned out to be.
#[derive(Debug)]
pub(crate) struct Noted {
    pub(crate) operation: &'static str,
    pub(crate) bucket: Option<String>,
    /// The bucket's region, where there is such a bucket; where the request makes it, once it is there.
    pub(crate) region: OnceLock<String>,
}

impl Noted {
    /// Notes the region of a bucket that is in the store by now.
    pub(super) fn note_region(&self, store: &Store) {
        if self.region.get().is_some() {
            return;
        }
        if let Some(info) = self.bucket.as_deref().and_then(|bucket| store.bucket(bucket).ok()) {
            // It was not set above, and nobody else notes of this request.
            let _ = self.region.set(info.region);
        }
    }
}

tokio::task_local! {
    pub(super) static ASKER: Asker;
}

/// The gate of the port. What it knows of a request is in [`ASKER`].
pub(crate) struct PortGate {
    pub(crate) account: AccountId,
    /// Where the buckets' regions are.
    pub(crate) store: Store,
}

/// The header of an object's tags.
const TAGGING: &str = "x-amz-tagging";

/// Condition keys that are headers of the request.
const HEADER_KEYS: &[(&str, &str)] = &[
    ("s3:x-amz-acl", "x-amz-acl"),
    ("s3:x-amz-content-sha256", "x-amz-content-sha256"),
    ("s3:if-match", "if-match"),
    ("s3:if-none-match", "if-none-match"),
    ("s3:x-amz-copy-source", "x-amz-copy-source"),
    ("s3:x-amz-grant-full-control", "x-amz-grant-full-control"),
    ("s3:x-amz-grant-read", "x-amz-grant-read"),
    ("s3:x-amz-grant-read-acp", "x-amz-grant-read-acp"),
    ("s3:x-amz-grant-write", "x-amz-grant-write"),
    ("s3:x-amz-grant-write-acp", "x-amz-grant-write-acp"),
    ("s3:x-amz-object-ownership", "x-amz-object-ownership"),
    ("s3:x-amz-website-redirect-location", "x-amz-website-redirect-location"),
    ("s3:x-amz-metadata-directive", "x-amz-metadata-directive"),
    ("s3:x-amz-server-side-encryption", "x-amz-server-side-encryption"),
    ("s3:x-amz-server-side-encryption-aws-kms-key-id", "x-amz-server-side-encryption-aws-kms-key-id"),
    ("s3:x-amz-storage-class", "x-amz-storage-class"),
];

#[async_trait::async_trait]
impl Gate for PortGate {
    async fn secret_key(&self, access_key: &str) -> Option<String> {
        let secret = |asker: &Asker| {
            let (id, secret) = asker.signed_with.as_ref()?;
            (id == access_key).then(|| secret.expose().to_string())
        };
        ASKER.try_with(secret).ok().flatten()
    }

    fn note(&self, operation: &'static str, bucket: Option<&str>) {
        let note = |asker: &Asker| {
            let noted = Noted { operation, bucket: bucket.map(str::to_string), region: OnceLock::new() };
            // Before the request is answered: DeleteBucket leaves nothing to look at.
            noted.note_region(&self.store);
            asker.noted.set(noted)
        };
        // A request comes here once, and through the port's own door alone.
        let _ = ASKER.try_with(note);
    }

    async fn decide(&self, request: &AccessRequest<'_>) -> Result<(), Refusal> {
        let refused = || Refusal::Denied("Access Denied".to_string());
        let is_for_another_account = |headers: &HeaderMap| {
            let named = ["x-amz-expected-bucket-owner", "x-amz-source-expected-bucket-owner"];
            let mut named = named.iter().filter_map(|name| headers.get(*name));
            named.any(|owner| owner.as_bytes() != self.account.as_str().as_bytes())
        };
        if is_for_another_account(request.headers) {
            return Err(refused());
        }
        // A request that did not come through the port's own door has no asker, and no rights.
        ASKER.try_with(|asker| decided(&asker.caller, request)).unwrap_or_else(|_| Err(refused()))
    }

    async fn sealing(&self, wanted: WantedKey<'_>) -> Result<Sealing, Refusal> {
        let object = format!("arn:aws:s3:::{}/{}", wanted.bucket, wanted.key);
        let mut context = wanted.context;
        context.insert(S3_CONTEXT.to_string(), object);
        let caller = asker()?;
        let arn = caller.key_arn(wanted.kms_key).await.map_err(key_refused)?;
        caller.use_key("s3", &arn, KeyUse::GenerateDataKey, &context).await.map_err(key_refused)?;
        Ok(Sealing { key: arn, context })
    }

    async fn may_open(&self, sealing: &Sealing) -> Result<(), Refusal> {
        asker()?.use_key("s3", &sealing.key, KeyUse::Decrypt, &sealing.context).await.map_err(key_refused)
    }

    fn read_policy(&self, bucket: &str, policy: &str) -> Result<PolicyFacts, String> {
        let document = Document::parse(policy, PolicyKind::Resource).map_err(|error| error.message)?;
        for statement in &document.statements {
            check_statement(bucket, statement)?;
        }
        Ok(PolicyFacts { is_public: document.statements.iter().any(is_public) })
    }

    fn owner_id(&self) -> String {
        hex_sha256(format!("canonical user {}", self.account.as_str()).as_bytes())
    }
}

fn asker() -> Result<Caller, Refusal> {
    ASKER.try_with(|asker| asker.caller.clone()).map_err(|_| Refusal::Denied("Access Denied".to_string()))
}

fn key_refused(refusal: KeyRefusal) -> Refusal {
    match refusal {
        KeyRefusal::Denied(sentence) => Refusal::Denied(sentence),
        KeyRefusal::Failed(failed) => match failed.s3_code() {
            Some(code) => Refusal::Key(code, failed.to_string()),
            None => {
                tracing::error!(logged = failed.to_string(), "use the key of an object");
                Refusal::Failed
            }
        },
    }
}

fn decided(caller: &Caller, request: &AccessRequest<'_>) -> Result<(), Refusal> {
    // Athena's own results, which nobody reaches but by GetQueryResults.
    let is_reserved =
        |resource: &str| resource.strip_prefix("arn:aws:s3:::").unwrap_or_default().starts_with(MANAGED_RESULTS);
    if request.bucket == Some(MANAGED_RESULTS) {
        return Err(Refusal::Denied("Access Denied".to_string()));
    }
    if caller.may_do_all() && request.bucket.is_none() {
        return Ok(());
    }
    let is_anonymous = *caller.principal() == Principal::Anonymous;
    let parameter = |name: &str| parameter(request.query.unwrap_or_default(), name);
    let (version_id, prefix, delimiter) = (parameter("versionId"), parameter("prefix"), parameter("delimiter"));
    let facts = S3Facts {
        bucket: request.bucket.unwrap_or_default(),
        key: request.key.unwrap_or_default(),
        version_id: version_id.as_deref(),
        prefix: prefix.as_deref(),
        delimiter: delimiter.as_deref(),
        max_keys: parameter("max-keys").and_then(|keys| keys.parse().ok()),
        has_tags: request.headers.contains_key(TAGGING),
        ..S3Facts::default()
    };
    // An operation that no table knows is not built either: who may do all learns that, and nobody else.
    let Some(checks) = s3(request.operation, &facts) else {
        let denied = || Refusal::Denied("Access Denied".to_string());
        return if caller.may_do_all() { Ok(()) } else { Err(denied()) };
    };
    for mut check in checks {
        if is_reserved(&check.resource) {
            return Err(Refusal::Denied("Access Denied".to_string()));
        }
        check.keys.extend(header_keys(request.headers));
        check.keys.extend(tag_keys(request.headers));
        match denial(caller, &check)? {
            None => {}
            // AWS tells nothing to those whom it does not know.
            Some(_) if is_anonymous => return Err(Refusal::Denied("Access Denied".to_string())),
            Some(sentence) => return Err(Refusal::Denied(sentence)),
        }
    }
    Ok(())
}

fn denial(caller: &Caller, check: &Check) -> Result<Option<String>, Refusal> {
    caller.denial(check).map_err(|error| {
        tracing::error!(logged = error.logged, "decide a request for an object");
        Refusal::Failed
    })
}

fn header_keys(headers: &HeaderMap) -> impl Iterator<Item = (Cow<'static, str>, String)> + '_ {
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_string);
    HEADER_KEYS.iter().filter_map(move |(key, name)| Some(((*key).into(), value(name)?)))
}

/// The tags that an object is put with: `s3:RequestObjectTag/KEY` and `s3:RequestObjectTagKeys`.
fn tag_keys(headers: &HeaderMap) -> Vec<(Cow<'static, str>, String)> {
    let tags = headers.get(TAGGING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut keys = Vec::new();
    for pair in tags.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decoded(key), decoded(value));
        keys.push((format!("s3:requestobjecttag/{}", key.to_lowercase()).into(), value));
        keys.push(("s3:requestobjecttagkeys".into(), key));
    }
    keys
}

/// The first value of a query's parameter. Name and value are decoded, as the operation will read them: a condition on
/// `s3:prefix` is not evaded by `pre%66ix`. A parameter that is given twice the protocol's library refuses.
fn parameter(query: &str, name: &str) -> Option<String> {
    let mut pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let (_, value) = pairs.find(|(key, _)| decoded(key) == name)?;
    Some(decoded(value))
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// What S3 asks of a statement beyond IAM's grammar: it is about S3, and about this bucket.
fn check_statement(bucket: &str, statement: &Statement) -> Result<(), String> {
    let (Selection::Of(actions) | Selection::AllBut(actions)) = &statement.actions;
    let is_of_s3 = |action: &String| action == "*" || action.to_ascii_lowercase().starts_with("s3:");
    if !actions.iter().all(is_of_s3) {
        return Err("Policy has invalid action".to_string());
    }
    let Some(Selection::Of(resources) | Selection::AllBut(resources)) = &statement.resources else { return Ok(()) };
    let own = format!("arn:aws:s3:::{bucket}");
    let is_own = |resource: &String| {
        let rest = resource.strip_prefix(&own);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || rest.starts_with('*'))
    };
    match resources.iter().all(is_own) {
        true => Ok(()),
        false => Err("Policy has invalid resource".to_string()),
    }
}

/// Keys whose condition says who may come, so that the statement is not for everyone.
///
/// Source: S3 User Guide, "The meaning of public".
const NARROWING: &[&str] = &[
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceip",
    "aws:sourceowner",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:userid",
    "aws:username",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
];

fn is_public(statement: &Statement) -> bool {
    let names_everyone = match &statement.principals {
        Some(Principals::Of(entries)) => entries.contains(&PrincipalEntry::Everyone),
        Some(Principals::AllBut(_)) => true,
        None => false,
    };
    let is_narrowed = statement.conditions.iter().any(|condition| NARROWING.contains(&condition.key()));
    statement.effect == Effect::Allow && names_everyone && !is_narrowed
}
