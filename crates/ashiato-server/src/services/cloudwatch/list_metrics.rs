//! ListMetrics: those that had data in the last two weeks.

use ashiato_meta::metrics::{self, Wanted};

use super::failure::{invalid_value, of_state};
use super::named;
use crate::aws::generated::cloudwatch::{Dimension, DimensionFilter, ListMetricsInput, ListMetricsOutput, Metric};
use crate::aws::{Error, page_token};
use crate::context::Context;
use crate::monitoring::MetricName;

/// A page has at most so many.
const ROWS: usize = 500;
const HOUR_MILLIS: i64 = 3_600_000;

pub(super) async fn list_metrics(ctx: &Context, input: ListMetricsInput) -> Result<ListMetricsOutput, Error> {
    let account = ctx.state.kept.account.as_str();
    if input.owning_account.as_deref().is_some_and(|owner| owner != account) {
        return Err(invalid_value("OwningAccount: metrics of other accounts are not supported by Ashiato."));
    }
    let wrong_token = || invalid_value("The parameter NextToken is not one that was given out.");
    let mut after = match input.next_token.as_deref() {
        Some(token) => Some(page_token::decode(token).ok_or_else(wrong_token)?),
        None => None,
    };
    let hours = if input.recently_active.is_some() { 3 } else { 14 * 24 };
    let wanted = Wanted {
        namespace: input.namespace.as_deref(),
        name: input.metric_name.as_deref(),
        since: ctx.state.now().0 - hours * HOUR_MILLIS,
    };
    let filters = input.dimensions.unwrap_or_default();
    let mut tx = named::read(ctx).await?;
    let (mut told, mut last) = (Vec::new(), None);
    let next = 'pages: loop {
        let page = metrics::list(&mut tx, &named::place(ctx), wanted, after.as_deref(), ROWS as u32).await;
        let page = page.map_err(of_state)?;
        for metric in page.rows {
            let dimensions = MetricName::read_dimensions(&metric.dimensions)
                .ok_or_else(|| Error::internal(format!("read the dimensions of metric {}", metric.name)))?;
            if !filters.iter().all(|filter| passes(filter, &dimensions)) {
                continue;
            }
            if told.len() == ROWS {
                break 'pages last;
            }
            let dimensions = dimensions.into_iter().map(|(name, value)| Dimension { name, value }).collect();
            told.push(Metric {
                namespace: Some(metric.namespace),
                metric_name: Some(metric.name),
                dimensions: Some(dimensions),
            });
            last = Some(metric.id);
        }
        match page.next {
            Some(next) => after = Some(next),
            None => break None,
        }
    };
    let owners = input.include_linked_accounts.unwrap_or(false).then(|| vec![account.to_string(); told.len()]);
    Ok(ListMetricsOutput {
        metrics: Some(told),
        next_token: next.as_deref().map(page_token::encode),
        owning_accounts: owners,
    })
}

fn passes(filter: &DimensionFilter, dimensions: &[(String, String)]) -> bool {
    let is_it = |(name, value): &(String, String)| {
        *name == filter.name && filter.value.as_ref().is_none_or(|wanted| wanted == value)
    };
    dimensions.iter().any(is_it)
}
