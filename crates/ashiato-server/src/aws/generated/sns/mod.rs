//! SNS, from its model.

pub mod errors;
pub mod schemas;
mod types;

use crate::aws::service::{Coverage, Operation as Described, Protocol, Service, ServiceId};

/// The service.
pub static SERVICE: Service = Service {
    id: ServiceId::Sns,
    signing_name: "sns",
    protocol: Protocol::Query { namespace: "http://sns.amazonaws.com/doc/2010-03-31/", version: "2010-03-31" },
    operations: &[
        Described { name: "AddPermission", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CheckIfPhoneNumberIsOptedOut", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ConfirmSubscription", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreatePlatformApplication", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreatePlatformEndpoint", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateSMSSandboxPhoneNumber", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateTopic", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteEndpoint", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeletePlatformApplication", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteSMSSandboxPhoneNumber", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteTopic", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetDataProtectionPolicy", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetEndpointAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetPlatformApplicationAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetSMSAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetSMSSandboxAccountStatus", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetSubscriptionAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetTopicAttributes", coverage: Coverage::Refused, input: None, output: None },
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
        Described { name: "ListSubscriptions", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListSubscriptionsByTopic", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListTagsForResource", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListTopics", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "OptInPhoneNumber", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "Publish", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PublishBatch", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "PutDataProtectionPolicy", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "RemovePermission", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "SetEndpointAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "SetPlatformApplicationAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "SetSMSAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "SetSubscriptionAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "SetTopicAttributes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "Subscribe", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "TagResource", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "Unsubscribe", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UntagResource", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "VerifySMSSandboxPhoneNumber", coverage: Coverage::Refused, input: None, output: None },
    ],
};
