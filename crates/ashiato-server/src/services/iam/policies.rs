//! Managed policies: the account's own, and those of AWS, which nobody can change.

use ashiato_meta::managed_policies::{self, ManagedPolicy};
use ashiato_meta::{Kind, Millis, Tx, counts};
use ashiato_policy::managed;
use sha2::{Digest, Sha256};

use super::attached::check_arn;
use super::failure::{no_such_entity, of_state};
use super::shown::{Tags, tags, time};
use crate::aws::generated::iam::Policy;
use crate::aws::generated::iam::errors::INVALID_INPUT_EXCEPTION;
use crate::aws::{DeclaredError, Error};

/// When AWS made the first of its policies: 2015-02-06T18:39:46Z. All are shown with it.
const MADE_BY_AWS: Millis = Millis(1_423_247_986_000);

/// A managed policy of either kind.
pub(super) enum Managed {
    Own(ManagedPolicy),
    Aws(&'static managed::ManagedPolicy),
}

pub(super) async fn find(tx: &mut Tx, arn: &str) -> Result<Managed, Error> {
    check_arn(arn)?;
    if let Some(policy) = managed::find(arn) {
        return Ok(Managed::Aws(policy));
    }
    match managed_policies::get(tx, arn).await {
        Ok(policy) => Ok(Managed::Own(policy)),
        Err(error) if error.kind == Kind::NotFound => Err(no_such_entity(format!("Policy {arn} was not found."))),
        Err(error) => Err(of_state(error)),
    }
}

/// One that the account may change.
pub(super) async fn find_own(tx: &mut Tx, arn: &str) -> Result<ManagedPolicy, Error> {
    match find(tx, arn).await? {
        Managed::Own(policy) => Ok(policy),
        Managed::Aws(_) => {
            let denied = DeclaredError { status: 403, ..DeclaredError::shared("AccessDenied") };
            Err(denied.because("Cannot change a policy that is managed by AWS."))
        }
    }
}

/// `v3` → 3.
pub(super) fn version(text: &str) -> Result<i64, Error> {
    let number = text.strip_prefix('v').and_then(|digits| digits.parse().ok());
    number.ok_or_else(|| INVALID_INPUT_EXCEPTION.because(format!("{text} is not the id of a version.")))
}

pub(super) fn no_such_version(arn: &str, version: &str) -> String {
    format!("Policy {arn} version {version} does not exist or is not attachable.")
}

/// As an answer shows it. Lists show neither description nor tags: `with` is given where one policy is.
pub(super) async fn shown(tx: &mut Tx, policy: &Managed, with: Option<Tags>) -> Result<Policy, Error> {
    let arn = policy.arn();
    let attachment_count = counts::attachments(tx, &arn).await.map_err(of_state)?;
    let bounds_count = counts::bounded(tx, &arn).await.map_err(of_state)?.len();
    let is_alone = with.is_some();
    let common = Policy {
        arn: Some(arn),
        attachment_count: Some(attachment_count),
        permissions_boundary_usage_count: i64::try_from(bounds_count).ok(),
        is_attachable: Some(true),
        tags: with.and_then(tags),
        ..Policy::default()
    };
    Ok(match policy {
        Managed::Own(policy) => Policy {
            policy_name: Some(policy.name.clone()),
            policy_id: Some(policy.id.0.clone()),
            path: Some(policy.path.clone()),
            default_version_id: Some(format!("v{}", policy.default_version)),
            description: policy.description.clone().filter(|_| is_alone),
            create_date: Some(time(policy.created)),
            update_date: Some(time(policy.updated)),
            ..common
        },
        Managed::Aws(policy) => Policy {
            policy_name: Some(policy.name.to_string()),
            policy_id: Some(id_of_aws(policy.name)),
            path: Some("/".to_string()),
            default_version_id: Some("v1".to_string()),
            description: Some(policy.description.to_string()).filter(|_| is_alone),
            create_date: Some(time(MADE_BY_AWS)),
            update_date: Some(time(MADE_BY_AWS)),
            ..common
        },
    })
}

impl Managed {
    pub(super) fn arn(&self) -> String {
        match self {
            Managed::Own(policy) => policy.arn.clone(),
            Managed::Aws(policy) => policy.arn().to_string(),
        }
    }

    /// What its tags are kept by.
    pub(super) fn tags_of(&self) -> String {
        match self {
            Managed::Own(policy) => policy.id.0.clone(),
            Managed::Aws(policy) => policy.arn().to_string(),
        }
    }

    pub(super) fn created(&self) -> Millis {
        match self {
            Managed::Own(policy) => policy.created,
            Managed::Aws(_) => MADE_BY_AWS,
        }
    }
}

/// An id that is always the same for a name.
fn id_of_aws(name: &str) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let digest = Sha256::digest(name);
    let letters = digest.iter().take(17).map(|byte| char::from(LETTERS[usize::from(byte & 31)]));
    "ANPA".chars().chain(letters).collect()
}
