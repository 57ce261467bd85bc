//! GetTrail.

use super::fault::read;
use super::{find, shown};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::{GetTrailRequest, GetTrailResponse};
use crate::context::Context;

pub(super) async fn get_trail(ctx: &Context, input: GetTrailRequest) -> Result<GetTrailResponse, Error> {
    let mut tx = read(ctx).await?;
    let trail = find::to_read(&mut tx, ctx, &input.name).await?;
    Ok(GetTrailResponse { trail: Some(shown::trail(trail)) })
}
