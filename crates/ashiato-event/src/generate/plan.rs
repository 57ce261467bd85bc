//! Which files there are: decided before any is made, so that they can be made in any order.

use super::chance::{Chance, Ranks};
use super::damage::Damage;
use super::delivery::{deliveries, flows};
use super::incident::{self, IncidentFacts};
use super::maker::Maker;
use super::names::REGIONS;
use super::needle::{self, Needle};
use super::operation::Prepared;
use super::operations;
use super::planted::{Planted, plant};
use super::spec::{Spec, SpecError};
use super::world::World;
use crate::key::{LogKey, LogKind};

/// Random streams that are no file's. Files have their number for a stream, and their name this bit and the number.
const WORLD_STREAM: u64 = u64::MAX;
const PLAN_STREAM: u64 = u64::MAX - 1;
const INCIDENT_STREAM: u64 = u64::MAX - 2;
const NAME_STREAM: u64 = 1 << 63;

/// Every file that a spec makes.
pub struct Plan {
    pub(super) spec: Spec,
    pub(super) world: World,
    pub(super) repertoire: Repertoire,
    pub(super) planted: Vec<Planted>,
    pub(super) needle: Needle,
    pub(super) incident: Option<IncidentFacts>,
    pub(super) files: Vec<FileTask>,
}

/// One file to make.
#[derive(Debug, Clone, PartialEq)]
pub struct FileTask {
    /// The file's number, which its chance follows from.
    pub(super) number: u64,
    pub(super) account: usize,
    pub(super) region: usize,
    pub(super) delivered: i64,
    pub(super) held_up: i64,
    /// Records that chance makes.
    pub(super) background: u32,
    /// Records put in on purpose: places in the plan's list.
    pub(super) planted: Vec<usize>,
    /// The place in the plan of the file that this one delivers again.
    pub(super) copy_of: Option<usize>,
    pub(super) damage: Option<Damage>,
}

impl FileTask {
    pub(super) fn empty(number: u64, region: usize, delivered: i64) -> FileTask {
        FileTask {
            number,
            account: 0,
            region,
            delivered,
            held_up: 0,
            background: 0,
            planted: Vec::new(),
            copy_of: None,
            damage: None,
        }
    }

    /// How many records the file holds before any damage.
    pub fn records(&self) -> u64 {
        u64::from(self.background) + self.planted.len() as u64
    }
}

/// The operations, and how often each is called.
pub(super) struct Repertoire {
    pub(super) operations: Vec<Prepared>,
    /// In the first region, where global services record.
    pub(super) at_home: Ranks,
    pub(super) elsewhere: Ranks,
}

impl Repertoire {
    fn new() -> Repertoire {
        let operations: Vec<Prepared> = operations::all().map(Prepared::new).collect();
        let weight = |operation: &Prepared, is_home: bool| match operation.table.is_global && !is_home {
            true => 0.0,
            false => operation.table.weight,
        };
        Repertoire {
            at_home: Ranks::weighted(operations.iter().map(|operation| weight(operation, true))),
            elsewhere: Ranks::weighted(operations.iter().map(|operation| weight(operation, false))),
            operations,
        }
    }
}

/// Plans the files of a spec.
///
/// # Errors
/// Where the spec asks for what cannot be: no days, too many accounts or regions, a share above 1, a date that does
/// not exist.
pub fn plan(spec: &Spec) -> Result<Plan, SpecError> {
    spec.check()?;
    let chance = &mut Chance::new(spec.seed, PLAN_STREAM);
    let world = World::new(spec.accounts, &mut Chance::new(spec.seed, WORLD_STREAM));

    let mut needle = needle::calls(spec, chance);
    let mut planted = std::mem::take(&mut needle.calls);
    let background = Spec { events: spec.events - planted.len() as u64, ..spec.clone() };
    let mut files = Vec::new();
    for flow in flows(&background) {
        for delivery in deliveries(&flow, spec, chance) {
            let number = files.len() as u64;
            files.push(FileTask {
                account: flow.account,
                held_up: delivery.held_up,
                background: delivery.records,
                ..FileTask::empty(number, flow.region, delivery.time)
            });
        }
    }
    let incident = spec.incident.map(|incident| {
        let told = incident::tell(incident, spec, &world, &mut Chance::new(spec.seed, INCIDENT_STREAM));
        planted.extend(told.records);
        told.facts
    });
    plant(&planted, &mut files);
    hold_up(&mut files, spec, chance);
    damage(&mut files, spec, chance);
    deliver_again(&mut files, spec, chance);
    Ok(Plan { spec: spec.clone(), world, repertoire: Repertoire::new(), planted, needle, incident, files })
}

/// Files held up for so long, in seconds, were asked for; chance alone holds none up for two hours.
pub(super) const VERY_LATE: i64 = 3 * 3600;

/// Delivers some files hours late.
fn hold_up(files: &mut [FileTask], spec: &Spec, chance: &mut Chance) {
    const LATEST: i64 = 9 * 3600;
    let earliest = spec.first_second() + LATEST + 3600;
    for at in choose(files, spec.late, chance, |file| file.planted.is_empty() && file.delivered >= earliest) {
        files[at].held_up = chance.within(VERY_LATE, LATEST);
    }
}

/// Damages some files, but none that holds what queries are to find.
fn damage(files: &mut [FileTask], spec: &Spec, chance: &mut Chance) {
    let kinds = Damage::ALL.iter().cycle();
    for (at, damage) in choose(files, spec.corrupt, chance, |file| file.planted.is_empty()).into_iter().zip(kinds) {
        files[at].damage = Some(*damage);
    }
}

/// Adds second deliveries of a share of the files, a few minutes later.
fn deliver_again(files: &mut Vec<FileTask>, spec: &Spec, chance: &mut Chance) {
    for at in 0..files.len() {
        let original = &files[at];
        let is_plain = original.planted.is_empty() && original.damage.is_none() && original.held_up < VERY_LATE;
        if is_plain && chance.happens(spec.duplicates) {
            let (number, delivered) = (files.len() as u64, original.delivered + chance.within(60, 300));
            files.push(FileTask { number, delivered, copy_of: Some(at), ..original.clone() });
        }
    }
}

/// Chooses so many of the files that will do, or all of them where there are fewer.
fn choose(files: &[FileTask], count: u32, chance: &mut Chance, will_do: impl Fn(&FileTask) -> bool) -> Vec<usize> {
    let mut candidates: Vec<usize> = (0..files.len()).filter(|at| will_do(&files[*at])).collect();
    let mut chosen = Vec::new();
    while chosen.len() < count as usize && !candidates.is_empty() {
        chosen.push(candidates.swap_remove(chance.below(candidates.len())));
    }
    chosen
}

impl Plan {
    /// The files to make, in no meaningful order.
    pub fn files(&self) -> &[FileTask] {
        &self.files
    }

    /// Something to make files with: one for each thread.
    pub fn maker(&self) -> Maker<'_> {
        Maker::new(self)
    }

    /// Where a file is delivered, from `AWSLogs` on.
    pub fn key(&self, file: &FileTask) -> String {
        let key = LogKey {
            organization: self.spec.organization.then(|| self.world.organization.clone()),
            account: Some(self.world.accounts[file.account].id.clone()),
            kind: LogKind::Log,
            region: Some(REGIONS[file.region].to_string()),
            delivered: Some(file.delivered),
            ..LogKey::default()
        };
        let suffix = Chance::new(self.spec.seed, NAME_STREAM | file.number).suffix();
        key.path(&suffix).expect("account, region and time are there, and the key is no digest's")
    }
}
