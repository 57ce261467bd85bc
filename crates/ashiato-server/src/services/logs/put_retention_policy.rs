//! PutRetentionPolicy.

use ashiato_meta::log_groups;

use super::failure::{invalid, no_group, of_state, or};
use super::named;
use crate::aws::Error;
use crate::aws::generated::logs::PutRetentionPolicyRequest;
use crate::context::Context;

/// Source: the API reference of PutRetentionPolicy.
const DAYS: &[i64] =
    &[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

pub(super) async fn put_retention_policy(ctx: &Context, input: PutRetentionPolicyRequest) -> Result<(), Error> {
    let days = input.retention_in_days;
    if !DAYS.contains(&days) {
        let valid: Vec<String> = DAYS.iter().map(i64::to_string).collect();
        return Err(invalid(format!(
            "1 validation error detected: Value '{days}' at 'retentionInDays' failed to satisfy constraint: Member must \
             satisfy enum value set: [{}]",
            valid.join(", ")
        )));
    }
    let mut tx = named::write(ctx).await?;
    let done = log_groups::set_retention(&mut tx, &named::place(ctx), &input.log_group_name, Some(days)).await;
    done.map_err(or(no_group))?;
    tx.commit().await.map_err(of_state)
}
