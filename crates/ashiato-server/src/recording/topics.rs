//! The topic that a message is published to, as its record names it: data events are selected by it.
//!
//! Source: AWS CloudTrail User Guide, "CloudTrail record contents", its example of Publish.

use ashiato_event::record::Resource;
use serde_json::Value;

/// Of Publish and PublishBatch, the topic; of other calls nothing.
pub(super) fn resources(operation: &str, asked: Option<&Value>) -> Vec<Resource> {
    if !matches!(operation, "Publish" | "PublishBatch") {
        return Vec::new();
    }
    let named = asked.and_then(|asked| asked["TopicArn"].as_str().or(asked["TargetArn"].as_str()));
    named.and_then(topic).into_iter().collect()
}

/// `None`: it is no topic's ARN, as that of a phone's endpoint.
fn topic(arn: &str) -> Option<Resource> {
    let parts: Vec<&str> = arn.split(':').collect();
    let &["arn", _, "sns", _, account, name] = parts.as_slice() else { return None };
    (!name.contains('/')).then(|| Resource {
        account_id: Some(account.to_string()),
        kind: "AWS::SNS::Topic".to_string(),
        arn: Some(arn.to_string()),
        arn_prefix: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_message_names_its_topic() {
        let arn = "arn:aws:sns:eu-north-1:111122223333:t";
        let of = |operation, asked: Value| -> Vec<(String, Option<String>)> {
            let found = resources(operation, Some(&asked)).into_iter();
            found.map(|resource| (resource.kind, resource.account_id)).collect()
        };
        let topic = vec![("AWS::SNS::Topic".to_string(), Some("111122223333".to_string()))];
        assert_eq!(of("Publish", json!({ "TopicArn": arn, "Message": "m" })), topic);
        assert_eq!(of("Publish", json!({ "TargetArn": arn })), topic);
        assert_eq!(of("PublishBatch", json!({ "TopicArn": arn })), topic);
        assert_eq!(of("Publish", json!({ "PhoneNumber": "+8190" })), []);
        assert_eq!(of("Publish", json!({ "TargetArn": "arn:aws:sns:eu-north-1:111122223333:endpoint/GCM/a/b" })), []);
        assert_eq!(of("Subscribe", json!({ "TopicArn": arn })), []);
        assert_eq!(resources("Publish", None), []);
    }
}
