//! What an operation must be allowed to do: from its name and the few facts of the request to actions and resources.
//!
//! Source: the Service Authorization Reference, one page for each service. Services whose actions are more than their
//! operations' names have a file here; an operation that such a file does not know gives `None`, and its caller must
//! refuse the request. For the others there is [`same_name`].

mod s3;
mod athena;
mod glue;

pub use athena::{AthenaFacts, athena};
pub use glue::{GlueFacts, glue, glue_listed};
pub use s3::{S3Facts, s3};

use crate::arn::Arn;
use std::borrow::Cow;

/// One thing that must be allowed. All checks of an operation must pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// `s3:GetObject`.
    pub action: String,
    /// The resource's ARN, or `*`.
    pub resource: String,
    /// The service's own condition keys, in lower case.
    pub keys: Vec<(Cow<'static, str>, String)>,
}

/// Where a service's resources are.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// `us-east-1`.
    pub region: &'a str,
    /// The account's id.
    pub account: &'a str,
}

/// Whether an operation needs no permission at all. GetCallerIdentity and GetSessionToken answer even those who are
/// denied everything.
pub fn needs_no_permission(service: &str, operation: &str) -> bool {
    service == "sts" && matches!(operation, "GetCallerIdentity" | "GetSessionToken")
}

/// The check of an operation whose action has its own name, as in IAM, STS, CloudTrail, KMS, CloudWatch, CloudWatch
/// Logs and SNS: on one resource, or with `None` where the action has none.
pub fn same_name(service: &str, operation: &str, resource: Option<&Arn>) -> Check {
    let resource = resource.map_or("*".to_string(), Arn::to_string);
    Check { action: format!("{service}:{operation}"), resource, keys: Vec::new() }
}

impl Check {
    fn new(action: &str, resource: impl Into<String>) -> Check {
        Check { action: action.to_string(), resource: resource.into(), keys: Vec::new() }
    }
}
