//! The types of this service's served operations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateLogGroupRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "kmsKeyId", default, skip_serializing_if = "Option::is_none")]
    pub kms_key_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    #[serde(rename = "logGroupClass", default, skip_serializing_if = "Option::is_none")]
    pub log_group_class: Option<LogGroupClass>,
    #[serde(rename = "deletionProtectionEnabled", default, skip_serializing_if = "Option::is_none")]
    pub deletion_protection_enabled: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateLogStreamRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "logStreamName")]
    pub log_stream_name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DataProtectionStatus {
    #[serde(rename = "ACTIVATED")]
    Activated,
    #[serde(rename = "DELETED")]
    Deleted,
    #[serde(rename = "ARCHIVED")]
    Archived,
    #[serde(rename = "DISABLED")]
    Disabled,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteLogGroupRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteLogStreamRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "logStreamName")]
    pub log_stream_name: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteMetricFilterRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "filterName")]
    pub filter_name: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteRetentionPolicyRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeLogGroupsRequest {
    #[serde(rename = "accountIdentifiers", default, skip_serializing_if = "Option::is_none")]
    pub account_identifiers: Option<Vec<String>>,
    #[serde(rename = "logGroupNamePrefix", default, skip_serializing_if = "Option::is_none")]
    pub log_group_name_prefix: Option<String>,
    #[serde(rename = "logGroupNamePattern", default, skip_serializing_if = "Option::is_none")]
    pub log_group_name_pattern: Option<String>,
    #[serde(rename = "nextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
    #[serde(rename = "includeLinkedAccounts", default, skip_serializing_if = "Option::is_none")]
    pub include_linked_accounts: Option<bool>,
    #[serde(rename = "logGroupClass", default, skip_serializing_if = "Option::is_none")]
    pub log_group_class: Option<LogGroupClass>,
    #[serde(rename = "logGroupIdentifiers", default, skip_serializing_if = "Option::is_none")]
    pub log_group_identifiers: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeLogGroupsResponse {
    #[serde(rename = "logGroups", default, skip_serializing_if = "Option::is_none")]
    pub log_groups: Option<Vec<LogGroup>>,
    #[serde(rename = "nextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeLogStreamsRequest {
    #[serde(rename = "logGroupName", default, skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "logGroupIdentifier", default, skip_serializing_if = "Option::is_none")]
    pub log_group_identifier: Option<String>,
    #[serde(rename = "logStreamNamePrefix", default, skip_serializing_if = "Option::is_none")]
    pub log_stream_name_prefix: Option<String>,
    #[serde(rename = "orderBy", default, skip_serializing_if = "Option::is_none")]
    pub order_by: Option<OrderBy>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub descending: Option<bool>,
    #[serde(rename = "nextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeLogStreamsResponse {
    #[serde(rename = "logStreams", default, skip_serializing_if = "Option::is_none")]
    pub log_streams: Option<Vec<LogStream>>,
    #[serde(rename = "nextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeMetricFiltersRequest {
    #[serde(rename = "logGroupName", default, skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "filterNamePrefix", default, skip_serializing_if = "Option::is_none")]
    pub filter_name_prefix: Option<String>,
    #[serde(rename = "nextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
    #[serde(rename = "metricName", default, skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "metricNamespace", default, skip_serializing_if = "Option::is_none")]
    pub metric_namespace: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeMetricFiltersResponse {
    #[serde(rename = "metricFilters", default, skip_serializing_if = "Option::is_none")]
    pub metric_filters: Option<Vec<MetricFilter>>,
    #[serde(rename = "nextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    #[serde(rename = "keyAttributes", default, skip_serializing_if = "Option::is_none")]
    pub key_attributes: Option<BTreeMap<String, String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EntityRejectionErrorType {
    InvalidEntity,
    InvalidTypeValue,
    InvalidKeyAttributes,
    InvalidAttributes,
    EntitySizeTooLarge,
    UnsupportedLogGroupType,
    MissingRequiredFields,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FilterLogEventsRequest {
    #[serde(rename = "logGroupName", default, skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "logGroupIdentifier", default, skip_serializing_if = "Option::is_none")]
    pub log_group_identifier: Option<String>,
    #[serde(rename = "logStreamNames", default, skip_serializing_if = "Option::is_none")]
    pub log_stream_names: Option<Vec<String>>,
    #[serde(rename = "logStreamNamePrefix", default, skip_serializing_if = "Option::is_none")]
    pub log_stream_name_prefix: Option<String>,
    #[serde(rename = "startTime", default, skip_serializing_if = "Option::is_none")]
    pub start_time: Option<i64>,
    #[serde(rename = "endTime", default, skip_serializing_if = "Option::is_none")]
    pub end_time: Option<i64>,
    #[serde(rename = "filterPattern", default, skip_serializing_if = "Option::is_none")]
    pub filter_pattern: Option<String>,
    #[serde(rename = "nextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
    #[serde(rename = "startFromHead", default, skip_serializing_if = "Option::is_none")]
    pub start_from_head: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interleaved: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unmask: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FilterLogEventsResponse {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<FilteredLogEvent>>,
    #[serde(rename = "searchedLogStreams", default, skip_serializing_if = "Option::is_none")]
    pub searched_log_streams: Option<Vec<SearchedLogStream>>,
    #[serde(rename = "nextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FilteredLogEvent {
    #[serde(rename = "logStreamName", default, skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    #[serde(rename = "ingestionTime", default, skip_serializing_if = "Option::is_none")]
    pub ingestion_time: Option<i64>,
    #[serde(rename = "eventId", default, skip_serializing_if = "Option::is_none")]
    pub event_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetLogEventsRequest {
    #[serde(rename = "logGroupName", default, skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "logGroupIdentifier", default, skip_serializing_if = "Option::is_none")]
    pub log_group_identifier: Option<String>,
    #[serde(rename = "logStreamName")]
    pub log_stream_name: String,
    #[serde(rename = "startTime", default, skip_serializing_if = "Option::is_none")]
    pub start_time: Option<i64>,
    #[serde(rename = "endTime", default, skip_serializing_if = "Option::is_none")]
    pub end_time: Option<i64>,
    #[serde(rename = "nextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
    #[serde(rename = "startFromHead", default, skip_serializing_if = "Option::is_none")]
    pub start_from_head: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unmask: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetLogEventsResponse {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<OutputLogEvent>>,
    #[serde(rename = "nextForwardToken", default, skip_serializing_if = "Option::is_none")]
    pub next_forward_token: Option<String>,
    #[serde(rename = "nextBackwardToken", default, skip_serializing_if = "Option::is_none")]
    pub next_backward_token: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InheritedProperty {
    #[serde(rename = "ACCOUNT_DATA_PROTECTION")]
    AccountDataProtection,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct InputLogEvent {
    pub timestamp: i64,
    pub message: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceRequest {
    #[serde(rename = "resourceArn")]
    pub resource_arn: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceResponse {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogGroup {
    #[serde(rename = "logGroupName", default, skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "creationTime", default, skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<i64>,
    #[serde(rename = "retentionInDays", default, skip_serializing_if = "Option::is_none")]
    pub retention_in_days: Option<i64>,
    #[serde(rename = "metricFilterCount", default, skip_serializing_if = "Option::is_none")]
    pub metric_filter_count: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "storedBytes", default, skip_serializing_if = "Option::is_none")]
    pub stored_bytes: Option<i64>,
    #[serde(rename = "kmsKeyId", default, skip_serializing_if = "Option::is_none")]
    pub kms_key_id: Option<String>,
    #[serde(rename = "dataProtectionStatus", default, skip_serializing_if = "Option::is_none")]
    pub data_protection_status: Option<DataProtectionStatus>,
    #[serde(rename = "inheritedProperties", default, skip_serializing_if = "Option::is_none")]
    pub inherited_properties: Option<Vec<InheritedProperty>>,
    #[serde(rename = "logGroupClass", default, skip_serializing_if = "Option::is_none")]
    pub log_group_class: Option<LogGroupClass>,
    #[serde(rename = "logGroupArn", default, skip_serializing_if = "Option::is_none")]
    pub log_group_arn: Option<String>,
    #[serde(rename = "deletionProtectionEnabled", default, skip_serializing_if = "Option::is_none")]
    pub deletion_protection_enabled: Option<bool>,
    #[serde(rename = "bearerTokenAuthenticationEnabled", default, skip_serializing_if = "Option::is_none")]
    pub bearer_token_authentication_enabled: Option<bool>,
    #[serde(rename = "retentionPolicyName", default, skip_serializing_if = "Option::is_none")]
    pub retention_policy_name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LogGroupClass {
    #[serde(rename = "STANDARD")]
    Standard,
    #[serde(rename = "INFREQUENT_ACCESS")]
    InfrequentAccess,
    #[serde(rename = "DELIVERY")]
    Delivery,
    #[serde(rename = "ESSENTIALS")]
    Essentials,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogStream {
    #[serde(rename = "logStreamName", default, skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
    #[serde(rename = "creationTime", default, skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<i64>,
    #[serde(rename = "firstEventTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub first_event_timestamp: Option<i64>,
    #[serde(rename = "lastEventTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub last_event_timestamp: Option<i64>,
    #[serde(rename = "lastIngestionTime", default, skip_serializing_if = "Option::is_none")]
    pub last_ingestion_time: Option<i64>,
    #[serde(rename = "uploadSequenceToken", default, skip_serializing_if = "Option::is_none")]
    pub upload_sequence_token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
    #[serde(rename = "storedBytes", default, skip_serializing_if = "Option::is_none")]
    pub stored_bytes: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricFilter {
    #[serde(rename = "filterName", default, skip_serializing_if = "Option::is_none")]
    pub filter_name: Option<String>,
    #[serde(rename = "filterPattern", default, skip_serializing_if = "Option::is_none")]
    pub filter_pattern: Option<String>,
    #[serde(rename = "metricTransformations", default, skip_serializing_if = "Option::is_none")]
    pub metric_transformations: Option<Vec<MetricTransformation>>,
    #[serde(rename = "creationTime", default, skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<i64>,
    #[serde(rename = "logGroupName", default, skip_serializing_if = "Option::is_none")]
    pub log_group_name: Option<String>,
    #[serde(rename = "applyOnTransformedLogs", default, skip_serializing_if = "Option::is_none")]
    pub apply_on_transformed_logs: Option<bool>,
    #[serde(rename = "fieldSelectionCriteria", default, skip_serializing_if = "Option::is_none")]
    pub field_selection_criteria: Option<String>,
    #[serde(rename = "emitSystemFieldDimensions", default, skip_serializing_if = "Option::is_none")]
    pub emit_system_field_dimensions: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricFilterMatchRecord {
    #[serde(rename = "eventNumber", default, skip_serializing_if = "Option::is_none")]
    pub event_number: Option<i64>,
    #[serde(rename = "eventMessage", default, skip_serializing_if = "Option::is_none")]
    pub event_message: Option<String>,
    #[serde(rename = "extractedValues", default, skip_serializing_if = "Option::is_none")]
    pub extracted_values: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricTransformation {
    #[serde(rename = "metricName")]
    pub metric_name: String,
    #[serde(rename = "metricNamespace")]
    pub metric_namespace: String,
    #[serde(rename = "metricValue")]
    pub metric_value: String,
    #[serde(rename = "defaultValue", default, skip_serializing_if = "Option::is_none")]
    pub default_value: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<BTreeMap<String, String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<StandardUnit>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OrderBy {
    LogStreamName,
    LastEventTime,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OutputLogEvent {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    #[serde(rename = "ingestionTime", default, skip_serializing_if = "Option::is_none")]
    pub ingestion_time: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PutLogEventsRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "logStreamName")]
    pub log_stream_name: String,
    #[serde(rename = "logEvents")]
    pub log_events: Vec<InputLogEvent>,
    #[serde(rename = "sequenceToken", default, skip_serializing_if = "Option::is_none")]
    pub sequence_token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Entity>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PutLogEventsResponse {
    #[serde(rename = "nextSequenceToken", default, skip_serializing_if = "Option::is_none")]
    pub next_sequence_token: Option<String>,
    #[serde(rename = "rejectedLogEventsInfo", default, skip_serializing_if = "Option::is_none")]
    pub rejected_log_events_info: Option<RejectedLogEventsInfo>,
    #[serde(rename = "rejectedEntityInfo", default, skip_serializing_if = "Option::is_none")]
    pub rejected_entity_info: Option<RejectedEntityInfo>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PutMetricFilterRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "filterName")]
    pub filter_name: String,
    #[serde(rename = "filterPattern")]
    pub filter_pattern: String,
    #[serde(rename = "metricTransformations")]
    pub metric_transformations: Vec<MetricTransformation>,
    #[serde(rename = "applyOnTransformedLogs", default, skip_serializing_if = "Option::is_none")]
    pub apply_on_transformed_logs: Option<bool>,
    #[serde(rename = "fieldSelectionCriteria", default, skip_serializing_if = "Option::is_none")]
    pub field_selection_criteria: Option<String>,
    #[serde(rename = "emitSystemFieldDimensions", default, skip_serializing_if = "Option::is_none")]
    pub emit_system_field_dimensions: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PutRetentionPolicyRequest {
    #[serde(rename = "logGroupName")]
    pub log_group_name: String,
    #[serde(rename = "retentionInDays")]
    pub retention_in_days: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RejectedEntityInfo {
    #[serde(rename = "errorType")]
    pub error_type: EntityRejectionErrorType,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RejectedLogEventsInfo {
    #[serde(rename = "tooNewLogEventStartIndex", default, skip_serializing_if = "Option::is_none")]
    pub too_new_log_event_start_index: Option<i64>,
    #[serde(rename = "tooOldLogEventEndIndex", default, skip_serializing_if = "Option::is_none")]
    pub too_old_log_event_end_index: Option<i64>,
    #[serde(rename = "expiredLogEventEndIndex", default, skip_serializing_if = "Option::is_none")]
    pub expired_log_event_end_index: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchedLogStream {
    #[serde(rename = "logStreamName", default, skip_serializing_if = "Option::is_none")]
    pub log_stream_name: Option<String>,
    #[serde(rename = "searchedCompletely", default, skip_serializing_if = "Option::is_none")]
    pub searched_completely: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StandardUnit {
    Seconds,
    Microseconds,
    Milliseconds,
    Bytes,
    Kilobytes,
    Megabytes,
    Gigabytes,
    Terabytes,
    Bits,
    Kilobits,
    Megabits,
    Gigabits,
    Terabits,
    Percent,
    Count,
    #[serde(rename = "Bytes/Second")]
    BytesSecond,
    #[serde(rename = "Kilobytes/Second")]
    KilobytesSecond,
    #[serde(rename = "Megabytes/Second")]
    MegabytesSecond,
    #[serde(rename = "Gigabytes/Second")]
    GigabytesSecond,
    #[serde(rename = "Terabytes/Second")]
    TerabytesSecond,
    #[serde(rename = "Bits/Second")]
    BitsSecond,
    #[serde(rename = "Kilobits/Second")]
    KilobitsSecond,
    #[serde(rename = "Megabits/Second")]
    MegabitsSecond,
    #[serde(rename = "Gigabits/Second")]
    GigabitsSecond,
    #[serde(rename = "Terabits/Second")]
    TerabitsSecond,
    #[serde(rename = "Count/Second")]
    CountSecond,
    None,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceRequest {
    #[serde(rename = "resourceArn")]
    pub resource_arn: String,
    pub tags: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TestMetricFilterRequest {
    #[serde(rename = "filterPattern")]
    pub filter_pattern: String,
    #[serde(rename = "logEventMessages")]
    pub log_event_messages: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TestMetricFilterResponse {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matches: Option<Vec<MetricFilterMatchRecord>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceRequest {
    #[serde(rename = "resourceArn")]
    pub resource_arn: String,
    #[serde(rename = "tagKeys")]
    pub tag_keys: Vec<String>,
}
