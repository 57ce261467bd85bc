//! How CloudTrail names services, operations and errors, and which operations change nothing.

use crate::aws::service::ServiceId;

/// Names of operations that change nothing begin with one of these, unless [`CHANGING`] names them.
const READING: &[&str] =
    &["Get", "List", "Describe", "BatchGet", "Head", "Lookup", "Search", "Filter", "Simulate", "Verify", "Is"];

/// Others that change nothing. AWS counts the making of temporary credentials among them, and all that is done with a key.
const ALSO_READING: &[&str] = &[
    "AssumeRole",
    "Decrypt",
    "Encrypt",
    "GenerateDataKey",
    "GenerateDataKeyWithoutPlaintext",
    "GenerateRandom",
    "ReEncrypt",
    "Sign",
    "TestMetricFilter",
];

/// Whether a call changes nothing.
pub(super) fn is_read_only(operation: &str) -> bool {
    let is_word = |prefix: &&&str| {
        let rest = operation.strip_prefix(**prefix);
        rest.is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_uppercase()))
    };
    READING.iter().any(|prefix| is_word(&prefix)) || ALSO_READING.contains(&operation)
}

/// Whether what it answers is recorded though it changes nothing.
pub(super) fn tells_its_answer(service: ServiceId, operation: &str) -> bool {
    service == ServiceId::Sts && matches!(operation, "AssumeRole" | "GetFederationToken" | "GetSessionToken")
}

/// The region of a record: that of the call, but for the services that have one endpoint for all.
pub(super) fn region(service: ServiceId, asked: &str) -> String {
    match service {
        ServiceId::Iam => GLOBAL_REGION.to_string(),
        _ => region_of_scope(asked),
    }
}

/// The region of what belongs to none.
const GLOBAL_REGION: &str = "us-east-1";

/// The region that a request is signed for, where it has the form of one. Log files lie below their region, and whoever
/// signs may write there what they like.
pub(super) fn region_of_scope(asked: &str) -> String {
    let parts: Vec<&str> = asked.split('-').collect();
    let is_word = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_region = asked.len() <= 32
        && parts.len() >= 3
        && parts[..parts.len() - 1].iter().all(is_word)
        && parts
            .last()
            .is_some_and(|last| !last.is_empty() && last.len() <= 2 && last.bytes().all(|byte| byte.is_ascii_digit()));
    if is_region { asked.to_string() } else { GLOBAL_REGION.to_string() }
}

/// Calls of a service that are no management events.
pub(super) fn is_data(service: ServiceId, operation: &str) -> bool {
    matches!(
        (service, operation),
        (ServiceId::Logs, "PutLogEvents")
            | (ServiceId::Sns, "Publish" | "PublishBatch")
            | (ServiceId::CloudWatch, "PutMetricData" | "GetMetricData")
    )
}

/// The code of an error in a record: AWS's records name the exception where the answer names its code.
pub(super) fn error_code(service: ServiceId, code: &str) -> String {
    match (service, code) {
        (_, "AccessDeniedException") => "AccessDenied".to_string(),
        (_, "AccessDenied") => code.to_string(),
        (ServiceId::Iam, "ValidationError") => "ValidationException".to_string(),
        (ServiceId::Iam, _) if !code.ends_with("Exception") && !code.ends_with("Failure") => format!("{code}Exception"),
        _ => code.to_string(),
    }
}
