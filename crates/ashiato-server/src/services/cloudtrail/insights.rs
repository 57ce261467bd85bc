//! A trail's insight selectors: kept and shown. Nothing looks for insights yet.
//!
//! Source: CloudTrail API Reference, PutInsightSelectors.

use ashiato_meta::trails::Trail;

use super::fault::no_event_data_stores;
use super::selectors::management_events;
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    INVALID_INSIGHT_SELECTORS_EXCEPTION, INVALID_PARAMETER_COMBINATION_EXCEPTION, INVALID_PARAMETER_EXCEPTION,
};
use crate::aws::generated::cloudtrail::{InsightSelector, InsightType, SourceEventCategory};

/// The trail that a request is about, rather than an event data store.
pub(super) fn trail_name<'a>(
    trail: Option<&'a str>,
    event_data_store: Option<&str>,
    destination: Option<&str>,
) -> Result<&'a str, Error> {
    match (trail, event_data_store, destination) {
        (Some(trail), None, None) => Ok(trail),
        (Some(_), _, _) => Err(INVALID_PARAMETER_COMBINATION_EXCEPTION
            .because("TrailName cannot be given together with EventDataStore or InsightsDestination.")),
        (None, Some(_), _) => Err(no_event_data_stores()),
        (None, None, Some(_)) => Err(INVALID_PARAMETER_COMBINATION_EXCEPTION
            .because("InsightsDestination is given together with EventDataStore.")),
        (None, None, None) => Err(INVALID_PARAMETER_EXCEPTION.because("TrailName or EventDataStore must be given.")),
    }
}

/// As they are kept and shown: without a category, of management events. Refused are a type given twice, or not at all,
/// and insights into management events that the trail does not have.
pub(super) fn checked(trail: &Trail, given: Vec<InsightSelector>) -> Result<Vec<InsightSelector>, Error> {
    let invalid = |why: &str| Err(INVALID_INSIGHT_SELECTORS_EXCEPTION.because(why));
    let (reads, writes) = management_events(&trail.selectors)?;
    let mut checked: Vec<InsightSelector> = Vec::new();
    for selector in given {
        let Some(kind) = selector.insight_type else { return invalid("An insight selector has no InsightType.") };
        if checked.iter().any(|other| other.insight_type == Some(kind)) {
            return invalid("An InsightType is given twice.");
        }
        let categories = selector.event_categories.filter(|categories| !categories.is_empty());
        let categories = categories.unwrap_or_else(|| vec![SourceEventCategory::Management]);
        let has_events = match kind {
            InsightType::ApiCallRateInsight => writes,
            InsightType::ApiErrorRateInsight => reads || writes,
        };
        if categories.contains(&SourceEventCategory::Management) && !has_events {
            return invalid("The trail does not log the management events that these insights are about.");
        }
        checked.push(InsightSelector { insight_type: Some(kind), event_categories: Some(categories) });
    }
    Ok(checked)
}
