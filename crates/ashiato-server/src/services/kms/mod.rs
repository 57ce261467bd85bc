//! KMS: symmetric keys of the account, their names and policies, and what they encrypt. No grants, no imported material,
//! no keys of several regions, no keys that sign.

mod fault;
mod key;
mod alias_name;
mod tags;
mod rules;
mod shown;
mod pages;
mod cancel_key_deletion;
mod create_alias;
mod create_key;
mod decrypt;
mod delete_alias;
mod describe_key;
mod disable_key;
mod disable_key_rotation;
mod enable_key;
mod enable_key_rotation;
mod encrypt;
mod generate_data_key;
mod generate_data_key_without_plaintext;
mod generate_random;
mod get_key_policy;
mod get_key_rotation_status;
mod list_aliases;
mod list_key_policies;
mod list_keys;
mod list_resource_tags;
mod put_key_policy;
mod re_encrypt;
mod schedule_key_deletion;
mod tag_resource;
mod untag_resource;
mod update_alias;
mod update_key_description;

use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::kms::Operation;
use crate::context::Context;

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::CancelKeyDeletion => run(input, |input| cancel_key_deletion::cancel_key_deletion(ctx, input)).await,
        Operation::CreateAlias => run(input, |input| create_alias::create_alias(ctx, input)).await,
        Operation::CreateKey => run(input, |input| create_key::create_key(ctx, input)).await,
        Operation::Decrypt => run(input, |input| decrypt::decrypt(ctx, input)).await,
        Operation::DeleteAlias => run(input, |input| delete_alias::delete_alias(ctx, input)).await,
        Operation::DescribeKey => run(input, |input| describe_key::describe_key(ctx, input)).await,
        Operation::DisableKey => run(input, |input| disable_key::disable_key(ctx, input)).await,
        Operation::DisableKeyRotation => {
            run(input, |input| disable_key_rotation::disable_key_rotation(ctx, input)).await
        }
        Operation::EnableKey => run(input, |input| enable_key::enable_key(ctx, input)).await,
        Operation::EnableKeyRotation => run(input, |input| enable_key_rotation::enable_key_rotation(ctx, input)).await,
        Operation::Encrypt => run(input, |input| encrypt::encrypt(ctx, input)).await,
        Operation::GenerateDataKey => run(input, |input| generate_data_key::generate_data_key(ctx, input)).await,
        Operation::GenerateDataKeyWithoutPlaintext => {
            run(input, |input| generate_data_key_without_plaintext::generate_data_key_without_plaintext(ctx, input))
                .await
        }
        Operation::GenerateRandom => run(input, |input| generate_random::generate_random(ctx, input)).await,
        Operation::GetKeyPolicy => run(input, |input| get_key_policy::get_key_policy(ctx, input)).await,
        Operation::GetKeyRotationStatus => {
            run(input, |input| get_key_rotation_status::get_key_rotation_status(ctx, input)).await
        }
        Operation::ListAliases => run(input, |input| list_aliases::list_aliases(ctx, input)).await,
        Operation::ListKeyPolicies => run(input, |input| list_key_policies::list_key_policies(ctx, input)).await,
        Operation::ListKeys => run(input, |input| list_keys::list_keys(ctx, input)).await,
        Operation::ListResourceTags => run(input, |input| list_resource_tags::list_resource_tags(ctx, input)).await,
        Operation::PutKeyPolicy => run(input, |input| put_key_policy::put_key_policy(ctx, input)).await,
        Operation::ReEncrypt => run(input, |input| re_encrypt::re_encrypt(ctx, input)).await,
        Operation::ScheduleKeyDeletion => {
            run(input, |input| schedule_key_deletion::schedule_key_deletion(ctx, input)).await
        }
        Operation::TagResource => run(input, |input| tag_resource::tag_resource(ctx, input)).await,
        Operation::UntagResource => run(input, |input| untag_resource::untag_resource(ctx, input)).await,
        Operation::UpdateAlias => run(input, |input| update_alias::update_alias(ctx, input)).await,
        Operation::UpdateKeyDescription => {
            run(input, |input| update_key_description::update_key_description(ctx, input)).await
        }
    }
}
