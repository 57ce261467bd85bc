//! CloudWatch Logs: log groups and their streams. Policies name a group with `:*` after it for all but its tags, as AWS's
//! guide has it: what is in a group is below its name.

use ashiato_policy::actions::{Check, Place, same_name};
use ashiato_policy::arn::Arn;
use serde_json::Value;

use super::text;

pub(super) fn checks(operation: &str, input: &Value, place: Place<'_>) -> Option<Vec<Check>> {
    let arn = |resource: String| Arn::new("logs", place.region, place.account, resource);
    let group = match text(input, "logGroupName") {
        "" => name_of(text(input, "logGroupIdentifier")),
        name => name,
    };
    let resource = match operation {
        "TestMetricFilter" => return Some(vec![same_name("logs", operation, None)]),
        "TagResource" | "UntagResource" | "ListTagsForResource" => {
            arn(format!("log-group:{}", name_of(text(input, "resourceArn"))))
        }
        // Of a list that names no group, all of them.
        "DescribeLogGroups" | "DescribeMetricFilters" if group.is_empty() => arn("log-group:*".into()),
        "DeleteLogStream" | "PutLogEvents" | "GetLogEvents" => {
            arn(format!("log-group:{group}:log-stream:{}", text(input, "logStreamName")))
        }
        _ => arn(format!("log-group:{group}:*")),
    };
    Some(vec![same_name("logs", operation, Some(&resource))])
}

/// A group's name, from its ARN or from itself.
fn name_of(identifier: &str) -> &str {
    let name = match identifier.starts_with("arn:") {
        true => identifier.splitn(7, ':').nth(6).unwrap_or_default(),
        false => identifier,
    };
    name.strip_suffix(":*").unwrap_or(name)
}
