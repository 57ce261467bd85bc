//! SNS, from its model.

pub mod errors;
pub mod schemas;
mod types;

use crate::aws::service::{Coverage, Operation as Described, Protocol, Service, ServiceId};

pub use types::*;

/// The operations that are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    AddPermission,
    ConfirmSubscription,
    CreateTopic,
    DeleteTopic,
    GetSubscriptionAttributes,
    GetTopicAttributes,
    ListSubscriptions,
    ListSubscriptionsByTopic,
    ListTagsForResource,
    ListTopics,
    Publish,
    RemovePermission,
    SetSubscriptionAttributes,
    SetTopicAttributes,
    Subscribe,
    TagResource,
    Unsubscribe,
    UntagResource,
}

impl Operation {
    /// The served operation of this name.
    pub fn named(name: &str) -> Option<Operation> {
        Some(match name {
            "AddPermission" => Operation::AddPermission,
            "ConfirmSubscription" => Operation::ConfirmSubscription,
            "CreateTopic" => Operation::CreateTopic,
            "DeleteTopic" => Operation::DeleteTopic,
            "GetSubscriptionAttributes" => Operation::GetSubscriptionAttributes,
            "GetTopicAttributes" => Operation::GetTopicAttributes,
            "ListSubscriptions" => Operation::ListSubscriptions,
            "ListSubscriptionsByTopic" => Operation::ListSubscriptionsByTopic,
            "ListTagsForResource" => Operation::ListTagsForResource,
            "ListTopics" => Operation::ListTopics,
            "Publish" => Operation::Publish,
            "RemovePermission" => Operation::RemovePermission,
            "SetSubscriptionAttributes" => Operation::SetSubscriptionAttributes,
            "SetTopicAttributes" => Operation::SetTopicAttributes,
            "Subscribe" => Operation::Subscribe,
            "TagResource" => Operation::TagResource,
            "Unsubscribe" => Operation::Unsubscribe,
            "UntagResource" => Operation::UntagResource,
            _ => return None,
        })
    }
}

/// The service.
pub static SERVICE: Service = Service {
    id: ServiceId::Sns,
    signing_name: "sns",
    protocol: Protocol::Query { namespace: "http://sns.amazonaws.com/doc/2010-03-31/", version: "2010-03-31" },
    also: &[],
    query_errors: &[],
    operations: &[
        Described {
            name: "AddPermission",
            coverage: Coverage::Built,
            input: Some(&schemas::ADD_PERMISSION_INPUT),
            output: None,
        },
        Described { name: "CheckIfPhoneNumberIsOptedOut", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "ConfirmSubscription",
            coverage: Coverage::Built,
            input: Some(&schemas::CONFIRM_SUBSCRIPTION_INPUT),
            output: Some(&schemas::CONFIRM_SUBSCRIPTION_RESPONSE),
        },
        Described { name: "CreatePlatformApplication", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreatePlatformEndpoint", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateSMSSandboxPhoneNumber", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "CreateTopic",
            coverage: Coverage::Built,
            input: Some(&schemas::CREATE_TOPIC_INPUT),
            output: Some(&schemas::CREATE_TOPIC_RESPONSE),
        },
        Described { name: "DeleteEndpoint", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeletePlatformApplication", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteSMSSandboxPhoneNumber", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "DeleteTopic",
            coverage: Coverage::Built,
            input: Some(&schemas::DELETE_TOPIC_INPUT),
            output: None,
        },
        Described { name: "GetDataProtectionPolicy", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetEndpointAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetPlatformApplicationAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetSMSAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetSMSSandboxAccountStatus", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetSubscriptionAttributes",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_SUBSCRIPTION_ATTRIBUTES_INPUT),
            output: Some(&schemas::GET_SUBSCRIPTION_ATTRIBUTES_RESPONSE),
        },
        Described {
            name: "GetTopicAttributes",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_TOPIC_ATTRIBUTES_INPUT),
            output: Some(&schemas::GET_TOPIC_ATTRIBUTES_RESPONSE),
        },
        Described {
            name: "ListEndpointsByPlatformApplication",
            coverage: Coverage::Refused,
            input: None,
            output: None,
        },
        Described { name: "ListOriginationNumbers", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListPhoneNumbersOptedOut", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListPlatformApplications", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListSMSSandboxPhoneNumbers", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "ListSubscriptions",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_SUBSCRIPTIONS_INPUT),
            output: Some(&schemas::LIST_SUBSCRIPTIONS_RESPONSE),
        },
        Described {
            name: "ListSubscriptionsByTopic",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_SUBSCRIPTIONS_BY_TOPIC_INPUT),
            output: Some(&schemas::LIST_SUBSCRIPTIONS_BY_TOPIC_RESPONSE),
        },
        Described {
            name: "ListTagsForResource",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_TAGS_FOR_RESOURCE_REQUEST),
            output: Some(&schemas::LIST_TAGS_FOR_RESOURCE_RESPONSE),
        },
        Described {
            name: "ListTopics",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_TOPICS_INPUT),
            output: Some(&schemas::LIST_TOPICS_RESPONSE),
        },
        Described { name: "OptInPhoneNumber", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "Publish",
            coverage: Coverage::Built,
            input: Some(&schemas::PUBLISH_INPUT),
            output: Some(&schemas::PUBLISH_RESPONSE),
        },
        Described { name: "PublishBatch", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PutDataProtectionPolicy", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "RemovePermission",
            coverage: Coverage::Built,
            input: Some(&schemas::REMOVE_PERMISSION_INPUT),
            output: None,
        },
        Described { name: "SetEndpointAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "SetPlatformApplicationAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "SetSMSAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "SetSubscriptionAttributes",
            coverage: Coverage::Built,
            input: Some(&schemas::SET_SUBSCRIPTION_ATTRIBUTES_INPUT),
            output: None,
        },
        Described {
            name: "SetTopicAttributes",
            coverage: Coverage::Built,
            input: Some(&schemas::SET_TOPIC_ATTRIBUTES_INPUT),
            output: None,
        },
        Described {
            name: "Subscribe",
            coverage: Coverage::Built,
            input: Some(&schemas::SUBSCRIBE_INPUT),
            output: Some(&schemas::SUBSCRIBE_RESPONSE),
        },
        Described {
            name: "TagResource",
            coverage: Coverage::Built,
            input: Some(&schemas::TAG_RESOURCE_REQUEST),
            output: Some(&schemas::TAG_RESOURCE_RESPONSE),
        },
        Described {
            name: "Unsubscribe",
            coverage: Coverage::Built,
            input: Some(&schemas::UNSUBSCRIBE_INPUT),
            output: None,
        },
        Described {
            name: "UntagResource",
            coverage: Coverage::Built,
            input: Some(&schemas::UNTAG_RESOURCE_REQUEST),
            output: Some(&schemas::UNTAG_RESOURCE_RESPONSE),
        },
        Described { name: "VerifySMSSandboxPhoneNumber", coverage: Coverage::Refused, input: None, output: None },
    ],
};
