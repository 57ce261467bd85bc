//! Versions of managed policies.

use ashiato_meta::{Tx, managed_policies};
use ashiato_policy::document::{Document, PolicyKind, counted_chars};
use ashiato_policy::identity::quotas::MANAGED_POLICY_CHARS_MAX;

use super::failure::{limit_exceeded, of_policy, of_state};
use super::policies::Managed;
use super::shown::{document, time};
use crate::aws::Error;
use crate::aws::generated::iam::PolicyVersion;

/// Whether documents are shown: lists leave them out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Documents {
    Shown,
    Left,
}

/// Whether a managed policy may have this document.
pub(super) fn check(text: &str) -> Result<(), Error> {
    Document::parse(text, PolicyKind::Identity).map_err(|error| of_policy(&error))?;
    match counted_chars(text) > MANAGED_POLICY_CHARS_MAX {
        true => Err(limit_exceeded("PolicySize", MANAGED_POLICY_CHARS_MAX)),
        false => Ok(()),
    }
}

/// Every version, newest first.
pub(super) async fn all(tx: &mut Tx, policy: &Managed, documents: Documents) -> Result<Vec<PolicyVersion>, Error> {
    let shown = |text: &str| (documents == Documents::Shown).then(|| document(text));
    Ok(match policy {
        Managed::Aws(aws) => vec![PolicyVersion {
            document: shown(aws.document),
            version_id: Some("v1".to_string()),
            is_default_version: Some(true),
            create_date: Some(time(policy.created())),
        }],
        Managed::Own(own) => {
            let versions = managed_policies::versions(tx, &own.id).await.map_err(of_state)?;
            let version = |version: managed_policies::PolicyVersion| PolicyVersion {
                document: shown(&version.document),
                version_id: Some(format!("v{}", version.version)),
                is_default_version: Some(version.version == own.default_version),
                create_date: Some(time(version.created)),
            };
            versions.into_iter().map(version).collect()
        }
    })
}
