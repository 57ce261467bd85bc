//! The policies of topics: whom a topic lets publish, subscribe and manage it, beside what identities' policies give.
//!
//! Source: SNS Developer Guide, "Example cases for Amazon SNS access control".

use ashiato_meta::topics::Topic;
use ashiato_policy::document::{Document, PolicyKind, Version};
use ashiato_policy::evaluate::{Named, Policies, Principal, Request, decide};
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;

use super::Failure;

/// What a topic's policy may let others do.
pub(crate) const ACTIONS: &[&str] = &[
    "GetTopicAttributes",
    "SetTopicAttributes",
    "AddPermission",
    "RemovePermission",
    "DeleteTopic",
    "Subscribe",
    "ListSubscriptionsByTopic",
    "Publish",
];

/// A service that publishes to topics, for something of an account's.
#[derive(Debug, Clone)]
pub struct Service {
    name: &'static str,
    source_arn: String,
    account: String,
    /// Whether it says whose that is by `aws:SourceOwner` too, which the policy that topics begin with asks for.
    tells_owner: bool,
}

impl Service {
    /// CloudTrail, for a trail.
    pub fn cloud_trail(trail_arn: &str, account: &str) -> Service {
        let (source_arn, account) = (trail_arn.to_string(), account.to_string());
        Service { name: "cloudtrail.amazonaws.com", source_arn, account, tells_owner: false }
    }

    /// CloudWatch, for an alarm.
    pub fn cloud_watch(alarm_arn: &str, account: &str) -> Service {
        let (source_arn, account) = (alarm_arn.to_string(), account.to_string());
        Service { name: "cloudwatch.amazonaws.com", source_arn, account, tells_owner: true }
    }

    /// `cloudtrail.amazonaws.com`.
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    fn key(&self, key: &str, now: DateTime<Utc>) -> Option<Vec<String>> {
        Some(vec![match key {
            "aws:sourcearn" => self.source_arn.clone(),
            "aws:sourceaccount" | "aws:resourceaccount" => self.account.clone(),
            "aws:sourceowner" if self.tells_owner => self.account.clone(),
            "aws:requestedregion" => self.source_arn.split(':').nth(3)?.to_string(),
            "aws:securetransport" => "true".to_string(),
            "aws:currenttime" => now.to_rfc3339_opts(SecondsFormat::Secs, true),
            "aws:epochtime" => now.timestamp().to_string(),
            _ => return None,
        }])
    }
}

/// The policy that topics begin with: services tell whose they act for; everybody else has what identities' policies give.
pub(crate) fn policy_default(topic_arn: &str, account: &str) -> String {
    let actions: Vec<String> = ACTIONS.iter().map(|action| format!("SNS:{action}")).collect();
    serde_json::json!({
        "Version": "2008-10-17",
        "Id": "__default_policy_ID",
        "Statement": [{
            "Sid": "__default_statement_ID",
            "Effect": "Allow",
            "Principal": { "AWS": "*" },
            "Action": actions,
            "Resource": topic_arn,
            "Condition": { "StringEquals": { "AWS:SourceOwner": account } },
        }],
    })
    .to_string()
}

/// The policy of a topic, the one that it was given or began with, as text.
pub(crate) fn policy_of(topic: &Topic) -> Result<String, Failure> {
    let attributes: Value = serde_json::from_str(&topic.attributes)
        .map_err(|why| Failure::Unreadable(format!("the attributes of topic {}: {why}", topic.arn)))?;
    let account = topic.arn.split(':').nth(4).unwrap_or_default();
    Ok(attributes["Policy"].as_str().map_or_else(|| policy_default(&topic.arn, account), str::to_string))
}

/// The same, read. One that cannot be, or that has no statement left, lets nobody do anything.
pub(crate) fn document(topic: &Topic) -> Result<Document, Failure> {
    let text = policy_of(topic)?;
    Ok(Document::parse(&text, PolicyKind::Resource).unwrap_or_else(|why| {
        if !is_empty(&text) {
            tracing::error!(topic = topic.arn, %why, "the policy of a topic cannot be read");
        }
        Document { text, version: Version::V2008, id: None, statements: Vec::new() }
    }))
}

/// Whether the last statement was removed from it.
fn is_empty(policy: &str) -> bool {
    let policy: Result<Value, _> = serde_json::from_str(policy);
    policy.is_ok_and(|policy| policy["Statement"].as_array().is_some_and(Vec::is_empty))
}

/// Why a topic does not let a service publish; `None` where it does.
pub(crate) fn denial(by: &Service, topic: &Topic, now: DateTime<Utc>) -> Result<Option<String>, Failure> {
    let document = document(topic)?;
    let request = Request {
        principal: &Principal::Service { name: by.name.to_string() },
        action: "SNS:Publish",
        resource: &topic.arn,
        resource_account: &by.account,
        keys: &|key| by.key(key, now),
    };
    let resource = Some(Named { name: &topic.arn, document: &document });
    Ok(decide(&request, &Policies { resource, ..Policies::default() }).denial(&request))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ashiato_meta::{AccountId, Millis, Place};

    const TOPIC: &str = "arn:aws:sns:eu-north-1:111122223333:t";
    const TRAIL: &str = "arn:aws:cloudtrail:eu-north-1:111122223333:trail/t";
    const ALARM: &str = "arn:aws:cloudwatch:eu-north-1:111122223333:alarm:a";

    fn lets(by: &Service, policy: Option<Value>) -> bool {
        let account = AccountId::parse("111122223333").expect("12 digits");
        let attributes = policy.map_or(Value::Null, |policy| serde_json::json!({ "Policy": policy.to_string() }));
        let topic = Topic {
            arn: TOPIC.to_string(),
            place: Place::new(&account, "eu-north-1"),
            attributes: attributes.to_string(),
            created: Millis(0),
        };
        denial(by, &topic, DateTime::UNIX_EPOCH).expect("it is a policy").is_none()
    }

    fn statement(effect: &str, principal: Value, condition: Value) -> Value {
        serde_json::json!({ "Effect": effect, "Principal": principal, "Action": "SNS:Publish", "Resource": TOPIC,
            "Condition": condition })
    }

    #[test]
    fn services_publish_where_the_topic_lets_them() {
        let trail = Service::cloud_trail(TRAIL, "111122223333");
        let alarm = Service::cloud_watch(ALARM, "111122223333");
        assert_eq!((lets(&trail, None), lets(&alarm, None)), (false, true), "the policy that topics begin with");
        let service = |name: &str| serde_json::json!({ "Service": name });
        let none = || serde_json::json!({});
        let when = |operator: &str, key: &str, value: &str| serde_json::json!({ operator: { key: value } });
        let of_trail = service("cloudtrail.amazonaws.com");
        let cases = [
            (of_trail.clone(), none(), (true, false)),
            (service("cloudwatch.amazonaws.com"), none(), (false, true)),
            (serde_json::json!("*"), none(), (true, true)),
            (serde_json::json!({ "AWS": "111122223333" }), none(), (false, false)),
            (of_trail.clone(), when("StringEquals", "aws:SourceArn", TRAIL), (true, false)),
            (of_trail.clone(), when("StringEquals", "aws:SourceArn", ALARM), (false, false)),
            (of_trail.clone(), when("StringEquals", "aws:SourceAccount", "111122223333"), (true, false)),
            (of_trail.clone(), when("StringEquals", "aws:SourceAccount", "999922223333"), (false, false)),
            (of_trail, when("StringEquals", "aws:SourceOwner", "111122223333"), (false, false)),
            (serde_json::json!("*"), when("ArnLike", "aws:SourceArn", "arn:aws:cloudwatch:*:*:*"), (false, true)),
        ];
        for (principal, condition, expected) in cases {
            let told = format!("{principal} {condition}");
            let policy = serde_json::json!({ "Statement": [statement("Allow", principal, condition)] });
            assert_eq!((lets(&trail, Some(policy.clone())), lets(&alarm, Some(policy))), expected, "{told}");
        }
        let denied = [
            statement("Allow", serde_json::json!("*"), none()),
            statement("Deny", serde_json::json!("*"), when("StringEquals", "aws:SourceArn", TRAIL)),
        ];
        let policy = serde_json::json!({ "Statement": denied });
        assert_eq!((lets(&trail, Some(policy.clone())), lets(&alarm, Some(policy))), (false, true));
    }
}
