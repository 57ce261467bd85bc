//! Who called, by the one name that LookupEvents has for each kind of caller.
//!
//! <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>

use serde::Deserialize;
use serde_json::value::RawValue;

use super::values::Text;

/// The members of `userIdentity` that facts are taken from.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UserIdentity<'a> {
    #[serde(default, borrow, rename = "type")]
    kind: Text<'a>,
    #[serde(default, borrow)]
    principal_id: Text<'a>,
    #[serde(default, borrow)]
    user_name: Text<'a>,
    #[serde(default, borrow)]
    invoked_by: Text<'a>,
    #[serde(default, borrow)]
    pub(super) account_id: Text<'a>,
    #[serde(default, borrow)]
    pub(super) access_key_id: Text<'a>,
}

impl<'a> UserIdentity<'a> {
    /// Reads it. `None` where it is no object: such a record has no caller.
    pub(super) fn read(json: &'a RawValue) -> Option<UserIdentity<'a>> {
        serde_json::from_str(json.get()).ok()
    }

    /// `root` for the account's owner, the session's name of a role or a federated user, the service that called for
    /// itself, and the user's own name for all others.
    pub(super) fn user_name(&self) -> Text<'a> {
        match self.kind.as_str() {
            Some("Root") => Text::from("root"),
            // Their principalId is ID:SESSION.
            Some("AssumedRole" | "FederatedUser") => self.principal_id.clone().behind_colon(),
            Some("AWSService") => self.invoked_by.clone(),
            _ => self.user_name.clone(),
        }
    }
}
