//! The bucket of a trail: that it is there, and that its policy lets CloudTrail in.
//!
//! Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".

use ashiato_meta::trails::Trail;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Named, Policies, Principal, Request, decide};
use chrono::{DateTime, SecondsFormat, Utc};
use std::net::Ipv4Addr;

use super::fault::changed_meanwhile;
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    INSUFFICIENT_S3_BUCKET_POLICY_EXCEPTION, INVALID_S3_BUCKET_NAME_EXCEPTION, S3_BUCKET_DOES_NOT_EXIST_EXCEPTION,
};
use crate::buckets::MANAGED_RESULTS;
use crate::context::Context;
use crate::state::State;

const CLOUDTRAIL: &str = "cloudtrail.amazonaws.com";
const GET_BUCKET_ACL: &str = "s3:GetBucketAcl";
const PUT_OBJECT: &str = "s3:PutObject";

/// Refuses what no bucket is named.
///
/// Source: S3 User Guide, "General purpose bucket naming rules".
pub(super) fn check_name(name: &str) -> Result<(), Error> {
    let is_plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit();
    let is_valid = (3..=63).contains(&name.len())
        && name.chars().all(|char| is_plain(char) || char == '.' || char == '-')
        && name.starts_with(is_plain)
        && name.ends_with(is_plain)
        && !name.contains("..")
        && name.parse::<Ipv4Addr>().is_err();
    match is_valid {
        true => Ok(()),
        false => Err(INVALID_S3_BUCKET_NAME_EXCEPTION.because(format!("The bucket name {name} is not valid."))),
    }
}

/// A bucket that was looked for.
pub(super) struct Looked {
    bucket: String,
    is_missing: bool,
}

/// Looks for a bucket. To be done before a transaction is begun: a store that others serve takes its time to answer.
pub(super) async fn look(ctx: &Context, bucket: &str) -> Looked {
    let is_missing = bucket == MANAGED_RESULTS || ctx.state.athena.buckets().is_missing(bucket).await;
    Looked { bucket: bucket.to_string(), is_missing }
}

/// Refuses a bucket that is not there, and one whose policy keeps CloudTrail from writing the trail's files.
pub(super) fn check(ctx: &Context, trail: &Trail, looked: &Looked) -> Result<(), Error> {
    let bucket = &trail.bucket;
    if *bucket != looked.bucket {
        return Err(changed_meanwhile());
    }
    if looked.is_missing {
        return Err(S3_BUCKET_DOES_NOT_EXIST_EXCEPTION.because(format!("S3 bucket {bucket} does not exist!")));
    }
    // The policy of a bucket in another's store is that store's to hold to. A delivery that it refuses is told by the
    // trail's status.
    if ctx.state.kept.objects.embedded().is_none() {
        return Ok(());
    }
    let refused = || {
        let why = format!("Incorrect S3 bucket policy is detected for bucket: {bucket}");
        Err(INSUFFICIENT_S3_BUCKET_POLICY_EXCEPTION.because(why))
    };
    let Some(document) = policy(&ctx.state, bucket)? else { return refused() };
    let mut needed = vec![(GET_BUCKET_ACL, format!("arn:aws:s3:::{bucket}"))];
    needed.extend(folders(trail).map(|folder| (PUT_OBJECT, format!("arn:aws:s3:::{bucket}/{folder}"))));
    match needed.iter().all(|(action, resource)| is_allowed(ctx.now, trail, &document, action, resource)) {
        true => Ok(()),
        false => refused(),
    }
}

/// Whether the policy of a trail's bucket lets CloudTrail put an object there for it.
pub(crate) fn may_put(state: &State, trail: &Trail, bucket: &str, key: &str, now: DateTime<Utc>) -> bool {
    if state.kept.objects.embedded().is_none() {
        return true;
    }
    let resource = format!("arn:aws:s3:::{bucket}/{key}");
    match policy(state, bucket) {
        Ok(Some(document)) => is_allowed(now, trail, &document, PUT_OBJECT, &resource),
        _ => false,
    }
}

/// Whether the policy lets CloudTrail look at the trail's bucket.
pub(crate) fn may_look(state: &State, trail: &Trail, bucket: &str, now: DateTime<Utc>) -> bool {
    if state.kept.objects.embedded().is_none() {
        return true;
    }
    match policy(state, bucket) {
        Ok(Some(document)) => is_allowed(now, trail, &document, GET_BUCKET_ACL, &format!("arn:aws:s3:::{bucket}")),
        _ => false,
    }
}

fn policy(state: &State, bucket: &str) -> Result<Option<Document>, Error> {
    let Some(policy) = state.athena.buckets().policy(bucket) else { return Ok(None) };
    let document = Document::parse(&policy.text, PolicyKind::Resource);
    document.map(Some).map_err(|error| Error::internal(format!("the policy of bucket {bucket}: {error}")))
}

/// A place in each folder that the trail's files go to: logs, and digests where it has them.
fn folders(trail: &Trail) -> impl Iterator<Item = String> {
    let prefix = trail.prefix.as_ref().map(|prefix| format!("{prefix}/")).unwrap_or_default();
    let kinds = ["CloudTrail"].into_iter().chain(trail.validates_files.then_some("CloudTrail-Digest"));
    let (account, region) = (trail.account.as_str().to_string(), trail.region.clone());
    kinds.map(move |kind| format!("{prefix}AWSLogs/{account}/{kind}/{region}/"))
}

/// Whether the service may, as it would ask in the trail's name: it has S3 encrypt what it puts under the trail's key,
/// where the trail has one.
fn is_allowed(now: DateTime<Utc>, trail: &Trail, document: &Document, action: &str, resource: &str) -> bool {
    let keys = |key: &str| {
        let value = match key {
            "aws:sourcearn" => trail.arn.clone(),
            "aws:sourceaccount" | "aws:resourceaccount" => trail.account.as_str().to_string(),
            "aws:requestedregion" => trail.region.clone(),
            "aws:securetransport" => "true".to_string(),
            "aws:currenttime" => now.to_rfc3339_opts(SecondsFormat::Secs, true),
            "aws:epochtime" => now.timestamp().to_string(),
            "s3:x-amz-acl" if action == PUT_OBJECT => "bucket-owner-full-control".to_string(),
            "s3:x-amz-server-side-encryption" if action == PUT_OBJECT => {
                trail.kms_key_arn.as_ref().map(|_| "aws:kms".to_string())?
            }
            "s3:x-amz-server-side-encryption-aws-kms-key-id" if action == PUT_OBJECT => trail.kms_key_arn.clone()?,
            _ => return None,
        };
        Some(vec![value])
    };
    let request = Request {
        principal: &Principal::Service { name: CLOUDTRAIL.to_string() },
        action,
        resource,
        resource_account: trail.account.as_str(),
        keys: &keys,
    };
    let policies = Policies { resource: Some(Named { name: &trail.bucket, document }), ..Policies::default() };
    decide(&request, &policies).is_allowed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ashiato_meta::{AccountId, Millis};
    use serde_json::{Value, json};

    #[test]
    fn names() {
        for name in ["logs", "my.logs-1", "a1b"] {
            assert!(check_name(name).is_ok(), "{name}");
        }
        let too_long = "a".repeat(64);
        for name in ["", "ab", &too_long, "Logs", "-logs", "logs-", "a..b", "10.0.0.1", "a_b", "a/b"] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }

    const KEY: &str = "arn:aws:kms:eu-north-1:111122223333:key/12345678-1234-1234-1234-123456789012";

    fn trail(kms_key_arn: Option<&str>) -> Trail {
        let account = AccountId::parse("111122223333").expect("12 digits");
        let arn = "arn:aws:cloudtrail:eu-north-1:111122223333:trail/t";
        Trail {
            bucket: "logs".into(),
            kms_key_arn: kms_key_arn.map(str::to_string),
            ..Trail::new((&account, "eu-north-1", "t"), arn.into(), Millis(0))
        }
    }

    /// Whether the service may look at the bucket and put an object where all may but whom a condition denies: for a
    /// trail with a key, and for one without.
    fn allowed(denied: &Value) -> [(bool, bool); 2] {
        let policy = json!({ "Version": "2012-10-17", "Statement": [
            { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*" },
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": denied },
        ]});
        let document = Document::parse(&policy.to_string(), PolicyKind::Resource).expect("a policy");
        [Some(KEY), None].map(|key| {
            let trail = trail(key);
            let may = |action, resource| is_allowed(DateTime::UNIX_EPOCH, &trail, &document, action, resource);
            (may(GET_BUCKET_ACL, "arn:aws:s3:::logs"), may(PUT_OBJECT, "arn:aws:s3:::logs/AWSLogs/k"))
        })
    }

    #[test]
    fn what_cloudtrail_tells_of_itself_and_of_what_it_puts_meets_conditions() {
        let encryption = "s3:x-amz-server-side-encryption";
        let key = "s3:x-amz-server-side-encryption-aws-kms-key-id";
        let (all, none, puts_under_key) = ((true, true), (false, false), [(false, true), (false, false)]);
        for (denied, expected) in [
            (json!({ "StringNotEquals": { encryption: "aws:kms" } }), puts_under_key),
            (json!({ "StringNotEquals": { key: KEY } }), puts_under_key),
            (json!({ "Null": { encryption: "true" } }), puts_under_key),
            (json!({ "StringNotEquals": { encryption: "AES256" } }), [none, none]),
            (json!({ "StringNotEquals": { key: KEY.replace("1234", "4321") } }), [none, none]),
            (json!({ "StringEquals": { encryption: "aws:kms" } }), [(true, false), all]),
            (json!({ "Bool": { "aws:PrincipalIsAWSService": "false" } }), [all, all]),
            (json!({ "Bool": { "aws:PrincipalIsAWSService": "true" } }), [none, none]),
            (json!({ "StringNotEquals": { "aws:PrincipalServiceName": CLOUDTRAIL } }), [all, all]),
            (json!({ "StringNotEquals": { "aws:PrincipalServiceName": "config.amazonaws.com" } }), [none, none]),
        ] {
            assert_eq!(allowed(&denied), expected, "{denied}");
        }
    }
}
