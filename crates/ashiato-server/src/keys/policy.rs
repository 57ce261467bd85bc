//! Keys' policies: the one that a key has unless it is given another, and what they say of services.

use ashiato_meta::Millis;
use ashiato_meta::kms_keys::KmsKey;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Named, Policies, Principal, Request, ResourceRule, decide};
use chrono::{DateTime, SecondsFormat};
use std::borrow::Cow;

use super::EncryptionContext;

/// The member of the encryption context by which CloudTrail names the trail.
pub(crate) const CLOUDTRAIL_CONTEXT: &str = "aws:cloudtrail:arn";

/// The member by which S3 names the object.
pub(crate) const S3_CONTEXT: &str = "aws:s3:arn";

/// Leaves all to the identities' policies of the account.
///
/// Source: KMS Developer Guide, "Default key policy".
pub(crate) fn default_policy(account: &str) -> String {
    let statement = serde_json::json!({
        "Sid": "Enable IAM User Permissions",
        "Effect": "Allow",
        "Principal": { "AWS": format!("arn:aws:iam::{account}:root") },
        "Action": "kms:*",
        "Resource": "*",
    });
    let policy = serde_json::json!({ "Version": "2012-10-17", "Id": "key-default-1", "Statement": [statement] });
    format!("{policy:#}")
}

/// The condition keys of an encryption context, in lower case.
pub(crate) fn context_keys(context: &EncryptionContext) -> Vec<(Cow<'static, str>, String)> {
    let mut keys = Vec::new();
    for (name, value) in context {
        keys.push((format!("kms:encryptioncontext:{}", name.to_lowercase()).into(), value.clone()));
        keys.push(("kms:encryptioncontextkeys".into(), name.clone()));
    }
    keys
}

/// Whether a key's policy lets a service act in the name of a resource of the account.
pub(crate) fn lets_service(
    key: &KmsKey,
    (service, action): (&str, &str),
    context: &EncryptionContext,
    (source_arn, account): (&str, &str),
    now: Millis,
) -> bool {
    let Ok(document) = Document::parse(&key.policy, PolicyKind::Resource) else { return false };
    let own = context_keys(context);
    let keys = |asked: &str| {
        let found: Vec<String> =
            own.iter().filter(|(name, _)| *name == asked).map(|(_, value)| value.clone()).collect();
        if !found.is_empty() {
            return Some(found);
        }
        let value = match asked {
            "aws:sourcearn" => source_arn.to_string(),
            "aws:sourceaccount" | "aws:resourceaccount" => account.to_string(),
            "aws:securetransport" => "true".to_string(),
            "aws:currenttime" => DateTime::from_timestamp_millis(now.0)?.to_rfc3339_opts(SecondsFormat::Secs, true),
            "aws:epochtime" => (now.0 / 1000).to_string(),
            _ => return None,
        };
        Some(vec![value])
    };
    let request = Request {
        principal: &Principal::Service { name: service.to_string() },
        action,
        resource: &key.arn,
        resource_account: account,
        keys: &keys,
    };
    let policies = Policies {
        resource: Some(Named { name: &key.arn, document: &document }),
        resource_rule: ResourceRule::ResourceMustPermit,
        ..Policies::default()
    };
    decide(&request, &policies).is_allowed()
}
