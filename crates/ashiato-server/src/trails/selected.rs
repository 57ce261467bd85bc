//! What a trail wants of the events.

use ashiato_meta::trail_status::TrailStatus;
use ashiato_meta::trails::Trail;

use ashiato_meta::trails::Selectors as Kept;
use ashiato_trail::selectors::{EventFacts, ResourceFacts, Selectors};

use super::Failed;
use super::facts::{Facts, Resource};

/// What a trail wants, and of what time.
pub(super) struct Selected {
    selectors: Selectors,
    region: String,
    is_multi_region: bool,
    includes_global_events: bool,
    /// Milliseconds since 1970.
    started: i64,
    /// `None`: it goes on.
    stopped: Option<i64>,
}

impl Selected {
    /// `None`: it never logged.
    pub(super) fn of(trail: &Trail, status: &TrailStatus) -> Result<Option<Selected>, Failed> {
        let Some(started) = status.started else { return Ok(None) };
        let read = |why: serde_json::Error| Failed(format!("read the selectors of {}: {why}", trail.arn));
        let selectors = match &trail.selectors {
            Kept::Unset => Selectors::default(),
            Kept::Basic(text) => Selectors::Basic(serde_json::from_str(text).map_err(read)?),
            Kept::Advanced(text) => Selectors::Advanced(serde_json::from_str(text).map_err(read)?),
        };
        Ok(Some(Selected {
            selectors,
            region: trail.region.clone(),
            is_multi_region: trail.is_multi_region,
            includes_global_events: trail.includes_global_events,
            started: started.0,
            stopped: status.stopped.filter(|_| !status.is_logging).map(|stopped| stopped.0),
        }))
    }

    /// The region whose files an event goes to. `None`: the trail does not want it.
    ///
    /// Events of global services are of the region where they are processed, which a trail of one other region does not
    /// get, whatever it is set to: so AWS does since the 22nd of November 2021.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events>
    pub(super) fn region_of<'a>(&'a self, facts: &'a Facts<'_>) -> Option<&'a str> {
        let time = facts.time()?;
        // Events have whole seconds: what happened in the second of the start or the stop is in.
        let is_in_time = time + 999 >= self.started && self.stopped.is_none_or(|stopped| time <= stopped);
        if !is_in_time || !self.wants(facts) {
            return None;
        }
        let is_of_region = self.is_multi_region || facts.aws_region == self.region;
        let is_wanted = is_of_region && (self.includes_global_events || !facts.is_global());
        is_wanted.then_some(&*facts.aws_region)
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
