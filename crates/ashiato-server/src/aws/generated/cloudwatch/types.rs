//! The types of this service's served operations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::aws::Timestamp;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ActionConfiguration {
    #[serde(rename = "AlarmTagsPropagation", default, skip_serializing_if = "Option::is_none")]
    pub alarm_tags_propagation: Option<AlarmTagsPropagation>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ActionsSuppressedBy {
    WaitPeriod,
    ExtensionPeriod,
    Alarm,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AlarmHistoryItem {
    #[serde(rename = "AlarmName", default, skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmContributorId", default, skip_serializing_if = "Option::is_none")]
    pub alarm_contributor_id: Option<String>,
    #[serde(rename = "AlarmType", default, skip_serializing_if = "Option::is_none")]
    pub alarm_type: Option<AlarmType>,
    #[serde(rename = "Timestamp", default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
    #[serde(rename = "HistoryItemType", default, skip_serializing_if = "Option::is_none")]
    pub history_item_type: Option<HistoryItemType>,
    #[serde(rename = "HistorySummary", default, skip_serializing_if = "Option::is_none")]
    pub history_summary: Option<String>,
    #[serde(rename = "HistoryData", default, skip_serializing_if = "Option::is_none")]
    pub history_data: Option<String>,
    #[serde(rename = "AlarmContributorAttributes", default, skip_serializing_if = "Option::is_none")]
    pub alarm_contributor_attributes: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AlarmPromQLCriteria {
    #[serde(rename = "Query")]
    pub query: String,
    #[serde(rename = "PendingPeriod", default, skip_serializing_if = "Option::is_none")]
    pub pending_period: Option<i64>,
    #[serde(rename = "RecoveryPeriod", default, skip_serializing_if = "Option::is_none")]
    pub recovery_period: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AlarmTagsPropagation {
    #[serde(rename = "Enabled")]
    pub enabled: bool,
    #[serde(rename = "IncludedTagKeys", default, skip_serializing_if = "Option::is_none")]
    pub included_tag_keys: Option<Vec<String>>,
    #[serde(rename = "ExcludedTagKeys", default, skip_serializing_if = "Option::is_none")]
    pub excluded_tag_keys: Option<Vec<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AlarmType {
    CompositeAlarm,
    MetricAlarm,
    LogAlarm,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ComparisonOperator {
    GreaterThanOrEqualToThreshold,
    GreaterThanThreshold,
    LessThanThreshold,
    LessThanOrEqualToThreshold,
    LessThanLowerOrGreaterThanUpperThreshold,
    LessThanLowerThreshold,
    GreaterThanUpperThreshold,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CompositeAlarm {
    #[serde(rename = "ActionsEnabled", default, skip_serializing_if = "Option::is_none")]
    pub actions_enabled: Option<bool>,
    #[serde(rename = "AlarmActions", default, skip_serializing_if = "Option::is_none")]
    pub alarm_actions: Option<Vec<String>>,
    #[serde(rename = "AlarmArn", default, skip_serializing_if = "Option::is_none")]
    pub alarm_arn: Option<String>,
    #[serde(rename = "AlarmConfigurationUpdatedTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub alarm_configuration_updated_timestamp: Option<Timestamp>,
    #[serde(rename = "AlarmDescription", default, skip_serializing_if = "Option::is_none")]
    pub alarm_description: Option<String>,
    #[serde(rename = "AlarmName", default, skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmRule", default, skip_serializing_if = "Option::is_none")]
    pub alarm_rule: Option<String>,
    #[serde(rename = "InsufficientDataActions", default, skip_serializing_if = "Option::is_none")]
    pub insufficient_data_actions: Option<Vec<String>>,
    #[serde(rename = "OKActions", default, skip_serializing_if = "Option::is_none")]
    pub ok_actions: Option<Vec<String>>,
    #[serde(rename = "StateReason", default, skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<String>,
    #[serde(rename = "StateReasonData", default, skip_serializing_if = "Option::is_none")]
    pub state_reason_data: Option<String>,
    #[serde(rename = "StateUpdatedTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub state_updated_timestamp: Option<Timestamp>,
    #[serde(rename = "StateValue", default, skip_serializing_if = "Option::is_none")]
    pub state_value: Option<StateValue>,
    #[serde(rename = "StateTransitionedTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub state_transitioned_timestamp: Option<Timestamp>,
    #[serde(rename = "ActionsSuppressedBy", default, skip_serializing_if = "Option::is_none")]
    pub actions_suppressed_by: Option<ActionsSuppressedBy>,
    #[serde(rename = "ActionsSuppressedReason", default, skip_serializing_if = "Option::is_none")]
    pub actions_suppressed_reason: Option<String>,
    #[serde(rename = "ActionsSuppressor", default, skip_serializing_if = "Option::is_none")]
    pub actions_suppressor: Option<String>,
    #[serde(rename = "ActionsSuppressorWaitPeriod", default, skip_serializing_if = "Option::is_none")]
    pub actions_suppressor_wait_period: Option<i64>,
    #[serde(rename = "ActionsSuppressorExtensionPeriod", default, skip_serializing_if = "Option::is_none")]
    pub actions_suppressor_extension_period: Option<i64>,
    #[serde(rename = "ActionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub action_configuration: Option<ActionConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Datapoint {
    #[serde(rename = "Timestamp", default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
    #[serde(rename = "SampleCount", default, skip_serializing_if = "Option::is_none")]
    pub sample_count: Option<f64>,
    #[serde(rename = "Average", default, skip_serializing_if = "Option::is_none")]
    pub average: Option<f64>,
    #[serde(rename = "Sum", default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<f64>,
    #[serde(rename = "Minimum", default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<f64>,
    #[serde(rename = "Maximum", default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<f64>,
    #[serde(rename = "Unit", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<StandardUnit>,
    #[serde(rename = "ExtendedStatistics", default, skip_serializing_if = "Option::is_none")]
    pub extended_statistics: Option<BTreeMap<String, f64>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteAlarmsInput {
    #[serde(rename = "AlarmNames")]
    pub alarm_names: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeAlarmHistoryInput {
    #[serde(rename = "AlarmName", default, skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmContributorId", default, skip_serializing_if = "Option::is_none")]
    pub alarm_contributor_id: Option<String>,
    #[serde(rename = "AlarmTypes", default, skip_serializing_if = "Option::is_none")]
    pub alarm_types: Option<Vec<AlarmType>>,
    #[serde(rename = "HistoryItemType", default, skip_serializing_if = "Option::is_none")]
    pub history_item_type: Option<HistoryItemType>,
    #[serde(rename = "StartDate", default, skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Timestamp>,
    #[serde(rename = "EndDate", default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Timestamp>,
    #[serde(rename = "MaxRecords", default, skip_serializing_if = "Option::is_none")]
    pub max_records: Option<i64>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "ScanBy", default, skip_serializing_if = "Option::is_none")]
    pub scan_by: Option<ScanBy>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeAlarmHistoryOutput {
    #[serde(rename = "AlarmHistoryItems", default, skip_serializing_if = "Option::is_none")]
    pub alarm_history_items: Option<Vec<AlarmHistoryItem>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeAlarmsForMetricInput {
    #[serde(rename = "MetricName")]
    pub metric_name: String,
    #[serde(rename = "Namespace")]
    pub namespace: String,
    #[serde(rename = "Statistic", default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<Statistic>,
    #[serde(rename = "ExtendedStatistic", default, skip_serializing_if = "Option::is_none")]
    pub extended_statistic: Option<String>,
    #[serde(rename = "Dimensions", default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "Period", default, skip_serializing_if = "Option::is_none")]
    pub period: Option<i64>,
    #[serde(rename = "Unit", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<StandardUnit>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeAlarmsForMetricOutput {
    #[serde(rename = "MetricAlarms", default, skip_serializing_if = "Option::is_none")]
    pub metric_alarms: Option<Vec<MetricAlarm>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeAlarmsInput {
    #[serde(rename = "AlarmNames", default, skip_serializing_if = "Option::is_none")]
    pub alarm_names: Option<Vec<String>>,
    #[serde(rename = "AlarmNamePrefix", default, skip_serializing_if = "Option::is_none")]
    pub alarm_name_prefix: Option<String>,
    #[serde(rename = "AlarmTypes", default, skip_serializing_if = "Option::is_none")]
    pub alarm_types: Option<Vec<AlarmType>>,
    #[serde(rename = "ChildrenOfAlarmName", default, skip_serializing_if = "Option::is_none")]
    pub children_of_alarm_name: Option<String>,
    #[serde(rename = "ParentsOfAlarmName", default, skip_serializing_if = "Option::is_none")]
    pub parents_of_alarm_name: Option<String>,
    #[serde(rename = "StateValue", default, skip_serializing_if = "Option::is_none")]
    pub state_value: Option<StateValue>,
    #[serde(rename = "ActionPrefix", default, skip_serializing_if = "Option::is_none")]
    pub action_prefix: Option<String>,
    #[serde(rename = "MaxRecords", default, skip_serializing_if = "Option::is_none")]
    pub max_records: Option<i64>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeAlarmsOutput {
    #[serde(rename = "CompositeAlarms", default, skip_serializing_if = "Option::is_none")]
    pub composite_alarms: Option<Vec<CompositeAlarm>>,
    #[serde(rename = "MetricAlarms", default, skip_serializing_if = "Option::is_none")]
    pub metric_alarms: Option<Vec<MetricAlarm>>,
    #[serde(rename = "LogAlarms", default, skip_serializing_if = "Option::is_none")]
    pub log_alarms: Option<Vec<LogAlarm>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Value")]
    pub value: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DimensionFilter {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DisableAlarmActionsInput {
    #[serde(rename = "AlarmNames")]
    pub alarm_names: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EnableAlarmActionsInput {
    #[serde(rename = "AlarmNames")]
    pub alarm_names: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    #[serde(rename = "KeyAttributes", default, skip_serializing_if = "Option::is_none")]
    pub key_attributes: Option<BTreeMap<String, String>>,
    #[serde(rename = "Attributes", default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EntityMetricData {
    #[serde(rename = "Entity", default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Entity>,
    #[serde(rename = "MetricData", default, skip_serializing_if = "Option::is_none")]
    pub metric_data: Option<Vec<MetricDatum>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EvaluationCriteria {
    #[serde(rename = "PromQLCriteria", default, skip_serializing_if = "Option::is_none")]
    pub prom_ql_criteria: Option<AlarmPromQLCriteria>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EvaluationState {
    #[serde(rename = "PARTIAL_DATA")]
    PartialData,
    #[serde(rename = "EVALUATION_FAILURE")]
    EvaluationFailure,
    #[serde(rename = "EVALUATION_ERROR")]
    EvaluationError,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EvaluationWindow {
    #[serde(rename = "WallClockWindow", default, skip_serializing_if = "Option::is_none")]
    pub wall_clock_window: Option<WallClockWindow>,
    #[serde(rename = "SlidingWindow", default, skip_serializing_if = "Option::is_none")]
    pub sliding_window: Option<SlidingWindow>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetMetricDataInput {
    #[serde(rename = "MetricDataQueries")]
    pub metric_data_queries: Vec<MetricDataQuery>,
    #[serde(rename = "StartTime")]
    pub start_time: Timestamp,
    #[serde(rename = "EndTime")]
    pub end_time: Timestamp,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "ScanBy", default, skip_serializing_if = "Option::is_none")]
    pub scan_by: Option<ScanBy>,
    #[serde(rename = "MaxDatapoints", default, skip_serializing_if = "Option::is_none")]
    pub max_datapoints: Option<i64>,
    #[serde(rename = "LabelOptions", default, skip_serializing_if = "Option::is_none")]
    pub label_options: Option<LabelOptions>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetMetricDataOutput {
    #[serde(rename = "MetricDataResults", default, skip_serializing_if = "Option::is_none")]
    pub metric_data_results: Option<Vec<MetricDataResult>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "Messages", default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<Vec<MessageData>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetMetricStatisticsInput {
    #[serde(rename = "Namespace")]
    pub namespace: String,
    #[serde(rename = "MetricName")]
    pub metric_name: String,
    #[serde(rename = "Dimensions", default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "StartTime")]
    pub start_time: Timestamp,
    #[serde(rename = "EndTime")]
    pub end_time: Timestamp,
    #[serde(rename = "Period")]
    pub period: i64,
    #[serde(rename = "Statistics", default, skip_serializing_if = "Option::is_none")]
    pub statistics: Option<Vec<Statistic>>,
    #[serde(rename = "ExtendedStatistics", default, skip_serializing_if = "Option::is_none")]
    pub extended_statistics: Option<Vec<String>>,
    #[serde(rename = "Unit", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<StandardUnit>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetMetricStatisticsOutput {
    #[serde(rename = "Label", default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "Datapoints", default, skip_serializing_if = "Option::is_none")]
    pub datapoints: Option<Vec<Datapoint>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HistoryItemType {
    ConfigurationUpdate,
    StateUpdate,
    Action,
    AlarmContributorStateUpdate,
    AlarmContributorAction,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LabelOptions {
    #[serde(rename = "Timezone", default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListMetricsInput {
    #[serde(rename = "Namespace", default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "MetricName", default, skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Dimensions", default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<DimensionFilter>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "RecentlyActive", default, skip_serializing_if = "Option::is_none")]
    pub recently_active: Option<RecentlyActive>,
    #[serde(rename = "IncludeLinkedAccounts", default, skip_serializing_if = "Option::is_none")]
    pub include_linked_accounts: Option<bool>,
    #[serde(rename = "OwningAccount", default, skip_serializing_if = "Option::is_none")]
    pub owning_account: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListMetricsOutput {
    #[serde(rename = "Metrics", default, skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<Metric>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "OwningAccounts", default, skip_serializing_if = "Option::is_none")]
    pub owning_accounts: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceInput {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceOutput {
    #[serde(rename = "Tags", default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogAlarm {
    #[serde(rename = "AlarmName", default, skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmArn", default, skip_serializing_if = "Option::is_none")]
    pub alarm_arn: Option<String>,
    #[serde(rename = "AlarmDescription", default, skip_serializing_if = "Option::is_none")]
    pub alarm_description: Option<String>,
    #[serde(rename = "AlarmConfigurationUpdatedTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub alarm_configuration_updated_timestamp: Option<Timestamp>,
    #[serde(rename = "ActionsEnabled", default, skip_serializing_if = "Option::is_none")]
    pub actions_enabled: Option<bool>,
    #[serde(rename = "OKActions", default, skip_serializing_if = "Option::is_none")]
    pub ok_actions: Option<Vec<String>>,
    #[serde(rename = "AlarmActions", default, skip_serializing_if = "Option::is_none")]
    pub alarm_actions: Option<Vec<String>>,
    #[serde(rename = "InsufficientDataActions", default, skip_serializing_if = "Option::is_none")]
    pub insufficient_data_actions: Option<Vec<String>>,
    #[serde(rename = "StateValue", default, skip_serializing_if = "Option::is_none")]
    pub state_value: Option<StateValue>,
    #[serde(rename = "StateReason", default, skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<String>,
    #[serde(rename = "StateReasonData", default, skip_serializing_if = "Option::is_none")]
    pub state_reason_data: Option<String>,
    #[serde(rename = "StateUpdatedTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub state_updated_timestamp: Option<Timestamp>,
    #[serde(rename = "ScheduledQueryConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub scheduled_query_configuration: Option<ScheduledQueryConfiguration>,
    #[serde(rename = "QueryResultsToEvaluate", default, skip_serializing_if = "Option::is_none")]
    pub query_results_to_evaluate: Option<i64>,
    #[serde(rename = "QueryResultsToAlarm", default, skip_serializing_if = "Option::is_none")]
    pub query_results_to_alarm: Option<i64>,
    #[serde(rename = "Threshold", default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    #[serde(rename = "ComparisonOperator", default, skip_serializing_if = "Option::is_none")]
    pub comparison_operator: Option<ComparisonOperator>,
    #[serde(rename = "TreatMissingData", default, skip_serializing_if = "Option::is_none")]
    pub treat_missing_data: Option<String>,
    #[serde(rename = "StateTransitionedTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub state_transitioned_timestamp: Option<Timestamp>,
    #[serde(rename = "EvaluationState", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_state: Option<EvaluationState>,
    #[serde(rename = "ActionLogLineCount", default, skip_serializing_if = "Option::is_none")]
    pub action_log_line_count: Option<i64>,
    #[serde(rename = "ActionLogLineRoleArn", default, skip_serializing_if = "Option::is_none")]
    pub action_log_line_role_arn: Option<String>,
    #[serde(rename = "WarmUpConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    #[serde(rename = "ActionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub action_configuration: Option<ActionConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MessageData {
    #[serde(rename = "Code", default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    #[serde(rename = "Value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    #[serde(rename = "Namespace", default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "MetricName", default, skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Dimensions", default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricAlarm {
    #[serde(rename = "AlarmName", default, skip_serializing_if = "Option::is_none")]
    pub alarm_name: Option<String>,
    #[serde(rename = "AlarmArn", default, skip_serializing_if = "Option::is_none")]
    pub alarm_arn: Option<String>,
    #[serde(rename = "AlarmDescription", default, skip_serializing_if = "Option::is_none")]
    pub alarm_description: Option<String>,
    #[serde(rename = "AlarmConfigurationUpdatedTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub alarm_configuration_updated_timestamp: Option<Timestamp>,
    #[serde(rename = "ActionsEnabled", default, skip_serializing_if = "Option::is_none")]
    pub actions_enabled: Option<bool>,
    #[serde(rename = "OKActions", default, skip_serializing_if = "Option::is_none")]
    pub ok_actions: Option<Vec<String>>,
    #[serde(rename = "AlarmActions", default, skip_serializing_if = "Option::is_none")]
    pub alarm_actions: Option<Vec<String>>,
    #[serde(rename = "InsufficientDataActions", default, skip_serializing_if = "Option::is_none")]
    pub insufficient_data_actions: Option<Vec<String>>,
    #[serde(rename = "StateValue", default, skip_serializing_if = "Option::is_none")]
    pub state_value: Option<StateValue>,
    #[serde(rename = "StateReason", default, skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<String>,
    #[serde(rename = "StateReasonData", default, skip_serializing_if = "Option::is_none")]
    pub state_reason_data: Option<String>,
    #[serde(rename = "StateUpdatedTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub state_updated_timestamp: Option<Timestamp>,
    #[serde(rename = "MetricName", default, skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Namespace", default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "Statistic", default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<Statistic>,
    #[serde(rename = "ExtendedStatistic", default, skip_serializing_if = "Option::is_none")]
    pub extended_statistic: Option<String>,
    #[serde(rename = "Dimensions", default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "Period", default, skip_serializing_if = "Option::is_none")]
    pub period: Option<i64>,
    #[serde(rename = "Unit", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<StandardUnit>,
    #[serde(rename = "EvaluationPeriods", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_periods: Option<i64>,
    #[serde(rename = "DatapointsToAlarm", default, skip_serializing_if = "Option::is_none")]
    pub datapoints_to_alarm: Option<i64>,
    #[serde(rename = "Threshold", default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    #[serde(rename = "ComparisonOperator", default, skip_serializing_if = "Option::is_none")]
    pub comparison_operator: Option<ComparisonOperator>,
    #[serde(rename = "TreatMissingData", default, skip_serializing_if = "Option::is_none")]
    pub treat_missing_data: Option<String>,
    #[serde(rename = "EvaluateLowSampleCountPercentile", default, skip_serializing_if = "Option::is_none")]
    pub evaluate_low_sample_count_percentile: Option<String>,
    #[serde(rename = "Metrics", default, skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<MetricDataQuery>>,
    #[serde(rename = "ThresholdMetricId", default, skip_serializing_if = "Option::is_none")]
    pub threshold_metric_id: Option<String>,
    #[serde(rename = "EvaluationState", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_state: Option<EvaluationState>,
    #[serde(rename = "StateTransitionedTimestamp", default, skip_serializing_if = "Option::is_none")]
    pub state_transitioned_timestamp: Option<Timestamp>,
    #[serde(rename = "EvaluationWindow", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_window: Option<EvaluationWindow>,
    #[serde(rename = "WarmUpConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    #[serde(rename = "EvaluationCriteria", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_criteria: Option<EvaluationCriteria>,
    #[serde(rename = "EvaluationInterval", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_interval: Option<i64>,
    #[serde(rename = "ActionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub action_configuration: Option<ActionConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricDataQuery {
    #[serde(rename = "Id")]
    pub id: String,
    #[serde(rename = "MetricStat", default, skip_serializing_if = "Option::is_none")]
    pub metric_stat: Option<MetricStat>,
    #[serde(rename = "Expression", default, skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
    #[serde(rename = "Label", default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "ReturnData", default, skip_serializing_if = "Option::is_none")]
    pub return_data: Option<bool>,
    #[serde(rename = "Period", default, skip_serializing_if = "Option::is_none")]
    pub period: Option<i64>,
    #[serde(rename = "AccountId", default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricDataResult {
    #[serde(rename = "Id", default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "Label", default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "Timestamps", default, skip_serializing_if = "Option::is_none")]
    pub timestamps: Option<Vec<Timestamp>>,
    #[serde(rename = "Values", default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<f64>>,
    #[serde(rename = "StatusCode", default, skip_serializing_if = "Option::is_none")]
    pub status_code: Option<StatusCode>,
    #[serde(rename = "Messages", default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<Vec<MessageData>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricDatum {
    #[serde(rename = "MetricName")]
    pub metric_name: String,
    #[serde(rename = "Dimensions", default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "Timestamp", default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
    #[serde(rename = "Value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    #[serde(rename = "StatisticValues", default, skip_serializing_if = "Option::is_none")]
    pub statistic_values: Option<StatisticSet>,
    #[serde(rename = "Values", default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<f64>>,
    #[serde(rename = "Counts", default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Vec<f64>>,
    #[serde(rename = "Unit", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<StandardUnit>,
    #[serde(rename = "StorageResolution", default, skip_serializing_if = "Option::is_none")]
    pub storage_resolution: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricStat {
    #[serde(rename = "Metric")]
    pub metric: Metric,
    #[serde(rename = "Period")]
    pub period: i64,
    #[serde(rename = "Stat")]
    pub stat: String,
    #[serde(rename = "Unit", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<StandardUnit>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PutMetricAlarmInput {
    #[serde(rename = "AlarmName")]
    pub alarm_name: String,
    #[serde(rename = "AlarmDescription", default, skip_serializing_if = "Option::is_none")]
    pub alarm_description: Option<String>,
    #[serde(rename = "ActionsEnabled", default, skip_serializing_if = "Option::is_none")]
    pub actions_enabled: Option<bool>,
    #[serde(rename = "OKActions", default, skip_serializing_if = "Option::is_none")]
    pub ok_actions: Option<Vec<String>>,
    #[serde(rename = "AlarmActions", default, skip_serializing_if = "Option::is_none")]
    pub alarm_actions: Option<Vec<String>>,
    #[serde(rename = "InsufficientDataActions", default, skip_serializing_if = "Option::is_none")]
    pub insufficient_data_actions: Option<Vec<String>>,
    #[serde(rename = "MetricName", default, skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Namespace", default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "Statistic", default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<Statistic>,
    #[serde(rename = "ExtendedStatistic", default, skip_serializing_if = "Option::is_none")]
    pub extended_statistic: Option<String>,
    #[serde(rename = "Dimensions", default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "Period", default, skip_serializing_if = "Option::is_none")]
    pub period: Option<i64>,
    #[serde(rename = "Unit", default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<StandardUnit>,
    #[serde(rename = "EvaluationPeriods", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_periods: Option<i64>,
    #[serde(rename = "DatapointsToAlarm", default, skip_serializing_if = "Option::is_none")]
    pub datapoints_to_alarm: Option<i64>,
    #[serde(rename = "Threshold", default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    #[serde(rename = "ComparisonOperator", default, skip_serializing_if = "Option::is_none")]
    pub comparison_operator: Option<ComparisonOperator>,
    #[serde(rename = "TreatMissingData", default, skip_serializing_if = "Option::is_none")]
    pub treat_missing_data: Option<String>,
    #[serde(rename = "EvaluateLowSampleCountPercentile", default, skip_serializing_if = "Option::is_none")]
    pub evaluate_low_sample_count_percentile: Option<String>,
    #[serde(rename = "Metrics", default, skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<MetricDataQuery>>,
    #[serde(rename = "Tags", default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "ThresholdMetricId", default, skip_serializing_if = "Option::is_none")]
    pub threshold_metric_id: Option<String>,
    #[serde(rename = "EvaluationWindow", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_window: Option<EvaluationWindow>,
    #[serde(rename = "WarmUpConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub warm_up_configuration: Option<WarmUpConfiguration>,
    #[serde(rename = "EvaluationCriteria", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_criteria: Option<EvaluationCriteria>,
    #[serde(rename = "EvaluationInterval", default, skip_serializing_if = "Option::is_none")]
    pub evaluation_interval: Option<i64>,
    #[serde(rename = "ActionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub action_configuration: Option<ActionConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PutMetricDataInput {
    #[serde(rename = "Namespace")]
    pub namespace: String,
    #[serde(rename = "MetricData", default, skip_serializing_if = "Option::is_none")]
    pub metric_data: Option<Vec<MetricDatum>>,
    #[serde(rename = "EntityMetricData", default, skip_serializing_if = "Option::is_none")]
    pub entity_metric_data: Option<Vec<EntityMetricData>>,
    #[serde(rename = "StrictEntityValidation", default, skip_serializing_if = "Option::is_none")]
    pub strict_entity_validation: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RecentlyActive {
    #[serde(rename = "PT3H")]
    Pt3h,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ScanBy {
    TimestampDescending,
    TimestampAscending,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ScheduleConfiguration {
    #[serde(rename = "ScheduleExpression")]
    pub schedule_expression: String,
    #[serde(rename = "StartTimeOffset")]
    pub start_time_offset: i64,
    #[serde(rename = "EndTimeOffset", default, skip_serializing_if = "Option::is_none")]
    pub end_time_offset: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ScheduledQueryConfiguration {
    #[serde(rename = "QueryString")]
    pub query_string: String,
    #[serde(rename = "LogGroupIdentifiers", default, skip_serializing_if = "Option::is_none")]
    pub log_group_identifiers: Option<Vec<String>>,
    #[serde(rename = "QueryARN", default, skip_serializing_if = "Option::is_none")]
    pub query_arn: Option<String>,
    #[serde(rename = "ScheduledQueryRoleARN")]
    pub scheduled_query_role_arn: String,
    #[serde(rename = "ScheduleConfiguration")]
    pub schedule_configuration: ScheduleConfiguration,
    #[serde(rename = "AggregationExpression")]
    pub aggregation_expression: String,
    #[serde(rename = "Tags", default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetAlarmStateInput {
    #[serde(rename = "AlarmName")]
    pub alarm_name: String,
    #[serde(rename = "StateValue")]
    pub state_value: StateValue,
    #[serde(rename = "StateReason")]
    pub state_reason: String,
    #[serde(rename = "StateReasonData", default, skip_serializing_if = "Option::is_none")]
    pub state_reason_data: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SlidingWindow {}

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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StateValue {
    #[serde(rename = "OK")]
    Ok,
    #[serde(rename = "ALARM")]
    Alarm,
    #[serde(rename = "INSUFFICIENT_DATA")]
    InsufficientData,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Statistic {
    SampleCount,
    Average,
    Sum,
    Minimum,
    Maximum,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StatisticSet {
    #[serde(rename = "SampleCount")]
    pub sample_count: f64,
    #[serde(rename = "Sum")]
    pub sum: f64,
    #[serde(rename = "Minimum")]
    pub minimum: f64,
    #[serde(rename = "Maximum")]
    pub maximum: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StatusCode {
    Complete,
    InternalError,
    PartialData,
    Forbidden,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    #[serde(rename = "Key")]
    pub key: String,
    #[serde(rename = "Value")]
    pub value: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceInput {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceInput {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WallClockWindow {
    #[serde(rename = "Timezone", default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WarmUpConfiguration {
    #[serde(rename = "WarmUpPeriodDurationInMinutes")]
    pub warm_up_period_duration_in_minutes: i64,
    #[serde(rename = "OnlyStartEvaluatingAfterWarmUpPeriodEnds", default, skip_serializing_if = "Option::is_none")]
    pub only_start_evaluating_after_warm_up_period_ends: Option<bool>,
}
