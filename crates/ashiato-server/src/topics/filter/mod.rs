//! Which messages a subscription wants: SNS's filter policies, over the attributes of a message or over its body.
//!
//! [`read`] takes a policy apart and refuses what SNS refuses, in its words; [`rule`] holds one value against one rule; and
//! here the keys of a policy are held against a message: all of them must hold, and of the rules of a key one.
//!
//! Source: "Amazon SNS message filtering" and its pages in SNS's developer guide.

mod read;
mod rule;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};
use std::collections::BTreeMap;

use super::message::Notification;
use rule::Rule;

/// A filter policy, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FilterPolicy {
    scope: Scope,
    keys: Keys,
}

/// What of a message a policy is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Attributes,
    Body,
}

/// Keys, all of which must hold.
#[derive(Debug, Clone, Default, PartialEq)]
struct Keys {
    named: Vec<(String, Wanted)>,
    /// Of each list one must hold: `$or`.
    either: Vec<Vec<Keys>>,
}

/// What is wanted of the value of a key.
#[derive(Debug, Clone, PartialEq)]
enum Wanted {
    /// One of these holds.
    OneOf(Vec<Rule>),
    /// The value is an object whose keys hold.
    Within(Keys),
}

impl FilterPolicy {
    /// The policy of a subscription's attributes. `None`: it wants everything.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence of SNS's.
    pub(crate) fn of(attributes: &BTreeMap<String, String>) -> Result<Option<FilterPolicy>, String> {
        let scope = match attributes.get("FilterPolicyScope").map(String::as_str) {
            None | Some("MessageAttributes") => Scope::Attributes,
            Some(_) => Scope::Body,
        };
        let policy = attributes.get("FilterPolicy").map(|text| read::policy(text, scope));
        policy.transpose()
    }

    /// Whether it wants a message. `protocol` is the subscription's, for there may be a message for each.
    pub(super) fn wants(&self, published: &Notification, protocol: &str) -> bool {
        if self.keys == Keys::default() {
            return true;
        }
        match self.scope {
            Scope::Attributes => self.keys.hold_of_attributes(&published.attributes),
            // A body that is no JSON object is wanted by no policy.
            Scope::Body => match serde_json::from_str(published.message_for(protocol)) {
                Ok(Value::Object(body)) => self.keys.hold_within(&body),
                _ => false,
            },
        }
    }
}

impl Keys {
    fn hold_of_attributes(&self, attributes: &Map<String, Value>) -> bool {
        let holds = |(name, wanted): &(String, Wanted)| match wanted {
            Wanted::OneOf(rules) => {
                let values = attributes.get(name).map(values_of_attribute);
                rules.iter().any(|rule| rule.holds(values.as_deref()))
            }
            // No such policy is read for attributes.
            Wanted::Within(_) => false,
        };
        self.named.iter().all(holds)
            && self.either.iter().all(|either| either.iter().any(|keys| keys.hold_of_attributes(attributes)))
    }

    fn hold_within(&self, body: &Map<String, Value>) -> bool {
        let holds = |(name, wanted): &(String, Wanted)| match wanted {
            Wanted::OneOf(rules) => {
                let values = body.get(name).and_then(values_of);
                rules.iter().any(|rule| rule.holds(values.as_deref()))
            }
            Wanted::Within(keys) => keys.hold_of(body.get(name)),
        };
        self.named.iter().all(holds)
            && self.either.iter().all(|either| either.iter().any(|keys| keys.hold_within(body)))
    }

    /// Of a list one item must be an object whose keys hold. What is no object has no keys.
    fn hold_of(&self, value: Option<&Value>) -> bool {
        match value {
            Some(Value::Object(inner)) => self.hold_within(inner),
            Some(Value::Array(items)) if !items.is_empty() => items.iter().any(|item| self.hold_of(Some(item))),
            _ => self.hold_within(&Map::new()),
        }
    }
}

/// The values that an attribute has: one of a text or a number, each item of a list, none of bytes.
fn values_of_attribute(attribute: &Value) -> Vec<Value> {
    let (kind, text) =
        (attribute["Type"].as_str().unwrap_or_default(), attribute["Value"].as_str().unwrap_or_default());
    // Behind a dot stands what the sender calls the type.
    match kind.split('.').next().unwrap_or_default() {
        "String" if kind == "String.Array" => {
            serde_json::from_str::<Value>(text).ok().and_then(|list| values_of(&list)).unwrap_or_default()
        }
        "String" => vec![text.into()],
        "Number" => serde_json::from_str::<Value>(text).into_iter().filter(Value::is_number).collect(),
        _ => Vec::new(),
    }
}

/// The values at the end of a path: the value itself, or all that are in a list. `None`: it does not end here.
fn values_of(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Object(_) => None,
        Value::Array(items) => Some(items.iter().filter_map(values_of).flatten().collect()),
        scalar => Some(vec![scalar.clone()]),
    }
}
