//! S3: most actions are not named as their operations are.

use super::Check;

/// What a request to S3 names.
#[derive(Debug, Clone, Copy, Default)]
pub struct S3Facts<'a> {
    /// The bucket.
    pub bucket: &'a str,
    /// The key of the object.
    pub key: &'a str,
    /// The version that was asked for.
    pub version_id: Option<&'a str>,
    /// Bucket, key and version of what is copied.
    pub copy_source: Option<(&'a str, &'a str, Option<&'a str>)>,
    /// The keys and versions of DeleteObjects.
    pub deleted: &'a [(&'a str, Option<&'a str>)],
    /// Of a listing.
    pub prefix: Option<&'a str>,
    /// Of a listing.
    pub delimiter: Option<&'a str>,
    /// Of a listing.
    pub max_keys: Option<u32>,
    /// Whether what is put gets tags by the same request.
    pub has_tags: bool,
}

/// The operations of a bucket as a whole whose action has another name, or that are listed so that they are known.
const OF_BUCKETS: &[(&str, &str)] = &[
    ("CreateBucket", "s3:CreateBucket"),
    ("DeleteBucket", "s3:DeleteBucket"),
    ("DeleteBucketCors", "s3:PutBucketCORS"),
    ("DeleteBucketEncryption", "s3:PutEncryptionConfiguration"),
    ("DeleteBucketLifecycle", "s3:PutLifecycleConfiguration"),
    ("DeleteBucketOwnershipControls", "s3:PutBucketOwnershipControls"),
    ("DeleteBucketPolicy", "s3:DeleteBucketPolicy"),
    ("DeleteBucketReplication", "s3:PutReplicationConfiguration"),
    ("DeleteBucketTagging", "s3:PutBucketTagging"),
    ("DeleteBucketWebsite", "s3:DeleteBucketWebsite"),
    ("DeletePublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
    ("GetBucketAccelerateConfiguration", "s3:GetAccelerateConfiguration"),
    ("GetBucketAcl", "s3:GetBucketAcl"),
    ("GetBucketAnalyticsConfiguration", "s3:GetAnalyticsConfiguration"),
    ("GetBucketCors", "s3:GetBucketCORS"),
    ("GetBucketEncryption", "s3:GetEncryptionConfiguration"),
    ("GetBucketIntelligentTieringConfiguration", "s3:GetIntelligentTieringConfiguration"),
    ("GetBucketInventoryConfiguration", "s3:GetInventoryConfiguration"),
    ("GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
    ("GetBucketLocation", "s3:GetBucketLocation"),
    ("GetBucketLogging", "s3:GetBucketLogging"),
    ("GetBucketMetricsConfiguration", "s3:GetMetricsConfiguration"),
    ("GetBucketNotificationConfiguration", "s3:GetBucketNotification"),
    ("GetBucketOwnershipControls", "s3:GetBucketOwnershipControls"),
    ("GetBucketPolicy", "s3:GetBucketPolicy"),
    ("GetBucketPolicyStatus", "s3:GetBucketPolicyStatus"),
    ("GetBucketReplication", "s3:GetReplicationConfiguration"),
    ("GetBucketRequestPayment", "s3:GetBucketRequestPayment"),
    ("GetBucketTagging", "s3:GetBucketTagging"),
    ("GetBucketVersioning", "s3:GetBucketVersioning"),
    ("GetBucketWebsite", "s3:GetBucketWebsite"),
    ("GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration"),
    ("GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
    ("HeadBucket", "s3:ListBucket"),
    ("ListBucketAnalyticsConfigurations", "s3:GetAnalyticsConfiguration"),
    ("ListBucketIntelligentTieringConfigurations", "s3:GetIntelligentTieringConfiguration"),
    ("ListBucketInventoryConfigurations", "s3:GetInventoryConfiguration"),
    ("ListBucketMetricsConfigurations", "s3:GetMetricsConfiguration"),
    ("ListMultipartUploads", "s3:ListBucketMultipartUploads"),
    ("ListObjectVersions", "s3:ListBucketVersions"),
    ("ListObjects", "s3:ListBucket"),
    ("ListObjectsV2", "s3:ListBucket"),
    ("PutBucketAccelerateConfiguration", "s3:PutAccelerateConfiguration"),
    ("PutBucketAcl", "s3:PutBucketAcl"),
    ("PutBucketCors", "s3:PutBucketCORS"),
    ("PutBucketEncryption", "s3:PutEncryptionConfiguration"),
    ("PutBucketLifecycleConfiguration", "s3:PutLifecycleConfiguration"),
    ("PutBucketLogging", "s3:PutBucketLogging"),
    ("PutBucketNotificationConfiguration", "s3:PutBucketNotification"),
    ("PutBucketOwnershipControls", "s3:PutBucketOwnershipControls"),
    ("PutBucketPolicy", "s3:PutBucketPolicy"),
    ("PutBucketReplication", "s3:PutReplicationConfiguration"),
    ("PutBucketRequestPayment", "s3:PutBucketRequestPayment"),
    ("PutBucketTagging", "s3:PutBucketTagging"),
    ("PutBucketVersioning", "s3:PutBucketVersioning"),
    ("PutBucketWebsite", "s3:PutBucketWebsite"),
    ("PutObjectLockConfiguration", "s3:PutBucketObjectLockConfiguration"),
    ("PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
];

/// The operations of one object: the action, and the one that it is where a version is named.
const OF_OBJECTS: &[(&str, &str, &str)] = &[
    ("AbortMultipartUpload", "s3:AbortMultipartUpload", "s3:AbortMultipartUpload"),
    ("CompleteMultipartUpload", "s3:PutObject", "s3:PutObject"),
    ("CreateMultipartUpload", "s3:PutObject", "s3:PutObject"),
    ("DeleteObject", "s3:DeleteObject", "s3:DeleteObjectVersion"),
    ("DeleteObjectTagging", "s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging"),
    ("GetObject", "s3:GetObject", "s3:GetObjectVersion"),
    ("GetObjectAcl", "s3:GetObjectAcl", "s3:GetObjectVersionAcl"),
    ("GetObjectLegalHold", "s3:GetObjectLegalHold", "s3:GetObjectLegalHold"),
    ("GetObjectRetention", "s3:GetObjectRetention", "s3:GetObjectRetention"),
    ("GetObjectTagging", "s3:GetObjectTagging", "s3:GetObjectVersionTagging"),
    ("HeadObject", "s3:GetObject", "s3:GetObjectVersion"),
    ("ListParts", "s3:ListMultipartUploadParts", "s3:ListMultipartUploadParts"),
    ("PutObject", "s3:PutObject", "s3:PutObject"),
    ("PutObjectAcl", "s3:PutObjectAcl", "s3:PutObjectVersionAcl"),
    ("PutObjectLegalHold", "s3:PutObjectLegalHold", "s3:PutObjectLegalHold"),
    ("PutObjectRetention", "s3:PutObjectRetention", "s3:PutObjectRetention"),
    ("PutObjectTagging", "s3:PutObjectTagging", "s3:PutObjectVersionTagging"),
    ("UploadPart", "s3:PutObject", "s3:PutObject"),
];

/// What must be allowed for an operation of S3. An object that is put with tags is put and tagged (S3 API Reference,
/// PutObject). A copy reads one object and writes another; DeleteObjects is decided
/// key by key, one check each in the order of the keys. `None` also where a copy names no source.
pub fn s3(operation: &str, facts: &S3Facts<'_>) -> Option<Vec<Check>> {
    match operation {
        "ListBuckets" => return Some(vec![Check::new("s3:ListAllMyBuckets", "*")]),
        "CopyObject" | "UploadPartCopy" => {
            let (bucket, key, version_id) = facts.copy_source?;
            let put = of_object("PutObject", facts.bucket, facts.key, None)?;
            return Some(vec![of_object("GetObject", bucket, key, version_id)?, put]);
        }
        "DeleteObjects" => {
            let checks = facts.deleted.iter();
            return checks.map(|(key, version_id)| of_object("DeleteObject", facts.bucket, key, *version_id)).collect();
        }
        "GetObjectAttributes" => {
            let get = of_object("GetObject", facts.bucket, facts.key, facts.version_id)?;
            let action =
                if facts.version_id.is_some() { "s3:GetObjectVersionAttributes" } else { "s3:GetObjectAttributes" };
            let attributes = Check { action: action.to_string(), ..get.clone() };
            return Some(vec![get, attributes]);
        }
        _ => {}
    }
    if let Some((_, action)) = OF_BUCKETS.iter().find(|(name, _)| *name == operation) {
        let mut check = Check::new(action, format!("arn:aws:s3:::{}", facts.bucket));
        let listing = [
            ("s3:prefix", facts.prefix.map(str::to_string)),
            ("s3:delimiter", facts.delimiter.map(str::to_string)),
            ("s3:max-keys", facts.max_keys.map(|keys| keys.to_string())),
        ];
        check.keys = listing.into_iter().filter_map(|(key, value)| Some((key.into(), value?))).collect();
        return Some(vec![check]);
    }
    let check = of_object(operation, facts.bucket, facts.key, facts.version_id)?;
    let puts_tags = facts.has_tags && matches!(operation, "PutObject" | "CreateMultipartUpload");
    let tagging = puts_tags.then(|| of_object("PutObjectTagging", facts.bucket, facts.key, None)).flatten();
    Some([check].into_iter().chain(tagging).collect())
}

fn of_object(operation: &str, bucket: &str, key: &str, version_id: Option<&str>) -> Option<Check> {
    let (_, action, of_version) = OF_OBJECTS.iter().find(|(name, _, _)| *name == operation)?;
    let mut check =
        Check::new(if version_id.is_some() { of_version } else { action }, format!("arn:aws:s3:::{bucket}/{key}"));
    check.keys.extend(version_id.map(|version_id| ("s3:versionid".into(), version_id.to_string())));
    Some(check)
}
