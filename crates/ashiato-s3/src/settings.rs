//! Settings of a bucket that are kept and given back: tags, versioning, encryption, CORS, notification, lifecycle,
//! ownership, logging. Nothing here acts on them yet.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::documents;
use crate::error::from_store;

const TAGGING: &str = "tagging";
const VERSIONING: &str = "versioning";
const ENCRYPTION: &str = "encryption";
const CORS: &str = "cors";
const NOTIFICATION: &str = "notification";
const LIFECYCLE: &str = "lifecycle";
const OWNERSHIP: &str = "ownership-controls";
const LOGGING: &str = "logging";
/// Says that ownership controls were taken away, where their absence says that they are as a new bucket has them.
const NONE: &str = "none";

const TAGS_MAX: usize = 50;
const CORS_RULES_MAX: usize = 100;
const LIFECYCLE_RULES_MAX: usize = 1000;

pub(crate) fn tagging(store: &Store, bucket: &str) -> S3Result<GetBucketTaggingOutput> {
    let tagging: Option<Tagging> = documents::get(store, bucket, TAGGING)?;
    let tagging = tagging.ok_or_else(|| s3_error!(NoSuchTagSet, "The TagSet does not exist"))?;
    Ok(GetBucketTaggingOutput { tag_set: tagging.tag_set })
}

pub(crate) async fn put_tagging(store: &Store, input: PutBucketTaggingInput) -> S3Result<PutBucketTaggingOutput> {
    let tags = &input.tagging.tag_set;
    if tags.len() > TAGS_MAX {
        return Err(s3_error!(InvalidTag, "Bucket tag count cannot be greater than 50"));
    }
    let mut keys: Vec<&str> = tags.iter().filter_map(|tag| tag.key.as_deref()).collect();
    keys.sort_unstable();
    if keys.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(s3_error!(InvalidTag, "Cannot provide multiple Tags with the same key"));
    }
    documents::put(store, &input.bucket, TAGGING, &input.tagging).await?;
    Ok(PutBucketTaggingOutput::default())
}

pub(crate) async fn delete_tagging(store: &Store, bucket: &str) -> S3Result<DeleteBucketTaggingOutput> {
    documents::delete(store, bucket, TAGGING).await?;
    Ok(DeleteBucketTaggingOutput::default())
}

pub(crate) fn versioning(store: &Store, bucket: &str) -> S3Result<GetBucketVersioningOutput> {
    let kept: Option<VersioningConfiguration> = documents::get(store, bucket, VERSIONING)?;
    Ok(GetBucketVersioningOutput { status: kept.and_then(|kept| kept.status), mfa_delete: None })
}

pub(crate) async fn put_versioning(
    store: &Store,
    input: PutBucketVersioningInput,
) -> S3Result<PutBucketVersioningOutput> {
    let given = &input.versioning_configuration;
    let is_known = |status: &BucketVersioningStatus| ["Enabled", "Suspended"].contains(&status.as_str());
    if !given.status.as_ref().is_some_and(is_known) {
        return Err(s3_error!(IllegalVersioningConfigurationException, "The Versioning element must be specified"));
    }
    if given.mfa_delete.as_ref().is_some_and(|mfa| mfa.as_str() == "Enabled") {
        return Err(s3_error!(NotImplemented, "MFA delete is not implemented"));
    }
    documents::put(store, &input.bucket, VERSIONING, given).await?;
    Ok(PutBucketVersioningOutput::default())
}

/// A bucket for which nothing was said has S3's own keys, as AWS's have since January 2023.
pub(crate) fn encryption(store: &Store, bucket: &str) -> S3Result<GetBucketEncryptionOutput> {
    let kept: Option<ServerSideEncryptionConfiguration> = documents::get(store, bucket, ENCRYPTION)?;
    let by_default = ServerSideEncryptionByDefault {
        kms_master_key_id: None,
        sse_algorithm: ServerSideEncryption::from_static(ServerSideEncryption::AES256),
    };
    let rule = ServerSideEncryptionRule {
        apply_server_side_encryption_by_default: Some(by_default),
        bucket_key_enabled: Some(false),
    };
    let kept = kept.unwrap_or_else(|| ServerSideEncryptionConfiguration { rules: vec![rule] });
    Ok(GetBucketEncryptionOutput { server_side_encryption_configuration: Some(kept) })
}

pub(crate) async fn put_encryption(
    store: &Store,
    input: PutBucketEncryptionInput,
) -> S3Result<PutBucketEncryptionOutput> {
    let given = input.server_side_encryption_configuration;
    if given.rules.len() != 1 {
        return Err(s3_error!(MalformedXML, "The configuration must have exactly one rule"));
    }
    documents::put(store, &input.bucket, ENCRYPTION, &given).await?;
    Ok(PutBucketEncryptionOutput::default())
}

pub(crate) async fn delete_encryption(store: &Store, bucket: &str) -> S3Result<DeleteBucketEncryptionOutput> {
    documents::delete(store, bucket, ENCRYPTION).await?;
    Ok(DeleteBucketEncryptionOutput::default())
}

pub(crate) fn cors(store: &Store, bucket: &str) -> S3Result<GetBucketCorsOutput> {
    let kept: Option<CORSConfiguration> = documents::get(store, bucket, CORS)?;
    let kept = kept.ok_or_else(|| s3_error!(NoSuchCORSConfiguration, "The CORS configuration does not exist"))?;
    Ok(GetBucketCorsOutput { cors_rules: Some(kept.cors_rules) })
}

pub(crate) async fn put_cors(store: &Store, input: PutBucketCorsInput) -> S3Result<PutBucketCorsOutput> {
    let rules = &input.cors_configuration.cors_rules;
    if rules.is_empty() || rules.len() > CORS_RULES_MAX {
        return Err(s3_error!(MalformedXML, "The configuration must have 1 to 100 rules"));
    }
    let methods = rules.iter().flat_map(|rule| &rule.allowed_methods);
    if let Some(method) =
        methods.into_iter().find(|name| !["GET", "PUT", "HEAD", "POST", "DELETE"].contains(&name.as_str()))
    {
        return Err(s3_error!(
            InvalidRequest,
            "Found unsupported HTTP method in CORS config. Unsupported method is {method}"
        ));
    }
    documents::put(store, &input.bucket, CORS, &input.cors_configuration).await?;
    Ok(PutBucketCorsOutput::default())
}

pub(crate) async fn delete_cors(store: &Store, bucket: &str) -> S3Result<DeleteBucketCorsOutput> {
    documents::delete(store, bucket, CORS).await?;
    Ok(DeleteBucketCorsOutput::default())
}

pub(crate) fn notification(store: &Store, bucket: &str) -> S3Result<GetBucketNotificationConfigurationOutput> {
    let kept: Option<NotificationConfiguration> = documents::get(store, bucket, NOTIFICATION)?;
    let kept = kept.unwrap_or_default();
    Ok(GetBucketNotificationConfigurationOutput {
        event_bridge_configuration: kept.event_bridge_configuration,
        lambda_function_configurations: kept.lambda_function_configurations,
        queue_configurations: kept.queue_configurations,
        topic_configurations: kept.topic_configurations,
    })
}

/// Each configuration without an id gets one, as S3 gives it.
pub(crate) async fn put_notification(
    store: &Store,
    input: PutBucketNotificationConfigurationInput,
) -> S3Result<PutBucketNotificationConfigurationOutput> {
    let mut given = input.notification_configuration;
    let mut count = 0;
    let mut named = |id: &mut Option<String>| {
        count += 1;
        id.get_or_insert_with(|| format!("configuration-{count}"));
    };
    given.lambda_function_configurations.iter_mut().flatten().for_each(|one| named(&mut one.id));
    given.queue_configurations.iter_mut().flatten().for_each(|one| named(&mut one.id));
    given.topic_configurations.iter_mut().flatten().for_each(|one| named(&mut one.id));
    documents::put(store, &input.bucket, NOTIFICATION, &given).await?;
    Ok(PutBucketNotificationConfigurationOutput::default())
}

pub(crate) fn lifecycle(store: &Store, bucket: &str) -> S3Result<GetBucketLifecycleConfigurationOutput> {
    let kept: Option<BucketLifecycleConfiguration> = documents::get(store, bucket, LIFECYCLE)?;
    let kept =
        kept.ok_or_else(|| s3_error!(NoSuchLifecycleConfiguration, "The lifecycle configuration does not exist"))?;
    Ok(GetBucketLifecycleConfigurationOutput { rules: Some(kept.rules), ..Default::default() })
}

pub(crate) async fn put_lifecycle(
    store: &Store,
    input: PutBucketLifecycleConfigurationInput,
) -> S3Result<PutBucketLifecycleConfigurationOutput> {
    let given = input.lifecycle_configuration.unwrap_or_else(|| BucketLifecycleConfiguration { rules: Vec::new() });
    if given.rules.is_empty() || given.rules.len() > LIFECYCLE_RULES_MAX {
        return Err(s3_error!(MalformedXML, "The configuration must have 1 to 1000 rules"));
    }
    documents::put(store, &input.bucket, LIFECYCLE, &given).await?;
    Ok(PutBucketLifecycleConfigurationOutput::default())
}

pub(crate) async fn delete_lifecycle(store: &Store, bucket: &str) -> S3Result<DeleteBucketLifecycleOutput> {
    documents::delete(store, bucket, LIFECYCLE).await?;
    Ok(DeleteBucketLifecycleOutput::default())
}

/// A new bucket's owner owns every object in it, as AWS's have it since April 2023.
pub(crate) fn ownership(store: &Store, bucket: &str) -> S3Result<GetBucketOwnershipControlsOutput> {
    let controls = match store.document(bucket, OWNERSHIP).map_err(from_store)?.as_deref() {
        None => OwnershipControls {
            rules: vec![OwnershipControlsRule {
                object_ownership: ObjectOwnership::from_static(ObjectOwnership::BUCKET_OWNER_ENFORCED),
            }],
        },
        Some(NONE) => {
            return Err(s3_error!(OwnershipControlsNotFoundError, "The bucket ownership controls were not found"));
        }
        Some(_) => documents::get(store, bucket, OWNERSHIP)?.unwrap_or_default(),
    };
    Ok(GetBucketOwnershipControlsOutput { ownership_controls: Some(controls) })
}

pub(crate) async fn put_ownership(
    store: &Store,
    input: PutBucketOwnershipControlsInput,
) -> S3Result<PutBucketOwnershipControlsOutput> {
    let known = ["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"];
    let rules = &input.ownership_controls.rules;
    if rules.len() != 1 || !known.contains(&rules[0].object_ownership.as_str()) {
        return Err(s3_error!(MalformedXML, "The controls must have exactly one rule"));
    }
    documents::put(store, &input.bucket, OWNERSHIP, &input.ownership_controls).await?;
    Ok(PutBucketOwnershipControlsOutput::default())
}

pub(crate) async fn delete_ownership(store: &Store, bucket: &str) -> S3Result<DeleteBucketOwnershipControlsOutput> {
    store.set_document(bucket, OWNERSHIP, Some(NONE.to_string())).await.map_err(from_store)?;
    Ok(DeleteBucketOwnershipControlsOutput::default())
}

pub(crate) fn logging(store: &Store, bucket: &str) -> S3Result<GetBucketLoggingOutput> {
    let kept: Option<BucketLoggingStatus> = documents::get(store, bucket, LOGGING)?;
    Ok(GetBucketLoggingOutput { logging_enabled: kept.and_then(|kept| kept.logging_enabled) })
}

pub(crate) async fn put_logging(store: &Store, input: PutBucketLoggingInput) -> S3Result<PutBucketLoggingOutput> {
    if let Some(target) = &input.bucket_logging_status.logging_enabled
        && store.bucket(&target.target_bucket).is_err()
    {
        return Err(s3_error!(InvalidTargetBucketForLogging, "The target bucket for logging does not exist"));
    }
    documents::put(store, &input.bucket, LOGGING, &input.bucket_logging_status).await?;
    Ok(PutBucketLoggingOutput::default())
}
