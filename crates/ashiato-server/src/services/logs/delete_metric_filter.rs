//! DeleteMetricFilter. What it counted stays.

use ashiato_meta::metric_filters;

use super::failure::{of_state, or};
use super::named;
use crate::aws::Error;
use crate::aws::generated::logs::DeleteMetricFilterRequest;
use crate::aws::generated::logs::errors::RESOURCE_NOT_FOUND_EXCEPTION;
use crate::context::Context;

pub(super) async fn delete_metric_filter(ctx: &Context, input: DeleteMetricFilterRequest) -> Result<(), Error> {
    let mut tx = named::write(ctx).await?;
    let group = named::group(&mut tx, ctx, &input.log_group_name).await?;
    let missing = || RESOURCE_NOT_FOUND_EXCEPTION.because("The specified metric filter does not exist.");
    metric_filters::delete(&mut tx, &group.id, &input.filter_name).await.map_err(or(missing))?;
    tx.commit().await.map_err(of_state)
}
