//! The errors that this service's served operations declare.

use crate::aws::DeclaredError;

pub const CHANNEL_ARN_INVALID_EXCEPTION: DeclaredError =
    DeclaredError { code: "ChannelARNInvalidException", status: 400, message_member: "message" };
pub const CHANNEL_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "ChannelNotFoundException", status: 400, message_member: "message" };
pub const CLOUD_TRAIL_ARN_INVALID_EXCEPTION: DeclaredError =
    DeclaredError { code: "CloudTrailARNInvalidException", status: 400, message_member: "message" };
pub const CLOUD_TRAIL_ACCESS_NOT_ENABLED_EXCEPTION: DeclaredError =
    DeclaredError { code: "CloudTrailAccessNotEnabledException", status: 400, message_member: "message" };
pub const CLOUD_TRAIL_INVALID_CLIENT_TOKEN_ID_EXCEPTION: DeclaredError =
    DeclaredError { code: "CloudTrailInvalidClientTokenIdException", status: 400, message_member: "message" };
pub const CLOUD_WATCH_LOGS_DELIVERY_UNAVAILABLE_EXCEPTION: DeclaredError =
    DeclaredError { code: "CloudWatchLogsDeliveryUnavailableException", status: 400, message_member: "message" };
pub const CONFLICT_EXCEPTION: DeclaredError =
    DeclaredError { code: "ConflictException", status: 400, message_member: "message" };
pub const EVENT_DATA_STORE_ARN_INVALID_EXCEPTION: DeclaredError =
    DeclaredError { code: "EventDataStoreARNInvalidException", status: 400, message_member: "message" };
pub const EVENT_DATA_STORE_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "EventDataStoreNotFoundException", status: 400, message_member: "message" };
pub const INACTIVE_EVENT_DATA_STORE_EXCEPTION: DeclaredError =
    DeclaredError { code: "InactiveEventDataStoreException", status: 400, message_member: "message" };
pub const INSIGHT_NOT_ENABLED_EXCEPTION: DeclaredError =
    DeclaredError { code: "InsightNotEnabledException", status: 400, message_member: "message" };
pub const INSUFFICIENT_DEPENDENCY_SERVICE_ACCESS_PERMISSION_EXCEPTION: DeclaredError = DeclaredError {
    code: "InsufficientDependencyServiceAccessPermissionException",
    status: 400,
    message_member: "message",
};
pub const INSUFFICIENT_ENCRYPTION_POLICY_EXCEPTION: DeclaredError =
    DeclaredError { code: "InsufficientEncryptionPolicyException", status: 400, message_member: "message" };
pub const INSUFFICIENT_S3_BUCKET_POLICY_EXCEPTION: DeclaredError =
    DeclaredError { code: "InsufficientS3BucketPolicyException", status: 400, message_member: "message" };
pub const INSUFFICIENT_SNS_TOPIC_POLICY_EXCEPTION: DeclaredError =
    DeclaredError { code: "InsufficientSnsTopicPolicyException", status: 400, message_member: "message" };
pub const INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidCloudWatchLogsLogGroupArnException", status: 400, message_member: "message" };
pub const INVALID_CLOUD_WATCH_LOGS_ROLE_ARN_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidCloudWatchLogsRoleArnException", status: 400, message_member: "message" };
pub const INVALID_EVENT_SELECTORS_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidEventSelectorsException", status: 400, message_member: "message" };
pub const INVALID_HOME_REGION_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidHomeRegionException", status: 400, message_member: "message" };
pub const INVALID_INSIGHT_SELECTORS_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidInsightSelectorsException", status: 400, message_member: "message" };
pub const INVALID_KMS_KEY_ID_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidKmsKeyIdException", status: 400, message_member: "message" };
pub const INVALID_PARAMETER_COMBINATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidParameterCombinationException", status: 400, message_member: "message" };
pub const INVALID_PARAMETER_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidParameterException", status: 400, message_member: "message" };
pub const INVALID_S3_BUCKET_NAME_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidS3BucketNameException", status: 400, message_member: "message" };
pub const INVALID_S3_PREFIX_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidS3PrefixException", status: 400, message_member: "message" };
pub const INVALID_SNS_TOPIC_NAME_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidSnsTopicNameException", status: 400, message_member: "message" };
pub const INVALID_TAG_PARAMETER_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidTagParameterException", status: 400, message_member: "message" };
pub const INVALID_TIME_RANGE_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidTimeRangeException", status: 400, message_member: "message" };
pub const INVALID_TOKEN_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidTokenException", status: 400, message_member: "message" };
pub const INVALID_TRAIL_NAME_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidTrailNameException", status: 400, message_member: "message" };
pub const KMS_EXCEPTION: DeclaredError = DeclaredError { code: "KmsException", status: 400, message_member: "message" };
pub const KMS_KEY_DISABLED_EXCEPTION: DeclaredError =
    DeclaredError { code: "KmsKeyDisabledException", status: 400, message_member: "message" };
pub const KMS_KEY_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "KmsKeyNotFoundException", status: 400, message_member: "message" };
pub const MAXIMUM_NUMBER_OF_TRAILS_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "MaximumNumberOfTrailsExceededException", status: 400, message_member: "message" };
pub const NO_MANAGEMENT_ACCOUNT_SLR_EXISTS_EXCEPTION: DeclaredError =
    DeclaredError { code: "NoManagementAccountSLRExistsException", status: 400, message_member: "message" };
pub const NOT_ORGANIZATION_MASTER_ACCOUNT_EXCEPTION: DeclaredError =
    DeclaredError { code: "NotOrganizationMasterAccountException", status: 400, message_member: "message" };
pub const OPERATION_NOT_PERMITTED_EXCEPTION: DeclaredError =
    DeclaredError { code: "OperationNotPermittedException", status: 400, message_member: "message" };
pub const ORGANIZATION_NOT_IN_ALL_FEATURES_MODE_EXCEPTION: DeclaredError =
    DeclaredError { code: "OrganizationNotInAllFeaturesModeException", status: 400, message_member: "message" };
pub const ORGANIZATIONS_NOT_IN_USE_EXCEPTION: DeclaredError =
    DeclaredError { code: "OrganizationsNotInUseException", status: 400, message_member: "message" };
pub const RESOURCE_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "ResourceNotFoundException", status: 400, message_member: "message" };
pub const RESOURCE_TYPE_NOT_SUPPORTED_EXCEPTION: DeclaredError =
    DeclaredError { code: "ResourceTypeNotSupportedException", status: 400, message_member: "message" };
pub const S3_BUCKET_DOES_NOT_EXIST_EXCEPTION: DeclaredError =
    DeclaredError { code: "S3BucketDoesNotExistException", status: 400, message_member: "message" };
pub const TAGS_LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "TagsLimitExceededException", status: 400, message_member: "message" };
pub const THROTTLING_EXCEPTION: DeclaredError =
    DeclaredError { code: "ThrottlingException", status: 400, message_member: "message" };
pub const TRAIL_ALREADY_EXISTS_EXCEPTION: DeclaredError =
    DeclaredError { code: "TrailAlreadyExistsException", status: 400, message_member: "message" };
pub const TRAIL_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "TrailNotFoundException", status: 400, message_member: "message" };
pub const TRAIL_NOT_PROVIDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "TrailNotProvidedException", status: 400, message_member: "message" };
pub const UNSUPPORTED_OPERATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "UnsupportedOperationException", status: 400, message_member: "message" };
