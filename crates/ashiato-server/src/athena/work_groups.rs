//! Work groups and their settings. Every region has the work group `primary`, made when it is first looked for.

use ashiato_meta::work_groups::{self, WorkGroup};
use ashiato_meta::{Kind, Millis, Place, Result, Store};

use crate::aws::generated::athena::{EngineVersion, ResultConfiguration, WorkGroupConfiguration};

/// The work group that is always there.
pub(crate) const PRIMARY: &str = "primary";
/// The engine that runs every query.
pub(crate) const ENGINE_VERSION: &str = "Athena engine version 3";
/// Whatever engine is the newest.
pub(crate) const ENGINE_AUTO: &str = "AUTO";

/// The work group of that name; `NotFound` where there is none.
pub(crate) async fn find(meta: &Store, region: &Place, name: &str, now: Millis) -> Result<WorkGroup> {
    let mut tx = meta.read().await?;
    match work_groups::get(&mut tx, region, name).await {
        Err(error) if error.kind == Kind::NotFound && name == PRIMARY => {}
        found => return found,
    }
    drop(tx);
    ensure_primary(meta, region, now).await?;
    let mut tx = meta.read().await?;
    work_groups::get(&mut tx, region, name).await
}

/// Makes the region's `primary`, unless it is there.
async fn ensure_primary(meta: &Store, region: &Place, now: Millis) -> Result<()> {
    let mut tx = meta.write().await?;
    match work_groups::get(&mut tx, region, PRIMARY).await {
        Err(error) if error.kind == Kind::NotFound => {}
        found => return found.map(drop),
    }
    let configuration = WorkGroupConfiguration {
        result_configuration: Some(ResultConfiguration::default()),
        enforce_work_group_configuration: Some(false),
        publish_cloud_watch_metrics_enabled: Some(false),
        requester_pays_enabled: Some(false),
        engine_version: Some(engine_version(ENGINE_AUTO)),
        ..WorkGroupConfiguration::default()
    };
    let primary = WorkGroup {
        place: region.clone(),
        name: PRIMARY.into(),
        state: "ENABLED".into(),
        description: None,
        configuration: document(&configuration),
        created: now,
    };
    match work_groups::create(&mut tx, &primary).await {
        // Another server has made it meanwhile.
        Err(error) if error.kind == Kind::Conflict => Ok(()),
        Err(error) => Err(error),
        Ok(()) => tx.commit().await,
    }
}

/// The settings that are kept with a work group. A document of a later version may say more than is read here.
pub(crate) fn settings(work_group: &WorkGroup) -> WorkGroupConfiguration {
    serde_json::from_str(&work_group.configuration).unwrap_or_default()
}

/// The settings as they are kept.
pub(crate) fn document(configuration: &WorkGroupConfiguration) -> String {
    serde_json::to_string(configuration).expect("texts, numbers and flags are JSON")
}

/// An engine as chosen, and the one that is meant.
pub(crate) fn engine_version(selected: &str) -> EngineVersion {
    EngineVersion {
        selected_engine_version: Some(selected.into()),
        effective_engine_version: Some(ENGINE_VERSION.into()),
    }
}
