//! What a log file's folder and name tell: whose records it holds, of which region, and when it was delivered.
//!
//! CloudTrail delivers to
//! `[prefix/]AWSLogs/[organization/]account/CloudTrail/region/YYYY/MM/DD/account_CloudTrail_region_YYYYMMDDTHHmmZ_random.json.gz`
//! (AWS, "Finding your CloudTrail log files"). People copy such trees in part, flatten them and rename them, so every
//! part is optional here and nothing is invented: what neither the folder nor the name says is None.
//!
//! A query skips files by these parts, and must never lose a row by it. So where folder and name contradict each
//! other neither wins and the part is None, and folders that merely look like a date are believed only inside a tree:
//! under `AWSLogs`, below a region, or around a file that is named as CloudTrail names one.

mod branch;
mod folder;
mod name;

pub use branch::{Branch, branch};

use crate::civil::{DAY_SECONDS, date, day_number};
use std::fmt::Write as _;

/// What a path tells of a log file. See [`parse`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogKey {
    /// The organization of an organization trail: `o-exampleorgid`.
    pub organization: Option<String>,
    /// The account whose records these are: twelve digits.
    pub account: Option<String>,
    /// What the file holds; [`LogKind::Log`] where nothing says otherwise, for its content has the last word.
    pub kind: LogKind,
    /// The region whose records these are.
    pub region: Option<String>,
    /// The day of delivery, UTC: (year, month, day). A date that exists.
    pub day: Option<(i32, u8, u8)>,
    /// The time of delivery in seconds since 1970. Cut to the minute, but for digests, whose names tell seconds.
    pub delivered: Option<i64>,
    /// The trail that a digest is of.
    pub trail: Option<DigestTrail>,
}

/// What a delivered file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum LogKind {
    /// Records of events.
    #[default]
    Log,
    /// A digest: hashes of the log files of an hour.
    Digest,
    /// Records of unusual activity.
    Insight,
    /// Records that sum up many data events.
    Aggregated,
}

/// The part of a digest's name that a log's name lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestTrail {
    /// The trail's name.
    pub name: String,
    /// The region the trail was made in.
    pub home_region: String,
    /// Whether the digest was written after its time, for hours in which delivery failed.
    pub is_backfill: bool,
}

impl LogKind {
    /// Every kind.
    pub const ALL: [LogKind; 4] = [LogKind::Log, LogKind::Digest, LogKind::Insight, LogKind::Aggregated];

    /// The word for it in folders and names.
    pub fn word(self) -> &'static str {
        match self {
            LogKind::Log => "CloudTrail",
            LogKind::Digest => "CloudTrail-Digest",
            LogKind::Insight => "CloudTrail-Insight",
            LogKind::Aggregated => "CloudTrail-Aggregated",
        }
    }

    fn from_word(word: &str) -> Option<LogKind> {
        LogKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Reads what a path (of a file, or of an object in a bucket) tells. Parts are separated by `/`.
pub fn parse(path: &str) -> LogKey {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let name = name::parse(file);
    let folder = folder::parse(folders, name.is_some());
    let name = name.unwrap_or_default();

    let named_day = name.delivered.map(|seconds| date(seconds.div_euclid(DAY_SECONDS)));
    let days_differ = matches!((folder.day, named_day), (Some(a), Some(b)) if a != b);
    LogKey {
        organization: folder.organization,
        account: agreed(folder.account, name.account),
        kind: agreed(folder.kind, name.kind).unwrap_or_default(),
        region: agreed(folder.region, name.region),
        day: agreed(folder.day, named_day),
        delivered: name.delivered.filter(|_| !days_differ),
        trail: name.trail,
    }
}

/// What both say, or the only one that speaks; None where they contradict each other.
fn agreed<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) if a != b => None,
        (a, b) => a.or(b),
    }
}

impl LogKey {
    /// The key at which CloudTrail would deliver the file, from `AWSLogs` on. `suffix` is the sixteen letters and
    /// digits that tell files of one minute apart; a digest's name has none. None where a part is missing that the
    /// key cannot be without: account, region, time, and a digest's trail.
    pub fn path(&self, suffix: &str) -> Option<String> {
        let (account, region, delivered) = (self.account.as_ref()?, self.region.as_ref()?, self.delivered?);
        let (year, month, day) = date(delivered.div_euclid(DAY_SECONDS));
        let second = delivered.rem_euclid(DAY_SECONDS);
        let kind = self.kind.word();

        let mut key = String::from("AWSLogs/");
        if let Some(organization) = &self.organization {
            key.push_str(organization);
            key.push('/');
        }
        let time = format!("{year:04}{month:02}{day:02}T{:02}{:02}", second / 3600, second / 60 % 60);
        write!(key, "{account}/{kind}/{region}/{year:04}/{month:02}/{day:02}/{account}_{kind}_{region}_").ok()?;
        if self.kind == LogKind::Digest {
            let DigestTrail { name, home_region, is_backfill } = self.trail.as_ref()?;
            let backfill = if *is_backfill { "_backfill" } else { "" };
            write!(key, "{name}_{home_region}_{time}{:02}Z{backfill}.json.gz", second % 60).ok()?;
        } else {
            write!(key, "{time}Z_{suffix}.json.gz").ok()?;
        }
        Some(key)
    }
}

/// Whether these are twelve digits.
fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether this is formed as regions are: words, joined by dashes, and a number (`us-gov-east-1`).
fn is_region(text: &str) -> bool {
    let Some((words, number)) = text.rsplit_once('-') else { return false };
    let is_word = |word: &str| word.len() >= 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number && words.contains('-') && words.split('-').all(is_word)
}

/// A date's day number from its digits, where there is such a date.
fn day_of_digits(year: &str, month: &str, day: &str) -> Option<i64> {
    let are_digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(year, 4) || !are_digits(month, 2) || !are_digits(day, 2) {
        return None;
    }
    day_number(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests;
