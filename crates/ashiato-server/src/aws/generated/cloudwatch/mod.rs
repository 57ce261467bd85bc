//! CloudWatch, from its model.

pub mod errors;
pub mod schemas;
mod types;

use crate::aws::service::{Coverage, Operation as Described, Protocol, Service, ServiceId};

pub use types::*;

/// The operations that are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    DeleteAlarms,
    DescribeAlarmHistory,
    DescribeAlarms,
    DescribeAlarmsForMetric,
    DisableAlarmActions,
    EnableAlarmActions,
    GetMetricData,
    GetMetricStatistics,
    ListMetrics,
    ListTagsForResource,
    PutMetricAlarm,
    PutMetricData,
    SetAlarmState,
    TagResource,
    UntagResource,
}

impl Operation {
    /// The served operation of this name.
    pub fn named(name: &str) -> Option<Operation> {
        Some(match name {
            "DeleteAlarms" => Operation::DeleteAlarms,
            "DescribeAlarmHistory" => Operation::DescribeAlarmHistory,
            "DescribeAlarms" => Operation::DescribeAlarms,
            "DescribeAlarmsForMetric" => Operation::DescribeAlarmsForMetric,
            "DisableAlarmActions" => Operation::DisableAlarmActions,
            "EnableAlarmActions" => Operation::EnableAlarmActions,
            "GetMetricData" => Operation::GetMetricData,
            "GetMetricStatistics" => Operation::GetMetricStatistics,
            "ListMetrics" => Operation::ListMetrics,
            "ListTagsForResource" => Operation::ListTagsForResource,
            "PutMetricAlarm" => Operation::PutMetricAlarm,
            "PutMetricData" => Operation::PutMetricData,
            "SetAlarmState" => Operation::SetAlarmState,
            "TagResource" => Operation::TagResource,
            "UntagResource" => Operation::UntagResource,
            _ => return None,
        })
    }
}

/// The service.
pub static SERVICE: Service = Service {
    id: ServiceId::CloudWatch,
    signing_name: "monitoring",
    protocol: Protocol::Query { namespace: "http://monitoring.amazonaws.com/doc/2010-08-01/", version: "2010-08-01" },
    also: &[
        Protocol::Cbor { service: "GraniteServiceVersion20100801" },
        Protocol::Json { target: "GraniteServiceVersion20100801", version: "1.0" },
    ],
    query_errors: &[
        ("InternalServiceError", "InternalServiceFault"),
        ("InvalidFormat", "InvalidFormatFault"),
        ("InvalidParameterCombination", "InvalidParameterCombinationException"),
        ("InvalidParameterValue", "InvalidParameterValueException"),
        ("LimitExceeded", "LimitExceededFault"),
        ("MissingParameter", "MissingRequiredParameterException"),
        ("ValidationError", "ValidationException"),
    ],
    operations: &[
        Described { name: "AssociateDatasetKmsKey", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "CreateResourceMetricsConfiguration",
            coverage: Coverage::Refused,
            input: None,
            output: None,
        },
        Described { name: "DeleteAlarmMuteRule", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "DeleteAlarms",
            coverage: Coverage::Built,
            input: Some(&schemas::DELETE_ALARMS_INPUT),
            output: None,
        },
        Described { name: "DeleteAnomalyDetector", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteDashboards", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteInsightRules", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteMetricDataQueryDefinition", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteMetricStream", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "DeleteResourceMetricsConfiguration",
            coverage: Coverage::Refused,
            input: None,
            output: None,
        },
        Described { name: "DescribeAlarmContributors", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "DescribeAlarmHistory",
            coverage: Coverage::Built,
            input: Some(&schemas::DESCRIBE_ALARM_HISTORY_INPUT),
            output: Some(&schemas::DESCRIBE_ALARM_HISTORY_OUTPUT),
        },
        Described {
            name: "DescribeAlarms",
            coverage: Coverage::Built,
            input: Some(&schemas::DESCRIBE_ALARMS_INPUT),
            output: Some(&schemas::DESCRIBE_ALARMS_OUTPUT),
        },
        Described {
            name: "DescribeAlarmsForMetric",
            coverage: Coverage::Built,
            input: Some(&schemas::DESCRIBE_ALARMS_FOR_METRIC_INPUT),
            output: Some(&schemas::DESCRIBE_ALARMS_FOR_METRIC_OUTPUT),
        },
        Described { name: "DescribeAnomalyDetectors", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DescribeInsightRules", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "DisableAlarmActions",
            coverage: Coverage::Built,
            input: Some(&schemas::DISABLE_ALARM_ACTIONS_INPUT),
            output: None,
        },
        Described { name: "DisableInsightRules", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DisassociateDatasetKmsKey", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "EnableAlarmActions",
            coverage: Coverage::Built,
            input: Some(&schemas::ENABLE_ALARM_ACTIONS_INPUT),
            output: None,
        },
        Described { name: "EnableInsightRules", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetAlarmMuteRule", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetDashboard", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetDataset", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetInsightRuleReport", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetMetricData",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_METRIC_DATA_INPUT),
            output: Some(&schemas::GET_METRIC_DATA_OUTPUT),
        },
        Described { name: "GetMetricDataQueryDefinition", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetMetricStatistics",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_METRIC_STATISTICS_INPUT),
            output: Some(&schemas::GET_METRIC_STATISTICS_OUTPUT),
        },
        Described { name: "GetMetricStream", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetMetricWidgetImage", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetOTelEnrichment", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetResourceMetricsConfiguration", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListAlarmMuteRules", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListDashboards", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListManagedInsightRules", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListMetricDataQueryDefinitions", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListMetricStreams", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "ListMetrics",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_METRICS_INPUT),
            output: Some(&schemas::LIST_METRICS_OUTPUT),
        },
        Described {
            name: "ListTagsForResource",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_TAGS_FOR_RESOURCE_INPUT),
            output: Some(&schemas::LIST_TAGS_FOR_RESOURCE_OUTPUT),
        },
        Described { name: "PutAlarmMuteRule", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PutAnomalyDetector", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PutCompositeAlarm", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PutDashboard", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PutInsightRule", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PutLogAlarm", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PutManagedInsightRules", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "PutMetricAlarm",
            coverage: Coverage::Built,
            input: Some(&schemas::PUT_METRIC_ALARM_INPUT),
            output: None,
        },
        Described {
            name: "PutMetricData",
            coverage: Coverage::Built,
            input: Some(&schemas::PUT_METRIC_DATA_INPUT),
            output: None,
        },
        Described { name: "PutMetricDataQueryDefinition", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PutMetricStream", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "SetAlarmState",
            coverage: Coverage::Built,
            input: Some(&schemas::SET_ALARM_STATE_INPUT),
            output: None,
        },
        Described { name: "StartMetricStreams", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StartOTelEnrichment", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StopMetricStreams", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StopOTelEnrichment", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "TagResource",
            coverage: Coverage::Built,
            input: Some(&schemas::TAG_RESOURCE_INPUT),
            output: Some(&schemas::TAG_RESOURCE_OUTPUT),
        },
        Described {
            name: "UntagResource",
            coverage: Coverage::Built,
            input: Some(&schemas::UNTAG_RESOURCE_INPUT),
            output: Some(&schemas::UNTAG_RESOURCE_OUTPUT),
        },
        Described { name: "UpdateOTelEnrichment", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "UpdateResourceMetricsConfiguration",
            coverage: Coverage::Refused,
            input: None,
            output: None,
        },
    ],
};
