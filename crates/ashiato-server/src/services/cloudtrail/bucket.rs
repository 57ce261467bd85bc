//! The bucket of a trail: that it is there, and that its policy lets CloudTrail in.
//!
//! Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".

use ashiato_meta::trails::Trail;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Named, Policies, Principal, Request, decide};
use chrono::{DateTime, SecondsFormat, Utc};
use std::net::Ipv4Addr;

use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    INSUFFICIENT_S3_BUCKET_POLICY_EXCEPTION, INVALID_S3_BUCKET_NAME_EXCEPTION, S3_BUCKET_DOES_NOT_EXIST_EXCEPTION,
};
use crate::buckets::MANAGED_RESULTS;
use crate::context::Context;
use crate::state::State;

const CLOUDTRAIL: &str = "cloudtrail.amazonaws.com";

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

/// Refuses a bucket that is not there, and one whose policy keeps CloudTrail from writing the trail's files.
pub(super) async fn check(ctx: &Context, trail: &Trail) -> Result<(), Error> {
    let bucket = &trail.bucket;
    if bucket == MANAGED_RESULTS || ctx.state.athena.buckets().is_missing(bucket).await {
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
    let mut needed = vec![("s3:GetBucketAcl", format!("arn:aws:s3:::{bucket}"))];
    needed.extend(folders(trail).map(|folder| ("s3:PutObject", format!("arn:aws:s3:::{bucket}/{folder}"))));
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
        Ok(Some(document)) => is_allowed(now, trail, &document, "s3:PutObject", &resource),
        _ => false,
    }
}

/// Whether the policy lets CloudTrail look at the trail's bucket.
pub(crate) fn may_look(state: &State, trail: &Trail, bucket: &str, now: DateTime<Utc>) -> bool {
    if state.kept.objects.embedded().is_none() {
        return true;
    }
    match policy(state, bucket) {
        Ok(Some(document)) => is_allowed(now, trail, &document, "s3:GetBucketAcl", &format!("arn:aws:s3:::{bucket}")),
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

/// Whether the service may, as it would ask in the trail's name.
fn is_allowed(now: DateTime<Utc>, trail: &Trail, document: &Document, action: &str, resource: &str) -> bool {
    let keys = |key: &str| {
        let value = match key {
            "aws:sourcearn" => trail.arn.clone(),
            "aws:sourceaccount" | "aws:resourceaccount" => trail.account.as_str().to_string(),
            "aws:requestedregion" => trail.region.clone(),
            "aws:securetransport" => "true".to_string(),
            "aws:currenttime" => now.to_rfc3339_opts(SecondsFormat::Secs, true),
            "aws:epochtime" => now.timestamp().to_string(),
            "s3:x-amz-acl" if action == "s3:PutObject" => "bucket-owner-full-control".to_string(),
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
    use super::check_name;

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
}
