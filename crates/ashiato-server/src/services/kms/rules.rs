//! A key's policy as it is given: it is one, and its giver keeps the right to change it.

use ashiato_policy::actions::Check;
use ashiato_policy::document::{Document, PolicyKind};

use crate::access::Caller;
use crate::aws::Error;
use crate::aws::generated::kms::errors::{LIMIT_EXCEEDED_EXCEPTION, MALFORMED_POLICY_DOCUMENT_EXCEPTION};
use crate::context::Context;

/// The only policy that a key has.
pub(super) const NAME: &str = "default";
/// Source: KMS API Reference, PutKeyPolicy.
const BYTES_MAX: usize = 32 << 10;

/// Whether the caller must be able to change it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lockout {
    /// It must.
    Refused,
    /// It said that it need not.
    Risked,
}

impl Lockout {
    pub(super) fn of(bypass: Option<bool>) -> Lockout {
        if bypass == Some(true) { Lockout::Risked } else { Lockout::Refused }
    }
}

/// Refuses what is no policy of a key.
pub(super) async fn check(ctx: &Context, key_arn: &str, policy: &str, lockout: Lockout) -> Result<(), Error> {
    if policy.len() > BYTES_MAX {
        return Err(LIMIT_EXCEEDED_EXCEPTION.because(format!("A key policy has at most {BYTES_MAX} bytes.")));
    }
    Document::parse(policy, PolicyKind::Resource)
        .map_err(|error| MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(error.message))?;
    if lockout == Lockout::Risked {
        return Ok(());
    }
    let check = Check { action: "kms:PutKeyPolicy".into(), resource: key_arn.to_string(), keys: Vec::new() };
    match Caller::of(ctx).await?.denial_of_key(&check, policy)? {
        None => Ok(()),
        Some(_) => Err(MALFORMED_POLICY_DOCUMENT_EXCEPTION
            .because("The new key policy will not allow you to update the key policy in the future.")),
    }
}
