//! AWS JSON 1.0 and 1.1: the body is the input, `X-Amz-Target` names the operation.

use serde_json::{Map, Value};

use crate::aws::Error;

/// The content type of answers, unless a service is of version 1.0.
pub const CONTENT_TYPE: &str = "application/x-amz-json-1.1";
/// That of version 1.0.
pub const CONTENT_TYPE_1_0: &str = "application/x-amz-json-1.0";

/// The last two parts of `X-Amz-Target`: clients differ in what they put before
/// (`com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.ListTrails`, `CloudTrail_20131101.ListTrails`).
pub fn target(header: &str) -> Option<(&str, &str)> {
    let (before, operation) = header.rsplit_once('.')?;
    let prefix = before.rsplit_once('.').map_or(before, |(_, prefix)| prefix);
    Some((prefix, operation))
}

/// Reads a body. Nesting beyond 128 levels is refused.
pub fn decode(body: &[u8]) -> Result<Value, Error> {
    if body.is_empty() {
        return Ok(Value::Object(Map::new()));
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => Ok(Value::Object(members)),
        Ok(_) => Err(Error::malformed("The body must be a JSON object.")),
        Err(why) => Err(Error::malformed(format!("The body is not valid JSON: {why}"))),
    }
}

/// Writes an error, under the name of its code or of its shape.
pub fn error(error: &Error, name: &str) -> Value {
    let mut body = Map::new();
    body.insert("__type".into(), name.into());
    body.insert(error.declared.message_member.into(), error.message.clone().into());
    body.extend(error.members.iter().map(|(member, value)| (member.to_string(), value.clone())));
    Value::Object(body)
}
