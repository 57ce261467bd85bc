//! What a trail wants of the events.

use ashiato_meta::trail_status::TrailStatus;
use ashiato_meta::trails::Trail;

use super::Failed;
use super::facts::Facts;

/// What a trail wants, and of what time.
pub(super) struct Selected {
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
        Ok(Some(Selected {
            region: trail.region.clone(),
            is_multi_region: trail.is_multi_region,
            includes_global_events: trail.includes_global_events,
            started: started.0,
            stopped: status.stopped.filter(|_| !status.is_logging).map(|stopped| stopped.0),
        }))
    }

    /// The region whose files an event goes to. `None`: the trail does not want it.
    pub(super) fn region_of<'a>(&'a self, facts: &'a Facts<'_>) -> Option<&'a str> {
        let time = facts.time()?;
        // Events have whole seconds: what happened in the second of the start or the stop is in.
        let is_in_time = time + 999 >= self.started && self.stopped.is_none_or(|stopped| time <= stopped);
        if !is_in_time || facts.event_category != "Management" {
            return None;
        }
        match facts.is_global() {
            true => self.includes_global_events.then_some(self.region_of_global(facts)),
            false => (self.is_multi_region || facts.aws_region == self.region).then_some(&*facts.aws_region),
        }
    }

    /// Events of services without a region are where they are made for a trail of all regions, and at home for others.
    fn region_of_global<'a>(&'a self, facts: &'a Facts<'_>) -> &'a str {
        if self.is_multi_region { &facts.aws_region } else { &self.region }
    }
}
