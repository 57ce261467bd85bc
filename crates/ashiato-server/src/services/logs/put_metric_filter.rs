//! PutMetricFilter. What it counts is by minute in the state.

use ashiato_meta::metric_filters::{self, MetricFilter};
use ashiato_trail::filter_pattern::{FilterPattern, number_at};

use super::failure::{invalid, of_state};
use super::named;
use crate::aws::Error;
use crate::aws::generated::logs::errors::LIMIT_EXCEEDED_EXCEPTION;
use crate::aws::generated::logs::{MetricTransformation, PutMetricFilterRequest};
use crate::context::Context;
use crate::logs::Transformation;

/// A group has at most so many. Source: "CloudWatch Logs quotas".
const FILTERS_MAX: usize = 100;

pub(super) async fn put_metric_filter(ctx: &Context, input: PutMetricFilterRequest) -> Result<(), Error> {
    FilterPattern::parse(&input.filter_pattern).map_err(|wrong| invalid(wrong.to_string()))?;
    let is_more = input.apply_on_transformed_logs == Some(true)
        || input.field_selection_criteria.as_ref().is_some_and(|criteria| !criteria.is_empty())
        || input.emit_system_field_dimensions.as_ref().is_some_and(|fields| !fields.is_empty());
    if is_more {
        return Err(invalid("Transformed logs and system fields are not supported by Ashiato."));
    }
    let transformation = input.metric_transformations.into_iter().next();
    let transformation = transformation.ok_or_else(|| invalid("A metric filter needs a metric transformation."))?;
    let transformation = kept(transformation)?;
    let mut tx = named::write(ctx).await?;
    let group = named::group(&mut tx, ctx, &input.log_group_name).await?;
    let filter = MetricFilter {
        group_id: group.id.clone(),
        name: input.filter_name,
        pattern: input.filter_pattern,
        transformation: serde_json::to_string(&transformation).map_err(|why| Error::internal(why.to_string()))?,
        created: ctx.state.now(),
    };
    metric_filters::put(&mut tx, &filter).await.map_err(of_state)?;
    if metric_filters::of_group(&mut tx, &group.id).await.map_err(of_state)?.len() > FILTERS_MAX {
        return Err(LIMIT_EXCEEDED_EXCEPTION.because("Resource limit exceeded."));
    }
    tx.commit().await.map_err(of_state)
}

fn kept(given: MetricTransformation) -> Result<Transformation, Error> {
    if given.dimensions.as_ref().is_some_and(|dimensions| !dimensions.is_empty()) {
        return Err(invalid("Dimensions of metric filters are not supported by Ashiato."));
    }
    let value = &given.metric_value;
    let is_value = match value.as_str() {
        selector if selector.starts_with("$.") || selector.starts_with("$[") => number_at(selector, "").is_ok(),
        field if field.starts_with('$') => field.len() > 1,
        number => number.parse::<f64>().is_ok_and(f64::is_finite),
    };
    if !is_value {
        return Err(invalid(format!("Invalid metric transformation: metricValue {value} is no number and no field")));
    }
    let unit = given.unit.map(serde_json::to_value).and_then(Result::ok);
    Ok(Transformation {
        metric: given.metric_name,
        namespace: given.metric_namespace,
        value: given.metric_value,
        default_value: given.default_value,
        unit: unit.as_ref().and_then(|unit| unit.as_str()).map(str::to_string),
    })
}
