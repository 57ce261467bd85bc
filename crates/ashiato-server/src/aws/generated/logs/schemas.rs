//! The limits of this service's served operations.

use crate::aws::schema::{List, Map, Member, Pattern, Shape, Structure, Text};

static PATTERN_6: Pattern = Pattern::new(r#"[\.\-_/#A-Za-z0-9]*"#, r#"\A(?:[\.\-_/#A-Za-z0-9]*)\z"#);
static PATTERN_5: Pattern = Pattern::new(r#"[\.\-_/#A-Za-z0-9]+"#, r#"\A(?:[\.\-_/#A-Za-z0-9]+)\z"#);
static PATTERN_4: Pattern = Pattern::new(r#"[\w#+=/:,.@-]*"#, r#"\A(?:[A-Za-z0-9_#+=/:,.@-]*)\z"#);
static PATTERN_2: Pattern = Pattern::new(r#"[\w+=/:,.@-]*"#, r#"\A(?:[A-Za-z0-9_+=/:,.@-]*)\z"#);
static PATTERN_7: Pattern = Pattern::new(r#"[^:*$]*"#, r#"\A(?:[^:*$]*)\z"#);
static PATTERN_3: Pattern = Pattern::new(r#"[^:*]*"#, r#"\A(?:[^:*]*)\z"#);
static PATTERN_9: Pattern =
    Pattern::new(r#"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"#, r#"\A(?:^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$)\z"#);
static PATTERN_8: Pattern =
    Pattern::new(r#"^([\p{L}\p{Z}\p{N}_.:/=+\-@]+)$"#, r#"\A(?:^([\p{L}\p{Z}\p{N}_.:/=+\-@]+)$)\z"#);
static PATTERN_1: Pattern = Pattern::new(r#"^\d{12}$"#, r#"\A(?:^[0-9]{12}$)\z"#);
static ACCOUNT_ID_SHAPE: Shape =
    Shape::Text(Text { min: 12, max: 12, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static ACCOUNT_IDS_SHAPE: Shape = Shape::List(List { member: &ACCOUNT_ID_SHAPE, wire: "member", min: 0, max: 20 });
static AMAZON_RESOURCE_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1011, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
static APPLY_ON_TRANSFORMED_LOGS_SHAPE: Shape = Shape::Boolean;
static ARN_SHAPE: Shape = Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static BEARER_TOKEN_AUTHENTICATION_ENABLED_SHAPE: Shape = Shape::Boolean;
pub static CREATE_LOG_GROUP_REQUEST: Structure = Structure {
    name: "CreateLogGroupRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "kmsKeyId", shape: &KMS_KEY_ID_SHAPE, is_required: false },
        Member { name: "tags", shape: &TAGS_SHAPE, is_required: false },
        Member { name: "logGroupClass", shape: &LOG_GROUP_CLASS_SHAPE, is_required: false },
        Member { name: "deletionProtectionEnabled", shape: &DELETION_PROTECTION_ENABLED_SHAPE, is_required: false },
    ],
};
pub static CREATE_LOG_STREAM_REQUEST: Structure = Structure {
    name: "CreateLogStreamRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "logStreamName", shape: &LOG_STREAM_NAME_SHAPE, is_required: true },
    ],
};
static DATA_PROTECTION_STATUS_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["ACTIVATED", "DELETED", "ARCHIVED", "DISABLED"],
    is_sensitive: false,
});
static DAYS_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
static DEFAULT_VALUE_SHAPE: Shape = Shape::Number { min: f64::MIN, max: f64::MAX };
pub static DELETE_LOG_GROUP_REQUEST: Structure = Structure {
    name: "DeleteLogGroupRequest",
    members: &[Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: true }],
};
pub static DELETE_LOG_STREAM_REQUEST: Structure = Structure {
    name: "DeleteLogStreamRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "logStreamName", shape: &LOG_STREAM_NAME_SHAPE, is_required: true },
    ],
};
pub static DELETE_METRIC_FILTER_REQUEST: Structure = Structure {
    name: "DeleteMetricFilterRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "filterName", shape: &FILTER_NAME_SHAPE, is_required: true },
    ],
};
pub static DELETE_RETENTION_POLICY_REQUEST: Structure = Structure {
    name: "DeleteRetentionPolicyRequest",
    members: &[Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: true }],
};
static DELETION_PROTECTION_ENABLED_SHAPE: Shape = Shape::Boolean;
static DESCENDING_SHAPE: Shape = Shape::Boolean;
static DESCRIBE_LIMIT_SHAPE: Shape = Shape::Integer { min: 1, max: 50 };
static DESCRIBE_LOG_GROUPS_LOG_GROUP_IDENTIFIERS_SHAPE: Shape =
    Shape::List(List { member: &LOG_GROUP_IDENTIFIER_SHAPE, wire: "member", min: 1, max: 50 });
pub static DESCRIBE_LOG_GROUPS_REQUEST: Structure = Structure {
    name: "DescribeLogGroupsRequest",
    members: &[
        Member { name: "accountIdentifiers", shape: &ACCOUNT_IDS_SHAPE, is_required: false },
        Member { name: "logGroupNamePrefix", shape: &LOG_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "logGroupNamePattern", shape: &LOG_GROUP_NAME_PATTERN_SHAPE, is_required: false },
        Member { name: "nextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "limit", shape: &DESCRIBE_LIMIT_SHAPE, is_required: false },
        Member { name: "includeLinkedAccounts", shape: &INCLUDE_LINKED_ACCOUNTS_SHAPE, is_required: false },
        Member { name: "logGroupClass", shape: &LOG_GROUP_CLASS_SHAPE, is_required: false },
        Member {
            name: "logGroupIdentifiers",
            shape: &DESCRIBE_LOG_GROUPS_LOG_GROUP_IDENTIFIERS_SHAPE,
            is_required: false,
        },
    ],
};
pub static DESCRIBE_LOG_GROUPS_RESPONSE: Structure = Structure {
    name: "DescribeLogGroupsResponse",
    members: &[
        Member { name: "logGroups", shape: &LOG_GROUPS_SHAPE, is_required: false },
        Member { name: "nextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_LOG_STREAMS_REQUEST: Structure = Structure {
    name: "DescribeLogStreamsRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "logGroupIdentifier", shape: &LOG_GROUP_IDENTIFIER_SHAPE, is_required: false },
        Member { name: "logStreamNamePrefix", shape: &LOG_STREAM_NAME_SHAPE, is_required: false },
        Member { name: "orderBy", shape: &ORDER_BY_SHAPE, is_required: false },
        Member { name: "descending", shape: &DESCENDING_SHAPE, is_required: false },
        Member { name: "nextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "limit", shape: &DESCRIBE_LIMIT_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_LOG_STREAMS_RESPONSE: Structure = Structure {
    name: "DescribeLogStreamsResponse",
    members: &[
        Member { name: "logStreams", shape: &LOG_STREAMS_SHAPE, is_required: false },
        Member { name: "nextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_METRIC_FILTERS_REQUEST: Structure = Structure {
    name: "DescribeMetricFiltersRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "filterNamePrefix", shape: &FILTER_NAME_SHAPE, is_required: false },
        Member { name: "nextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "limit", shape: &DESCRIBE_LIMIT_SHAPE, is_required: false },
        Member { name: "metricName", shape: &METRIC_NAME_SHAPE, is_required: false },
        Member { name: "metricNamespace", shape: &METRIC_NAMESPACE_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_METRIC_FILTERS_RESPONSE: Structure = Structure {
    name: "DescribeMetricFiltersResponse",
    members: &[
        Member { name: "metricFilters", shape: &METRIC_FILTERS_SHAPE, is_required: false },
        Member { name: "nextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
    ],
};
static DIMENSIONS_SHAPE: Shape = Shape::Map(Map {
    key: &DIMENSIONS_KEY_SHAPE,
    value: &DIMENSIONS_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static DIMENSIONS_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: None, values: &[], is_sensitive: false });
static DIMENSIONS_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: None, values: &[], is_sensitive: false });
static EMIT_SYSTEM_FIELDS_SHAPE: Shape =
    Shape::List(List { member: &SYSTEM_FIELD_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static ENTITY: Structure = Structure {
    name: "Entity",
    members: &[
        Member { name: "keyAttributes", shape: &ENTITY_KEY_ATTRIBUTES_SHAPE, is_required: false },
        Member { name: "attributes", shape: &ENTITY_ATTRIBUTES_SHAPE, is_required: false },
    ],
};
static ENTITY_ATTRIBUTES_SHAPE: Shape = Shape::Map(Map {
    key: &ENTITY_ATTRIBUTES_KEY_SHAPE,
    value: &ENTITY_ATTRIBUTES_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: 10,
});
static ENTITY_ATTRIBUTES_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 256, pattern: None, values: &[], is_sensitive: false });
static ENTITY_ATTRIBUTES_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: None, values: &[], is_sensitive: false });
static ENTITY_KEY_ATTRIBUTES_SHAPE: Shape = Shape::Map(Map {
    key: &ENTITY_KEY_ATTRIBUTES_KEY_SHAPE,
    value: &ENTITY_KEY_ATTRIBUTES_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 2,
    max: 4,
});
static ENTITY_KEY_ATTRIBUTES_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 32, pattern: None, values: &[], is_sensitive: false });
static ENTITY_KEY_ATTRIBUTES_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: None, values: &[], is_sensitive: false });
static ENTITY_REJECTION_ERROR_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "InvalidEntity",
        "InvalidTypeValue",
        "InvalidKeyAttributes",
        "InvalidAttributes",
        "EntitySizeTooLarge",
        "UnsupportedLogGroupType",
        "MissingRequiredFields",
    ],
    is_sensitive: false,
});
static EVENT_ID_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static EVENT_MESSAGE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static EVENT_NUMBER_SHAPE: Shape = Shape::Integer { min: i64::MIN, max: i64::MAX };
static EVENTS_LIMIT_SHAPE: Shape = Shape::Integer { min: 1, max: 10000 };
static EXTRACTED_VALUES_SHAPE: Shape = Shape::Map(Map {
    key: &TOKEN_SHAPE,
    value: &VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static FIELD_SELECTION_CRITERIA_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 2000, pattern: None, values: &[], is_sensitive: false });
static FILTER_COUNT_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
pub static FILTER_LOG_EVENTS_REQUEST: Structure = Structure {
    name: "FilterLogEventsRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "logGroupIdentifier", shape: &LOG_GROUP_IDENTIFIER_SHAPE, is_required: false },
        Member { name: "logStreamNames", shape: &INPUT_LOG_STREAM_NAMES_SHAPE, is_required: false },
        Member { name: "logStreamNamePrefix", shape: &LOG_STREAM_NAME_SHAPE, is_required: false },
        Member { name: "startTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "endTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "filterPattern", shape: &FILTER_PATTERN_SHAPE, is_required: false },
        Member { name: "nextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "limit", shape: &EVENTS_LIMIT_SHAPE, is_required: false },
        Member { name: "startFromHead", shape: &START_FROM_HEAD_SHAPE, is_required: false },
        Member { name: "interleaved", shape: &INTERLEAVED_SHAPE, is_required: false },
        Member { name: "unmask", shape: &UNMASK_SHAPE, is_required: false },
    ],
};
pub static FILTER_LOG_EVENTS_RESPONSE: Structure = Structure {
    name: "FilterLogEventsResponse",
    members: &[
        Member { name: "events", shape: &FILTERED_LOG_EVENTS_SHAPE, is_required: false },
        Member { name: "searchedLogStreams", shape: &SEARCHED_LOG_STREAMS_SHAPE, is_required: false },
        Member { name: "nextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
    ],
};
static FILTER_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
static FILTER_PATTERN_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1024, pattern: None, values: &[], is_sensitive: false });
pub static FILTERED_LOG_EVENT: Structure = Structure {
    name: "FilteredLogEvent",
    members: &[
        Member { name: "logStreamName", shape: &LOG_STREAM_NAME_SHAPE, is_required: false },
        Member { name: "timestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "message", shape: &EVENT_MESSAGE_SHAPE, is_required: false },
        Member { name: "ingestionTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "eventId", shape: &EVENT_ID_SHAPE, is_required: false },
    ],
};
static FILTERED_LOG_EVENTS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&FILTERED_LOG_EVENT), wire: "member", min: 0, max: u64::MAX });
pub static GET_LOG_EVENTS_REQUEST: Structure = Structure {
    name: "GetLogEventsRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "logGroupIdentifier", shape: &LOG_GROUP_IDENTIFIER_SHAPE, is_required: false },
        Member { name: "logStreamName", shape: &LOG_STREAM_NAME_SHAPE, is_required: true },
        Member { name: "startTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "endTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "nextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "limit", shape: &EVENTS_LIMIT_SHAPE, is_required: false },
        Member { name: "startFromHead", shape: &START_FROM_HEAD_SHAPE, is_required: false },
        Member { name: "unmask", shape: &UNMASK_SHAPE, is_required: false },
    ],
};
pub static GET_LOG_EVENTS_RESPONSE: Structure = Structure {
    name: "GetLogEventsResponse",
    members: &[
        Member { name: "events", shape: &OUTPUT_LOG_EVENTS_SHAPE, is_required: false },
        Member { name: "nextForwardToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "nextBackwardToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
    ],
};
static INCLUDE_LINKED_ACCOUNTS_SHAPE: Shape = Shape::Boolean;
static INHERITED_PROPERTIES_SHAPE: Shape =
    Shape::List(List { member: &INHERITED_PROPERTY_SHAPE, wire: "member", min: 0, max: u64::MAX });
static INHERITED_PROPERTY_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["ACCOUNT_DATA_PROTECTION"],
    is_sensitive: false,
});
pub static INPUT_LOG_EVENT: Structure = Structure {
    name: "InputLogEvent",
    members: &[
        Member { name: "timestamp", shape: &TIMESTAMP_SHAPE, is_required: true },
        Member { name: "message", shape: &EVENT_MESSAGE_SHAPE, is_required: true },
    ],
};
static INPUT_LOG_EVENTS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&INPUT_LOG_EVENT), wire: "member", min: 1, max: 10000 });
static INPUT_LOG_STREAM_NAMES_SHAPE: Shape =
    Shape::List(List { member: &LOG_STREAM_NAME_SHAPE, wire: "member", min: 1, max: 100 });
static INTERLEAVED_SHAPE: Shape = Shape::Boolean;
static KMS_KEY_ID_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 256, pattern: None, values: &[], is_sensitive: false });
pub static LIST_TAGS_FOR_RESOURCE_REQUEST: Structure = Structure {
    name: "ListTagsForResourceRequest",
    members: &[Member { name: "resourceArn", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true }],
};
pub static LIST_TAGS_FOR_RESOURCE_RESPONSE: Structure = Structure {
    name: "ListTagsForResourceResponse",
    members: &[Member { name: "tags", shape: &TAGS_SHAPE, is_required: false }],
};
static LOG_EVENT_INDEX_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
pub static LOG_GROUP: Structure = Structure {
    name: "LogGroup",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "creationTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "retentionInDays", shape: &DAYS_SHAPE, is_required: false },
        Member { name: "metricFilterCount", shape: &FILTER_COUNT_SHAPE, is_required: false },
        Member { name: "arn", shape: &ARN_SHAPE, is_required: false },
        Member { name: "storedBytes", shape: &STORED_BYTES_SHAPE, is_required: false },
        Member { name: "kmsKeyId", shape: &KMS_KEY_ID_SHAPE, is_required: false },
        Member { name: "dataProtectionStatus", shape: &DATA_PROTECTION_STATUS_SHAPE, is_required: false },
        Member { name: "inheritedProperties", shape: &INHERITED_PROPERTIES_SHAPE, is_required: false },
        Member { name: "logGroupClass", shape: &LOG_GROUP_CLASS_SHAPE, is_required: false },
        Member { name: "logGroupArn", shape: &ARN_SHAPE, is_required: false },
        Member { name: "deletionProtectionEnabled", shape: &DELETION_PROTECTION_ENABLED_SHAPE, is_required: false },
        Member {
            name: "bearerTokenAuthenticationEnabled",
            shape: &BEARER_TOKEN_AUTHENTICATION_ENABLED_SHAPE,
            is_required: false,
        },
        Member { name: "retentionPolicyName", shape: &POLICY_NAME_SHAPE, is_required: false },
    ],
};
static LOG_GROUP_CLASS_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["STANDARD", "INFREQUENT_ACCESS", "DELIVERY", "ESSENTIALS"],
    is_sensitive: false,
});
static LOG_GROUP_IDENTIFIER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: Some(&PATTERN_4), values: &[], is_sensitive: false });
static LOG_GROUP_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: Some(&PATTERN_5), values: &[], is_sensitive: false });
static LOG_GROUP_NAME_PATTERN_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 512, pattern: Some(&PATTERN_6), values: &[], is_sensitive: false });
static LOG_GROUPS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&LOG_GROUP), wire: "member", min: 0, max: u64::MAX });
pub static LOG_STREAM: Structure = Structure {
    name: "LogStream",
    members: &[
        Member { name: "logStreamName", shape: &LOG_STREAM_NAME_SHAPE, is_required: false },
        Member { name: "creationTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "firstEventTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "lastEventTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "lastIngestionTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "uploadSequenceToken", shape: &SEQUENCE_TOKEN_SHAPE, is_required: false },
        Member { name: "arn", shape: &ARN_SHAPE, is_required: false },
        Member { name: "storedBytes", shape: &STORED_BYTES_SHAPE, is_required: false },
    ],
};
static LOG_STREAM_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
static LOG_STREAM_SEARCHED_COMPLETELY_SHAPE: Shape = Shape::Boolean;
static LOG_STREAMS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&LOG_STREAM), wire: "member", min: 0, max: u64::MAX });
pub static METRIC_FILTER: Structure = Structure {
    name: "MetricFilter",
    members: &[
        Member { name: "filterName", shape: &FILTER_NAME_SHAPE, is_required: false },
        Member { name: "filterPattern", shape: &FILTER_PATTERN_SHAPE, is_required: false },
        Member { name: "metricTransformations", shape: &METRIC_TRANSFORMATIONS_SHAPE, is_required: false },
        Member { name: "creationTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "applyOnTransformedLogs", shape: &APPLY_ON_TRANSFORMED_LOGS_SHAPE, is_required: false },
        Member { name: "fieldSelectionCriteria", shape: &FIELD_SELECTION_CRITERIA_SHAPE, is_required: false },
        Member { name: "emitSystemFieldDimensions", shape: &EMIT_SYSTEM_FIELDS_SHAPE, is_required: false },
    ],
};
pub static METRIC_FILTER_MATCH_RECORD: Structure = Structure {
    name: "MetricFilterMatchRecord",
    members: &[
        Member { name: "eventNumber", shape: &EVENT_NUMBER_SHAPE, is_required: false },
        Member { name: "eventMessage", shape: &EVENT_MESSAGE_SHAPE, is_required: false },
        Member { name: "extractedValues", shape: &EXTRACTED_VALUES_SHAPE, is_required: false },
    ],
};
static METRIC_FILTER_MATCHES_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&METRIC_FILTER_MATCH_RECORD), wire: "member", min: 0, max: u64::MAX });
static METRIC_FILTERS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&METRIC_FILTER), wire: "member", min: 0, max: u64::MAX });
static METRIC_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: Some(&PATTERN_7), values: &[], is_sensitive: false });
static METRIC_NAMESPACE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: Some(&PATTERN_7), values: &[], is_sensitive: false });
pub static METRIC_TRANSFORMATION: Structure = Structure {
    name: "MetricTransformation",
    members: &[
        Member { name: "metricName", shape: &METRIC_NAME_SHAPE, is_required: true },
        Member { name: "metricNamespace", shape: &METRIC_NAMESPACE_SHAPE, is_required: true },
        Member { name: "metricValue", shape: &METRIC_VALUE_SHAPE, is_required: true },
        Member { name: "defaultValue", shape: &DEFAULT_VALUE_SHAPE, is_required: false },
        Member { name: "dimensions", shape: &DIMENSIONS_SHAPE, is_required: false },
        Member { name: "unit", shape: &STANDARD_UNIT_SHAPE, is_required: false },
    ],
};
static METRIC_TRANSFORMATIONS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&METRIC_TRANSFORMATION), wire: "member", min: 1, max: 1 });
static METRIC_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 100, pattern: None, values: &[], is_sensitive: false });
static NEXT_TOKEN_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ORDER_BY_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["LogStreamName", "LastEventTime"],
    is_sensitive: false,
});
pub static OUTPUT_LOG_EVENT: Structure = Structure {
    name: "OutputLogEvent",
    members: &[
        Member { name: "timestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "message", shape: &EVENT_MESSAGE_SHAPE, is_required: false },
        Member { name: "ingestionTime", shape: &TIMESTAMP_SHAPE, is_required: false },
    ],
};
static OUTPUT_LOG_EVENTS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&OUTPUT_LOG_EVENT), wire: "member", min: 0, max: u64::MAX });
static POLICY_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
pub static PUT_LOG_EVENTS_REQUEST: Structure = Structure {
    name: "PutLogEventsRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "logStreamName", shape: &LOG_STREAM_NAME_SHAPE, is_required: true },
        Member { name: "logEvents", shape: &INPUT_LOG_EVENTS_SHAPE, is_required: true },
        Member { name: "sequenceToken", shape: &SEQUENCE_TOKEN_SHAPE, is_required: false },
        Member { name: "entity", shape: &Shape::Structure(&ENTITY), is_required: false },
    ],
};
pub static PUT_LOG_EVENTS_RESPONSE: Structure = Structure {
    name: "PutLogEventsResponse",
    members: &[
        Member { name: "nextSequenceToken", shape: &SEQUENCE_TOKEN_SHAPE, is_required: false },
        Member {
            name: "rejectedLogEventsInfo",
            shape: &Shape::Structure(&REJECTED_LOG_EVENTS_INFO),
            is_required: false,
        },
        Member { name: "rejectedEntityInfo", shape: &Shape::Structure(&REJECTED_ENTITY_INFO), is_required: false },
    ],
};
pub static PUT_METRIC_FILTER_REQUEST: Structure = Structure {
    name: "PutMetricFilterRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "filterName", shape: &FILTER_NAME_SHAPE, is_required: true },
        Member { name: "filterPattern", shape: &FILTER_PATTERN_SHAPE, is_required: true },
        Member { name: "metricTransformations", shape: &METRIC_TRANSFORMATIONS_SHAPE, is_required: true },
        Member { name: "applyOnTransformedLogs", shape: &APPLY_ON_TRANSFORMED_LOGS_SHAPE, is_required: false },
        Member { name: "fieldSelectionCriteria", shape: &FIELD_SELECTION_CRITERIA_SHAPE, is_required: false },
        Member { name: "emitSystemFieldDimensions", shape: &EMIT_SYSTEM_FIELDS_SHAPE, is_required: false },
    ],
};
pub static PUT_RETENTION_POLICY_REQUEST: Structure = Structure {
    name: "PutRetentionPolicyRequest",
    members: &[
        Member { name: "logGroupName", shape: &LOG_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "retentionInDays", shape: &DAYS_SHAPE, is_required: true },
    ],
};
pub static REJECTED_ENTITY_INFO: Structure = Structure {
    name: "RejectedEntityInfo",
    members: &[Member { name: "errorType", shape: &ENTITY_REJECTION_ERROR_TYPE_SHAPE, is_required: true }],
};
pub static REJECTED_LOG_EVENTS_INFO: Structure = Structure {
    name: "RejectedLogEventsInfo",
    members: &[
        Member { name: "tooNewLogEventStartIndex", shape: &LOG_EVENT_INDEX_SHAPE, is_required: false },
        Member { name: "tooOldLogEventEndIndex", shape: &LOG_EVENT_INDEX_SHAPE, is_required: false },
        Member { name: "expiredLogEventEndIndex", shape: &LOG_EVENT_INDEX_SHAPE, is_required: false },
    ],
};
pub static SEARCHED_LOG_STREAM: Structure = Structure {
    name: "SearchedLogStream",
    members: &[
        Member { name: "logStreamName", shape: &LOG_STREAM_NAME_SHAPE, is_required: false },
        Member { name: "searchedCompletely", shape: &LOG_STREAM_SEARCHED_COMPLETELY_SHAPE, is_required: false },
    ],
};
static SEARCHED_LOG_STREAMS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&SEARCHED_LOG_STREAM), wire: "member", min: 0, max: u64::MAX });
static SEQUENCE_TOKEN_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static STANDARD_UNIT_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "Seconds",
        "Microseconds",
        "Milliseconds",
        "Bytes",
        "Kilobytes",
        "Megabytes",
        "Gigabytes",
        "Terabytes",
        "Bits",
        "Kilobits",
        "Megabits",
        "Gigabits",
        "Terabits",
        "Percent",
        "Count",
        "Bytes/Second",
        "Kilobytes/Second",
        "Megabytes/Second",
        "Gigabytes/Second",
        "Terabytes/Second",
        "Bits/Second",
        "Kilobits/Second",
        "Megabits/Second",
        "Gigabits/Second",
        "Terabits/Second",
        "Count/Second",
        "None",
    ],
    is_sensitive: false,
});
static START_FROM_HEAD_SHAPE: Shape = Shape::Boolean;
static STORED_BYTES_SHAPE: Shape = Shape::Integer { min: 0, max: i64::MAX };
static SYSTEM_FIELD_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static TAG_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_8), values: &[], is_sensitive: false });
static TAG_KEY_LIST_SHAPE: Shape = Shape::List(List { member: &TAG_KEY_SHAPE, wire: "member", min: 0, max: 50 });
pub static TAG_RESOURCE_REQUEST: Structure = Structure {
    name: "TagResourceRequest",
    members: &[
        Member { name: "resourceArn", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "tags", shape: &TAGS_SHAPE, is_required: true },
    ],
};
static TAG_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 256, pattern: Some(&PATTERN_9), values: &[], is_sensitive: false });
static TAGS_SHAPE: Shape = Shape::Map(Map {
    key: &TAG_KEY_SHAPE,
    value: &TAG_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 1,
    max: 50,
});
static TEST_EVENT_MESSAGES_SHAPE: Shape =
    Shape::List(List { member: &EVENT_MESSAGE_SHAPE, wire: "member", min: 1, max: 50 });
pub static TEST_METRIC_FILTER_REQUEST: Structure = Structure {
    name: "TestMetricFilterRequest",
    members: &[
        Member { name: "filterPattern", shape: &FILTER_PATTERN_SHAPE, is_required: true },
        Member { name: "logEventMessages", shape: &TEST_EVENT_MESSAGES_SHAPE, is_required: true },
    ],
};
pub static TEST_METRIC_FILTER_RESPONSE: Structure = Structure {
    name: "TestMetricFilterResponse",
    members: &[Member { name: "matches", shape: &METRIC_FILTER_MATCHES_SHAPE, is_required: false }],
};
static TIMESTAMP_SHAPE: Shape = Shape::Integer { min: 0, max: i64::MAX };
static TOKEN_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static UNMASK_SHAPE: Shape = Shape::Boolean;
pub static UNTAG_RESOURCE_REQUEST: Structure = Structure {
    name: "UntagResourceRequest",
    members: &[
        Member { name: "resourceArn", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "tagKeys", shape: &TAG_KEY_LIST_SHAPE, is_required: true },
    ],
};
static VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
