//! PutMetricData.

use std::collections::BTreeMap;

use super::failure::{invalid_value, missing, of_state, over};
use super::{data, named};
use crate::aws::Error;
use crate::aws::generated::cloudwatch::PutMetricDataInput;
use crate::context::Context;
use crate::monitoring;

/// A request has at most so many data.
const DATA_MAX: usize = 1000;

pub(super) async fn put_metric_data(ctx: &Context, input: PutMetricDataInput) -> Result<(), Error> {
    if input.entity_metric_data.as_ref().is_some_and(|data| !data.is_empty()) {
        return Err(invalid_value("EntityMetricData is not supported by Ashiato."));
    }
    if input.namespace.starts_with("AWS/") {
        return Err(invalid_value(format!("The value {} for parameter Namespace is invalid.", input.namespace)));
    }
    if input.namespace.chars().any(char::is_control) {
        return Err(invalid_value("The parameter Namespace must not contain control characters."));
    }
    let data = input.metric_data.unwrap_or_default();
    if data.is_empty() {
        return Err(missing("The parameter MetricData is required."));
    }
    if data.len() > DATA_MAX {
        return Err(invalid_value(format!("The collection MetricData must not have a size greater than {DATA_MAX}.")));
    }
    let now = ctx.state.now();
    let mut by_metric = BTreeMap::new();
    for (index, datum) in data.iter().enumerate() {
        let (metric, point) = data::point(&input.namespace, (index + 1, datum), now)?;
        by_metric.entry(metric).or_insert_with(Vec::new).push(point);
    }
    let place = named::place(ctx);
    let mut tx = named::write(ctx).await?;
    for (metric, points) in &by_metric {
        monitoring::add(&mut tx, &ctx.state, &place, metric, points).await.map_err(over)?;
    }
    tx.commit().await.map_err(of_state)?;
    by_metric.keys().for_each(|metric| monitoring::changed(&ctx.state, &place, metric));
    Ok(())
}
