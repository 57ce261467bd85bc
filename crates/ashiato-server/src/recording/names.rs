//! How CloudTrail names services, operations and errors, and which operations change nothing.

use super::regions::Regions;
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
pub(super) fn region(service: ServiceId, asked: &str, regions: &Regions) -> String {
    match service {
        ServiceId::Iam => GLOBAL_REGION.to_string(),
        _ => regions.recorded(asked).to_string(),
    }
}

/// The region of what belongs to none.
pub(super) const GLOBAL_REGION: &str = "us-east-1";

/// Calls of a service that are no management events. Of AWS's data events, which its user guide lists by type of resource,
/// the services here have those of topics and of metrics, and S3 its own. All calls of KMS, STS, IAM, Athena, Glue and
/// CloudTrail are management events; of CloudWatch Logs those are too that read what a log group holds.
///
/// PutLogEvents is the one call that AWS records nowhere: it is not on the list of what CloudWatch Logs has recorded, and
/// there is no type of resource for it. Here each call has its record; as a data event that names no resource it is in no
/// trail and in no answer of LookupEvents, and who asks event history for data events finds it.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html>
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/logging_cw_api_calls_cwl.html>
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
