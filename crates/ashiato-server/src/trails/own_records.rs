//! What CloudTrail does for a trail, as it is recorded: the bucket that it looks at, the data key that it has made, the
//! object that it puts, the role that it assumes.
//!
//! A delivery that is recorded makes another: the record has to be delivered too. So a log file in which nothing is but
//! what was recorded of deliveries is delivered without a record, as is a digest of such files alone. One file follows
//! another, and none follows that. What the bucket or the key refuses is told by the trail's status and not recorded, or a
//! trail that is refused would write ever more.
//!
//! Sources: CloudTrail User Guide, "How AWS CloudTrail uses AWS KMS"; records that AWS delivers.

use ashiato_event::record::Resource;
use ashiato_meta::trails::Trail;
use serde_json::{Map, Value, json};

use super::{CLOUDTRAIL, Trails, encrypted};
use crate::access::{KeyUse, asked_of_key};
use crate::keys::{S3_CONTEXT, key_resource};
use crate::recording::{By, OwnCall, Unrecorded};
use crate::state::State;

/// An object that was put for a trail.
#[derive(Debug, Clone, Copy)]
pub(super) struct Delivery<'a> {
    pub(super) bucket: &'a str,
    pub(super) key: &'a str,
    pub(super) bytes: u64,
}

/// Whether a record is of what CloudTrail did.
pub(super) fn is_of_deliveries(invoked_by: Option<&str>) -> bool {
    invoked_by == Some(CLOUDTRAIL)
}

/// Records that the bucket and the key of a trail were looked at when the trail was set up.
pub(crate) async fn set_up(state: &State, trail: &Trail, (bucket, key): (bool, bool)) -> Result<(), Unrecorded> {
    if bucket {
        looked_at(state, trail).await?;
    }
    if key {
        let prefix = trail.prefix.as_ref().map(|prefix| format!("{prefix}/")).unwrap_or_default();
        let folder = format!("arn:aws:s3:::{}/{prefix}AWSLogs/{}", trail.bucket, trail.account.as_str());
        made_key(state, trail, folder).await?;
    }
    Ok(())
}

/// Records that an object was put, and what came before it.
pub(super) async fn delivered(
    own: &Trails,
    state: &State,
    trail: &Trail,
    delivery: Delivery<'_>,
) -> Result<(), Unrecorded> {
    if own.looks_at(delivery.bucket) {
        looked_at(state, trail).await?;
    }
    let object = format!("arn:aws:s3:::{}/{}", delivery.bucket, delivery.key);
    made_key(state, trail, object.clone()).await?;
    put(state, trail, delivery, object).await
}

async fn put(state: &State, trail: &Trail, delivery: Delivery<'_>, object: String) -> Result<(), Unrecorded> {
    let mut encryption = Map::new();
    if let Some(arn) = &trail.kms_key_arn {
        encryption.insert("x-amz-server-side-encryption".into(), "aws:kms".into());
        encryption.insert("x-amz-server-side-encryption-aws-kms-key-id".into(), arn.as_str().into());
    }
    let mut asked = about_bucket(state, delivery.bucket);
    asked.insert("x-amz-acl".into(), "bucket-owner-full-control".into());
    asked.extend(encryption.clone());
    asked.insert("key".into(), delivery.key.into());
    let mut additional = Map::new();
    additional.insert("bytesTransferredIn".into(), delivery.bytes.into());
    additional.extend(trail.kms_key_arn.as_ref().map(|_| ("SSEApplied".to_string(), "SSE_KMS".into())));
    additional.insert("bytesTransferredOut".into(), 0.into());
    let resource = Resource { kind: "AWS::S3::Object".to_string(), arn: Some(object), ..Resource::default() };
    let call = OwnCall {
        by: By::Service(CLOUDTRAIL),
        source: "s3.amazonaws.com",
        name: "PutObject",
        region: region_of(state, trail, delivery.bucket),
        is_read_only: false,
        is_data: true,
        asked: Value::Object(asked),
        answered: (!encryption.is_empty()).then_some(Value::Object(encryption)),
        additional: Some(Value::Object(additional)),
        error: None,
        resources: vec![resource, bucket_resource(delivery.bucket, trail)],
    };
    state.recorder.record_own(state, call).await
}

/// The bucket's owner and rights were asked for.
async fn looked_at(state: &State, trail: &Trail) -> Result<(), Unrecorded> {
    let mut asked = about_bucket(state, &trail.bucket);
    asked.insert("acl".into(), "".into());
    let call = OwnCall {
        by: By::Service(CLOUDTRAIL),
        source: "s3.amazonaws.com",
        name: "GetBucketAcl",
        region: region_of(state, trail, &trail.bucket),
        is_read_only: true,
        is_data: false,
        asked: Value::Object(asked),
        answered: None,
        additional: Some(json!({ "bytesTransferredIn": 0, "bytesTransferredOut": 0 })),
        error: None,
        resources: vec![bucket_resource(&trail.bucket, trail)],
    };
    state.recorder.record_own(state, call).await
}

/// A data key was made for a place in S3, where the trail has a key.
async fn made_key(state: &State, trail: &Trail, place: String) -> Result<(), Unrecorded> {
    let Some(arn) = &trail.kms_key_arn else { return Ok(()) };
    let mut context = encrypted::context(trail);
    context.insert(S3_CONTEXT.to_string(), place);
    let call = OwnCall {
        by: By::Service(CLOUDTRAIL),
        source: "kms.amazonaws.com",
        name: KeyUse::GenerateDataKey.as_str(),
        region: arn.split(':').nth(3).unwrap_or_default().to_string(),
        is_read_only: true,
        is_data: false,
        asked: asked_of_key(arn, KeyUse::GenerateDataKey, &context),
        answered: None,
        additional: None,
        error: None,
        resources: vec![key_resource(arn, trail.account.as_str())],
    };
    state.recorder.record_own(state, call).await
}

/// The role under which a trail's events go to a log group was assumed.
pub(super) async fn assumed_role(
    state: &State,
    trail: &Trail,
    (role, asked): (&str, Value),
    answered: Value,
) -> Result<(), Unrecorded> {
    let resource = Resource {
        account_id: Some(trail.account.as_str().to_string()),
        kind: "AWS::IAM::Role".to_string(),
        arn: Some(role.to_string()),
        arn_prefix: None,
    };
    let call = OwnCall {
        by: By::Service(CLOUDTRAIL),
        source: "sts.amazonaws.com",
        name: "AssumeRole",
        region: trail.region.clone(),
        is_read_only: true,
        is_data: false,
        asked,
        answered: Some(answered),
        additional: None,
        error: None,
        resources: vec![resource],
    };
    state.recorder.record_own(state, call).await
}

fn about_bucket(state: &State, bucket: &str) -> Map<String, Value> {
    let host = state.topics.public_url().split("://").nth(1).unwrap_or_default();
    Map::from_iter([("bucketName".to_string(), bucket.into()), ("Host".to_string(), host.into())])
}

fn bucket_resource(bucket: &str, trail: &Trail) -> Resource {
    Resource {
        account_id: Some(trail.account.as_str().to_string()),
        kind: "AWS::S3::Bucket".to_string(),
        arn: Some(format!("arn:aws:s3:::{bucket}")),
        arn_prefix: None,
    }
}

/// The bucket's, where this server keeps it, else the trail's.
fn region_of(state: &State, trail: &Trail, bucket: &str) -> String {
    let kept = state.kept.objects.embedded().and_then(|objects| objects.bucket(bucket).ok());
    kept.map_or_else(|| trail.region.clone(), |bucket| bucket.region)
}
