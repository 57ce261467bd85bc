//! CreateAccessKey: a new key. Its secret is in this answer and nowhere else.

use ashiato_meta::access_keys::{self, AccessKey, Status};
use ashiato_meta::{AccessKeyId, Kind};
use ashiato_policy::identity::{IdKind, quotas::ACCESS_KEYS_OF_USER_MAX, unique_id};

use super::failure::{limit_exceeded, of_policy, of_state};
use super::transaction::{commit, write};
use super::{owner, shown};
use crate::aws::Error;
use crate::aws::generated::iam as shapes;
use crate::aws::generated::iam::{CreateAccessKeyRequest, CreateAccessKeyResponse, StatusType};
use crate::chance;
use crate::context::Context;

pub(super) async fn create_access_key(
    ctx: &Context,
    input: CreateAccessKeyRequest,
) -> Result<CreateAccessKeyResponse, Error> {
    let kept = &ctx.state.kept;
    let most = ACCESS_KEYS_OF_USER_MAX;
    let id =
        unique_id(IdKind::AccessKey, kept.account.as_str(), chance::number()).map_err(|error| of_policy(&error))?;
    let secret = chance::secret_access_key();
    let mut tx = write(ctx).await?;
    let user = owner::user_or_caller(ctx, &mut tx, input.user_name.as_deref()).await?;
    let user_id = user.as_ref().map(|user| user.id.clone());
    let there = access_keys::list(&mut tx, &kept.account, user_id.as_ref()).await.map_err(of_state)?;
    if there.len() >= most {
        return Err(limit_exceeded("AccessKeysPerUser", most));
    }
    let key = AccessKey {
        id: AccessKeyId(id),
        account: kept.account.clone(),
        user_id,
        status: Status::Active,
        created: ctx.state.now(),
        last_used: None,
        last_used_region: None,
        last_used_service: None,
    };
    let made = access_keys::create(&mut tx, &kept.keys, &key, &secret, chance::bytes(), most as i64).await;
    made.map_err(|error| match error.kind {
        Kind::Throttled => limit_exceeded("AccessKeysPerUser", most),
        _ => of_state(error),
    })?;
    commit(ctx, tx).await?;
    let access_key = shapes::AccessKey {
        user_name: user.map(|user| user.name).unwrap_or_default(),
        access_key_id: key.id.0,
        status: StatusType::Active,
        secret_access_key: secret,
        create_date: Some(shown::time(key.created)),
    };
    Ok(CreateAccessKeyResponse { access_key })
}
