//! ListEngineVersions: the one engine, chosen by its name or as the newest.

use crate::athena::work_groups::{ENGINE_AUTO, ENGINE_VERSION, engine_version};
use crate::aws::Error;
use crate::aws::generated::athena::{ListEngineVersionsInput, ListEngineVersionsOutput};
use crate::context::Context;

pub(super) async fn list_engine_versions(
    _ctx: &Context,
    _input: ListEngineVersionsInput,
) -> Result<ListEngineVersionsOutput, Error> {
    let versions = [ENGINE_AUTO, ENGINE_VERSION].map(engine_version).to_vec();
    Ok(ListEngineVersionsOutput { engine_versions: Some(versions), next_token: None })
}
