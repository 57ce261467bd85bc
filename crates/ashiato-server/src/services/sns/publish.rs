//! Publish.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

use super::failure::{invalid, of_message};
use super::named;
use crate::aws::Error;
use crate::aws::generated::sns::{MessageAttributeValue, PublishInput, PublishResponse};
use crate::context::Context;
use crate::topics::{Notification, publish_in};

/// Source: the API reference of Publish.
const MESSAGE_BYTES_MAX: usize = 256 * 1024;
const SUBJECT_MAX: usize = 100;

pub(super) async fn publish(ctx: &Context, input: PublishInput) -> Result<PublishResponse, Error> {
    if input.phone_number.is_some() {
        return Err(invalid("PhoneNumber Reason: text messages are not supported by Ashiato"));
    }
    let topic_arn = match (input.topic_arn, input.target_arn) {
        (Some(arn), None) | (None, Some(arn)) => arn,
        _ => return Err(invalid("TopicArn or TargetArn Reason: exactly one of them must be given")),
    };
    if input.message.is_empty() {
        return Err(invalid("Empty message"));
    }
    if input.message.len() > MESSAGE_BYTES_MAX {
        return Err(invalid("Message too long"));
    }
    if input.subject.as_deref().is_some_and(|subject| !is_subject(subject)) {
        return Err(invalid("Subject"));
    }
    let by_protocol = match input.message_structure.as_deref() {
        None => Map::new(),
        Some("json") => by_protocol(&input.message)?,
        Some(_) => return Err(invalid("MessageStructure")),
    };
    let message = match by_protocol.get("default").and_then(Value::as_str) {
        Some(default) => default.to_string(),
        None => input.message,
    };
    let attributes = attributes(input.message_attributes.unwrap_or_default())?;
    let mut tx = named::read(ctx).await?;
    let topic = named::topic(&mut tx, &topic_arn).await?;
    drop(tx);
    let published = Notification { subject: input.subject, message, by_protocol, attributes };
    let message_id = publish_in(&ctx.state, &topic.arn, &published).await.map_err(of_message)?;
    Ok(PublishResponse { message_id: Some(message_id), sequence_number: None })
}

/// ASCII without control characters that begins with a letter, a digit or a mark.
fn is_subject(subject: &str) -> bool {
    (1..=SUBJECT_MAX).contains(&subject.len())
        && subject.bytes().all(|byte| (b' '..=b'~').contains(&byte))
        && !subject.starts_with(' ')
}

/// One message for each protocol, and one for all others.
fn by_protocol(message: &str) -> Result<Map<String, Value>, Error> {
    let wrong = |why: &str| invalid(format!("Message Structure - {why}"));
    let read: Value = serde_json::from_str(message).map_err(|_| wrong("JSON message body failed to parse"))?;
    match read {
        Value::Object(members) if members.get("default").is_some_and(Value::is_string) => Ok(members),
        _ => Err(wrong("No default entry in JSON message body")),
    }
}

fn attributes(given: BTreeMap<String, MessageAttributeValue>) -> Result<Map<String, Value>, Error> {
    let shown = given.into_iter().map(|(name, value)| {
        let text = match (value.string_value, value.binary_value) {
            (Some(text), None) => text,
            (None, Some(bytes)) => BASE64.encode(bytes.0),
            _ => return Err(invalid(format!("The message attribute '{name}' must contain one value"))),
        };
        Ok((name, json!({ "Type": value.data_type, "Value": text })))
    });
    shown.collect()
}
