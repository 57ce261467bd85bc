//! CreateLogStream.

use ashiato_meta::{Kind, log_streams};

use super::failure::{exists, of_state};
use super::named;
use crate::aws::Error;
use crate::aws::generated::logs::CreateLogStreamRequest;
use crate::context::Context;

pub(super) async fn create_log_stream(ctx: &Context, input: CreateLogStreamRequest) -> Result<(), Error> {
    let mut tx = named::write(ctx).await?;
    let group = named::group(&mut tx, ctx, &input.log_group_name).await?;
    let made = log_streams::create(&mut tx, &group.id, &input.log_stream_name, ctx.state.now()).await;
    made.map_err(|error| match error.kind {
        Kind::Conflict => exists("log stream"),
        _ => of_state(error),
    })?;
    tx.commit().await.map_err(of_state)
}
