//! Stories to find: what somebody did who should not have, step by step, and the facts that queries must turn up.

mod console_takeover;
mod crypto_mining;
mod leaked_key;

use super::chance::Chance;
use super::manifest::iso_text;
use super::names::REGIONS;
use super::planted::{Cast, Planted, failure, operation};
use super::spec::Spec;
use super::template::Template;
use super::world::World;
use serde::Serialize;
use std::collections::BTreeMap;

/// A story that can be planted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incident {
    /// A program's access key is used from a new address: it looks around, becomes a deployer, makes itself an
    /// administrator, reads a bucket and stops the trail.
    LeakedKey,
    /// A password is guessed in the console; the second factor is removed and a database snapshot given away.
    ConsoleTakeover,
    /// A machine's credentials are used from outside to start many large machines.
    CryptoMining,
}

impl Incident {
    /// Every story.
    pub const ALL: [Incident; 3] = [Incident::LeakedKey, Incident::ConsoleTakeover, Incident::CryptoMining];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Incident::LeakedKey => "leaked-key",
            Incident::ConsoleTakeover => "console-takeover",
            Incident::CryptoMining => "crypto-mining",
        }
    }

    /// The story of this name.
    pub fn from_name(name: &str) -> Option<Incident> {
        Incident::ALL.into_iter().find(|incident| incident.name() == name)
    }
}

/// What there is to find.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IncidentFacts {
    /// The story's name.
    pub name: String,
    /// The account in which it happens.
    pub account: String,
    /// The time of its first event, `2024-01-13T02:13:00Z`.
    pub first_time: String,
    /// The time of its last event.
    pub last_time: String,
    /// Keys, addresses, users and other things, by what they are.
    pub facts: BTreeMap<String, String>,
    /// Every event of the story, in order.
    pub events: Vec<IncidentEvent>,
}

/// One event of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IncidentEvent {
    /// When, as the record holds it.
    pub time: String,
    /// Where.
    pub region: String,
    /// Which service, `iam.amazonaws.com`.
    pub event_source: String,
    /// Which operation.
    pub event_name: String,
    /// How it failed, where it did and the record has a code.
    pub error_code: Option<String>,
}

/// A step of a story as its table holds it. `%fact%` stands for a fact; an empty text leaves the operation's own.
struct Step {
    /// Seconds after the one before.
    after: i64,
    /// Which of the story's actors.
    actor: usize,
    source: &'static str,
    name: &'static str,
    region: usize,
    times: usize,
    request: &'static str,
    response: &'static str,
    additional: &'static str,
    error: Option<&'static str>,
}

/// One call in the first region that succeeds and looks like the operation's others.
const STEP: Step = Step {
    after: 7,
    actor: 0,
    source: "",
    name: "",
    region: 0,
    times: 1,
    request: "",
    response: "",
    additional: "",
    error: None,
};

/// Somebody who acts in a story.
struct Actor {
    cast: Cast,
    address: String,
    agent: &'static str,
}

/// A story with its actors and facts filled in.
struct Script {
    actors: Vec<Actor>,
    facts: BTreeMap<String, String>,
    steps: Vec<Step>,
}

pub(super) struct Told {
    pub(super) records: Vec<Planted>,
    pub(super) facts: IncidentFacts,
}

/// Plays a story out, in the middle of the days, at night.
pub(super) fn tell(incident: Incident, spec: &Spec, world: &World, chance: &mut Chance) -> Told {
    const NIGHT: i64 = 2 * 3600 + 13 * 60;
    let account = &world.accounts[0];
    let script = match incident {
        Incident::LeakedKey => leaked_key::script(account, chance),
        Incident::ConsoleTakeover => console_takeover::script(account, chance),
        Incident::CryptoMining => crypto_mining::script(account, spec.regions, chance),
    };
    let mut time = spec.first_second() + i64::from(spec.days / 2) * 86_400 + NIGHT;
    let mut records = Vec::new();
    for step in &script.steps {
        for _ in 0..step.times {
            time += step.after;
            records.push(script.record(step, time));
        }
    }
    let events: Vec<IncidentEvent> = records.iter().map(event).collect();
    let time_of = |event: Option<&IncidentEvent>| event.map(|event| event.time.clone()).unwrap_or_default();
    let facts = IncidentFacts {
        name: incident.name().to_string(),
        account: account.id.clone(),
        first_time: time_of(events.first()),
        last_time: time_of(events.last()),
        facts: script.facts,
        events,
    };
    Told { records, facts }
}

impl Script {
    fn record(&self, step: &Step, time: i64) -> Planted {
        let actor = &self.actors[step.actor];
        let mut operation = operation(step.source, step.name);
        if !step.request.is_empty() {
            operation.request = self.filled(step.request);
        }
        if !step.response.is_empty() {
            operation.response = self.filled(step.response);
        }
        if !step.additional.is_empty() {
            operation.additional = self.filled(step.additional);
        }
        // The resources of the tables name what chance picked; a step that says what it asks for has none of them.
        if !step.request.is_empty() {
            operation.resources = Template::parse("");
        }
        Planted {
            time,
            region: step.region,
            failure: step.error.map(|code| failure(&operation, code)),
            operation,
            cast: actor.cast.clone(),
            address: actor.address.clone(),
            agent: actor.agent,
        }
    }

    fn filled(&self, text: &str) -> Template {
        let filled =
            self.facts.iter().fold(text.to_string(), |text, (name, fact)| text.replace(&format!("%{name}%"), fact));
        Template::parse(&filled)
    }
}

fn event(record: &Planted) -> IncidentEvent {
    let code = record.failure.as_ref().map(|failure| failure.code.to_string());
    IncidentEvent {
        time: iso_text(record.time),
        region: REGIONS[record.region].to_string(),
        event_source: format!("{}.amazonaws.com", record.operation.table.source),
        event_name: record.operation.table.name.to_string(),
        error_code: code.filter(|code| !code.is_empty()),
    }
}

/// Facts by their names.
fn facts<const N: usize>(facts: [(&str, &str); N]) -> BTreeMap<String, String> {
    facts.into_iter().map(|(name, fact)| (name.to_string(), fact.to_string())).collect()
}
