//! CloudTrail: an operation is on trails, or on nothing in particular. A trail's tags are keys of the decision.

use ashiato_meta::tags;
use ashiato_policy::actions::{Check, Place, same_name};
use ashiato_policy::arn::Arn;
use serde_json::Value;

use super::{text, texts};
use crate::aws::Error;
use crate::context::Context;

/// The operations that are on nothing in particular.
const ON_NOTHING: &[&str] = &["DescribeTrails", "ListPublicKeys", "ListTrails", "LookupEvents"];

/// What must be allowed, and the tags that each trail has.
pub(super) async fn checks(
    ctx: &Context,
    operation: &str,
    input: &Value,
    place: Place<'_>,
) -> Result<Vec<Check>, Error> {
    let mut checks = plain_checks(operation, input, place);
    let unread = |error: ashiato_meta::Error| Error::internal(format!("read the state: {error}"));
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    for check in checks.iter_mut().filter(|check| check.resource != "*") {
        for (key, value) in tags::list(&mut tx, &check.resource).await.map_err(unread)? {
            check.keys.push((format!("aws:resourcetag/{}", key.to_lowercase()).into(), value));
        }
    }
    Ok(checks)
}

/// What must be allowed, from the request alone.
pub(super) fn plain_checks(operation: &str, input: &Value, place: Place<'_>) -> Vec<Check> {
    if ON_NOTHING.contains(&operation) {
        return vec![same_name("cloudtrail", operation, None)];
    }
    let named: Vec<&str> = match operation {
        "ListTags" => texts(input, "ResourceIdList"),
        "AddTags" | "RemoveTags" => vec![text(input, "ResourceId")],
        "PutEventSelectors" | "GetEventSelectors" => vec![text(input, "TrailName")],
        "PutInsightSelectors" | "GetInsightSelectors" => {
            let given = ["TrailName", "EventDataStore", "InsightsDestination"].map(|member| text(input, member));
            given.into_iter().filter(|given| !given.is_empty()).collect()
        }
        _ => vec![text(input, "Name")],
    };
    // What names nothing is for the operation to refuse; only who may reach all learns that.
    let named = if named.is_empty() { vec!["*"] } else { named };
    named.into_iter().map(|named| check(operation, named, place)).collect()
}

/// A name is that of a trail of the region; an ARN stands for itself, spelled as it may be.
fn check(operation: &str, named: &str, place: Place<'_>) -> Check {
    let trail = match named.starts_with("arn:") {
        true => return Check { resource: named.to_string(), ..same_name("cloudtrail", operation, None) },
        false => Arn::new("cloudtrail", place.region, place.account, format!("trail/{named}")),
    };
    same_name("cloudtrail", operation, Some(&trail))
}
