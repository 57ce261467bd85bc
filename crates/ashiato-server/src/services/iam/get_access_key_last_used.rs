//! GetAccessKeyLastUsed: when a key last signed, within five minutes.

use ashiato_meta::{AccessKeyId, access_keys, users};

use super::failure::{of_state, or_no_such};
use super::transaction::read;
use super::{keys, shown};
use crate::aws::Error;
use crate::aws::generated::iam::{AccessKeyLastUsed, GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse};
use crate::context::Context;

pub(super) async fn get_access_key_last_used(
    ctx: &Context,
    input: GetAccessKeyLastUsedRequest,
) -> Result<GetAccessKeyLastUsedResponse, Error> {
    let mut tx = read(ctx).await?;
    let id = AccessKeyId(input.access_key_id);
    let key = or_no_such(access_keys::get(&mut tx, &id).await, || keys::absent(&id.0))?;
    if key.account != ctx.state.kept.account {
        return Err(super::failure::no_such_entity(keys::absent(&id.0)));
    }
    let user_name = match &key.user_id {
        Some(id) => Some(users::by_id(&mut tx, id).await.map_err(of_state)?.name),
        None => None,
    };
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "N/A".to_string());
    let access_key_last_used = AccessKeyLastUsed {
        last_used_date: key.last_used.map(shown::time),
        service_name: or_none(key.last_used_service),
        region: or_none(key.last_used_region),
    };
    Ok(GetAccessKeyLastUsedResponse { user_name, access_key_last_used: Some(access_key_last_used) })
}
