//! JSON text with slots: how the tables of operations say what a request or a response looks like.
//!
//! A slot stands in angle brackets: `{"bucketName":"<bucket>","key":"<object>"}`. The same slot has the same value
//! throughout a record, but for the random ones (`<hex:16>`, `<uuid>`, `<one:a|b>`), which are drawn anew each time.
//! `<many:TEXT>` is a list of the text, nearly always short and sometimes very long.

use super::chance::{BASE32, BASE64, Chance, HEX};
use super::clock;
use super::scene::Scene;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Template(Vec<Piece>);

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Text(String),
    Slot(Slot),
}

#[derive(Debug, Clone, PartialEq)]
enum Slot {
    Account,
    Region,
    Organization,
    Time,
    TimeAmerican,
    ExpiryAmerican,
    DayPath,
    Actor,
    Service,
    Action,
    Bucket,
    Object,
    KmsKey,
    Table,
    Function,
    RoleAccount,
    Role,
    RoleId,
    Session,
    User,
    UserId,
    Application,
    Machine,
    Network,
    Uuid,
    Hex(usize),
    Base32(usize),
    Base64(usize),
    Below(usize),
    One(Vec<String>),
    Many(String),
}

impl Template {
    /// Reads a template. The tables are constants, so a fault in one is a fault in the program, which a test finds.
    pub(super) fn parse(text: &str) -> Template {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, (slot, after))) =
            rest.split_once('<').and_then(|(before, rest)| Some((before, rest.split_once('>')?)))
        {
            pieces.push(Piece::Text(before.to_string()));
            pieces.push(Piece::Slot(Slot::parse(slot).unwrap_or_else(|| panic!("no slot is called <{slot}>: {text}"))));
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_string()));
        pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
        Template(pieces)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn fill(&self, out: &mut Vec<u8>, scene: &Scene<'_>, chance: &mut Chance) {
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.extend_from_slice(text.as_bytes()),
                Piece::Slot(slot) => slot.fill(out, scene, chance),
            }
        }
    }
}

impl Slot {
    fn parse(text: &str) -> Option<Slot> {
        if let Some((name, argument)) = text.split_once(':') {
            return match name {
                "one" => Some(Slot::One(argument.split('|').map(str::to_string).collect())),
                "many" => Some(Slot::Many(argument.to_string())),
                "hex" => Some(Slot::Hex(argument.parse().ok()?)),
                "base32" => Some(Slot::Base32(argument.parse().ok()?)),
                "base64" => Some(Slot::Base64(argument.parse().ok()?)),
                "below" => Some(Slot::Below(argument.parse().ok()?)),
                _ => None,
            };
        }
        Some(match text {
            "account" => Slot::Account,
            "region" => Slot::Region,
            "organization" => Slot::Organization,
            "time" => Slot::Time,
            "time_american" => Slot::TimeAmerican,
            "expiry_american" => Slot::ExpiryAmerican,
            "day_path" => Slot::DayPath,
            "actor" => Slot::Actor,
            "service" => Slot::Service,
            "action" => Slot::Action,
            "bucket" => Slot::Bucket,
            "object" => Slot::Object,
            "kms_key" => Slot::KmsKey,
            "table" => Slot::Table,
            "function" => Slot::Function,
            "role_account" => Slot::RoleAccount,
            "role" => Slot::Role,
            "role_id" => Slot::RoleId,
            "session" => Slot::Session,
            "user" => Slot::User,
            "user_id" => Slot::UserId,
            "application" => Slot::Application,
            "machine" => Slot::Machine,
            "network" => Slot::Network,
            "uuid" => Slot::Uuid,
            _ => return None,
        })
    }

    fn fill(&self, out: &mut Vec<u8>, scene: &Scene<'_>, chance: &mut Chance) {
        const HOUR: i64 = 3600;
        let client = scene.client;
        let text = match self {
            Slot::Time => return clock::iso(out, scene.time),
            Slot::TimeAmerican => return clock::american(out, scene.time),
            Slot::ExpiryAmerican => return clock::american(out, scene.time + HOUR),
            Slot::DayPath => return clock::day_path(out, scene.time),
            Slot::Uuid => return chance.uuid(out),
            Slot::Many(text) => return many(out, text, chance),
            Slot::Hex(length) => return chance.letters(out, HEX, *length),
            Slot::Base32(length) => return chance.letters(out, BASE32, *length),
            Slot::Base64(length) => return chance.letters(out, BASE64, *length),
            Slot::Below(end) => return clock::number(out, chance.below(*end) as u64),
            Slot::One(choices) => chance.pick(choices).as_str(),
            Slot::Account => &scene.account.id,
            Slot::Region => scene.region,
            Slot::Organization => scene.organization,
            Slot::Actor => scene.actor,
            Slot::Service => client.operation.table.source,
            Slot::Action => client.operation.action,
            Slot::Bucket => client.bucket,
            Slot::Object => scene.object,
            Slot::KmsKey => client.kms_key,
            Slot::Table => client.table,
            Slot::Function => client.function,
            Slot::RoleAccount => &client.role_account.id,
            Slot::Role => &client.role.name,
            Slot::RoleId => &client.role.id,
            Slot::Session => &client.session.name,
            Slot::User => &client.user.name,
            Slot::UserId => &client.user.id,
            Slot::Application => client.application,
            Slot::Machine => scene.machine,
            Slot::Network => scene.network,
        };
        out.extend_from_slice(text.as_bytes());
    }
}

/// Repeats a text. One list in a hundred is longer than a hundred; the longest bring a record near the 256 KB that
/// CloudTrail allows.
fn many(out: &mut Vec<u8>, text: &str, chance: &mut Chance) {
    const BYTES_MAX: f64 = 230_000.0;
    let longest = BYTES_MAX / text.len() as f64;
    let count = (1.0 / (1.0 - chance.unit())).min(longest) as usize;
    for at in 0..count {
        if at > 0 {
            out.push(b',');
        }
        out.extend_from_slice(text.as_bytes());
    }
}
