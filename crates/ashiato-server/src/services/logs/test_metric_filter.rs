//! TestMetricFilter: which of some messages a pattern is for.

use ashiato_trail::filter_pattern::FilterPattern;

use super::failure::invalid;
use crate::aws::Error;
use crate::aws::generated::logs::{MetricFilterMatchRecord, TestMetricFilterRequest, TestMetricFilterResponse};
use crate::context::Context;

pub(super) async fn test_metric_filter(
    _ctx: &Context,
    input: TestMetricFilterRequest,
) -> Result<TestMetricFilterResponse, Error> {
    let pattern = FilterPattern::parse(&input.filter_pattern).map_err(|wrong| invalid(wrong.to_string()))?;
    let numbered = (1_i64..).zip(input.log_event_messages);
    let matching = numbered.filter(|(_, message)| pattern.matches(message));
    let matches = matching.map(|(number, message)| MetricFilterMatchRecord {
        event_number: Some(number),
        extracted_values: Some(pattern.extract(&message)),
        event_message: Some(message),
    });
    Ok(TestMetricFilterResponse { matches: Some(matches.collect()) })
}
