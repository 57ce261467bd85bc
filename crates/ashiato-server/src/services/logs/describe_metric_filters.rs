//! DescribeMetricFilters: of a group, or of a metric in all groups.

use ashiato_meta::metric_filters;

use super::failure::{invalid, of_state};
use super::named::Prefix;
use super::{lists, named};
use crate::aws::Error;
use crate::aws::generated::logs::{
    DescribeMetricFiltersRequest, DescribeMetricFiltersResponse, MetricFilter, MetricTransformation,
};
use crate::context::Context;
use crate::logs::Transformation;

pub(super) async fn describe_metric_filters(
    ctx: &Context,
    input: DescribeMetricFiltersRequest,
) -> Result<DescribeMetricFiltersResponse, Error> {
    if input.metric_name.is_some() != input.metric_namespace.is_some() {
        return Err(invalid("metricName and metricNamespace must be specified together."));
    }
    let after = lists::after(input.next_token.as_deref())?;
    let mut tx = named::read(ctx).await?;
    let found = match &input.log_group_name {
        Some(name) => {
            let group = named::group(&mut tx, ctx, name).await?;
            let filters = metric_filters::of_group(&mut tx, &group.id).await.map_err(of_state)?;
            filters.into_iter().map(|filter| (name.clone(), filter)).collect()
        }
        None => metric_filters::of_place(&mut tx, &named::place(ctx)).await.map_err(of_state)?,
    };
    drop(tx);
    let prefix = Prefix(input.filter_name_prefix.as_deref());
    let mut shown = Vec::new();
    for (group, filter) in found {
        let transformation: Transformation = serde_json::from_str(&filter.transformation)
            .map_err(|why| Error::internal(format!("read metric filter {}: {why}", filter.name)))?;
        let is_of_metric = input.metric_name.as_ref().is_none_or(|name| *name == transformation.metric)
            && input.metric_namespace.as_ref().is_none_or(|name| *name == transformation.namespace);
        let key = key(&group, &filter.name);
        if prefix.is_of(&filter.name) && is_of_metric && after.as_ref().is_none_or(|after| key > *after) {
            shown.push((key, show(group, filter, transformation)));
        }
    }
    let (rows, next_token) = lists::cut(shown, lists::rows(input.limit), |(key, _)| key.clone());
    let metric_filters = rows.into_iter().map(|(_, filter)| filter).collect();
    Ok(DescribeMetricFiltersResponse { metric_filters: Some(metric_filters), next_token })
}

/// In the order of groups and then of names.
fn key(group: &str, filter: &str) -> String {
    format!("{group}\0{filter}")
}

fn show(group: String, filter: metric_filters::MetricFilter, transformation: Transformation) -> MetricFilter {
    let shown = MetricTransformation {
        metric_name: transformation.metric,
        metric_namespace: transformation.namespace,
        metric_value: transformation.value,
        default_value: transformation.default_value,
        dimensions: None,
        unit: transformation.unit.and_then(|unit| serde_json::from_value(unit.into()).ok()),
    };
    MetricFilter {
        filter_name: Some(filter.name),
        filter_pattern: Some(filter.pattern),
        metric_transformations: Some(vec![shown]),
        creation_time: Some(filter.created.0),
        log_group_name: Some(group),
        ..MetricFilter::default()
    }
}
