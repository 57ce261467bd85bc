//! CreateKey: a symmetric key, whose material is made here and never leaves.

use ashiato_meta::kms_keys::{KeyState, KmsKey};
use ashiato_meta::tags as kept_tags;
use uuid::Uuid;

use super::fault::{failed, invalid, refused, write};
use super::key::{arn, now, place};
use super::rules::{self, Lockout};
use super::{shown, tags};
use crate::aws::Error;
use crate::aws::generated::kms::errors::{CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION, UNSUPPORTED_OPERATION_EXCEPTION};
use crate::aws::generated::kms::{
    CreateKeyRequest, CreateKeyResponse, CustomerMasterKeySpec, KeySpec, KeyUsageType, OriginType,
};
use crate::context::Context;
use crate::keys::default_policy;

pub(super) async fn create_key(ctx: &Context, input: CreateKeyRequest) -> Result<CreateKeyResponse, Error> {
    expect_supported(&input)?;
    let id = Uuid::new_v4().to_string();
    let key_arn = arn(ctx, &format!("key/{id}"));
    let policy = match input.policy {
        Some(policy) => {
            let lockout = Lockout::of(input.bypass_policy_lockout_safety_check);
            rules::check(ctx, &key_arn, &policy, lockout).await?;
            policy
        }
        None => default_policy(ctx.state.kept.account.as_str()),
    };
    let given_tags = tags::kept(input.tags.unwrap_or_default())?;
    tags::expect_few(given_tags.len())?;
    let key = KmsKey {
        arn: key_arn,
        place: place(ctx),
        id,
        description: input.description.unwrap_or_default(),
        spec: "SYMMETRIC_DEFAULT".to_string(),
        key_usage: "ENCRYPT_DECRYPT".to_string(),
        state: KeyState::Enabled,
        created: now(ctx),
        deletion: None,
        policy,
        rotation_days: None,
        rotation_begun: None,
    };
    let mut tx = write(ctx).await?;
    ctx.state.keys.create(&mut tx, &key).await.map_err(refused)?;
    kept_tags::put(&mut tx, &key.arn, &given_tags).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(CreateKeyResponse { key_metadata: Some(shown::metadata(ctx, key)) })
}

fn expect_supported(input: &CreateKeyRequest) -> Result<(), Error> {
    let unsupported =
        |what: &str| Err(UNSUPPORTED_OPERATION_EXCEPTION.because(format!("{what} not supported by Ashiato.")));
    if input.key_spec.is_some() && input.customer_master_key_spec.is_some() {
        return Err(invalid("You cannot specify KeySpec and CustomerMasterKeySpec in the same request."));
    }
    let is_symmetric = matches!(input.key_spec, None | Some(KeySpec::SymmetricDefault))
        && matches!(input.customer_master_key_spec, None | Some(CustomerMasterKeySpec::SymmetricDefault));
    if !is_symmetric {
        return unsupported("Keys other than SYMMETRIC_DEFAULT are");
    }
    if !matches!(input.key_usage, None | Some(KeyUsageType::EncryptDecrypt)) {
        return Err(invalid("The KeyUsage is not one of a SYMMETRIC_DEFAULT key."));
    }
    if input.custom_key_store_id.is_some() {
        return Err(CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION.because("There are no custom key stores."));
    }
    if !matches!(input.origin, None | Some(OriginType::AwsKms)) || input.xks_key_id.is_some() {
        return unsupported("Origins other than AWS_KMS are");
    }
    match input.multi_region {
        Some(true) => unsupported("Keys of several regions are"),
        _ => Ok(()),
    }
}
