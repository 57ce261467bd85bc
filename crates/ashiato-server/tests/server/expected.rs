//! What CloudTrail's record of a call says, told from the call alone.

/// A call, as a client knows it.
#[derive(Debug)]
pub(crate) struct NotedCall {
    pub(crate) status: u16,
    pub(crate) path: String,
    /// The key that signed; `None`: nobody did.
    pub(crate) key: Option<String>,
    pub(crate) region: Option<String>,
    /// The service that it is signed for.
    pub(crate) service: Option<String>,
    /// `X-Amz-Target`.
    pub(crate) target: Option<String>,
    /// As botocore calls it; `None`: botocore did not make it.
    pub(crate) operation: Option<String>,
    /// The code of its error, where botocore made it and it failed.
    pub(crate) error: Option<String>,
}

/// Whether it is in a record.
#[derive(Debug)]
pub(crate) enum Expected {
    /// In one, with these values.
    Once(Values),
    Never,
    /// The client cannot tell.
    Perhaps,
}

/// The values; `None`: the client does not know.
#[derive(Debug)]
pub(crate) struct Values {
    pub(crate) event_name: Option<String>,
    pub(crate) event_source: String,
    pub(crate) region: String,
    pub(crate) error: Option<String>,
    pub(crate) is_read_only: Option<bool>,
}

/// Errors of those who are not proven to be who they say they are.
const UNPROVEN: &[&str] = &[
    "AuthorizationHeaderMalformed",
    "ExpiredToken",
    "ExpiredTokenException",
    "IncompleteSignature",
    "IncompleteSignatureException",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "InvalidToken",
    "MissingAuthenticationToken",
    "MissingAuthenticationTokenException",
    "RequestExpired",
    "RequestTimeTooSkewed",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
];

/// Services that the port has.
const SERVED: &[&str] = &["athena", "cloudtrail", "glue", "iam", "kms", "logs", "monitoring", "s3", "sns", "sts"];

/// What is recorded of it.
pub(crate) fn of(call: &NotedCall) -> Expected {
    let (Some(service), Some(region)) = (&call.service, &call.region) else {
        // Of those without a signature S3 lets some in, and the refusal of others is recorded.
        let is_for_s3 = call.target.is_none() && !matches!(call.path.as_str(), "/health" | "/metrics");
        return if is_for_s3 { Expected::Perhaps } else { Expected::Never };
    };
    if !SERVED.contains(&service.as_str()) {
        return Expected::Never;
    }
    // CloudTrail's own buckets, which hold templates of policies, are no bucket of the account.
    if call.path.starts_with("/awscloudtrail-policy-") {
        return Expected::Never;
    }
    match &call.error {
        // A session of a user is proven, and IAM has nothing for it but this.
        Some(error) if error == "InvalidClientTokenId" && service == "iam" => return Expected::Perhaps,
        Some(error) if UNPROVEN.contains(&error.as_str()) => return Expected::Never,
        // Of what is no operation of the store, or was cut off, there may be nothing to tell.
        _ if call.status == 501 || call.status == 413 || call.status == 503 => return Expected::Perhaps,
        // Only botocore tells here why a call failed.
        None if call.status >= 400 => return Expected::Perhaps,
        _ => {}
    }
    let operation = call.operation.as_deref();
    Expected::Once(Values {
        event_name: operation.map(|operation| event_name(service, operation).to_string()),
        event_source: format!("{service}.amazonaws.com"),
        region: if service == "iam" { "us-east-1".to_string() } else { region.clone() },
        error: operation.and_then(|operation| error_code(service, operation, call.error.as_deref())),
        is_read_only: operation.map(is_read_only),
    })
}

/// Events of S3 that are not called as their operations.
fn event_name<'a>(service: &str, operation: &'a str) -> &'a str {
    match (service, operation) {
        ("s3", "ListObjectsV2") => "ListObjects",
        ("s3", "GetBucketLifecycleConfiguration") => "GetBucketLifecycle",
        ("s3", "PutBucketLifecycleConfiguration") => "PutBucketLifecycle",
        ("s3", "GetBucketNotificationConfiguration") => "GetBucketNotification",
        ("s3", "PutBucketNotificationConfiguration") => "PutBucketNotification",
        ("s3", "GetBucketAccelerateConfiguration") => "GetAccelerateConfiguration",
        ("s3", "GetPublicAccessBlock") => "GetBucketPublicAccessBlock",
        ("s3", "PutPublicAccessBlock") => "PutBucketPublicAccessBlock",
        ("s3", "DeletePublicAccessBlock") => "DeleteBucketPublicAccessBlock",
        ("s3", "GetObjectLockConfiguration") => "GetBucketObjectLockConfiguration",
        _ => operation,
    }
}

/// Empty of a call that did not fail; `None`: a HEAD tells no code.
fn error_code(service: &str, operation: &str, told: Option<&str>) -> Option<String> {
    let Some(told) = told else { return Some(String::new()) };
    if operation.starts_with("Head") {
        return None;
    }
    Some(match (service, told) {
        (_, "AccessDeniedException" | "AccessDenied") => "AccessDenied".to_string(),
        ("iam", "ValidationError") => "ValidationException".to_string(),
        ("iam", code) if !code.ends_with("Exception") && !code.ends_with("Failure") => format!("{code}Exception"),
        (_, code) => code.to_string(),
    })
}

/// Whether an operation changes nothing: by its first word, and where AWS's records say otherwise by its name.
fn is_read_only(operation: &str) -> bool {
    let word: String =
        operation.chars().take(1).chain(operation.chars().skip(1).take_while(|c| !c.is_ascii_uppercase())).collect();
    match operation {
        "AssumeRole" | "Decrypt" | "Encrypt" | "ReEncrypt" | "TestMetricFilter" | "BatchGetNamedQuery" => true,
        _ if operation.starts_with("GenerateDataKey") || operation == "GenerateRandom" => true,
        _ if operation.starts_with("BatchGet") => true,
        _ => {
            matches!(word.as_str(), "Get" | "List" | "Describe" | "Head" | "Lookup" | "Search" | "Filter" | "Simulate")
        }
    }
}
