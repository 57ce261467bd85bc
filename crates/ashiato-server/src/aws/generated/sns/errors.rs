//! The errors that this service's served operations declare.

use crate::aws::DeclaredError;

pub const AUTHORIZATION_ERROR_EXCEPTION: DeclaredError =
    DeclaredError { code: "AuthorizationError", status: 403, message_member: "message" };
pub const CONCURRENT_ACCESS_EXCEPTION: DeclaredError =
    DeclaredError { code: "ConcurrentAccess", status: 400, message_member: "message" };
pub const ENDPOINT_DISABLED_EXCEPTION: DeclaredError =
    DeclaredError { code: "EndpointDisabled", status: 400, message_member: "message" };
pub const FILTER_POLICY_LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "FilterPolicyLimitExceeded", status: 403, message_member: "message" };
pub const INTERNAL_ERROR_EXCEPTION: DeclaredError =
    DeclaredError { code: "InternalError", status: 500, message_member: "message" };
pub const INVALID_PARAMETER_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidParameter", status: 400, message_member: "message" };
pub const INVALID_PARAMETER_VALUE_EXCEPTION: DeclaredError =
    DeclaredError { code: "ParameterValueInvalid", status: 400, message_member: "message" };
pub const INVALID_SECURITY_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidSecurity", status: 403, message_member: "message" };
pub const INVALID_STATE_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidState", status: 400, message_member: "message" };
pub const KMS_ACCESS_DENIED_EXCEPTION: DeclaredError =
    DeclaredError { code: "KMSAccessDenied", status: 400, message_member: "message" };
pub const KMS_DISABLED_EXCEPTION: DeclaredError =
    DeclaredError { code: "KMSDisabled", status: 400, message_member: "message" };
pub const KMS_INVALID_STATE_EXCEPTION: DeclaredError =
    DeclaredError { code: "KMSInvalidState", status: 400, message_member: "message" };
pub const KMS_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "KMSNotFound", status: 400, message_member: "message" };
pub const KMS_OPT_IN_REQUIRED: DeclaredError =
    DeclaredError { code: "KMSOptInRequired", status: 403, message_member: "message" };
pub const KMS_THROTTLING_EXCEPTION: DeclaredError =
    DeclaredError { code: "KMSThrottling", status: 400, message_member: "message" };
pub const NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "NotFound", status: 404, message_member: "message" };
pub const PLATFORM_APPLICATION_DISABLED_EXCEPTION: DeclaredError =
    DeclaredError { code: "PlatformApplicationDisabled", status: 400, message_member: "message" };
pub const REPLAY_LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "ReplayLimitExceeded", status: 403, message_member: "message" };
pub const RESOURCE_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "ResourceNotFound", status: 404, message_member: "message" };
pub const STALE_TAG_EXCEPTION: DeclaredError =
    DeclaredError { code: "StaleTag", status: 400, message_member: "message" };
pub const SUBSCRIPTION_LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "SubscriptionLimitExceeded", status: 403, message_member: "message" };
pub const TAG_LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "TagLimitExceeded", status: 400, message_member: "message" };
pub const TAG_POLICY_EXCEPTION: DeclaredError =
    DeclaredError { code: "TagPolicy", status: 400, message_member: "message" };
pub const TOPIC_LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "TopicLimitExceeded", status: 403, message_member: "message" };
pub const VALIDATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "ValidationException", status: 400, message_member: "Message" };
