//! The made-up company: its accounts, who works in them, and what they own. All of it follows from the seed.

use super::chance::{BASE32, Chance, HEX, Ranks};
use super::names::{AGENTS, APPLICATIONS, BROWSER, BUCKETS, FUNCTIONS, OBJECTS, PEOPLE, STAGES, TABLES};

const USERS: usize = 200;
const ROLES: usize = 60;
/// A role session renews its key every hour: one for each hour of a day.
pub(super) const SESSION_KEYS: usize = 24;

/// Everyone and everything that records speak of.
pub(super) struct World {
    pub(super) organization: String,
    pub(super) accounts: Vec<Account>,
}

pub(super) struct Account {
    pub(super) id: String,
    pub(super) users: Vec<User>,
    pub(super) user_ranks: Ranks,
    pub(super) roles: Vec<Role>,
    pub(super) role_ranks: Ranks,
    pub(super) root_address: String,
    pub(super) buckets: Vec<String>,
    pub(super) objects: Vec<String>,
    pub(super) kms_keys: Vec<String>,
    pub(super) tables: Vec<String>,
    pub(super) functions: Vec<String>,
    /// The seventeen digits that ids of machines, volumes, networks and groups end with.
    pub(super) resource_ids: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct User {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) key: String,
    pub(super) addresses: Vec<String>,
    pub(super) agent: &'static str,
}

pub(super) struct Role {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) sessions: Vec<Session>,
    pub(super) session_ranks: Ranks,
    pub(super) trust: Trust,
}

/// Who takes on a role.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    Machine,
    Cluster,
    Other,
}

#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) name: String,
    pub(super) keys: Vec<String>,
    pub(super) addresses: Vec<String>,
    pub(super) agent: &'static str,
}

impl User {
    /// Whether they work in the console, with a second factor.
    pub(super) fn uses_console(&self) -> bool {
        self.agent == BROWSER
    }
}

impl World {
    pub(super) fn new(accounts: usize, chance: &mut Chance) -> World {
        let organization = chance.word("o-", b"abcdefghijklmnopqrstuvwxyz012345", 10);
        World { organization, accounts: (0..accounts).map(|_| account(chance)).collect() }
    }
}

fn account(chance: &mut Chance) -> Account {
    let named = |kinds: &[&str], count: usize, end: &mut dyn FnMut(usize) -> String| -> Vec<String> {
        (0..count).map(|at| format!("{}-{}-{}", kinds[at % kinds.len()], STAGES[at % STAGES.len()], end(at))).collect()
    };
    Account {
        id: format!("{:012}", chance.within(100_000_000_000, 999_999_999_999)),
        users: (0..USERS).map(|at| user(at, chance)).collect(),
        user_ranks: Ranks::new(USERS, 1.2),
        roles: (0..ROLES).map(|at| role(at, chance)).collect(),
        role_ranks: Ranks::new(ROLES, 1.1),
        root_address: address(chance),
        buckets: named(BUCKETS, 80, &mut |_| chance.word("", HEX, 6))
            .iter()
            .map(|name| format!("asagao-{name}"))
            .collect(),
        objects: (0..400).map(|at| format!("{}{:05}.parquet", OBJECTS[at % OBJECTS.len()], at * 7)).collect(),
        kms_keys: (0..30).map(|_| uuid(chance)).collect(),
        tables: named(TABLES, 25, &mut |at| at.to_string()),
        functions: named(FUNCTIONS, 60, &mut |at| at.to_string()),
        resource_ids: (0..400).map(|_| chance.word("0", HEX, 16)).collect(),
    }
}

fn user(at: usize, chance: &mut Chance) -> User {
    let is_program = at.is_multiple_of(3);
    let name = match is_program {
        true => format!("svc-{}-{at}", APPLICATIONS[at % APPLICATIONS.len()].to_lowercase()),
        false => {
            format!("{}{}", PEOPLE[at % PEOPLE.len()], if at < PEOPLE.len() { String::new() } else { at.to_string() })
        }
    };
    let agent = if !is_program && chance.happens(0.3) { BROWSER } else { *chance.pick(AGENTS) };
    let addresses = (0..=chance.below(4)).map(|_| address(chance)).collect();
    User { name, id: chance.word("AIDA", BASE32, 17), key: chance.word("AKIA", BASE32, 16), addresses, agent }
}

fn role(at: usize, chance: &mut Chance) -> Role {
    let application = APPLICATIONS[at % APPLICATIONS.len()];
    let is_first = at < APPLICATIONS.len();
    let name = if is_first { application.to_string() } else { format!("{application}-{}", STAGES[at % STAGES.len()]) };
    let count = [40, 12, 5, 1][at % 4];
    let sessions: Vec<Session> = (0..count).map(|session_at| session(at, session_at, application, chance)).collect();
    let trust = match at {
        at if at.is_multiple_of(5) => Trust::Machine,
        at if at % 7 == 6 => Trust::Cluster,
        _ => Trust::Other,
    };
    Role { name, id: chance.word("AROA", BASE32, 17), session_ranks: Ranks::new(sessions.len(), 0.8), sessions, trust }
}

fn session(role_at: usize, at: usize, application: &str, chance: &mut Chance) -> Session {
    let name = match role_at % 5 {
        0 => chance.word("i-0", HEX, 16),
        1 => format!("{application}-{at}"),
        2 => format!("{}@example.com", PEOPLE[at % PEOPLE.len()]),
        3 => chance.within(1_700_000_000_000_000_000, 1_800_000_000_000_000_000).to_string(),
        _ => format!("{application}-session"),
    };
    let is_person = role_at % 5 == 2;
    Session {
        name,
        keys: (0..SESSION_KEYS).map(|_| chance.word("ASIA", BASE32, 16)).collect(),
        addresses: (0..=chance.below(3)).map(|_| address(chance)).collect(),
        agent: if is_person && chance.happens(0.5) { BROWSER } else { chance.pick::<&str>(AGENTS) },
    }
}

/// An address on the Internet or within a network; one in twelve is of version 6.
pub(super) fn address(chance: &mut Chance) -> String {
    if chance.happens(0.08) {
        let groups: Vec<String> = (0..6).map(|_| format!("{:x}", chance.below(65_536))).collect();
        return format!("2600:1f18:{}", groups.join(":"));
    }
    let first = *chance.pick(&[3, 10, 18, 34, 44, 52, 54, 100, 172, 203]);
    format!("{first}.{}.{}.{}", chance.below(256), chance.below(256), 1 + chance.below(254))
}

fn uuid(chance: &mut Chance) -> String {
    let mut out = Vec::new();
    chance.uuid(&mut out);
    String::from_utf8(out).expect("a UUID is ASCII")
}
