//! A work group as requests name it and as answers show it.

use ashiato_meta::work_groups::WorkGroup as Kept;
use ashiato_meta::{Kind, Place};

use super::errors::{fault, invalid};
use crate::athena::work_groups::{self, ENGINE_AUTO, ENGINE_VERSION};
use crate::aws::Error;
use crate::aws::generated::athena::{EngineVersion, WorkGroupConfiguration, WorkGroupState};
use crate::context::Context;

/// The region that a request is for.
pub(super) fn region(ctx: &Context) -> Place {
    Place::new(&ctx.state.kept.account, &ctx.region)
}

/// The work group of that name, or `primary`.
pub(super) async fn find(ctx: &Context, name: Option<&str>) -> Result<Kept, Error> {
    let name = name.unwrap_or(work_groups::PRIMARY);
    let found = work_groups::find(&ctx.state.kept.meta, &region(ctx), name, ctx.state.now()).await;
    found.map_err(|error| match error.kind {
        Kind::NotFound => missing(name),
        _ => fault(error),
    })
}

pub(super) fn missing(name: &str) -> Error {
    invalid(format!("WorkGroup {name} is not found."))
}

/// Its state.
pub(super) fn state(kept: &Kept) -> WorkGroupState {
    if kept.state == "ENABLED" { WorkGroupState::Enabled } else { WorkGroupState::Disabled }
}

/// Refuses settings that would change nothing here or break what is promised.
pub(super) fn check(configuration: &WorkGroupConfiguration) -> Result<(), Error> {
    if let Some(location) =
        configuration.result_configuration.as_ref().and_then(|result| result.output_location.as_ref())
        && !location.is_empty()
    {
        super::start_query_execution::check_location(location)?;
    }
    let is_managed = configuration.managed_query_results_configuration.as_ref().is_some_and(|managed| managed.enabled);
    let has_location =
        configuration.result_configuration.as_ref().is_some_and(|result| result.output_location.is_some());
    if is_managed && has_location {
        return Err(invalid("An output location cannot be given where query results are managed."));
    }
    if let Some(selected) = selected(configuration.engine_version.as_ref())
        && ![ENGINE_AUTO, ENGINE_VERSION].contains(&selected)
    {
        return Err(invalid(format!("Engine version {selected} is not supported.")));
    }
    let is_for_spark = configuration.execution_role.is_some()
        || configuration.additional_configuration.is_some()
        || configuration.engine_configuration.is_some();
    if is_for_spark {
        return Err(invalid("Work groups for Apache Spark are not supported."));
    }
    let has_identity_center = configuration
        .identity_center_configuration
        .as_ref()
        .is_some_and(|identity| identity.enable_identity_center == Some(true));
    if has_identity_center {
        return Err(invalid("Work groups with IAM Identity Center are not supported."));
    }
    Ok(())
}

/// The engine that is chosen.
pub(super) fn selected(version: Option<&EngineVersion>) -> Option<&str> {
    version?.selected_engine_version.as_deref()
}
