//! On what an operation acts: from its input to the actions and resources that must be allowed. One table a service.
//!
//! Source: the Service Authorization Reference, one page for each service.

mod athena;
mod cloudtrail;
mod cloudwatch;
mod glue;
mod iam;
mod logs;
mod sns;
mod sts;
#[cfg(test)]
mod tests;

pub(crate) use athena::OWN_CATALOG;

use ashiato_policy::actions::{Check, Place, same_name};
use serde_json::Value;
use std::borrow::Cow;

use crate::aws::Error;
use crate::aws::service::{Service, ServiceId};
use crate::context::Context;

/// Whether an operation's handler decides by more than the caller's policies, as AssumeRole does by the role's own.
pub(super) fn decides_itself(service: ServiceId, operation: &str) -> bool {
    match service {
        ServiceId::Sts => operation == "AssumeRole",
        // Of an operation on a key, the key's policy decides, which is found with the key.
        ServiceId::Kms => !matches!(operation, "CreateKey" | "GenerateRandom" | "ListAliases" | "ListKeys"),
        _ => false,
    }
}

/// All that must be allowed for a call. An operation that no table knows must be allowed on everything.
pub(super) async fn checks(
    ctx: &Context,
    service: &Service,
    operation: &str,
    input: &Value,
) -> Result<Vec<Check>, Error> {
    let account = ctx.state.kept.account.as_str();
    let place = Place { region: &ctx.region, account };
    let known = match service.id {
        ServiceId::Athena => athena::checks(ctx, operation, input, place).await?,
        ServiceId::CloudTrail => Some(cloudtrail::checks(ctx, operation, input, place).await?),
        ServiceId::CloudWatch => cloudwatch::checks(operation, input, place),
        ServiceId::Glue => glue::checks(operation, input, place),
        ServiceId::Sns => sns::checks(operation, input, place),
        ServiceId::Logs => logs::checks(operation, input, place),
        ServiceId::Iam => Some(iam::checks(ctx, operation, input).await?),
        ServiceId::Sts => sts::checks(operation, input, account),
        _ => None,
    };
    let mut checks = known.unwrap_or_else(|| vec![same_name(service.signing_name, operation, None)]);
    let tag_keys = tag_keys(input);
    checks.iter_mut().for_each(|check| check.keys.extend(tag_keys.iter().cloned()));
    Ok(checks)
}

/// The tags that a request gives or takes away: `aws:RequestTag/KEY` and `aws:TagKeys`.
pub(crate) fn tag_keys(input: &Value) -> Vec<(Cow<'static, str>, String)> {
    let mut keys = Vec::new();
    let mut give = |key: &str, value: &str| {
        if key.is_empty() {
            return;
        }
        keys.push((format!("aws:requesttag/{}", key.to_lowercase()).into(), value.to_string()));
        keys.push(("aws:tagkeys".into(), key.to_string()));
    };
    for member in ["Tags", "TagsToAdd", "TagsList", "tags"] {
        match input.get(member) {
            Some(Value::Array(list)) => list.iter().for_each(|tag| {
                // KMS has words of its own.
                give(text(tag, "Key"), text(tag, "Value"));
                give(text(tag, "TagKey"), text(tag, "TagValue"));
            }),
            Some(Value::Object(map)) => {
                map.iter().for_each(|(key, value)| give(key, value.as_str().unwrap_or_default()));
            }
            _ => {}
        }
    }
    let taken = ["TagKeys", "TagsToRemove", "tagKeys"].iter().flat_map(|member| texts(input, member));
    keys.extend(taken.map(|key| ("aws:tagkeys".into(), key.to_string())));
    keys
}

/// A text member of an input; empty where it is absent.
fn text<'a>(input: &'a Value, member: &str) -> &'a str {
    input.get(member).and_then(Value::as_str).unwrap_or_default()
}

/// The texts of a list member.
fn texts<'a>(input: &'a Value, member: &str) -> Vec<&'a str> {
    let list = input.get(member).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).collect()
}
