//! CloudTrail, from its model.

pub mod errors;
pub mod schemas;
mod types;

use crate::aws::service::{Coverage, Operation as Described, Protocol, Service, ServiceId};

pub use types::*;

/// The operations that are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    AddTags,
    CreateTrail,
    DeleteTrail,
    DescribeTrails,
    GetEventSelectors,
    GetInsightSelectors,
    GetTrail,
    GetTrailStatus,
    ListPublicKeys,
    ListTags,
    ListTrails,
    LookupEvents,
    PutEventSelectors,
    PutInsightSelectors,
    RemoveTags,
    StartLogging,
    StopLogging,
    UpdateTrail,
}

impl Operation {
    /// The served operation of this name.
    pub fn named(name: &str) -> Option<Operation> {
        Some(match name {
            "AddTags" => Operation::AddTags,
            "CreateTrail" => Operation::CreateTrail,
            "DeleteTrail" => Operation::DeleteTrail,
            "DescribeTrails" => Operation::DescribeTrails,
            "GetEventSelectors" => Operation::GetEventSelectors,
            "GetInsightSelectors" => Operation::GetInsightSelectors,
            "GetTrail" => Operation::GetTrail,
            "GetTrailStatus" => Operation::GetTrailStatus,
            "ListPublicKeys" => Operation::ListPublicKeys,
            "ListTags" => Operation::ListTags,
            "ListTrails" => Operation::ListTrails,
            "LookupEvents" => Operation::LookupEvents,
            "PutEventSelectors" => Operation::PutEventSelectors,
            "PutInsightSelectors" => Operation::PutInsightSelectors,
            "RemoveTags" => Operation::RemoveTags,
            "StartLogging" => Operation::StartLogging,
            "StopLogging" => Operation::StopLogging,
            "UpdateTrail" => Operation::UpdateTrail,
            _ => return None,
        })
    }
}

/// The service.
pub static SERVICE: Service = Service {
    id: ServiceId::CloudTrail,
    signing_name: "cloudtrail",
    protocol: Protocol::Json { target: "CloudTrail_20131101", version: "1.1" },
    also: &[],
    query_errors: &[],
    operations: &[
        Described {
            name: "AddTags",
            coverage: Coverage::Built,
            input: Some(&schemas::ADD_TAGS_REQUEST),
            output: Some(&schemas::ADD_TAGS_RESPONSE),
        },
        Described { name: "CancelQuery", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateChannel", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateDashboard", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateEventDataStore", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "CreateTrail",
            coverage: Coverage::Built,
            input: Some(&schemas::CREATE_TRAIL_REQUEST),
            output: Some(&schemas::CREATE_TRAIL_RESPONSE),
        },
        Described { name: "DeleteChannel", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteDashboard", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteEventDataStore", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteResourcePolicy", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "DeleteTrail",
            coverage: Coverage::Built,
            input: Some(&schemas::DELETE_TRAIL_REQUEST),
            output: Some(&schemas::DELETE_TRAIL_RESPONSE),
        },
        Described {
            name: "DeregisterOrganizationDelegatedAdmin",
            coverage: Coverage::Refused,
            input: None,
            output: None,
        },
        Described { name: "DescribeQuery", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "DescribeTrails",
            coverage: Coverage::Built,
            input: Some(&schemas::DESCRIBE_TRAILS_REQUEST),
            output: Some(&schemas::DESCRIBE_TRAILS_RESPONSE),
        },
        Described { name: "DisableFederation", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "EnableFederation", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GenerateQuery", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetChannel", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetDashboard", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetEventConfiguration", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetEventDataStore", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetEventSelectors",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_EVENT_SELECTORS_REQUEST),
            output: Some(&schemas::GET_EVENT_SELECTORS_RESPONSE),
        },
        Described { name: "GetImport", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetInsightSelectors",
            coverage: Coverage::Stored,
            input: Some(&schemas::GET_INSIGHT_SELECTORS_REQUEST),
            output: Some(&schemas::GET_INSIGHT_SELECTORS_RESPONSE),
        },
        Described { name: "GetQueryResults", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetResourcePolicy", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetTrail",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_TRAIL_REQUEST),
            output: Some(&schemas::GET_TRAIL_RESPONSE),
        },
        Described {
            name: "GetTrailStatus",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_TRAIL_STATUS_REQUEST),
            output: Some(&schemas::GET_TRAIL_STATUS_RESPONSE),
        },
        Described { name: "ListChannels", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListDashboards", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListEventDataStores", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListImportFailures", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListImports", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListInsightsData", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListInsightsMetricData", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "ListPublicKeys",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_PUBLIC_KEYS_REQUEST),
            output: Some(&schemas::LIST_PUBLIC_KEYS_RESPONSE),
        },
        Described { name: "ListQueries", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "ListTags",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_TAGS_REQUEST),
            output: Some(&schemas::LIST_TAGS_RESPONSE),
        },
        Described {
            name: "ListTrails",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_TRAILS_REQUEST),
            output: Some(&schemas::LIST_TRAILS_RESPONSE),
        },
        Described {
            name: "LookupEvents",
            coverage: Coverage::Built,
            input: Some(&schemas::LOOKUP_EVENTS_REQUEST),
            output: Some(&schemas::LOOKUP_EVENTS_RESPONSE),
        },
        Described { name: "PutEventConfiguration", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "PutEventSelectors",
            coverage: Coverage::Built,
            input: Some(&schemas::PUT_EVENT_SELECTORS_REQUEST),
            output: Some(&schemas::PUT_EVENT_SELECTORS_RESPONSE),
        },
        Described {
            name: "PutInsightSelectors",
            coverage: Coverage::Stored,
            input: Some(&schemas::PUT_INSIGHT_SELECTORS_REQUEST),
            output: Some(&schemas::PUT_INSIGHT_SELECTORS_RESPONSE),
        },
        Described { name: "PutResourcePolicy", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "RegisterOrganizationDelegatedAdmin",
            coverage: Coverage::Refused,
            input: None,
            output: None,
        },
        Described {
            name: "RemoveTags",
            coverage: Coverage::Built,
            input: Some(&schemas::REMOVE_TAGS_REQUEST),
            output: Some(&schemas::REMOVE_TAGS_RESPONSE),
        },
        Described { name: "RestoreEventDataStore", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "SearchSampleQueries", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StartDashboardRefresh", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StartEventDataStoreIngestion", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StartImport", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "StartLogging",
            coverage: Coverage::Built,
            input: Some(&schemas::START_LOGGING_REQUEST),
            output: Some(&schemas::START_LOGGING_RESPONSE),
        },
        Described { name: "StartQuery", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StopEventDataStoreIngestion", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StopImport", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "StopLogging",
            coverage: Coverage::Built,
            input: Some(&schemas::STOP_LOGGING_REQUEST),
            output: Some(&schemas::STOP_LOGGING_RESPONSE),
        },
        Described { name: "UpdateChannel", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UpdateDashboard", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UpdateEventDataStore", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "UpdateTrail",
            coverage: Coverage::Built,
            input: Some(&schemas::UPDATE_TRAIL_REQUEST),
            output: Some(&schemas::UPDATE_TRAIL_RESPONSE),
        },
    ],
};
