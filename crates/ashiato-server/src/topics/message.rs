//! The bodies that endpoints get, and what of them is signed. Source: "HTTP/HTTPS notification JSON format" and its
//! siblings in SNS's developer guide.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, SecondsFormat, Utc};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::signer::Signer;

/// A post, as it is stored until it is taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Post {
    /// Such as `x-amz-sns-message-type`.
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

/// What is published.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notification {
    pub(crate) subject: Option<String>,
    /// To whom there is no message of its protocol.
    pub(crate) message: String,
    /// By protocol, where they differ.
    pub(crate) by_protocol: Map<String, Value>,
    /// As `Name → {Type, Value}`.
    pub(crate) attributes: Map<String, Value>,
}

impl Notification {
    /// The message for subscriptions of a protocol.
    pub(super) fn message_for(&self, protocol: &str) -> &str {
        self.by_protocol.get(protocol).and_then(Value::as_str).unwrap_or(&self.message)
    }
}

/// Of which topic, when, under which id.
#[derive(Debug, Clone, Copy)]
pub(super) struct Envelope<'e> {
    pub(super) topic_arn: &'e str,
    pub(super) message_id: &'e str,
    pub(super) time: DateTime<Utc>,
    pub(super) public_url: &'e str,
}

impl Envelope<'_> {
    fn timestamp(&self) -> String {
        self.time.to_rfc3339_opts(SecondsFormat::Millis, true)
    }

    /// A URL that does something without a signature.
    fn url(&self, action: &str, members: &[(&str, &str)]) -> String {
        let query: String = members
            .iter()
            .map(|(name, value)| format!("&{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
            .collect();
        format!("{}/?Action={action}{query}", self.public_url)
    }

    fn post(&self, kind: &str, subscription: Option<&str>, body: String) -> Post {
        let mut headers = vec![
            ("x-amz-sns-message-type".to_string(), kind.to_string()),
            ("x-amz-sns-message-id".to_string(), self.message_id.to_string()),
            ("x-amz-sns-topic-arn".to_string(), self.topic_arn.to_string()),
            ("content-type".to_string(), "text/plain; charset=UTF-8".to_string()),
            ("user-agent".to_string(), "Amazon Simple Notification Service Agent".to_string()),
        ];
        headers.extend(subscription.map(|arn| ("x-amz-sns-subscription-arn".to_string(), arn.to_string())));
        Post { headers, body }
    }

    /// The signature's members of a body: over the values of some members, in this order.
    fn sign(&self, signer: &Signer, signed: &[(&str, &str)]) -> Result<Value, ashiato_trail::error::Error> {
        let text: String = signed.iter().map(|(name, value)| format!("{name}\n{value}\n")).collect();
        Ok(json!({
            "SignatureVersion": "2",
            "Signature": BASE64.encode(signer.sign(text.as_bytes())?),
            "SigningCertURL": format!("{}{}", self.public_url, signer.path()),
        }))
    }
}

/// What a subscription is told.
pub(super) fn notification(
    envelope: &Envelope<'_>,
    signer: &Signer,
    published: &Notification,
    (arn, protocol, is_raw): (&str, &str, bool),
) -> Result<Post, ashiato_trail::error::Error> {
    let message = published.message_for(protocol);
    if is_raw {
        let mut post = envelope.post("Notification", Some(arn), message.to_string());
        post.headers.push(("x-amz-sns-rawdelivery".to_string(), "true".to_string()));
        return Ok(post);
    }
    let timestamp = envelope.timestamp();
    let mut signed = vec![("Message", message), ("MessageId", envelope.message_id)];
    signed.extend(published.subject.as_deref().map(|subject| ("Subject", subject)));
    signed.extend([("Timestamp", timestamp.as_str()), ("TopicArn", envelope.topic_arn), ("Type", "Notification")]);
    let mut body = Map::new();
    body.insert("Type".into(), "Notification".into());
    body.insert("MessageId".into(), envelope.message_id.into());
    body.insert("TopicArn".into(), envelope.topic_arn.into());
    if let Some(subject) = &published.subject {
        body.insert("Subject".into(), subject.as_str().into());
    }
    body.insert("Message".into(), message.into());
    body.insert("Timestamp".into(), timestamp.as_str().into());
    extend(&mut body, envelope.sign(signer, &signed)?);
    body.insert("UnsubscribeURL".into(), envelope.url("Unsubscribe", &[("SubscriptionArn", arn)]).into());
    if !published.attributes.is_empty() {
        body.insert("MessageAttributes".into(), published.attributes.clone().into());
    }
    Ok(envelope.post("Notification", Some(arn), Value::Object(body).to_string()))
}

/// What an endpoint is asked when it is subscribed.
pub(super) fn subscription_confirmation(
    envelope: &Envelope<'_>,
    signer: &Signer,
    token: &str,
) -> Result<Post, ashiato_trail::error::Error> {
    let message = format!(
        "You have chosen to subscribe to the topic {}.\nTo confirm the subscription, visit the SubscribeURL included in \
         this message.",
        envelope.topic_arn
    );
    let url = envelope.url("ConfirmSubscription", &[("TopicArn", envelope.topic_arn), ("Token", token)]);
    let (timestamp, kind) = (envelope.timestamp(), "SubscriptionConfirmation");
    let signed = [
        ("Message", message.as_str()),
        ("MessageId", envelope.message_id),
        ("SubscribeURL", &url),
        ("Timestamp", &timestamp),
        ("Token", token),
        ("TopicArn", envelope.topic_arn),
        ("Type", kind),
    ];
    let mut body = Map::new();
    body.insert("Type".into(), kind.into());
    for (name, value) in signed.iter().filter(|(name, _)| *name != "Type") {
        body.insert((*name).into(), (*value).into());
    }
    extend(&mut body, envelope.sign(signer, &signed)?);
    Ok(envelope.post(kind, None, Value::Object(body).to_string()))
}

fn extend(body: &mut Map<String, Value>, more: Value) {
    if let Value::Object(members) = more {
        body.extend(members);
    }
}
