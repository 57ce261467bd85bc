//! CreateWorkGroup.

use ashiato_meta::{Kind, tags, work_groups};

use super::errors::{fault, invalid, over};
use super::{tagged, work_group};
use crate::athena::work_groups::{ENGINE_AUTO, document, engine_version};
use crate::aws::Error;
use crate::aws::generated::athena::{CreateWorkGroupInput, CreateWorkGroupOutput, WorkGroupConfiguration};
use crate::context::Context;

pub(super) async fn create_work_group(
    ctx: &Context,
    input: CreateWorkGroupInput,
) -> Result<CreateWorkGroupOutput, Error> {
    let taken = || invalid(format!("WorkGroup {} is already created", input.name));
    if input.name == crate::athena::work_groups::PRIMARY {
        return Err(taken());
    }
    let configuration = with_defaults(input.configuration.unwrap_or_default());
    work_group::check(&configuration)?;
    let new_tags = tagged::tags(input.tags.unwrap_or_default())?;
    let kept = work_groups::WorkGroup {
        place: work_group::region(ctx),
        name: input.name.clone(),
        state: "ENABLED".into(),
        description: input.description,
        configuration: document(&configuration),
        created: ctx.state.now(),
    };
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    work_groups::create(&mut tx, &kept).await.map_err(|error| match error.kind {
        Kind::Conflict => taken(),
        _ => fault(error),
    })?;
    ctx.state.limits.quotas.check_work_groups(&mut tx, &kept.place).await.map_err(over)?;
    tags::put(&mut tx, &tagged::work_group_arn(ctx, &input.name), &new_tags).await.map_err(fault)?;
    tx.commit().await.map_err(fault)?;
    Ok(CreateWorkGroupOutput {})
}

/// What is not said: settings are enforced, and the engine is the newest.
fn with_defaults(configuration: WorkGroupConfiguration) -> WorkGroupConfiguration {
    let selected = work_group::selected(configuration.engine_version.as_ref()).unwrap_or(ENGINE_AUTO).to_string();
    WorkGroupConfiguration {
        result_configuration: Some(configuration.result_configuration.unwrap_or_default()),
        enforce_work_group_configuration: Some(configuration.enforce_work_group_configuration.unwrap_or(true)),
        publish_cloud_watch_metrics_enabled: Some(configuration.publish_cloud_watch_metrics_enabled.unwrap_or(false)),
        requester_pays_enabled: Some(configuration.requester_pays_enabled.unwrap_or(false)),
        engine_version: Some(engine_version(&selected)),
        ..configuration
    }
}
