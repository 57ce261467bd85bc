//! DeleteWorkGroup.

use ashiato_meta::{Kind, tags, work_groups};

use super::errors::{fault, invalid};
use super::{tagged, work_group};
use crate::athena::work_groups::PRIMARY;
use crate::aws::Error;
use crate::aws::generated::athena::{DeleteWorkGroupInput, DeleteWorkGroupOutput};
use crate::context::Context;

pub(super) async fn delete_work_group(
    ctx: &Context,
    input: DeleteWorkGroupInput,
) -> Result<DeleteWorkGroupOutput, Error> {
    let name = &input.work_group;
    if name == PRIMARY {
        return Err(invalid("The primary workgroup cannot be deleted."));
    }
    let region = work_group::region(ctx);
    let mut tx = ctx.state.kept.meta.write().await.map_err(fault)?;
    let deleted = if input.recursive_delete_option == Some(true) {
        work_groups::delete_recursively(&mut tx, &region, name).await
    } else {
        work_groups::delete(&mut tx, &region, name).await
    };
    deleted.map_err(|error| match error.kind {
        Kind::NotFound => work_group::missing(name),
        Kind::Conflict => invalid(format!("WorkGroup {name} is not empty")),
        _ => fault(error),
    })?;
    tags::clear(&mut tx, &tagged::work_group_arn(ctx, name)).await.map_err(fault)?;
    tx.commit().await.map_err(fault)?;
    Ok(DeleteWorkGroupOutput {})
}
