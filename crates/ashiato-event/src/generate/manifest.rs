//! What was planted, so that tests, benchmarks and documents know what there is to find.

use super::clock;
use super::damage::Damage;
use super::incident::IncidentFacts;
use super::names::REGIONS;
use super::plan::{FileTask, Plan, VERY_LATE};
use serde::Serialize;

/// What a tree of made-up logs holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Manifest {
    /// The seed that all follows from.
    pub seed: u64,
    /// The first day, `2024-01-10`.
    pub start: String,
    /// Days from it on.
    pub days: u32,
    /// Account ids, the busy one first.
    pub accounts: Vec<String>,
    /// Regions, the busy one first.
    pub regions: Vec<String>,
    /// Files in all.
    pub files: u64,
    /// Records in all of them, before any damage: each delivery counted.
    pub records: u64,
    /// Records told apart by eventID.
    pub distinct_records: u64,
    /// Files that are second deliveries.
    pub duplicate_files: u64,
    /// Files that were damaged.
    pub damaged: Vec<DamagedFile>,
    /// Keys of files that were delivered hours late.
    pub late: Vec<String>,
    /// An access key of few events.
    pub needle_key: String,
    /// How many events it has.
    pub needle_events: u64,
    /// An access key of many events.
    pub busy_key: String,
    /// A user of few events.
    pub rare_user: String,
    /// That user's access key.
    pub rare_user_key: String,
    /// The story, where one was planted.
    pub incident: Option<IncidentFacts>,
}

/// A damaged file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DamagedFile {
    /// Its key.
    pub key: String,
    /// What is wrong with it.
    pub damage: Damage,
    /// Records it held before.
    pub records: u64,
    /// How many of them cannot be read; None where that depends on the bytes.
    pub records_lost: Option<u64>,
}

impl Plan {
    /// What there is to find in the planned files.
    pub fn manifest(&self) -> Manifest {
        const BUSY_RANK: usize = 1;
        const RARE_RANK: usize = 150;
        let users = &self.world.accounts[0].users;
        let records = |files: &mut dyn Iterator<Item = &FileTask>| files.map(FileTask::records).sum::<u64>();
        let (year, month, day) = self.spec.start;
        let needle_events = self.planted.len() - self.incident.as_ref().map_or(0, |facts| facts.events.len());
        Manifest {
            seed: self.spec.seed,
            start: format!("{year:04}-{month:02}-{day:02}"),
            days: self.spec.days,
            accounts: self.world.accounts.iter().map(|account| account.id.clone()).collect(),
            regions: REGIONS[..self.spec.regions].iter().map(ToString::to_string).collect(),
            files: self.files.len() as u64,
            records: records(&mut self.files.iter()),
            distinct_records: records(&mut self.files.iter().filter(|file| file.copy_of.is_none())),
            duplicate_files: self.files.iter().filter(|file| file.copy_of.is_some()).count() as u64,
            damaged: self.files.iter().filter_map(|file| self.damaged(file)).collect(),
            late: self.files.iter().filter(|file| file.held_up >= VERY_LATE).map(|file| self.key(file)).collect(),
            needle_key: self.needle.user.key.clone(),
            needle_events: needle_events as u64,
            busy_key: users[BUSY_RANK].key.clone(),
            rare_user: users[RARE_RANK].name.clone(),
            rare_user_key: users[RARE_RANK].key.clone(),
            incident: self.incident.clone(),
        }
    }

    fn damaged(&self, file: &FileTask) -> Option<DamagedFile> {
        let damage = file.damage?;
        let records = file.records();
        Some(DamagedFile { key: self.key(file), damage, records, records_lost: damage.records_lost(records) })
    }
}

/// A time as records hold it.
pub(super) fn iso_text(time: i64) -> String {
    let mut out = Vec::new();
    clock::iso(&mut out, time);
    String::from_utf8(out).expect("times are ASCII")
}
