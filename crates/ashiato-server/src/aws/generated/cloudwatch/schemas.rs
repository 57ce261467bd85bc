//! The limits of this service's served operations.

use crate::aws::schema::{List, Map, Member, Pattern, Shape, Structure, Text};

static PATTERN_1: Pattern = Pattern::new(r#"[^:].*"#, r#"\A(?:[^:].*)\z"#);
static ACCOUNT_ID_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
pub static ACTION_CONFIGURATION: Structure = Structure {
    name: "ActionConfiguration",
    members: &[Member {
        name: "AlarmTagsPropagation",
        shape: &Shape::Structure(&ALARM_TAGS_PROPAGATION),
        is_required: false,
    }],
};
static ACTION_LOG_LINE_COUNT_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
static ACTION_LOG_LINE_ROLE_ARN_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ACTION_PREFIX_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static ACTIONS_ENABLED_SHAPE: Shape = Shape::Boolean;
static ACTIONS_SUPPRESSED_BY_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["WaitPeriod", "ExtensionPeriod", "Alarm"],
    is_sensitive: false,
});
static ACTIONS_SUPPRESSED_REASON_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1024, pattern: None, values: &[], is_sensitive: false });
static AGGREGATION_EXPRESSION_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: None, values: &[], is_sensitive: false });
static ALARM_ARN_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1600, pattern: None, values: &[], is_sensitive: false });
static ALARM_DESCRIPTION_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1024, pattern: None, values: &[], is_sensitive: false });
pub static ALARM_HISTORY_ITEM: Structure = Structure {
    name: "AlarmHistoryItem",
    members: &[
        Member { name: "AlarmName", shape: &ALARM_NAME_SHAPE, is_required: false },
        Member { name: "AlarmContributorId", shape: &CONTRIBUTOR_ID_SHAPE, is_required: false },
        Member { name: "AlarmType", shape: &ALARM_TYPE_SHAPE, is_required: false },
        Member { name: "Timestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "HistoryItemType", shape: &HISTORY_ITEM_TYPE_SHAPE, is_required: false },
        Member { name: "HistorySummary", shape: &HISTORY_SUMMARY_SHAPE, is_required: false },
        Member { name: "HistoryData", shape: &HISTORY_DATA_SHAPE, is_required: false },
        Member { name: "AlarmContributorAttributes", shape: &CONTRIBUTOR_ATTRIBUTES_SHAPE, is_required: false },
    ],
};
static ALARM_HISTORY_ITEMS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ALARM_HISTORY_ITEM), wire: "member", min: 0, max: u64::MAX });
static ALARM_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
static ALARM_NAME_PREFIX_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
static ALARM_NAMES_SHAPE: Shape = Shape::List(List { member: &ALARM_NAME_SHAPE, wire: "member", min: 0, max: 100 });
pub static ALARM_PROM_QL_CRITERIA: Structure = Structure {
    name: "AlarmPromQLCriteria",
    members: &[
        Member { name: "Query", shape: &QUERY_SHAPE, is_required: true },
        Member { name: "PendingPeriod", shape: &PENDING_PERIOD_SHAPE, is_required: false },
        Member { name: "RecoveryPeriod", shape: &RECOVERY_PERIOD_SHAPE, is_required: false },
    ],
};
static ALARM_RULE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 10240, pattern: None, values: &[], is_sensitive: false });
pub static ALARM_TAGS_PROPAGATION: Structure = Structure {
    name: "AlarmTagsPropagation",
    members: &[
        Member { name: "Enabled", shape: &ALARM_TAGS_PROPAGATION_ENABLED_SHAPE, is_required: true },
        Member { name: "IncludedTagKeys", shape: &ALARM_TAGS_PROPAGATION_TAG_KEYS_SHAPE, is_required: false },
        Member { name: "ExcludedTagKeys", shape: &ALARM_TAGS_PROPAGATION_TAG_KEYS_SHAPE, is_required: false },
    ],
};
static ALARM_TAGS_PROPAGATION_ENABLED_SHAPE: Shape = Shape::Boolean;
static ALARM_TAGS_PROPAGATION_TAG_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static ALARM_TAGS_PROPAGATION_TAG_KEYS_SHAPE: Shape =
    Shape::List(List { member: &ALARM_TAGS_PROPAGATION_TAG_KEY_SHAPE, wire: "member", min: 1, max: 50 });
static ALARM_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["CompositeAlarm", "MetricAlarm", "LogAlarm"],
    is_sensitive: false,
});
static ALARM_TYPES_SHAPE: Shape =
    Shape::List(List { member: &ALARM_TYPE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static AMAZON_RESOURCE_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static ATTRIBUTE_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
static ATTRIBUTE_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static COMPARISON_OPERATOR_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "GreaterThanOrEqualToThreshold",
        "GreaterThanThreshold",
        "LessThanThreshold",
        "LessThanOrEqualToThreshold",
        "LessThanLowerOrGreaterThanUpperThreshold",
        "LessThanLowerThreshold",
        "GreaterThanUpperThreshold",
    ],
    is_sensitive: false,
});
pub static COMPOSITE_ALARM: Structure = Structure {
    name: "CompositeAlarm",
    members: &[
        Member { name: "ActionsEnabled", shape: &ACTIONS_ENABLED_SHAPE, is_required: false },
        Member { name: "AlarmActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "AlarmArn", shape: &ALARM_ARN_SHAPE, is_required: false },
        Member { name: "AlarmConfigurationUpdatedTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "AlarmDescription", shape: &ALARM_DESCRIPTION_SHAPE, is_required: false },
        Member { name: "AlarmName", shape: &ALARM_NAME_SHAPE, is_required: false },
        Member { name: "AlarmRule", shape: &ALARM_RULE_SHAPE, is_required: false },
        Member { name: "InsufficientDataActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "OKActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "StateReason", shape: &STATE_REASON_SHAPE, is_required: false },
        Member { name: "StateReasonData", shape: &STATE_REASON_DATA_SHAPE, is_required: false },
        Member { name: "StateUpdatedTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "StateValue", shape: &STATE_VALUE_SHAPE, is_required: false },
        Member { name: "StateTransitionedTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "ActionsSuppressedBy", shape: &ACTIONS_SUPPRESSED_BY_SHAPE, is_required: false },
        Member { name: "ActionsSuppressedReason", shape: &ACTIONS_SUPPRESSED_REASON_SHAPE, is_required: false },
        Member { name: "ActionsSuppressor", shape: &ALARM_ARN_SHAPE, is_required: false },
        Member { name: "ActionsSuppressorWaitPeriod", shape: &SUPPRESSOR_PERIOD_SHAPE, is_required: false },
        Member { name: "ActionsSuppressorExtensionPeriod", shape: &SUPPRESSOR_PERIOD_SHAPE, is_required: false },
        Member { name: "ActionConfiguration", shape: &Shape::Structure(&ACTION_CONFIGURATION), is_required: false },
    ],
};
static COMPOSITE_ALARMS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&COMPOSITE_ALARM), wire: "member", min: 0, max: u64::MAX });
static CONTRIBUTOR_ATTRIBUTES_SHAPE: Shape = Shape::Map(Map {
    key: &ATTRIBUTE_NAME_SHAPE,
    value: &ATTRIBUTE_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: 150,
});
static CONTRIBUTOR_ID_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 16, pattern: None, values: &[], is_sensitive: false });
static COUNTS_SHAPE: Shape =
    Shape::List(List { member: &DATAPOINT_VALUE_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static DATAPOINT: Structure = Structure {
    name: "Datapoint",
    members: &[
        Member { name: "Timestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "SampleCount", shape: &DATAPOINT_VALUE_SHAPE, is_required: false },
        Member { name: "Average", shape: &DATAPOINT_VALUE_SHAPE, is_required: false },
        Member { name: "Sum", shape: &DATAPOINT_VALUE_SHAPE, is_required: false },
        Member { name: "Minimum", shape: &DATAPOINT_VALUE_SHAPE, is_required: false },
        Member { name: "Maximum", shape: &DATAPOINT_VALUE_SHAPE, is_required: false },
        Member { name: "Unit", shape: &STANDARD_UNIT_SHAPE, is_required: false },
        Member { name: "ExtendedStatistics", shape: &DATAPOINT_VALUE_MAP_SHAPE, is_required: false },
    ],
};
static DATAPOINT_VALUE_SHAPE: Shape = Shape::Number { min: f64::MIN, max: f64::MAX };
static DATAPOINT_VALUE_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &EXTENDED_STATISTIC_SHAPE,
    value: &DATAPOINT_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static DATAPOINT_VALUES_SHAPE: Shape =
    Shape::List(List { member: &DATAPOINT_VALUE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static DATAPOINTS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&DATAPOINT), wire: "member", min: 0, max: u64::MAX });
static DATAPOINTS_TO_ALARM_SHAPE: Shape = Shape::Integer { min: 1, max: 2147483647 };
pub static DELETE_ALARMS_INPUT: Structure = Structure {
    name: "DeleteAlarmsInput",
    members: &[Member { name: "AlarmNames", shape: &ALARM_NAMES_SHAPE, is_required: true }],
};
pub static DESCRIBE_ALARM_HISTORY_INPUT: Structure = Structure {
    name: "DescribeAlarmHistoryInput",
    members: &[
        Member { name: "AlarmName", shape: &ALARM_NAME_SHAPE, is_required: false },
        Member { name: "AlarmContributorId", shape: &CONTRIBUTOR_ID_SHAPE, is_required: false },
        Member { name: "AlarmTypes", shape: &ALARM_TYPES_SHAPE, is_required: false },
        Member { name: "HistoryItemType", shape: &HISTORY_ITEM_TYPE_SHAPE, is_required: false },
        Member { name: "StartDate", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "EndDate", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "MaxRecords", shape: &MAX_RECORDS_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "ScanBy", shape: &SCAN_BY_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_ALARM_HISTORY_OUTPUT: Structure = Structure {
    name: "DescribeAlarmHistoryOutput",
    members: &[
        Member { name: "AlarmHistoryItems", shape: &ALARM_HISTORY_ITEMS_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_ALARMS_FOR_METRIC_INPUT: Structure = Structure {
    name: "DescribeAlarmsForMetricInput",
    members: &[
        Member { name: "MetricName", shape: &METRIC_NAME_SHAPE, is_required: true },
        Member { name: "Namespace", shape: &NAMESPACE_SHAPE, is_required: true },
        Member { name: "Statistic", shape: &STATISTIC_SHAPE, is_required: false },
        Member { name: "ExtendedStatistic", shape: &EXTENDED_STATISTIC_SHAPE, is_required: false },
        Member { name: "Dimensions", shape: &DIMENSIONS_SHAPE, is_required: false },
        Member { name: "Period", shape: &PERIOD_SHAPE, is_required: false },
        Member { name: "Unit", shape: &STANDARD_UNIT_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_ALARMS_FOR_METRIC_OUTPUT: Structure = Structure {
    name: "DescribeAlarmsForMetricOutput",
    members: &[Member { name: "MetricAlarms", shape: &METRIC_ALARMS_SHAPE, is_required: false }],
};
pub static DESCRIBE_ALARMS_INPUT: Structure = Structure {
    name: "DescribeAlarmsInput",
    members: &[
        Member { name: "AlarmNames", shape: &ALARM_NAMES_SHAPE, is_required: false },
        Member { name: "AlarmNamePrefix", shape: &ALARM_NAME_PREFIX_SHAPE, is_required: false },
        Member { name: "AlarmTypes", shape: &ALARM_TYPES_SHAPE, is_required: false },
        Member { name: "ChildrenOfAlarmName", shape: &ALARM_NAME_SHAPE, is_required: false },
        Member { name: "ParentsOfAlarmName", shape: &ALARM_NAME_SHAPE, is_required: false },
        Member { name: "StateValue", shape: &STATE_VALUE_SHAPE, is_required: false },
        Member { name: "ActionPrefix", shape: &ACTION_PREFIX_SHAPE, is_required: false },
        Member { name: "MaxRecords", shape: &MAX_RECORDS_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_ALARMS_OUTPUT: Structure = Structure {
    name: "DescribeAlarmsOutput",
    members: &[
        Member { name: "CompositeAlarms", shape: &COMPOSITE_ALARMS_SHAPE, is_required: false },
        Member { name: "MetricAlarms", shape: &METRIC_ALARMS_SHAPE, is_required: false },
        Member { name: "LogAlarms", shape: &LOG_ALARMS_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
    ],
};
pub static DIMENSION: Structure = Structure {
    name: "Dimension",
    members: &[
        Member { name: "Name", shape: &DIMENSION_NAME_SHAPE, is_required: true },
        Member { name: "Value", shape: &DIMENSION_VALUE_SHAPE, is_required: true },
    ],
};
pub static DIMENSION_FILTER: Structure = Structure {
    name: "DimensionFilter",
    members: &[
        Member { name: "Name", shape: &DIMENSION_NAME_SHAPE, is_required: true },
        Member { name: "Value", shape: &DIMENSION_VALUE_SHAPE, is_required: false },
    ],
};
static DIMENSION_FILTERS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&DIMENSION_FILTER), wire: "member", min: 0, max: 10 });
static DIMENSION_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
static DIMENSION_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static DIMENSIONS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&DIMENSION), wire: "member", min: 0, max: 30 });
pub static DISABLE_ALARM_ACTIONS_INPUT: Structure = Structure {
    name: "DisableAlarmActionsInput",
    members: &[Member { name: "AlarmNames", shape: &ALARM_NAMES_SHAPE, is_required: true }],
};
pub static ENABLE_ALARM_ACTIONS_INPUT: Structure = Structure {
    name: "EnableAlarmActionsInput",
    members: &[Member { name: "AlarmNames", shape: &ALARM_NAMES_SHAPE, is_required: true }],
};
static END_TIME_OFFSET_SHAPE: Shape = Shape::Integer { min: 0, max: 2592000 };
pub static ENTITY: Structure = Structure {
    name: "Entity",
    members: &[
        Member { name: "KeyAttributes", shape: &ENTITY_KEY_ATTRIBUTES_MAP_SHAPE, is_required: false },
        Member { name: "Attributes", shape: &ENTITY_ATTRIBUTES_MAP_SHAPE, is_required: false },
    ],
};
static ENTITY_ATTRIBUTES_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &ENTITY_ATTRIBUTES_MAP_KEY_STRING_SHAPE,
    value: &ENTITY_ATTRIBUTES_MAP_VALUE_STRING_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: 10,
});
static ENTITY_ATTRIBUTES_MAP_KEY_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 256, pattern: None, values: &[], is_sensitive: false });
static ENTITY_ATTRIBUTES_MAP_VALUE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: None, values: &[], is_sensitive: false });
static ENTITY_KEY_ATTRIBUTES_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &ENTITY_KEY_ATTRIBUTES_MAP_KEY_STRING_SHAPE,
    value: &ENTITY_KEY_ATTRIBUTES_MAP_VALUE_STRING_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 2,
    max: 4,
});
static ENTITY_KEY_ATTRIBUTES_MAP_KEY_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 32, pattern: None, values: &[], is_sensitive: false });
static ENTITY_KEY_ATTRIBUTES_MAP_VALUE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: None, values: &[], is_sensitive: false });
pub static ENTITY_METRIC_DATA: Structure = Structure {
    name: "EntityMetricData",
    members: &[
        Member { name: "Entity", shape: &Shape::Structure(&ENTITY), is_required: false },
        Member { name: "MetricData", shape: &METRIC_DATA_SHAPE, is_required: false },
    ],
};
static ENTITY_METRIC_DATA_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ENTITY_METRIC_DATA), wire: "member", min: 0, max: u64::MAX });
static EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
pub static EVALUATION_CRITERIA: Structure = Structure {
    name: "EvaluationCriteria",
    members: &[Member {
        name: "PromQLCriteria",
        shape: &Shape::Structure(&ALARM_PROM_QL_CRITERIA),
        is_required: false,
    }],
};
static EVALUATION_INTERVAL_SHAPE: Shape = Shape::Integer { min: 10, max: 3600 };
static EVALUATION_PERIODS_SHAPE: Shape = Shape::Integer { min: 1, max: 2147483647 };
static EVALUATION_STATE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["PARTIAL_DATA", "EVALUATION_FAILURE", "EVALUATION_ERROR"],
    is_sensitive: false,
});
pub static EVALUATION_WINDOW: Structure = Structure {
    name: "EvaluationWindow",
    members: &[
        Member { name: "WallClockWindow", shape: &Shape::Structure(&WALL_CLOCK_WINDOW), is_required: false },
        Member { name: "SlidingWindow", shape: &Shape::Structure(&SLIDING_WINDOW), is_required: false },
    ],
};
static EXTENDED_STATISTIC_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static EXTENDED_STATISTICS_SHAPE: Shape =
    Shape::List(List { member: &EXTENDED_STATISTIC_SHAPE, wire: "member", min: 1, max: 10 });
pub static GET_METRIC_DATA_INPUT: Structure = Structure {
    name: "GetMetricDataInput",
    members: &[
        Member { name: "MetricDataQueries", shape: &METRIC_DATA_QUERIES_SHAPE, is_required: true },
        Member { name: "StartTime", shape: &TIMESTAMP_SHAPE, is_required: true },
        Member { name: "EndTime", shape: &TIMESTAMP_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "ScanBy", shape: &SCAN_BY_SHAPE, is_required: false },
        Member { name: "MaxDatapoints", shape: &GET_METRIC_DATA_MAX_DATAPOINTS_SHAPE, is_required: false },
        Member { name: "LabelOptions", shape: &Shape::Structure(&LABEL_OPTIONS), is_required: false },
    ],
};
static GET_METRIC_DATA_LABEL_TIMEZONE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static GET_METRIC_DATA_MAX_DATAPOINTS_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
pub static GET_METRIC_DATA_OUTPUT: Structure = Structure {
    name: "GetMetricDataOutput",
    members: &[
        Member { name: "MetricDataResults", shape: &METRIC_DATA_RESULTS_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "Messages", shape: &METRIC_DATA_RESULT_MESSAGES_SHAPE, is_required: false },
    ],
};
pub static GET_METRIC_STATISTICS_INPUT: Structure = Structure {
    name: "GetMetricStatisticsInput",
    members: &[
        Member { name: "Namespace", shape: &NAMESPACE_SHAPE, is_required: true },
        Member { name: "MetricName", shape: &METRIC_NAME_SHAPE, is_required: true },
        Member { name: "Dimensions", shape: &DIMENSIONS_SHAPE, is_required: false },
        Member { name: "StartTime", shape: &TIMESTAMP_SHAPE, is_required: true },
        Member { name: "EndTime", shape: &TIMESTAMP_SHAPE, is_required: true },
        Member { name: "Period", shape: &PERIOD_SHAPE, is_required: true },
        Member { name: "Statistics", shape: &STATISTICS_SHAPE, is_required: false },
        Member { name: "ExtendedStatistics", shape: &EXTENDED_STATISTICS_SHAPE, is_required: false },
        Member { name: "Unit", shape: &STANDARD_UNIT_SHAPE, is_required: false },
    ],
};
pub static GET_METRIC_STATISTICS_OUTPUT: Structure = Structure {
    name: "GetMetricStatisticsOutput",
    members: &[
        Member { name: "Label", shape: &METRIC_LABEL_SHAPE, is_required: false },
        Member { name: "Datapoints", shape: &DATAPOINTS_SHAPE, is_required: false },
    ],
};
static HISTORY_DATA_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 4095, pattern: None, values: &[], is_sensitive: false });
static HISTORY_ITEM_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["ConfigurationUpdate", "StateUpdate", "Action", "AlarmContributorStateUpdate", "AlarmContributorAction"],
    is_sensitive: false,
});
static HISTORY_SUMMARY_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
static INCLUDE_LINKED_ACCOUNTS_SHAPE: Shape = Shape::Boolean;
pub static LABEL_OPTIONS: Structure = Structure {
    name: "LabelOptions",
    members: &[Member { name: "Timezone", shape: &GET_METRIC_DATA_LABEL_TIMEZONE_SHAPE, is_required: false }],
};
pub static LIST_METRICS_INPUT: Structure = Structure {
    name: "ListMetricsInput",
    members: &[
        Member { name: "Namespace", shape: &NAMESPACE_SHAPE, is_required: false },
        Member { name: "MetricName", shape: &METRIC_NAME_SHAPE, is_required: false },
        Member { name: "Dimensions", shape: &DIMENSION_FILTERS_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "RecentlyActive", shape: &RECENTLY_ACTIVE_SHAPE, is_required: false },
        Member { name: "IncludeLinkedAccounts", shape: &INCLUDE_LINKED_ACCOUNTS_SHAPE, is_required: false },
        Member { name: "OwningAccount", shape: &ACCOUNT_ID_SHAPE, is_required: false },
    ],
};
pub static LIST_METRICS_OUTPUT: Structure = Structure {
    name: "ListMetricsOutput",
    members: &[
        Member { name: "Metrics", shape: &METRICS_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_SHAPE, is_required: false },
        Member { name: "OwningAccounts", shape: &OWNING_ACCOUNTS_SHAPE, is_required: false },
    ],
};
pub static LIST_TAGS_FOR_RESOURCE_INPUT: Structure = Structure {
    name: "ListTagsForResourceInput",
    members: &[Member { name: "ResourceARN", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true }],
};
pub static LIST_TAGS_FOR_RESOURCE_OUTPUT: Structure = Structure {
    name: "ListTagsForResourceOutput",
    members: &[Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false }],
};
pub static LOG_ALARM: Structure = Structure {
    name: "LogAlarm",
    members: &[
        Member { name: "AlarmName", shape: &ALARM_NAME_SHAPE, is_required: false },
        Member { name: "AlarmArn", shape: &ALARM_ARN_SHAPE, is_required: false },
        Member { name: "AlarmDescription", shape: &ALARM_DESCRIPTION_SHAPE, is_required: false },
        Member { name: "AlarmConfigurationUpdatedTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "ActionsEnabled", shape: &ACTIONS_ENABLED_SHAPE, is_required: false },
        Member { name: "OKActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "AlarmActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "InsufficientDataActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "StateValue", shape: &STATE_VALUE_SHAPE, is_required: false },
        Member { name: "StateReason", shape: &STATE_REASON_SHAPE, is_required: false },
        Member { name: "StateReasonData", shape: &STATE_REASON_DATA_SHAPE, is_required: false },
        Member { name: "StateUpdatedTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member {
            name: "ScheduledQueryConfiguration",
            shape: &Shape::Structure(&SCHEDULED_QUERY_CONFIGURATION),
            is_required: false,
        },
        Member { name: "QueryResultsToEvaluate", shape: &QUERY_RESULTS_TO_EVALUATE_SHAPE, is_required: false },
        Member { name: "QueryResultsToAlarm", shape: &QUERY_RESULTS_TO_ALARM_SHAPE, is_required: false },
        Member { name: "Threshold", shape: &THRESHOLD_SHAPE, is_required: false },
        Member { name: "ComparisonOperator", shape: &COMPARISON_OPERATOR_SHAPE, is_required: false },
        Member { name: "TreatMissingData", shape: &TREAT_MISSING_DATA_SHAPE, is_required: false },
        Member { name: "StateTransitionedTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "EvaluationState", shape: &EVALUATION_STATE_SHAPE, is_required: false },
        Member { name: "ActionLogLineCount", shape: &ACTION_LOG_LINE_COUNT_SHAPE, is_required: false },
        Member { name: "ActionLogLineRoleArn", shape: &ACTION_LOG_LINE_ROLE_ARN_SHAPE, is_required: false },
        Member { name: "WarmUpConfiguration", shape: &Shape::Structure(&WARM_UP_CONFIGURATION), is_required: false },
        Member { name: "ActionConfiguration", shape: &Shape::Structure(&ACTION_CONFIGURATION), is_required: false },
    ],
};
static LOG_ALARMS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&LOG_ALARM), wire: "member", min: 0, max: u64::MAX });
static LOG_GROUP_IDENTIFIERS_SHAPE: Shape =
    Shape::List(List { member: &AMAZON_RESOURCE_NAME_SHAPE, wire: "member", min: 1, max: 50 });
static MAX_RECORDS_SHAPE: Shape = Shape::Integer { min: 1, max: 100 };
pub static MESSAGE_DATA: Structure = Structure {
    name: "MessageData",
    members: &[
        Member { name: "Code", shape: &MESSAGE_DATA_CODE_SHAPE, is_required: false },
        Member { name: "Value", shape: &MESSAGE_DATA_VALUE_SHAPE, is_required: false },
    ],
};
static MESSAGE_DATA_CODE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static MESSAGE_DATA_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
pub static METRIC: Structure = Structure {
    name: "Metric",
    members: &[
        Member { name: "Namespace", shape: &NAMESPACE_SHAPE, is_required: false },
        Member { name: "MetricName", shape: &METRIC_NAME_SHAPE, is_required: false },
        Member { name: "Dimensions", shape: &DIMENSIONS_SHAPE, is_required: false },
    ],
};
pub static METRIC_ALARM: Structure = Structure {
    name: "MetricAlarm",
    members: &[
        Member { name: "AlarmName", shape: &ALARM_NAME_SHAPE, is_required: false },
        Member { name: "AlarmArn", shape: &ALARM_ARN_SHAPE, is_required: false },
        Member { name: "AlarmDescription", shape: &ALARM_DESCRIPTION_SHAPE, is_required: false },
        Member { name: "AlarmConfigurationUpdatedTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "ActionsEnabled", shape: &ACTIONS_ENABLED_SHAPE, is_required: false },
        Member { name: "OKActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "AlarmActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "InsufficientDataActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "StateValue", shape: &STATE_VALUE_SHAPE, is_required: false },
        Member { name: "StateReason", shape: &STATE_REASON_SHAPE, is_required: false },
        Member { name: "StateReasonData", shape: &STATE_REASON_DATA_SHAPE, is_required: false },
        Member { name: "StateUpdatedTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "MetricName", shape: &METRIC_NAME_SHAPE, is_required: false },
        Member { name: "Namespace", shape: &NAMESPACE_SHAPE, is_required: false },
        Member { name: "Statistic", shape: &STATISTIC_SHAPE, is_required: false },
        Member { name: "ExtendedStatistic", shape: &EXTENDED_STATISTIC_SHAPE, is_required: false },
        Member { name: "Dimensions", shape: &DIMENSIONS_SHAPE, is_required: false },
        Member { name: "Period", shape: &PERIOD_SHAPE, is_required: false },
        Member { name: "Unit", shape: &STANDARD_UNIT_SHAPE, is_required: false },
        Member { name: "EvaluationPeriods", shape: &EVALUATION_PERIODS_SHAPE, is_required: false },
        Member { name: "DatapointsToAlarm", shape: &DATAPOINTS_TO_ALARM_SHAPE, is_required: false },
        Member { name: "Threshold", shape: &THRESHOLD_SHAPE, is_required: false },
        Member { name: "ComparisonOperator", shape: &COMPARISON_OPERATOR_SHAPE, is_required: false },
        Member { name: "TreatMissingData", shape: &TREAT_MISSING_DATA_SHAPE, is_required: false },
        Member {
            name: "EvaluateLowSampleCountPercentile",
            shape: &EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE_SHAPE,
            is_required: false,
        },
        Member { name: "Metrics", shape: &METRIC_DATA_QUERIES_SHAPE, is_required: false },
        Member { name: "ThresholdMetricId", shape: &METRIC_ID_SHAPE, is_required: false },
        Member { name: "EvaluationState", shape: &EVALUATION_STATE_SHAPE, is_required: false },
        Member { name: "StateTransitionedTimestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "EvaluationWindow", shape: &Shape::Structure(&EVALUATION_WINDOW), is_required: false },
        Member { name: "WarmUpConfiguration", shape: &Shape::Structure(&WARM_UP_CONFIGURATION), is_required: false },
        Member { name: "EvaluationCriteria", shape: &Shape::Structure(&EVALUATION_CRITERIA), is_required: false },
        Member { name: "EvaluationInterval", shape: &EVALUATION_INTERVAL_SHAPE, is_required: false },
        Member { name: "ActionConfiguration", shape: &Shape::Structure(&ACTION_CONFIGURATION), is_required: false },
    ],
};
static METRIC_ALARMS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&METRIC_ALARM), wire: "member", min: 0, max: u64::MAX });
static METRIC_DATA_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&METRIC_DATUM), wire: "member", min: 0, max: u64::MAX });
static METRIC_DATA_QUERIES_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&METRIC_DATA_QUERY), wire: "member", min: 0, max: u64::MAX });
pub static METRIC_DATA_QUERY: Structure = Structure {
    name: "MetricDataQuery",
    members: &[
        Member { name: "Id", shape: &METRIC_ID_SHAPE, is_required: true },
        Member { name: "MetricStat", shape: &Shape::Structure(&METRIC_STAT), is_required: false },
        Member { name: "Expression", shape: &METRIC_EXPRESSION_SHAPE, is_required: false },
        Member { name: "Label", shape: &METRIC_LABEL_SHAPE, is_required: false },
        Member { name: "ReturnData", shape: &RETURN_DATA_SHAPE, is_required: false },
        Member { name: "Period", shape: &PERIOD_SHAPE, is_required: false },
        Member { name: "AccountId", shape: &ACCOUNT_ID_SHAPE, is_required: false },
    ],
};
pub static METRIC_DATA_RESULT: Structure = Structure {
    name: "MetricDataResult",
    members: &[
        Member { name: "Id", shape: &METRIC_ID_SHAPE, is_required: false },
        Member { name: "Label", shape: &METRIC_LABEL_SHAPE, is_required: false },
        Member { name: "Timestamps", shape: &TIMESTAMPS_SHAPE, is_required: false },
        Member { name: "Values", shape: &DATAPOINT_VALUES_SHAPE, is_required: false },
        Member { name: "StatusCode", shape: &STATUS_CODE_SHAPE, is_required: false },
        Member { name: "Messages", shape: &METRIC_DATA_RESULT_MESSAGES_SHAPE, is_required: false },
    ],
};
static METRIC_DATA_RESULT_MESSAGES_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&MESSAGE_DATA), wire: "member", min: 0, max: u64::MAX });
static METRIC_DATA_RESULTS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&METRIC_DATA_RESULT), wire: "member", min: 0, max: u64::MAX });
pub static METRIC_DATUM: Structure = Structure {
    name: "MetricDatum",
    members: &[
        Member { name: "MetricName", shape: &METRIC_NAME_SHAPE, is_required: true },
        Member { name: "Dimensions", shape: &DIMENSIONS_SHAPE, is_required: false },
        Member { name: "Timestamp", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "Value", shape: &DATAPOINT_VALUE_SHAPE, is_required: false },
        Member { name: "StatisticValues", shape: &Shape::Structure(&STATISTIC_SET), is_required: false },
        Member { name: "Values", shape: &VALUES_SHAPE, is_required: false },
        Member { name: "Counts", shape: &COUNTS_SHAPE, is_required: false },
        Member { name: "Unit", shape: &STANDARD_UNIT_SHAPE, is_required: false },
        Member { name: "StorageResolution", shape: &STORAGE_RESOLUTION_SHAPE, is_required: false },
    ],
};
static METRIC_EXPRESSION_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: None, values: &[], is_sensitive: false });
static METRIC_ID_SHAPE: Shape = Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
static METRIC_LABEL_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static METRIC_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
pub static METRIC_STAT: Structure = Structure {
    name: "MetricStat",
    members: &[
        Member { name: "Metric", shape: &Shape::Structure(&METRIC), is_required: true },
        Member { name: "Period", shape: &PERIOD_SHAPE, is_required: true },
        Member { name: "Stat", shape: &STAT_SHAPE, is_required: true },
        Member { name: "Unit", shape: &STANDARD_UNIT_SHAPE, is_required: false },
    ],
};
static METRICS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&METRIC), wire: "member", min: 0, max: u64::MAX });
static NAMESPACE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static NEXT_TOKEN_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ONLY_START_EVALUATING_AFTER_WARM_UP_PERIOD_ENDS_SHAPE: Shape = Shape::Boolean;
static OWNING_ACCOUNTS_SHAPE: Shape =
    Shape::List(List { member: &ACCOUNT_ID_SHAPE, wire: "member", min: 0, max: u64::MAX });
static PENDING_PERIOD_SHAPE: Shape = Shape::Integer { min: 0, max: 86400 };
static PERIOD_SHAPE: Shape = Shape::Integer { min: 1, max: 2147483647 };
pub static PUT_METRIC_ALARM_INPUT: Structure = Structure {
    name: "PutMetricAlarmInput",
    members: &[
        Member { name: "AlarmName", shape: &ALARM_NAME_SHAPE, is_required: true },
        Member { name: "AlarmDescription", shape: &ALARM_DESCRIPTION_SHAPE, is_required: false },
        Member { name: "ActionsEnabled", shape: &ACTIONS_ENABLED_SHAPE, is_required: false },
        Member { name: "OKActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "AlarmActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "InsufficientDataActions", shape: &RESOURCE_LIST_SHAPE, is_required: false },
        Member { name: "MetricName", shape: &METRIC_NAME_SHAPE, is_required: false },
        Member { name: "Namespace", shape: &NAMESPACE_SHAPE, is_required: false },
        Member { name: "Statistic", shape: &STATISTIC_SHAPE, is_required: false },
        Member { name: "ExtendedStatistic", shape: &EXTENDED_STATISTIC_SHAPE, is_required: false },
        Member { name: "Dimensions", shape: &DIMENSIONS_SHAPE, is_required: false },
        Member { name: "Period", shape: &PERIOD_SHAPE, is_required: false },
        Member { name: "Unit", shape: &STANDARD_UNIT_SHAPE, is_required: false },
        Member { name: "EvaluationPeriods", shape: &EVALUATION_PERIODS_SHAPE, is_required: false },
        Member { name: "DatapointsToAlarm", shape: &DATAPOINTS_TO_ALARM_SHAPE, is_required: false },
        Member { name: "Threshold", shape: &THRESHOLD_SHAPE, is_required: false },
        Member { name: "ComparisonOperator", shape: &COMPARISON_OPERATOR_SHAPE, is_required: false },
        Member { name: "TreatMissingData", shape: &TREAT_MISSING_DATA_SHAPE, is_required: false },
        Member {
            name: "EvaluateLowSampleCountPercentile",
            shape: &EVALUATE_LOW_SAMPLE_COUNT_PERCENTILE_SHAPE,
            is_required: false,
        },
        Member { name: "Metrics", shape: &METRIC_DATA_QUERIES_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false },
        Member { name: "ThresholdMetricId", shape: &METRIC_ID_SHAPE, is_required: false },
        Member { name: "EvaluationWindow", shape: &Shape::Structure(&EVALUATION_WINDOW), is_required: false },
        Member { name: "WarmUpConfiguration", shape: &Shape::Structure(&WARM_UP_CONFIGURATION), is_required: false },
        Member { name: "EvaluationCriteria", shape: &Shape::Structure(&EVALUATION_CRITERIA), is_required: false },
        Member { name: "EvaluationInterval", shape: &EVALUATION_INTERVAL_SHAPE, is_required: false },
        Member { name: "ActionConfiguration", shape: &Shape::Structure(&ACTION_CONFIGURATION), is_required: false },
    ],
};
pub static PUT_METRIC_DATA_INPUT: Structure = Structure {
    name: "PutMetricDataInput",
    members: &[
        Member { name: "Namespace", shape: &NAMESPACE_SHAPE, is_required: true },
        Member { name: "MetricData", shape: &METRIC_DATA_SHAPE, is_required: false },
        Member { name: "EntityMetricData", shape: &ENTITY_METRIC_DATA_LIST_SHAPE, is_required: false },
        Member { name: "StrictEntityValidation", shape: &STRICT_ENTITY_VALIDATION_SHAPE, is_required: false },
    ],
};
static QUERY_SHAPE: Shape = Shape::Text(Text { min: 1, max: 10000, pattern: None, values: &[], is_sensitive: false });
static QUERY_RESULTS_TO_ALARM_SHAPE: Shape = Shape::Integer { min: 1, max: 2147483647 };
static QUERY_RESULTS_TO_EVALUATE_SHAPE: Shape = Shape::Integer { min: 1, max: 2147483647 };
static QUERY_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 10000, pattern: None, values: &[], is_sensitive: false });
static RECENTLY_ACTIVE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["PT3H"], is_sensitive: false });
static RECOVERY_PERIOD_SHAPE: Shape = Shape::Integer { min: 0, max: 86400 };
static RESOURCE_LIST_SHAPE: Shape = Shape::List(List { member: &RESOURCE_NAME_SHAPE, wire: "member", min: 0, max: 5 });
static RESOURCE_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static RETURN_DATA_SHAPE: Shape = Shape::Boolean;
static SCAN_BY_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["TimestampDescending", "TimestampAscending"],
    is_sensitive: false,
});
pub static SCHEDULE_CONFIGURATION: Structure = Structure {
    name: "ScheduleConfiguration",
    members: &[
        Member { name: "ScheduleExpression", shape: &SCHEDULE_EXPRESSION_SHAPE, is_required: true },
        Member { name: "StartTimeOffset", shape: &START_TIME_OFFSET_SHAPE, is_required: true },
        Member { name: "EndTimeOffset", shape: &END_TIME_OFFSET_SHAPE, is_required: false },
    ],
};
static SCHEDULE_EXPRESSION_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 256, pattern: None, values: &[], is_sensitive: false });
pub static SCHEDULED_QUERY_CONFIGURATION: Structure = Structure {
    name: "ScheduledQueryConfiguration",
    members: &[
        Member { name: "QueryString", shape: &QUERY_STRING_SHAPE, is_required: true },
        Member { name: "LogGroupIdentifiers", shape: &LOG_GROUP_IDENTIFIERS_SHAPE, is_required: false },
        Member { name: "QueryARN", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: false },
        Member { name: "ScheduledQueryRoleARN", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "ScheduleConfiguration", shape: &Shape::Structure(&SCHEDULE_CONFIGURATION), is_required: true },
        Member { name: "AggregationExpression", shape: &AGGREGATION_EXPRESSION_SHAPE, is_required: true },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false },
    ],
};
pub static SET_ALARM_STATE_INPUT: Structure = Structure {
    name: "SetAlarmStateInput",
    members: &[
        Member { name: "AlarmName", shape: &ALARM_NAME_SHAPE, is_required: true },
        Member { name: "StateValue", shape: &STATE_VALUE_SHAPE, is_required: true },
        Member { name: "StateReason", shape: &STATE_REASON_SHAPE, is_required: true },
        Member { name: "StateReasonData", shape: &STATE_REASON_DATA_SHAPE, is_required: false },
    ],
};
pub static SLIDING_WINDOW: Structure = Structure { name: "SlidingWindow", members: &[] };
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
static START_TIME_OFFSET_SHAPE: Shape = Shape::Integer { min: 1, max: 2592000 };
static STAT_SHAPE: Shape = Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static STATE_REASON_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1023, pattern: None, values: &[], is_sensitive: false });
static STATE_REASON_DATA_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 4000, pattern: None, values: &[], is_sensitive: false });
static STATE_VALUE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["OK", "ALARM", "INSUFFICIENT_DATA"],
    is_sensitive: false,
});
static STATISTIC_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["SampleCount", "Average", "Sum", "Minimum", "Maximum"],
    is_sensitive: false,
});
pub static STATISTIC_SET: Structure = Structure {
    name: "StatisticSet",
    members: &[
        Member { name: "SampleCount", shape: &DATAPOINT_VALUE_SHAPE, is_required: true },
        Member { name: "Sum", shape: &DATAPOINT_VALUE_SHAPE, is_required: true },
        Member { name: "Minimum", shape: &DATAPOINT_VALUE_SHAPE, is_required: true },
        Member { name: "Maximum", shape: &DATAPOINT_VALUE_SHAPE, is_required: true },
    ],
};
static STATISTICS_SHAPE: Shape = Shape::List(List { member: &STATISTIC_SHAPE, wire: "member", min: 1, max: 5 });
static STATUS_CODE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["Complete", "InternalError", "PartialData", "Forbidden"],
    is_sensitive: false,
});
static STORAGE_RESOLUTION_SHAPE: Shape = Shape::Integer { min: 1, max: 2147483647 };
static STRICT_ENTITY_VALIDATION_SHAPE: Shape = Shape::Boolean;
static SUPPRESSOR_PERIOD_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
pub static TAG: Structure = Structure {
    name: "Tag",
    members: &[
        Member { name: "Key", shape: &TAG_KEY_SHAPE, is_required: true },
        Member { name: "Value", shape: &TAG_VALUE_SHAPE, is_required: true },
    ],
};
static TAG_KEY_SHAPE: Shape = Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static TAG_KEY_LIST_SHAPE: Shape = Shape::List(List { member: &TAG_KEY_SHAPE, wire: "member", min: 0, max: u64::MAX });
static TAG_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TAG), wire: "member", min: 0, max: u64::MAX });
pub static TAG_RESOURCE_INPUT: Structure = Structure {
    name: "TagResourceInput",
    members: &[
        Member { name: "ResourceARN", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: true },
    ],
};
pub static TAG_RESOURCE_OUTPUT: Structure = Structure { name: "TagResourceOutput", members: &[] };
static TAG_VALUE_SHAPE: Shape = Shape::Text(Text { min: 0, max: 256, pattern: None, values: &[], is_sensitive: false });
static THRESHOLD_SHAPE: Shape = Shape::Number { min: f64::MIN, max: f64::MAX };
static TIMESTAMP_SHAPE: Shape = Shape::Timestamp;
static TIMESTAMPS_SHAPE: Shape = Shape::List(List { member: &TIMESTAMP_SHAPE, wire: "member", min: 0, max: u64::MAX });
static TIMEZONE_SHAPE: Shape = Shape::Text(Text { min: 1, max: 50, pattern: None, values: &[], is_sensitive: false });
static TREAT_MISSING_DATA_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
pub static UNTAG_RESOURCE_INPUT: Structure = Structure {
    name: "UntagResourceInput",
    members: &[
        Member { name: "ResourceARN", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "TagKeys", shape: &TAG_KEY_LIST_SHAPE, is_required: true },
    ],
};
pub static UNTAG_RESOURCE_OUTPUT: Structure = Structure { name: "UntagResourceOutput", members: &[] };
static VALUES_SHAPE: Shape =
    Shape::List(List { member: &DATAPOINT_VALUE_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static WALL_CLOCK_WINDOW: Structure = Structure {
    name: "WallClockWindow",
    members: &[Member { name: "Timezone", shape: &TIMEZONE_SHAPE, is_required: false }],
};
pub static WARM_UP_CONFIGURATION: Structure = Structure {
    name: "WarmUpConfiguration",
    members: &[
        Member {
            name: "WarmUpPeriodDurationInMinutes",
            shape: &WARM_UP_PERIOD_DURATION_IN_MINUTES_SHAPE,
            is_required: true,
        },
        Member {
            name: "OnlyStartEvaluatingAfterWarmUpPeriodEnds",
            shape: &ONLY_START_EVALUATING_AFTER_WARM_UP_PERIOD_ENDS_SHAPE,
            is_required: false,
        },
    ],
};
static WARM_UP_PERIOD_DURATION_IN_MINUTES_SHAPE: Shape = Shape::Integer { min: 1, max: 2880 };
