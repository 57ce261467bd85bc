//! Keys as answers show them.

use ashiato_meta::Millis;
use ashiato_meta::kms_keys::{KeyState as Kept, KmsKey};

use crate::aws::Timestamp;
use crate::aws::generated::kms::{
    CustomerMasterKeySpec, EncryptionAlgorithmSpec, KeyManagerType, KeyMetadata, KeySpec, KeyState, KeyUsageType,
    OriginType,
};
use crate::context::Context;

pub(super) fn time(at: Millis) -> Timestamp {
    Timestamp { millis: at.0 }
}

pub(super) fn state(kept: Kept) -> KeyState {
    match kept {
        Kept::Enabled => KeyState::Enabled,
        Kept::Disabled => KeyState::Disabled,
        Kept::PendingDeletion => KeyState::PendingDeletion,
    }
}

/// All that is told of a key.
pub(super) fn metadata(ctx: &Context, key: KmsKey) -> KeyMetadata {
    KeyMetadata {
        aws_account_id: Some(ctx.state.kept.account.as_str().to_string()),
        key_id: key.id,
        arn: Some(key.arn),
        creation_date: Some(time(key.created)),
        enabled: Some(key.state == Kept::Enabled),
        description: Some(key.description),
        key_usage: Some(KeyUsageType::EncryptDecrypt),
        key_state: Some(state(key.state)),
        deletion_date: key.deletion.map(time),
        origin: Some(OriginType::AwsKms),
        key_manager: Some(KeyManagerType::Customer),
        customer_master_key_spec: Some(CustomerMasterKeySpec::SymmetricDefault),
        key_spec: Some(KeySpec::SymmetricDefault),
        encryption_algorithms: Some(vec![EncryptionAlgorithmSpec::SymmetricDefault]),
        multi_region: Some(false),
        ..KeyMetadata::default()
    }
}
