//! Looks at alarms: at all of them when periods end, and at those of a metric at once when something was added to it.
//!
//! Servers that share a state all look; of those that would change an alarm the first one does, and the others find that it
//! has changed.

use ashiato_meta::alarms::{self, Alarm};
use ashiato_meta::{Kind, Place, Result as MetaResult, metric_points, metrics};
use std::sync::Arc;
use std::time::Duration;

use super::act::{NewState, set_state};
use super::decide::{Decision, Standing, decide, last_end, span};
use super::reason;
use super::watched::Watched;
use crate::aws::generated::cloudwatch::{PutMetricAlarmInput, StateValue};
use crate::state::State;
use crate::topics;

/// Periods end with every tenth second.
const BEAT_MILLIS: i64 = 10_000;
/// What is added to a busy metric is looked at no more often than this.
const REST: Duration = Duration::from_secs(1);
/// Read from the state at once.
const ROWS: u32 = 200;

impl State {
    /// Looks at alarms; never ends.
    pub async fn watch_alarms(self: Arc<State>) {
        // Of what ended before the start, one look at everything makes up.
        let mut last = i64::MIN;
        loop {
            let now = self.now().0;
            let beat = now - now.rem_euclid(BEAT_MILLIS);
            if beat > last {
                match self.look_at_all_alarms(last, now).await {
                    Ok(()) => last = beat,
                    Err(error) => {
                        warn(&error);
                        tokio::time::sleep(REST).await;
                    }
                }
            }
            let added = self.look_at_added().await;
            if let Err(error) = &added {
                warn(error);
            }
            if !matches!(added, Ok(0)) {
                tokio::time::sleep(REST).await;
            }
            let wait =
                last.saturating_add(BEAT_MILLIS).saturating_sub(self.now().0).clamp(0, BEAT_MILLIS).unsigned_abs();
            // Whether it was woken or has waited: it looks.
            drop(tokio::time::timeout(Duration::from_millis(wait), self.monitoring.woken.notified()).await);
        }
    }

    /// Looks at the alarms of which periods have ended since the last look.
    async fn look_at_all_alarms(&self, last: i64, now: i64) -> MetaResult<()> {
        let mut after = (String::new(), String::new());
        loop {
            let mut tx = self.kept.meta.read().await?;
            let page = alarms::list_all(&mut tx, (&after.0, &after.1), ROWS).await?;
            drop(tx);
            let Some(end) = page.last() else { return Ok(()) };
            after = (end.place.as_str().to_string(), end.name.clone());
            for alarm in &page {
                let Some(watched) = read(alarm) else { continue };
                if last_end(&watched, now) > last {
                    self.look_at(alarm, &watched).await?;
                }
            }
        }
    }

    /// Looks at the alarms of metrics that were added to. Tells how many there were.
    async fn look_at_added(&self) -> MetaResult<usize> {
        let mut count = 0;
        for (place, namespace, name) in self.monitoring.take() {
            let region = place.split_once('/').map_or("", |(_, region)| region);
            let place = Place::new(&self.kept.account, region);
            let mut tx = self.kept.meta.read().await?;
            let found = alarms::watching(&mut tx, &place, &namespace, &name).await?;
            drop(tx);
            for alarm in &found {
                let Some(watched) = read(alarm) else { continue };
                self.look_at(alarm, &watched).await?;
                count += 1;
            }
        }
        Ok(count)
    }

    /// Looks at an alarm as it was read just now.
    async fn look_at(&self, alarm: &Alarm, watched: &Watched) -> MetaResult<()> {
        let now = self.now().0;
        let metric = &watched.metric;
        let dimensions = metric.dimensions_text();
        let mut tx = self.kept.meta.read().await?;
        let found = metrics::find(&mut tx, &alarm.place, (&metric.namespace, &metric.name, &dimensions)).await?;
        let points = match found {
            Some(metric) => metric_points::between(&mut tx, &metric.id, span(watched, now)).await?,
            None => Vec::new(),
        };
        drop(tx);
        let Some(state) = state_of(alarm) else { return Ok(()) };
        let standing = Standing { state, transitioned: alarm.transitioned.0, looked: alarm.looked.0 };
        let decision = decide(watched, &points, standing, now);
        match self.carry_out(alarm, watched, decision, now).await {
            // Somebody else was here meanwhile, who looked too or will be followed by another look.
            Err(error) if error.kind == Kind::Conflict => Ok(()),
            done => done,
        }
    }

    async fn carry_out(&self, alarm: &Alarm, watched: &Watched, decision: Decision, now: i64) -> MetaResult<()> {
        let looked = decision.looked.map_or(alarm.looked, ashiato_meta::Millis);
        let alarm = Alarm { looked, ..alarm.clone() };
        let Some(verdict) = decision.verdict else {
            if decision.looked.is_none() {
                return Ok(());
            }
            let mut tx = self.kept.meta.write().await?;
            alarms::update(&mut tx, &alarm).await?;
            return tx.commit().await;
        };
        let new = NewState {
            state: verdict.state,
            reason: reason::sentence(watched, &verdict),
            reason_data: Some(reason::data(watched, &verdict, now)),
        };
        tracing::info!(
            alarm = alarm.name,
            place = alarm.place.as_str(),
            reason = new.reason,
            "an alarm has a new state"
        );
        match topics::ready(self).await {
            Ok(()) => {}
            Err(topics::Failure::State(error)) => return Err(error),
            // The state is told nevertheless, and the history tells why nobody was.
            Err(failure) => tracing::error!(%failure, "messages of alarms cannot be signed"),
        }
        let mut tx = self.kept.meta.write().await?;
        set_state(&mut tx, self, &alarm, new).await?;
        tx.commit().await?;
        topics::wake(self);
        Ok(())
    }
}

/// What an alarm watches. `None`, with a line in the log: it cannot be read.
fn read(alarm: &Alarm) -> Option<Watched> {
    let definition = serde_json::from_str::<PutMetricAlarmInput>(&alarm.definition).map_err(|why| why.to_string());
    match definition.and_then(|definition| Watched::of(&definition)) {
        Ok(watched) => Some(watched),
        Err(why) => {
            tracing::error!(alarm = alarm.name, place = alarm.place.as_str(), why, "an alarm cannot be read");
            None
        }
    }
}

fn state_of(alarm: &Alarm) -> Option<StateValue> {
    serde_json::from_value(alarm.state.as_str().into()).ok()
}

fn warn(error: &ashiato_meta::Error) {
    let cause = std::error::Error::source(error).map(ToString::to_string);
    tracing::warn!(%error, cause, "look at alarms");
}
