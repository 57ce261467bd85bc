//! SNS: topics. What is done to a subscription has no resource, as AWS has it.

use ashiato_policy::actions::{Check, Place, same_name};
use ashiato_policy::arn::Arn;
use serde_json::Value;

use super::text;

pub(super) fn checks(operation: &str, input: &Value, place: Place<'_>) -> Option<Vec<Check>> {
    let topic = match operation {
        "CreateTopic" => Some(Arn::new("sns", place.region, place.account, text(input, "Name"))),
        "ListTopics"
        | "ListSubscriptions"
        | "Unsubscribe"
        | "GetSubscriptionAttributes"
        | "SetSubscriptionAttributes" => None,
        // What is no ARN is refused by whoever may do it with all topics, and denied to others.
        _ => {
            let named = ["TopicArn", "ResourceArn", "TargetArn"].map(|member| text(input, member));
            named.into_iter().find(|arn| !arn.is_empty()).and_then(|arn| Arn::parse(arn).ok())
        }
    };
    // As SNS spells its actions in what it says.
    let mut check = same_name("SNS", operation, topic.as_ref());
    if operation == "Subscribe" {
        let own = [("sns:endpoint", "Endpoint"), ("sns:protocol", "Protocol")];
        let given = own.map(|(key, member)| (key, text(input, member)));
        let given = given.into_iter().filter(|(_, value)| !value.is_empty());
        check.keys.extend(given.map(|(key, value)| (key.into(), value.to_string())));
    }
    Some(vec![check])
}
