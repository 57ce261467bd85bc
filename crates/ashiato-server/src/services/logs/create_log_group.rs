//! CreateLogGroup.

use ashiato_meta::log_groups::LogGroup;
use ashiato_meta::{Kind, log_groups, tags};
use uuid::Uuid;

use super::failure::{exists, invalid, of_state};
use super::{named, tagged};
use crate::aws::Error;
use crate::aws::generated::logs::{CreateLogGroupRequest, LogGroupClass};
use crate::context::Context;

pub(super) async fn create_log_group(ctx: &Context, input: CreateLogGroupRequest) -> Result<(), Error> {
    if input.kms_key_id.is_some() {
        return Err(invalid("Log groups that are encrypted under a key of KMS are not supported by Ashiato."));
    }
    let given = input.tags.unwrap_or_default();
    tagged::check(&given)?;
    let class = match input.log_group_class.unwrap_or(LogGroupClass::Standard) {
        LogGroupClass::Standard => "STANDARD",
        LogGroupClass::InfrequentAccess => "INFREQUENT_ACCESS",
        LogGroupClass::Delivery => "DELIVERY",
        LogGroupClass::Essentials => "ESSENTIALS",
    };
    let group = LogGroup {
        id: Uuid::new_v4().to_string(),
        place: named::place(ctx),
        name: input.log_group_name,
        class: class.to_string(),
        retention_days: None,
        is_protected: input.deletion_protection_enabled.unwrap_or(false).into(),
        created: ctx.state.now(),
    };
    let mut tx = named::write(ctx).await?;
    log_groups::create(&mut tx, &group).await.map_err(|error| match error.kind {
        Kind::Conflict => exists("log group"),
        _ => of_state(error),
    })?;
    tags::put(&mut tx, &named::arn(ctx, &group.name), &given).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)
}
