//! DeleteRetentionPolicy: events are kept for ever.

use ashiato_meta::log_groups;

use super::failure::{no_group, of_state, or};
use super::named;
use crate::aws::Error;
use crate::aws::generated::logs::DeleteRetentionPolicyRequest;
use crate::context::Context;

pub(super) async fn delete_retention_policy(ctx: &Context, input: DeleteRetentionPolicyRequest) -> Result<(), Error> {
    let mut tx = named::write(ctx).await?;
    let done = log_groups::set_retention(&mut tx, &named::place(ctx), &input.log_group_name, None).await;
    done.map_err(or(no_group))?;
    tx.commit().await.map_err(of_state)
}
