//! What a trail wants of the events.

use ashiato_meta::Millis;
use ashiato_meta::trail_status::{Switched, TrailStatus};
use ashiato_meta::trails::Trail;

use ashiato_meta::trails::Selectors as Kept;
use ashiato_trail::selectors::{EventFacts, ResourceFacts, Selectors};

use super::Failed;
use super::facts::{Facts, Resource};

/// What a trail wants, and since and until when.
pub(super) struct Selected {
    selectors: Selectors,
    region: String,
    is_multi_region: bool,
    includes_global_events: bool,
    from: From,
    until: Until,
}

/// Since when a trail wants what stands in a journal. What was recorded before is planned before a trail is switched on, but
/// for other servers' journals: of those the last minutes before are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// It was switched on at another server.
    AllThatIsLeft,
    /// After this record.
    Number(u64),
}

/// Until when it does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Until {
    GoesOn,
    /// Through this record, and that of the request that switched it off.
    Number(u64, String),
    /// It was switched off at another server, then: milliseconds since 1970.
    Time(i64),
    Over,
}

/// A server that has come no further in its journal this long after a trail was switched off at another has nothing of
/// before: the clock was set back.
const OTHERS_PLAN_WITHIN_MILLIS: i64 = 2 * 3_600_000;

/// Whose journal is read, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) server: &'a str,
    pub(super) now: Millis,
}

impl Selected {
    /// `None`: it never logged.
    pub(super) fn of(trail: &Trail, status: &TrailStatus, reader: Reader<'_>) -> Result<Option<Selected>, Failed> {
        if status.started.is_none() {
            return Ok(None);
        }
        let read = |why: serde_json::Error| Failed(format!("read the selectors of {}: {why}", trail.arn));
        let selectors = match &trail.selectors {
            Kept::Unset => Selectors::default(),
            Kept::Basic(text) => Selectors::Basic(serde_json::from_str(text).map_err(read)?),
            Kept::Advanced(text) => Selectors::Advanced(serde_json::from_str(text).map_err(read)?),
        };
        let switched = status.switched.as_ref().filter(|switched| switched.server == reader.server);
        let number = |switched: &Switched| u64::try_from(switched.number).unwrap_or(0);
        let from = match switched.filter(|_| status.is_logging) {
            Some(switched) => From::Number(number(switched)),
            None => From::AllThatIsLeft,
        };
        let until = match (status.is_logging, switched, status.stopped) {
            (true, ..) => Until::GoesOn,
            (false, Some(switched), _) => Until::Number(number(switched), switched.request.clone()),
            (false, None, Some(stopped)) if reader.now.0 - stopped.0 < OTHERS_PLAN_WITHIN_MILLIS => {
                Until::Time(stopped.0)
            }
            (false, None, _) => Until::Over,
        };
        Ok(Some(Selected {
            selectors,
            region: trail.region.clone(),
            is_multi_region: trail.is_multi_region,
            includes_global_events: trail.includes_global_events,
            from,
            until,
        }))
    }

    /// The region whose files a record goes to. `None`: the trail does not want it.
    ///
    /// Events of global services are of the region where they are processed, which a trail of one other region does not
    /// get, whatever it is set to: so AWS does since the 22nd of November 2021.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events>
    pub(super) fn region_of<'a>(&'a self, number: u64, facts: &'a Facts<'_>) -> Option<&'a str> {
        if !self.is_in_time(number, facts) || !self.wants(facts) {
            return None;
        }
        let is_of_region = self.is_multi_region || facts.aws_region == self.region;
        let is_wanted = is_of_region && (self.includes_global_events || !facts.is_global());
        is_wanted.then_some(&*facts.aws_region)
    }

    fn is_in_time(&self, number: u64, facts: &Facts<'_>) -> bool {
        let is_after = match self.from {
            From::AllThatIsLeft => true,
            From::Number(last_before) => number > last_before,
        };
        if !is_after {
            return false;
        }
        match &self.until {
            Until::GoesOn => true,
            Until::Number(last, request) => number <= *last || facts.request_id.as_deref() == Some(request),
            Until::Time(stopped) => facts.time().is_some_and(|time| time <= *stopped),
            Until::Over => false,
        }
    }

    fn wants(&self, facts: &Facts<'_>) -> bool {
        let resources: Vec<ResourceFacts<'_>> = facts.resources.iter().map(resource_facts).collect();
        self.selectors.wants(&EventFacts {
            category: &facts.event_category,
            name: &facts.event_name,
            source: &facts.event_source,
            event_type: &facts.event_type,
            read_only: Some(facts.read_only),
            resources: &resources,
            session_credential_from_console: facts.session_credential_from_console.is_some(),
            user_identity_arn: facts.user_identity.arn.as_deref(),
            vpc_endpoint_id: facts.vpc_endpoint_id.as_deref(),
            error_code: facts.error_code.as_deref(),
        })
    }
}

fn resource_facts<'a>(resource: &'a Resource<'_>) -> ResourceFacts<'a> {
    ResourceFacts {
        resource_type: resource.kind.as_deref().unwrap_or_default(),
        arn: resource.arn.as_deref().or(resource.arn_prefix.as_deref()).unwrap_or_default(),
    }
}
