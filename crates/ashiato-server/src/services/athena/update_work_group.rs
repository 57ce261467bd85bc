//! UpdateWorkGroup.

use ashiato_meta::work_groups;

use super::errors::{fault, invalid, of_meta};
use super::work_group;
use crate::athena::work_groups::{document, engine_version, settings};
use crate::aws::Error;
use crate::aws::generated::athena::{
    ManagedQueryResultsConfiguration, ManagedQueryResultsConfigurationUpdates, ResultConfiguration,
    ResultConfigurationUpdates, UpdateWorkGroupInput, UpdateWorkGroupOutput, WorkGroupConfiguration,
    WorkGroupConfigurationUpdates, WorkGroupState,
};
use crate::context::Context;

pub(super) async fn update_work_group(
    ctx: &Context,
    input: UpdateWorkGroupInput,
) -> Result<UpdateWorkGroupOutput, Error> {
    let name = &input.work_group;
    // Also makes `primary`, where it is not there yet.
    work_group::find(ctx, Some(name)).await?;
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    let missing = || work_group::missing(name);
    let mut kept = work_groups::get(&mut tx, &work_group::region(ctx), name).await.map_err(of_meta(missing))?;
    if let Some(updates) = input.configuration_updates {
        let configuration = updated(settings(&kept), updates)?;
        work_group::check(&configuration)?;
        kept.configuration = document(&configuration);
    }
    if let Some(description) = input.description {
        kept.description = Some(description);
    }
    if let Some(state) = input.state {
        kept.state = if state == WorkGroupState::Enabled { "ENABLED" } else { "DISABLED" }.into();
    }
    work_groups::update(&mut tx, &kept).await.map_err(of_meta(missing))?;
    tx.commit().await.map_err(fault)?;
    Ok(UpdateWorkGroupOutput {})
}

fn updated(
    mut configuration: WorkGroupConfiguration,
    updates: WorkGroupConfigurationUpdates,
) -> Result<WorkGroupConfiguration, Error> {
    if let Some(updates) = updates.result_configuration_updates {
        let result = configuration.result_configuration.unwrap_or_default();
        configuration.result_configuration = Some(updated_result(result, updates));
    }
    if let Some(updates) = updates.managed_query_results_configuration_updates {
        let managed = configuration.managed_query_results_configuration;
        configuration.managed_query_results_configuration = Some(updated_managed(managed, updates));
    }
    if updates.remove_bytes_scanned_cutoff_per_query == Some(true) {
        if updates.bytes_scanned_cutoff_per_query.is_some() {
            return Err(invalid("A limit of bytes scanned cannot be set and removed at once."));
        }
        configuration.bytes_scanned_cutoff_per_query = None;
    }
    if updates.remove_customer_content_encryption_configuration == Some(true) {
        configuration.customer_content_encryption_configuration = None;
    }
    if let Some(selected) = work_group::selected(updates.engine_version.as_ref()) {
        configuration.engine_version = Some(engine_version(selected));
    }
    set(&mut configuration.enforce_work_group_configuration, updates.enforce_work_group_configuration);
    set(&mut configuration.publish_cloud_watch_metrics_enabled, updates.publish_cloud_watch_metrics_enabled);
    set(&mut configuration.bytes_scanned_cutoff_per_query, updates.bytes_scanned_cutoff_per_query);
    set(&mut configuration.requester_pays_enabled, updates.requester_pays_enabled);
    set(&mut configuration.additional_configuration, updates.additional_configuration);
    set(&mut configuration.execution_role, updates.execution_role);
    set(
        &mut configuration.customer_content_encryption_configuration,
        updates.customer_content_encryption_configuration,
    );
    set(&mut configuration.enable_minimum_encryption_configuration, updates.enable_minimum_encryption_configuration);
    set(
        &mut configuration.query_results_s3_access_grants_configuration,
        updates.query_results_s3_access_grants_configuration,
    );
    set(&mut configuration.monitoring_configuration, updates.monitoring_configuration);
    set(&mut configuration.engine_configuration, updates.engine_configuration);
    Ok(configuration)
}

fn updated_result(result: ResultConfiguration, updates: ResultConfigurationUpdates) -> ResultConfiguration {
    fn either<T>(kept: Option<T>, removed: Option<bool>, new: Option<T>) -> Option<T> {
        new.or(kept.filter(|_| removed != Some(true)))
    }
    ResultConfiguration {
        output_location: either(result.output_location, updates.remove_output_location, updates.output_location),
        encryption_configuration: either(
            result.encryption_configuration,
            updates.remove_encryption_configuration,
            updates.encryption_configuration,
        ),
        expected_bucket_owner: either(
            result.expected_bucket_owner,
            updates.remove_expected_bucket_owner,
            updates.expected_bucket_owner,
        ),
        acl_configuration: either(
            result.acl_configuration,
            updates.remove_acl_configuration,
            updates.acl_configuration,
        ),
    }
}

fn updated_managed(
    managed: Option<ManagedQueryResultsConfiguration>,
    updates: ManagedQueryResultsConfigurationUpdates,
) -> ManagedQueryResultsConfiguration {
    let (was_enabled, encryption) =
        managed.map_or((false, None), |managed| (managed.enabled, managed.encryption_configuration));
    let removed = updates.remove_encryption_configuration == Some(true);
    ManagedQueryResultsConfiguration {
        enabled: updates.enabled.unwrap_or(was_enabled),
        encryption_configuration: updates.encryption_configuration.or(encryption.filter(|_| !removed)),
    }
}

fn set<T>(kept: &mut Option<T>, new: Option<T>) {
    if new.is_some() {
        *kept = new;
    }
}
