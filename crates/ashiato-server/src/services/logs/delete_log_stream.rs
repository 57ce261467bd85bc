//! DeleteLogStream. Its events are found no more at once; the room that they take is free when their segments go.

use ashiato_meta::log_streams;

use super::failure::{no_stream, of_state, or};
use super::named;
use crate::aws::Error;
use crate::aws::generated::logs::DeleteLogStreamRequest;
use crate::context::Context;

pub(super) async fn delete_log_stream(ctx: &Context, input: DeleteLogStreamRequest) -> Result<(), Error> {
    let mut tx = named::write(ctx).await?;
    let group = named::group(&mut tx, ctx, &input.log_group_name).await?;
    log_streams::delete(&mut tx, &group.id, &input.log_stream_name).await.map_err(or(no_stream))?;
    tx.commit().await.map_err(of_state)
}
