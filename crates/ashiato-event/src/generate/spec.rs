//! What to make.

use super::incident::Incident;
use super::names::REGIONS;
use crate::civil::day_number;
use std::fmt;

/// What to make. The same spec makes the same bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    /// Records in all, but for those of the incident and of doubled deliveries.
    pub events: u64,
    /// Days that they are spread over.
    pub days: u32,
    /// Accounts. The first one is busy, the others are quiet.
    pub accounts: usize,
    /// Regions, at most [`Spec::REGIONS_MAX`]. The first one is busy in every account.
    pub regions: usize,
    /// What all chance follows from.
    pub seed: u64,
    /// The first day: (year, month, day).
    pub start: (i32, u8, u8),
    /// The share of files that are delivered twice, under two names: 0 to 1.
    pub duplicates: f64,
    /// Files to damage, each kind of [`super::Damage`] in turn.
    pub corrupt: u32,
    /// Files to deliver three to nine hours late. Without them no file is two hours late.
    pub late: u32,
    /// Records of each file. Unless given, files are as large as CloudTrail's are: a few records in a quiet account,
    /// hundreds and thousands in a busy one.
    pub events_per_file: Option<u32>,
    /// Whether an organization's trail delivers: the keys then name the organization.
    pub organization: bool,
    /// A story to find.
    pub incident: Option<Incident>,
}

impl Spec {
    /// How many regions there are to choose from.
    pub const REGIONS_MAX: usize = REGIONS.len();
    const ACCOUNTS_MAX: usize = 1000;
    const DAYS_MAX: u32 = 3653;

    /// The first second, since 1970.
    pub(super) fn first_second(&self) -> i64 {
        let (year, month, day) = self.start;
        day_number(year, month, day).expect("the spec was checked when the plan was made") * 86_400
    }

    /// The second after the last one.
    pub(super) fn end_second(&self) -> i64 {
        self.first_second() + i64::from(self.days) * 86_400
    }

    pub(super) fn check(&self) -> Result<(), SpecError> {
        let (year, month, day) = self.start;
        let fault = if self.days == 0 || self.days > Self::DAYS_MAX {
            format!("days must be 1 to {}, not {}", Self::DAYS_MAX, self.days)
        } else if self.accounts == 0 || self.accounts > Self::ACCOUNTS_MAX {
            format!("accounts must be 1 to {}, not {}", Self::ACCOUNTS_MAX, self.accounts)
        } else if self.regions == 0 || self.regions > Self::REGIONS_MAX {
            format!("regions must be 1 to {}, not {}", Self::REGIONS_MAX, self.regions)
        } else if !(0.0..=1.0).contains(&self.duplicates) {
            format!("duplicates must be a share from 0 to 1, not {}", self.duplicates)
        } else if self.events_per_file == Some(0) {
            "a file must have at least one event".to_string()
        } else if !(1970..=9000).contains(&year) || day_number(year, month, day).is_none() {
            format!("there is no day {year:04}-{month:02}-{day:02} to start from")
        } else {
            return Ok(());
        };
        Err(SpecError(fault))
    }
}

impl Default for Spec {
    fn default() -> Spec {
        Spec {
            events: 100_000,
            days: 7,
            accounts: 3,
            regions: 4,
            seed: 1,
            start: (2024, 1, 10),
            duplicates: 0.0,
            corrupt: 0,
            late: 0,
            events_per_file: None,
            organization: false,
            incident: None,
        }
    }
}

/// Why a spec cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecError(pub(super) String);

impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SpecError {}
