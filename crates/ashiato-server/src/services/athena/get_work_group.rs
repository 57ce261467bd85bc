//! GetWorkGroup.

use super::work_group;
use crate::athena::work_groups::settings;
use crate::aws::generated::athena::{GetWorkGroupInput, GetWorkGroupOutput, WorkGroup};
use crate::aws::{Error, Timestamp};
use crate::context::Context;

pub(super) async fn get_work_group(ctx: &Context, input: GetWorkGroupInput) -> Result<GetWorkGroupOutput, Error> {
    let kept = work_group::find(ctx, Some(&input.work_group)).await?;
    let shown = WorkGroup {
        state: Some(work_group::state(&kept)),
        configuration: Some(settings(&kept)),
        description: kept.description,
        creation_time: Some(Timestamp { millis: kept.created.0 }),
        name: kept.name,
        identity_center_application_arn: None,
    };
    Ok(GetWorkGroupOutput { work_group: Some(shown) })
}
