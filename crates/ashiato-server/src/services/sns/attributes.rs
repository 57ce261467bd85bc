//! Attributes of topics and subscriptions: which there are, and what they may hold.

use serde_json::Value;
use std::collections::BTreeMap;

use super::failure::invalid;
use super::policy;
use crate::aws::Error;

/// As the state keeps them.
pub(super) type Attributes = BTreeMap<String, String>;

/// `DisplayName` has at most so many characters.
const DISPLAY_NAME_MAX: usize = 100;

pub(super) fn read(text: &str) -> Result<Attributes, Error> {
    serde_json::from_str(text).map_err(|why| Error::internal(format!("read the attributes of SNS: {why}")))
}

pub(super) fn write(attributes: &Attributes) -> String {
    Value::from_iter(attributes.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str())))).to_string()
}

/// Refuses an attribute that topics do not have, or not with this value.
pub(super) fn check_of_topic(name: &str, value: &str) -> Result<(), Error> {
    match name {
        "DisplayName" if value.chars().count() > DISPLAY_NAME_MAX => Err(invalid("DisplayName")),
        "Policy" if !value.is_empty() => policy::check(value),
        "DeliveryPolicy" if !value.is_empty() => {
            Err(invalid("AttributeName Reason: DeliveryPolicy is not supported by Ashiato"))
        }
        // RSA over SHA-1, version 1, is none that this server signs with.
        "SignatureVersion" if value != "2" => Err(invalid("SignatureVersion Reason: Ashiato signs with version 2")),
        "DisplayName" | "Policy" | "DeliveryPolicy" | "SignatureVersion" => Ok(()),
        "TracingConfig" if value == "PassThrough" => Ok(()),
        _ => Err(invalid(format!("AttributeName Reason: {name} is not supported by Ashiato"))),
    }
}

/// Refuses an attribute that subscriptions do not have, or not with this value.
pub(super) fn check_of_subscription(name: &str, value: &str) -> Result<(), Error> {
    match name {
        "RawMessageDelivery" if !matches!(value, "true" | "false") => {
            Err(invalid("Attributes Reason: RawMessageDelivery: Invalid value. Must be true or false."))
        }
        "DeliveryPolicy" | "RedrivePolicy" if !value.is_empty() => {
            Err(invalid(format!("AttributeName Reason: {name} is not supported by Ashiato")))
        }
        "FilterPolicyScope" if !matches!(value, "MessageAttributes" | "MessageBody") => {
            Err(invalid("FilterPolicyScope"))
        }
        "RawMessageDelivery" | "FilterPolicy" | "FilterPolicyScope" | "DeliveryPolicy" | "RedrivePolicy" => Ok(()),
        _ => Err(invalid("AttributeName")),
    }
}

/// Sets one attribute; an empty value takes it away.
pub(super) fn set(attributes: &mut Attributes, name: String, value: Option<String>) {
    match value.filter(|value| !value.is_empty()) {
        Some(value) => attributes.insert(name, value),
        None => attributes.remove(&name),
    };
}
