//! What an operation was about, as its record names it. Of most services AWS's records say it in the parameters alone.

use ashiato_event::record::Resource;
use serde_json::Value;

use super::heard::{HeardOperation, Outcome};
use super::{keys, topics};
use crate::aws::service::ServiceId;

/// The resources of a call that asked this, in a region of the account.
pub(super) fn of_operation(
    heard: &HeardOperation,
    asked: Option<&Value>,
    (region, account): (&str, &str),
) -> Vec<Resource> {
    let named = |member: &str, kind: &str| -> Vec<Resource> {
        let arn = asked.and_then(|asked| asked[member].as_str());
        arn.map(|arn| resource(kind, arn, account)).into_iter().collect()
    };
    match (heard.service.id, heard.name.as_str()) {
        (ServiceId::Kms, _) => {
            let (answered, owner) = match &heard.outcome {
                Some(Outcome::Output(output)) => (Some(output), Some(account)),
                // Nobody's is what is not there.
                Some(Outcome::Failed { code: "NotFoundException", .. }) => (None, None),
                _ => (None, Some(account)),
            };
            keys::resources((heard.input.as_ref(), answered), (region, account), owner)
        }
        (ServiceId::Sts, "AssumeRole") => named("roleArn", "AWS::IAM::Role"),
        // Trails pick data events by these.
        (ServiceId::Sns, operation) => topics::resources(operation, heard.input.as_ref()),
        _ => Vec::new(),
    }
}

fn resource(kind: &str, arn: &str, account: &str) -> Resource {
    Resource {
        account_id: Some(account.to_string()),
        kind: kind.to_string(),
        arn: Some(arn.to_string()),
        arn_prefix: None,
    }
}
