//! Reading a filter policy: what SNS refuses is refused, in its words.
//!
//! Source: "Amazon SNS subscription filter policy constraints" in SNS's developer guide.

use ashiato_policy::condition::AddressRange;
use serde_json::{Map, Value};
use std::cmp::Ordering;

use super::rule::{Comparison, Rule, order};
use super::{FilterPolicy, Keys, Scope, Wanted};

const BYTES_MAX: usize = 256 * 1024;
const KEYS_MAX: usize = 5;
/// Of the values of all keys, each counted by how deep it stands, multiplied.
const COMBINATIONS_MAX: usize = 150;

/// Takes a policy apart.
///
/// # Errors
/// A sentence of SNS's.
pub(super) fn policy(text: &str, scope: Scope) -> Result<FilterPolicy, String> {
    if text.len() > BYTES_MAX {
        return Err(wrong(format!("Filter policy is larger than {BYTES_MAX} bytes")));
    }
    let read: Result<Map<String, Value>, _> = serde_json::from_str(text);
    let members = read.map_err(|why| wrong(format!("failed to parse JSON. {why}")))?;
    if members.len() > KEYS_MAX {
        return Err(wrong(format!("Filter policy can not have more than {KEYS_MAX} keys")));
    }
    let (keys, combinations) = keys(&members, scope, 1, 1)?;
    if combinations > COMBINATIONS_MAX {
        return Err(wrong("Filter policy is too complex"));
    }
    Ok(FilterPolicy { scope, keys })
}

fn wrong(what: impl std::fmt::Display) -> String {
    format!("FilterPolicy: {what}")
}

/// The keys of an object, and the combinations that there are with those before.
fn keys(members: &Map<String, Value>, scope: Scope, depth: usize, before: usize) -> Result<(Keys, usize), String> {
    let (mut found, mut combinations) = (Keys::default(), before);
    for (name, value) in members {
        match value {
            Value::Object(_) if scope == Scope::Attributes => {
                return Err("Filter policy scope MessageAttributes does not support nested filter policy".to_string());
            }
            Value::Object(inner) => {
                let (keys, more) = keys(inner, scope, depth + 1, combinations)?;
                combinations = more;
                found.named.push((name.clone(), Wanted::Within(keys)));
            }
            Value::Array(items) if items.is_empty() => return Err(wrong("Empty arrays are not allowed")),
            // A list of objects is alternatives; of anything else, the key is called so.
            Value::Array(items) if name == "$or" && items.iter().all(Value::is_object) => {
                let mut either = Vec::new();
                let mut all = 0_usize;
                for inner in items.iter().filter_map(Value::as_object) {
                    let (keys, more) = keys(inner, scope, depth, combinations)?;
                    all = all.saturating_add(more);
                    either.push(keys);
                }
                combinations = all;
                found.either.push(either);
            }
            Value::Array(items) => {
                combinations = combinations.saturating_mul(items.len()).saturating_mul(depth);
                let rules = items.iter().map(rule).collect::<Result<_, _>>()?;
                found.named.push((name.clone(), Wanted::OneOf(rules)));
            }
            _ => return Err(wrong(format!("\"{name}\" must be an object or an array"))),
        }
    }
    Ok((found, combinations))
}

fn rule(value: &Value) -> Result<Rule, String> {
    match value {
        Value::Object(members) => {
            let mut members = members.iter();
            match (members.next(), members.next()) {
                (Some((operator, value)), None) => of_operator(operator, value),
                _ => Err(wrong("Only one key allowed in match expression")),
            }
        }
        Value::Array(_) => Err(wrong("Match value must be String, number, true, false, or null")),
        scalar => Ok(Rule::Is(scalar.clone())),
    }
}

fn of_operator(operator: &str, value: &Value) -> Result<Rule, String> {
    let text = |operator: &str| {
        let text = value.as_str().map(str::to_string);
        text.ok_or_else(|| wrong(format!("{operator} match pattern must be a string")))
    };
    match operator {
        "prefix" => text(operator).map(Rule::Prefix),
        "suffix" => text(operator).map(Rule::Suffix),
        "equals-ignore-case" => text(operator).map(Rule::EqualsIgnoreCase),
        "anything-but" => anything_but(value),
        "exists" => {
            let exists = value.as_bool().map(Rule::Exists);
            exists.ok_or_else(|| wrong("exists match pattern must be either true or false."))
        }
        "numeric" => numeric(value.as_array().map_or(&[], Vec::as_slice)),
        "cidr" => cidr(&text("prefix")?),
        _ => Err(wrong(format!("Unrecognized match type {operator}"))),
    }
}

fn anything_but(value: &Value) -> Result<Rule, String> {
    let scalar = |value: &Value| match rule(value)? {
        Rule::Is(scalar) => Ok(scalar),
        _ => Err(wrong("Match value must be String, number, true, false, or null")),
    };
    match value {
        Value::Array(items) => items.iter().map(scalar).collect::<Result<_, _>>().map(Rule::AnythingBut),
        Value::Object(members) => match members.keys().find(|operator| *operator != "prefix") {
            Some(other) => Err(wrong(format!("Unsupported anything-but pattern: {other}"))),
            None => match rule(value)? {
                Rule::Prefix(prefix) => Ok(Rule::AnythingButPrefix(prefix)),
                _ => Err(wrong("Unsupported anything-but pattern")),
            },
        },
        value => Ok(Rule::AnythingBut(vec![scalar(value)?])),
    }
}

/// `["=", 1]`, `[">", 0]`, `[">=", 0, "<", 100]`.
fn numeric(items: &[Value]) -> Result<Rule, String> {
    let told = |value: Option<&Value>| value.map_or_else(|| "]".to_string(), Value::to_string);
    let Some(sign) = items.first().and_then(Value::as_str) else {
        return Err(wrong(format!("Invalid member in numeric match: {}", told(items.first()))));
    };
    let Some(first) = Comparison::of(sign) else {
        return Err(wrong(format!("Unrecognized numeric range operator: {sign}")));
    };
    let number = |sign: &str, value: Option<&Value>| {
        let sign = if sign == "=" { "equals" } else { sign };
        value.and_then(Value::as_f64).ok_or_else(|| wrong(format!("Value of {sign} must be numeric")))
    };
    let bottom = number(sign, items.get(1))?;
    if items.len() == 2 {
        return Ok(Rule::Numeric(vec![(first, bottom)]));
    }
    if !matches!(first, Comparison::Greater | Comparison::GreaterOrEqual) {
        return Err(wrong("Too many elements in numeric expression"));
    }
    let Some(sign) = items[2].as_str() else {
        return Err(wrong(format!("Bad value in numeric range: {}", items[2])));
    };
    let second = Comparison::of(sign).filter(|sign| matches!(sign, Comparison::Less | Comparison::LessOrEqual));
    let Some(second) = second else { return Err(wrong(format!("Bad numeric range operator: {sign}"))) };
    let top = number(sign, items.get(3))?;
    if order(bottom, top) != Ordering::Less {
        return Err(wrong("Bottom must be less than top"));
    }
    if items.len() > 4 {
        return Err(wrong("Too many terms in numeric range expression"));
    }
    Ok(Rule::Numeric(vec![(first, bottom), (second, top)]))
}

fn cidr(text: &str) -> Result<Rule, String> {
    let Some((address, mask)) = text.split_once('/').filter(|(_, mask)| !mask.contains('/')) else {
        return Err(wrong("Malformed CIDR, one '/' required"));
    };
    if mask.parse::<u8>().is_err() {
        return Err(wrong("Malformed CIDR, mask bits must be an integer"));
    }
    let range = AddressRange::parse(text).map(Rule::Cidr);
    range.ok_or_else(|| wrong(format!("Nonstandard IP address: {address}")))
}
