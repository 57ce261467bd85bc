//! STS: the role that is assumed, the user that is federated.

use ashiato_policy::actions::{Check, same_name};
use ashiato_policy::arn::Arn;
use serde_json::Value;

use super::text;

pub(super) fn checks(operation: &str, input: &Value, account: &str) -> Option<Vec<Check>> {
    match operation {
        "GetFederationToken" => {
            let user = Arn::new("sts", "", account, format!("federated-user/{}", text(input, "Name")));
            Some(vec![same_name("sts", operation, Some(&user))])
        }
        _ => None,
    }
}
