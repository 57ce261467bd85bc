//! DescribeAlarmsForMetric: of one metric, its dimensions and all.

use ashiato_meta::alarms;

use super::failure::{invalid, of_state};
use super::named;
use super::shown::{definition, shown};
use crate::aws::Error;
use crate::aws::generated::cloudwatch::{DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput};
use crate::context::Context;
use crate::monitoring::{Watched, metric, unit_text};

pub(super) async fn describe_alarms_for_metric(
    ctx: &Context,
    input: DescribeAlarmsForMetricInput,
) -> Result<DescribeAlarmsForMetricOutput, Error> {
    if input.extended_statistic.is_some() {
        return Err(invalid("ExtendedStatistic: the percentiles of metrics are not supported by Ashiato."));
    }
    let wanted = metric(&input.namespace, &input.metric_name, input.dimensions.as_deref()).map_err(invalid)?;
    let unit = input.unit.map(unit_text);
    let mut tx = named::read(ctx).await?;
    let found = alarms::watching(&mut tx, &named::place(ctx), &input.namespace, &input.metric_name).await;
    let mut told = Vec::new();
    for alarm in found.map_err(of_state)? {
        let watched = Watched::of(&definition(&alarm)?).map_err(Error::internal)?;
        let is_wanted = watched.metric == wanted
            && input.statistic.is_none_or(|statistic| statistic == watched.statistic)
            && input.period.is_none_or(|period| period * 1000 == watched.period_millis)
            && (unit.is_none() || unit == watched.unit);
        if is_wanted {
            told.push(shown(ctx, alarm)?);
        }
    }
    Ok(DescribeAlarmsForMetricOutput { metric_alarms: Some(told) })
}
