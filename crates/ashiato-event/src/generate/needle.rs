//! The key to search for: a user whose few calls are spread over all the days, some from a second address.

use super::chance::{BASE32, Chance};
use super::names::AGENTS;
use super::planted::{Cast, Planted, operation};
use super::spec::Spec;
use super::world::User;

const CALLS: u64 = 20;
const USUAL: &str = "203.0.113.9";
const OTHER: &str = "198.51.100.147";

pub(super) struct Needle {
    pub(super) user: User,
    pub(super) calls: Vec<Planted>,
}

/// About twenty calls; fewer where there are not a hundred events for each.
pub(super) fn calls(spec: &Spec, chance: &mut Chance) -> Needle {
    let user = User {
        name: "legacy-build".to_string(),
        id: chance.word("AIDA", BASE32, 17),
        key: chance.word("AKIA", BASE32, 16),
        addresses: vec![USUAL.to_string(), OTHER.to_string()],
        agent: AGENTS[2],
    };
    let operations = [
        operation("sts", "GetCallerIdentity"),
        operation("s3", "ListBuckets"),
        operation("secretsmanager", "GetSecretValue"),
        operation("s3", "GetObject"),
    ];
    let calls = (0..CALLS.min(spec.events / 100))
        .map(|_| Planted {
            time: chance.within(spec.first_second(), spec.end_second() - 600),
            region: 0,
            operation: chance.pick(&operations).clone(),
            cast: Cast::User(user.clone()),
            address: if chance.happens(0.4) { OTHER } else { USUAL }.to_string(),
            agent: user.agent,
            failure: None,
        })
        .collect();
    Needle { user, calls }
}
