//! How a denial reads.
//!
//! Source: IAM User Guide, "Troubleshoot access denied error messages".

use super::{Decision, Principal, Request, Source};

impl Decision {
    /// The message of AWS's `AccessDenied` for this decision, or `None` where it allows.
    pub fn denial(&self, request: &Request<'_>) -> Option<String> {
        let because = match self {
            Decision::Allowed(_) => return None,
            Decision::ImplicitDeny(source) => {
                format!("because no {} allows the {} action", source.noun(), request.action)
            }
            Decision::ExplicitDeny(decider) => {
                let noun = decider.source.noun();
                let article = if noun.starts_with('i') { "an" } else { "a" };
                format!("with an explicit deny in {article} {noun}")
            }
        };
        let who = match request.principal {
            Principal::Anonymous => "User: anonymous".to_string(),
            principal => format!("User: {}", principal.arn()),
        };
        let resource = match request.resource {
            "*" => String::new(),
            resource => format!(" on resource: {}", quoted(resource)),
        };
        Some(format!("{who} is not authorized to perform: {}{resource} {because}", request.action))
    }
}

impl Source {
    /// What AWS's messages call such a policy.
    pub fn noun(self) -> &'static str {
        match self {
            Source::Identity => "identity-based policy",
            Source::Resource => "resource-based policy",
            Source::Boundary => "permissions boundary",
            Source::Session => "session policy",
        }
    }
}

/// S3's messages quote what they name, since a key may hold spaces; the others' do not.
fn quoted(resource: &str) -> String {
    match resource.starts_with("arn:aws:s3:") {
        true => format!("\"{resource}\""),
        false => resource.to_string(),
    }
}
