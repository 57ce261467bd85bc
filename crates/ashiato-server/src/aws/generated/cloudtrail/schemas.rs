//! The limits of this service's served operations.

use crate::aws::schema::{List, Member, Pattern, Shape, Structure, Text};

static PATTERN_4: Pattern = Pattern::new(r#".*"#, r#"\A(?:.*)\z"#);
static PATTERN_2: Pattern = Pattern::new(r#".+"#, r#"\A(?:.+)\z"#);
static PATTERN_3: Pattern = Pattern::new(r#"[\w|\d|\.|_]+"#, r#"\A(?:[A-Za-z0-9_|0-9|\.|_]+)\z"#);
static PATTERN_1: Pattern = Pattern::new(r#"^[a-zA-Z0-9._/\-:]+$"#, r#"\A(?:^[a-zA-Z0-9._/\-:]+$)\z"#);
pub static ADD_TAGS_REQUEST: Structure = Structure {
    name: "AddTagsRequest",
    members: &[
        Member { name: "ResourceId", shape: &STRING_SHAPE, is_required: true },
        Member { name: "TagsList", shape: &TAGS_LIST_SHAPE, is_required: true },
    ],
};
pub static ADD_TAGS_RESPONSE: Structure = Structure { name: "AddTagsResponse", members: &[] };
pub static ADVANCED_EVENT_SELECTOR: Structure = Structure {
    name: "AdvancedEventSelector",
    members: &[
        Member { name: "Name", shape: &SELECTOR_NAME_SHAPE, is_required: false },
        Member { name: "FieldSelectors", shape: &ADVANCED_FIELD_SELECTORS_SHAPE, is_required: true },
    ],
};
static ADVANCED_EVENT_SELECTORS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ADVANCED_EVENT_SELECTOR), wire: "member", min: 0, max: u64::MAX });
pub static ADVANCED_FIELD_SELECTOR: Structure = Structure {
    name: "AdvancedFieldSelector",
    members: &[
        Member { name: "Field", shape: &SELECTOR_FIELD_SHAPE, is_required: true },
        Member { name: "Equals", shape: &OPERATOR_SHAPE, is_required: false },
        Member { name: "StartsWith", shape: &OPERATOR_SHAPE, is_required: false },
        Member { name: "EndsWith", shape: &OPERATOR_SHAPE, is_required: false },
        Member { name: "NotEquals", shape: &OPERATOR_SHAPE, is_required: false },
        Member { name: "NotStartsWith", shape: &OPERATOR_SHAPE, is_required: false },
        Member { name: "NotEndsWith", shape: &OPERATOR_SHAPE, is_required: false },
    ],
};
static ADVANCED_FIELD_SELECTORS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ADVANCED_FIELD_SELECTOR), wire: "member", min: 1, max: u64::MAX });
static BOOLEAN_SHAPE: Shape = Shape::Boolean;
static BYTE_BUFFER_SHAPE: Shape = Shape::Blob { min: 0, max: u64::MAX };
pub static CREATE_TRAIL_REQUEST: Structure = Structure {
    name: "CreateTrailRequest",
    members: &[
        Member { name: "Name", shape: &STRING_SHAPE, is_required: true },
        Member { name: "S3BucketName", shape: &STRING_SHAPE, is_required: true },
        Member { name: "S3KeyPrefix", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SnsTopicName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "IncludeGlobalServiceEvents", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "IsMultiRegionTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "EnableLogFileValidation", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsLogGroupArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsRoleArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "KmsKeyId", shape: &STRING_SHAPE, is_required: false },
        Member { name: "IsOrganizationTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "TagsList", shape: &TAGS_LIST_SHAPE, is_required: false },
        Member { name: "RecursiveLogging", shape: &BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static CREATE_TRAIL_RESPONSE: Structure = Structure {
    name: "CreateTrailResponse",
    members: &[
        Member { name: "Name", shape: &STRING_SHAPE, is_required: false },
        Member { name: "S3BucketName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "S3KeyPrefix", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SnsTopicName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SnsTopicARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "IncludeGlobalServiceEvents", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "IsMultiRegionTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "TrailARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LogFileValidationEnabled", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsLogGroupArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsRoleArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "KmsKeyId", shape: &STRING_SHAPE, is_required: false },
        Member { name: "IsOrganizationTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "RecursiveLogging", shape: &BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static DATA_RESOURCE: Structure = Structure {
    name: "DataResource",
    members: &[
        Member { name: "Type", shape: &STRING_SHAPE, is_required: false },
        Member { name: "Values", shape: &DATA_RESOURCE_VALUES_SHAPE, is_required: false },
    ],
};
static DATA_RESOURCE_VALUES_SHAPE: Shape =
    Shape::List(List { member: &STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
static DATA_RESOURCES_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&DATA_RESOURCE), wire: "member", min: 0, max: u64::MAX });
static DATE_SHAPE: Shape = Shape::Timestamp;
pub static DELETE_TRAIL_REQUEST: Structure = Structure {
    name: "DeleteTrailRequest",
    members: &[Member { name: "Name", shape: &STRING_SHAPE, is_required: true }],
};
pub static DELETE_TRAIL_RESPONSE: Structure = Structure { name: "DeleteTrailResponse", members: &[] };
pub static DESCRIBE_TRAILS_REQUEST: Structure = Structure {
    name: "DescribeTrailsRequest",
    members: &[
        Member { name: "trailNameList", shape: &TRAIL_NAME_LIST_SHAPE, is_required: false },
        Member { name: "includeShadowTrails", shape: &BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_TRAILS_RESPONSE: Structure = Structure {
    name: "DescribeTrailsResponse",
    members: &[Member { name: "trailList", shape: &TRAIL_LIST_SHAPE, is_required: false }],
};
static EVENT_DATA_STORE_ARN_SHAPE: Shape =
    Shape::Text(Text { min: 3, max: 256, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
pub static EVENT_SELECTOR: Structure = Structure {
    name: "EventSelector",
    members: &[
        Member { name: "ReadWriteType", shape: &READ_WRITE_TYPE_SHAPE, is_required: false },
        Member { name: "IncludeManagementEvents", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "DataResources", shape: &DATA_RESOURCES_SHAPE, is_required: false },
        Member {
            name: "ExcludeManagementEventSources",
            shape: &EXCLUDE_MANAGEMENT_EVENT_SOURCES_SHAPE,
            is_required: false,
        },
    ],
};
static EVENT_SELECTORS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&EVENT_SELECTOR), wire: "member", min: 0, max: u64::MAX });
static EXCLUDE_MANAGEMENT_EVENT_SOURCES_SHAPE: Shape =
    Shape::List(List { member: &STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static GET_EVENT_SELECTORS_REQUEST: Structure = Structure {
    name: "GetEventSelectorsRequest",
    members: &[Member { name: "TrailName", shape: &STRING_SHAPE, is_required: true }],
};
pub static GET_EVENT_SELECTORS_RESPONSE: Structure = Structure {
    name: "GetEventSelectorsResponse",
    members: &[
        Member { name: "TrailARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "EventSelectors", shape: &EVENT_SELECTORS_SHAPE, is_required: false },
        Member { name: "AdvancedEventSelectors", shape: &ADVANCED_EVENT_SELECTORS_SHAPE, is_required: false },
    ],
};
pub static GET_INSIGHT_SELECTORS_REQUEST: Structure = Structure {
    name: "GetInsightSelectorsRequest",
    members: &[
        Member { name: "TrailName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "EventDataStore", shape: &EVENT_DATA_STORE_ARN_SHAPE, is_required: false },
    ],
};
pub static GET_INSIGHT_SELECTORS_RESPONSE: Structure = Structure {
    name: "GetInsightSelectorsResponse",
    members: &[
        Member { name: "TrailARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "InsightSelectors", shape: &INSIGHT_SELECTORS_SHAPE, is_required: false },
        Member { name: "EventDataStoreArn", shape: &EVENT_DATA_STORE_ARN_SHAPE, is_required: false },
        Member { name: "InsightsDestination", shape: &EVENT_DATA_STORE_ARN_SHAPE, is_required: false },
    ],
};
pub static GET_TRAIL_REQUEST: Structure =
    Structure { name: "GetTrailRequest", members: &[Member { name: "Name", shape: &STRING_SHAPE, is_required: true }] };
pub static GET_TRAIL_RESPONSE: Structure = Structure {
    name: "GetTrailResponse",
    members: &[Member { name: "Trail", shape: &Shape::Structure(&TRAIL), is_required: false }],
};
pub static GET_TRAIL_STATUS_REQUEST: Structure = Structure {
    name: "GetTrailStatusRequest",
    members: &[Member { name: "Name", shape: &STRING_SHAPE, is_required: true }],
};
pub static GET_TRAIL_STATUS_RESPONSE: Structure = Structure {
    name: "GetTrailStatusResponse",
    members: &[
        Member { name: "IsLogging", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "LatestDeliveryError", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LatestNotificationError", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LatestDeliveryTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "LatestNotificationTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "StartLoggingTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "StopLoggingTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "LatestCloudWatchLogsDeliveryError", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LatestCloudWatchLogsDeliveryTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "LatestDigestDeliveryTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "LatestDigestDeliveryError", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LatestDeliveryAttemptTime", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LatestNotificationAttemptTime", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LatestNotificationAttemptSucceeded", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LatestDeliveryAttemptSucceeded", shape: &STRING_SHAPE, is_required: false },
        Member { name: "TimeLoggingStarted", shape: &STRING_SHAPE, is_required: false },
        Member { name: "TimeLoggingStopped", shape: &STRING_SHAPE, is_required: false },
    ],
};
pub static INSIGHT_SELECTOR: Structure = Structure {
    name: "InsightSelector",
    members: &[
        Member { name: "InsightType", shape: &INSIGHT_TYPE_SHAPE, is_required: false },
        Member { name: "EventCategories", shape: &SOURCE_EVENT_CATEGORIES_SHAPE, is_required: false },
    ],
};
static INSIGHT_SELECTORS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&INSIGHT_SELECTOR), wire: "member", min: 0, max: u64::MAX });
static INSIGHT_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["ApiCallRateInsight", "ApiErrorRateInsight"],
    is_sensitive: false,
});
pub static LIST_PUBLIC_KEYS_REQUEST: Structure = Structure {
    name: "ListPublicKeysRequest",
    members: &[
        Member { name: "StartTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "EndTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &STRING_SHAPE, is_required: false },
    ],
};
pub static LIST_PUBLIC_KEYS_RESPONSE: Structure = Structure {
    name: "ListPublicKeysResponse",
    members: &[
        Member { name: "PublicKeyList", shape: &PUBLIC_KEY_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &STRING_SHAPE, is_required: false },
    ],
};
pub static LIST_TAGS_REQUEST: Structure = Structure {
    name: "ListTagsRequest",
    members: &[
        Member { name: "ResourceIdList", shape: &RESOURCE_ID_LIST_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &STRING_SHAPE, is_required: false },
    ],
};
pub static LIST_TAGS_RESPONSE: Structure = Structure {
    name: "ListTagsResponse",
    members: &[
        Member { name: "ResourceTagList", shape: &RESOURCE_TAG_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &STRING_SHAPE, is_required: false },
    ],
};
pub static LIST_TRAILS_REQUEST: Structure = Structure {
    name: "ListTrailsRequest",
    members: &[Member { name: "NextToken", shape: &STRING_SHAPE, is_required: false }],
};
pub static LIST_TRAILS_RESPONSE: Structure = Structure {
    name: "ListTrailsResponse",
    members: &[
        Member { name: "Trails", shape: &TRAILS_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &STRING_SHAPE, is_required: false },
    ],
};
static OPERATOR_SHAPE: Shape =
    Shape::List(List { member: &OPERATOR_VALUE_SHAPE, wire: "member", min: 1, max: u64::MAX });
static OPERATOR_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
pub static PUBLIC_KEY: Structure = Structure {
    name: "PublicKey",
    members: &[
        Member { name: "Value", shape: &BYTE_BUFFER_SHAPE, is_required: false },
        Member { name: "ValidityStartTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "ValidityEndTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "Fingerprint", shape: &STRING_SHAPE, is_required: false },
    ],
};
static PUBLIC_KEY_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PUBLIC_KEY), wire: "member", min: 0, max: u64::MAX });
pub static PUT_EVENT_SELECTORS_REQUEST: Structure = Structure {
    name: "PutEventSelectorsRequest",
    members: &[
        Member { name: "TrailName", shape: &STRING_SHAPE, is_required: true },
        Member { name: "EventSelectors", shape: &EVENT_SELECTORS_SHAPE, is_required: false },
        Member { name: "AdvancedEventSelectors", shape: &ADVANCED_EVENT_SELECTORS_SHAPE, is_required: false },
    ],
};
pub static PUT_EVENT_SELECTORS_RESPONSE: Structure = Structure {
    name: "PutEventSelectorsResponse",
    members: &[
        Member { name: "TrailARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "EventSelectors", shape: &EVENT_SELECTORS_SHAPE, is_required: false },
        Member { name: "AdvancedEventSelectors", shape: &ADVANCED_EVENT_SELECTORS_SHAPE, is_required: false },
    ],
};
pub static PUT_INSIGHT_SELECTORS_REQUEST: Structure = Structure {
    name: "PutInsightSelectorsRequest",
    members: &[
        Member { name: "TrailName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "InsightSelectors", shape: &INSIGHT_SELECTORS_SHAPE, is_required: true },
        Member { name: "EventDataStore", shape: &EVENT_DATA_STORE_ARN_SHAPE, is_required: false },
        Member { name: "InsightsDestination", shape: &EVENT_DATA_STORE_ARN_SHAPE, is_required: false },
    ],
};
pub static PUT_INSIGHT_SELECTORS_RESPONSE: Structure = Structure {
    name: "PutInsightSelectorsResponse",
    members: &[
        Member { name: "TrailARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "InsightSelectors", shape: &INSIGHT_SELECTORS_SHAPE, is_required: false },
        Member { name: "EventDataStoreArn", shape: &EVENT_DATA_STORE_ARN_SHAPE, is_required: false },
        Member { name: "InsightsDestination", shape: &EVENT_DATA_STORE_ARN_SHAPE, is_required: false },
    ],
};
static READ_WRITE_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["ReadOnly", "WriteOnly", "All"],
    is_sensitive: false,
});
pub static REMOVE_TAGS_REQUEST: Structure = Structure {
    name: "RemoveTagsRequest",
    members: &[
        Member { name: "ResourceId", shape: &STRING_SHAPE, is_required: true },
        Member { name: "TagsList", shape: &TAGS_LIST_SHAPE, is_required: true },
    ],
};
pub static REMOVE_TAGS_RESPONSE: Structure = Structure { name: "RemoveTagsResponse", members: &[] };
static RESOURCE_ID_LIST_SHAPE: Shape =
    Shape::List(List { member: &STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static RESOURCE_TAG: Structure = Structure {
    name: "ResourceTag",
    members: &[
        Member { name: "ResourceId", shape: &STRING_SHAPE, is_required: false },
        Member { name: "TagsList", shape: &TAGS_LIST_SHAPE, is_required: false },
    ],
};
static RESOURCE_TAG_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&RESOURCE_TAG), wire: "member", min: 0, max: u64::MAX });
static SELECTOR_FIELD_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1000, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
static SELECTOR_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1000, pattern: Some(&PATTERN_4), values: &[], is_sensitive: false });
static SOURCE_EVENT_CATEGORIES_SHAPE: Shape =
    Shape::List(List { member: &SOURCE_EVENT_CATEGORY_SHAPE, wire: "member", min: 0, max: u64::MAX });
static SOURCE_EVENT_CATEGORY_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["Management", "Data"], is_sensitive: false });
pub static START_LOGGING_REQUEST: Structure = Structure {
    name: "StartLoggingRequest",
    members: &[Member { name: "Name", shape: &STRING_SHAPE, is_required: true }],
};
pub static START_LOGGING_RESPONSE: Structure = Structure { name: "StartLoggingResponse", members: &[] };
pub static STOP_LOGGING_REQUEST: Structure = Structure {
    name: "StopLoggingRequest",
    members: &[Member { name: "Name", shape: &STRING_SHAPE, is_required: true }],
};
pub static STOP_LOGGING_RESPONSE: Structure = Structure { name: "StopLoggingResponse", members: &[] };
static STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
pub static TAG: Structure = Structure {
    name: "Tag",
    members: &[
        Member { name: "Key", shape: &TAG_KEY_SHAPE, is_required: true },
        Member { name: "Value", shape: &TAG_VALUE_SHAPE, is_required: false },
    ],
};
static TAG_KEY_SHAPE: Shape = Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static TAG_VALUE_SHAPE: Shape = Shape::Text(Text { min: 1, max: 256, pattern: None, values: &[], is_sensitive: false });
static TAGS_LIST_SHAPE: Shape = Shape::List(List { member: &Shape::Structure(&TAG), wire: "member", min: 0, max: 200 });
pub static TRAIL: Structure = Structure {
    name: "Trail",
    members: &[
        Member { name: "Name", shape: &STRING_SHAPE, is_required: false },
        Member { name: "S3BucketName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "S3KeyPrefix", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SnsTopicName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SnsTopicARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "IncludeGlobalServiceEvents", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "IsMultiRegionTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "HomeRegion", shape: &STRING_SHAPE, is_required: false },
        Member { name: "TrailARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LogFileValidationEnabled", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsLogGroupArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsRoleArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "KmsKeyId", shape: &STRING_SHAPE, is_required: false },
        Member { name: "HasCustomEventSelectors", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "HasInsightSelectors", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "IsOrganizationTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "RecursiveLogging", shape: &BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static TRAIL_INFO: Structure = Structure {
    name: "TrailInfo",
    members: &[
        Member { name: "TrailARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "Name", shape: &STRING_SHAPE, is_required: false },
        Member { name: "HomeRegion", shape: &STRING_SHAPE, is_required: false },
    ],
};
static TRAIL_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TRAIL), wire: "member", min: 0, max: u64::MAX });
static TRAIL_NAME_LIST_SHAPE: Shape =
    Shape::List(List { member: &STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
static TRAILS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TRAIL_INFO), wire: "member", min: 0, max: u64::MAX });
pub static UPDATE_TRAIL_REQUEST: Structure = Structure {
    name: "UpdateTrailRequest",
    members: &[
        Member { name: "Name", shape: &STRING_SHAPE, is_required: true },
        Member { name: "S3BucketName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "S3KeyPrefix", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SnsTopicName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "IncludeGlobalServiceEvents", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "IsMultiRegionTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "EnableLogFileValidation", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsLogGroupArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsRoleArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "KmsKeyId", shape: &STRING_SHAPE, is_required: false },
        Member { name: "IsOrganizationTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "RecursiveLogging", shape: &BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static UPDATE_TRAIL_RESPONSE: Structure = Structure {
    name: "UpdateTrailResponse",
    members: &[
        Member { name: "Name", shape: &STRING_SHAPE, is_required: false },
        Member { name: "S3BucketName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "S3KeyPrefix", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SnsTopicName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SnsTopicARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "IncludeGlobalServiceEvents", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "IsMultiRegionTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "TrailARN", shape: &STRING_SHAPE, is_required: false },
        Member { name: "LogFileValidationEnabled", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsLogGroupArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "CloudWatchLogsRoleArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "KmsKeyId", shape: &STRING_SHAPE, is_required: false },
        Member { name: "IsOrganizationTrail", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "RecursiveLogging", shape: &BOOLEAN_SHAPE, is_required: false },
    ],
};
