//! PutKeyPolicy.

use ashiato_meta::kms_keys::{self, KeyState};

use super::fault::{failed, invalid, refused, write};
use super::key::{self, By, permitted};
use super::rules::{self, Lockout};
use crate::aws::Error;
use crate::aws::generated::kms::PutKeyPolicyRequest;
use crate::context::Context;
use crate::keys::Failed;

pub(super) async fn put_key_policy(ctx: &Context, input: PutKeyPolicyRequest) -> Result<(), Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "PutKeyPolicy", None).await?;
    if input.policy_name.is_some_and(|name| name != rules::NAME) {
        return Err(invalid("The only policy name is default."));
    }
    if key.state == KeyState::PendingDeletion {
        return Err(refused(Failed::PendingDeletion(key.arn)));
    }
    let lockout = Lockout::of(input.bypass_policy_lockout_safety_check);
    rules::check(ctx, &key.arn, &input.policy, lockout).await?;
    let mut tx = write(ctx).await?;
    let mut key = key::again(&mut tx, ctx, &key.arn).await?;
    key.policy = input.policy;
    kms_keys::update(&mut tx, &key).await.map_err(failed)?;
    tx.commit().await.map_err(failed)
}
