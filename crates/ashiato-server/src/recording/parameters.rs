//! What an operation was asked and answered, as CloudTrail writes it: members with a small first letter, times as words,
//! no secrets.

use chrono::DateTime;
use serde_json::{Map, Value};

use crate::aws::schema::{Shape, Structure};
use crate::aws::service::ServiceId;
use crate::topics::shown_endpoint;

/// What stands in the place of a secret.
pub(super) const HIDDEN: &str = "HIDDEN_DUE_TO_SECURITY_REASONS";

/// Members that are secrets, whether or not the model says so.
const SECRET: &[&str] = &[
    "SecretAccessKey",
    "SessionToken",
    "Password",
    "OldPassword",
    "NewPassword",
    "Message",
    "Subject",
    "MessageAttributes",
    "Token",
    "logEvents",
];

/// What was asked. KMS's records name the algorithm also where the client leaves it to KMS; the password in the URL of an
/// endpoint of SNS is in none.
///
/// Source: AWS KMS Developer Guide, "Examples of AWS KMS log entries", those of Encrypt and Decrypt.
pub(super) fn asked(
    input: &Value,
    (service, operation): (ServiceId, &str),
    structure: Option<&Structure>,
) -> Option<Value> {
    let mut asked = shaped(input, structure);
    if service == ServiceId::Kms
        && matches!(operation, "Encrypt" | "Decrypt")
        && let Value::Object(members) = asked.get_or_insert_with(|| Value::Object(Map::new()))
    {
        members.entry("encryptionAlgorithm").or_insert_with(|| "SYMMETRIC_DEFAULT".into());
    }
    if service == ServiceId::Sns
        && let Some(Value::String(endpoint)) = asked.as_mut().and_then(|asked| asked.get_mut("endpoint"))
    {
        *endpoint = shown_endpoint(endpoint).into_owned();
    }
    asked
}

/// A structure's value. `None` where nothing is in it.
pub(super) fn shaped(value: &Value, structure: Option<&Structure>) -> Option<Value> {
    let shaped = structure_of(value, structure?);
    (!shaped.as_object().is_some_and(Map::is_empty)).then_some(shaped)
}

fn structure_of(value: &Value, structure: &Structure) -> Value {
    let Some(given) = value.as_object() else { return value.clone() };
    let mut members = Map::new();
    for member in structure.members {
        let Some(value) = given.get(member.name).filter(|value| !value.is_null()) else { continue };
        let value = match SECRET.contains(&member.name) {
            true => Some(HIDDEN.into()),
            false => of_shape(value, member.shape),
        };
        members.extend(value.map(|value| (small(member.name), value)));
    }
    Value::Object(members)
}

/// `None`: bytes, which no record holds.
fn of_shape(value: &Value, shape: &Shape) -> Option<Value> {
    Some(match (shape, value) {
        (Shape::Blob { .. }, _) => return None,
        (Shape::Text(text), _) if text.is_sensitive => HIDDEN.into(),
        (Shape::Timestamp, _) => time(value),
        (Shape::Structure(structure), _) => structure_of(value, structure),
        (Shape::List(list), Value::Array(items)) => {
            items.iter().filter_map(|item| of_shape(item, list.member)).collect()
        }
        (Shape::Map(map), Value::Object(entries)) => {
            let entry = |(key, value): (&String, &Value)| Some((key.clone(), of_shape(value, map.value)?));
            Value::Object(entries.iter().filter_map(entry).collect())
        }
        _ => value.clone(),
    })
}

/// `QueryString` is `queryString`.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

/// `Nov 27, 2026, 1:02:03 AM`, as AWS's services print a moment.
fn time(value: &Value) -> Value {
    let parsed = match value {
        Value::Number(seconds) => {
            seconds.as_f64().and_then(|seconds| DateTime::from_timestamp_millis((seconds * 1e3) as i64))
        }
        Value::String(text) => DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc()),
        _ => None,
    };
    parsed.map_or_else(|| value.clone(), |time| time.format("%b %-d, %Y, %-I:%M:%S %p").to_string().into())
}
