//! The proof that a trail's files are whole: every digest, the chain of them, every log file, and what is absent.
//!
//! Offline, on a bucket or on a copy anywhere, and stricter than AWS's own check: absent digests are told from the
//! hourly schedule, files that no digest covers are named, and so is the time of which nothing can be proved. Memory
//! grows with the number of files, never with their content.

mod chain;
mod content;
mod coverage;
mod digests;
mod finding;
mod inventory;
mod late;
mod logs;
mod regions;
mod report;
mod schedule;
mod tree;

pub use finding::{Finding, Kind, Range, Severity};
pub use report::{LineReport, Report};
pub use tree::{Object, Tree};

use crate::error::Error;
use crate::signing::PublicKeys;
use crate::time::Time;
use digests::Found;
use inventory::Line;
use logs::Claims;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The keys that digests may be signed with; None to check no signature.
    pub keys: Option<PublicKeys>,
    /// The bucket, where the tree is one: digests must then lie in it under their own whole keys.
    pub bucket: Option<String>,
    /// Only this time and later.
    pub from: Option<Time>,
    /// Only before this time.
    pub to: Option<Time>,
    /// When a place was looked at that digests are still delivered to; None for a copy. Without `to`, they are expected up to
    /// an hour before.
    pub looked_at: Option<Time>,
    /// Only this trail, by its name.
    pub trail: Option<String>,
    /// The regions that every trail must have digests of, besides its home region.
    pub regions: Vec<String>,
    /// How many files are under way at once; None for as many as suit this machine's processors.
    pub files_at_once: Option<usize>,
}

impl Options {
    /// Whether the digest that ends then is read: those of the time, and two hours' more behind it, for a digest's
    /// signature is in the next one and a file may be in the next one too.
    fn reads_digest(&self, end: Time) -> bool {
        self.from.is_none_or(|from| end > from) && !self.is_behind(end)
    }

    /// Whether the digest that ends then is not read for being of later time.
    fn is_behind(&self, end: Time) -> bool {
        self.to.is_some_and(|to| end - schedule::HOUR * 2 > to)
    }

    fn asks_about(&self, time: Time) -> bool {
        self.from.is_none_or(|from| time >= from) && self.to.is_none_or(|to| time < to)
    }

    fn at_once(&self) -> usize {
        let processors = || std::thread::available_parallelism().map_or(2, usize::from);
        self.files_at_once.unwrap_or_else(|| 4 * processors()).max(1)
    }
}

/// How far a validation is, for whoever watches.
#[derive(Debug, Default)]
pub struct Progress {
    /// Digests and log files to check, as far as they are known.
    pub files_total: AtomicU64,
    /// Those that are done.
    pub files_done: AtomicU64,
    /// The uncompressed bytes that were hashed.
    pub bytes: AtomicU64,
}

/// Validates a tree.
///
/// # Errors
/// Those of listing the tree. What cannot be read later is a finding.
pub async fn validate<T: Tree>(tree: &Arc<T>, options: &Options, progress: &Progress) -> Result<Report, Error> {
    let inventory = inventory::take_stock(tree.list().await?, options);
    let digests: usize = inventory.digests.values().map(Vec::len).sum();
    progress.files_total.fetch_add(digests as u64, Ordering::Relaxed);

    let is_asked = |line: &Line| options.trail.as_ref().is_none_or(|trail| *trail == line.trail);
    let mut findings = Vec::new();
    let mut lines = Vec::new();
    for (line, keys) in inventory.digests {
        let (digests, found) = digests::read(tree, &line, keys, options, progress).await;
        // Other trails' digests are read for the files that they cover.
        if is_asked(&line) {
            findings.extend(found);
        }
        lines.push((line, digests));
    }

    let mut all_claims = Claims::new();
    lines.iter().enumerate().for_each(|(at, line)| logs::collect(at, line, options, &mut all_claims));
    let uncovered = logs::uncovered(&inventory.logs, &all_claims, &lines, options);
    findings.extend(late::told(tree, inventory.later, uncovered, options, progress).await);
    all_claims.values_mut().for_each(|claims| claims.retain(|claim| is_asked(&lines[claim.line].0)));
    all_claims.retain(|_, claims| !claims.is_empty());
    progress.files_total.fetch_add(all_claims.len() as u64, Ordering::Relaxed);

    let mut faulty: HashSet<(usize, usize)> = HashSet::new();
    let mut faulty_files: BTreeMap<usize, u64> = BTreeMap::new();
    let mut log_findings = Vec::new();
    logs::check(tree, &all_claims, options, progress, |finding, claims| {
        log_findings.push(finding);
        for claim in claims {
            faulty.insert((claim.line, claim.digest));
            *faulty_files.entry(claim.line).or_default() += 1;
        }
    })
    .await;
    findings.extend(log_findings);

    let mut reports = Vec::new();
    for (at, (line, digests)) in lines.iter().enumerate().filter(|(_, (line, _))| is_asked(line)) {
        let checked = chain::check(line, digests, &coverage::backfilled(&lines, line), options);
        findings.extend(checked.findings);
        let claimed = |found: &Found| found.loaded.as_ref().map_or(0, |loaded| loaded.digest.log_files.len() as u64);
        let log_files = digests.iter().map(claimed).sum::<u64>();
        reports.push(LineReport {
            account: line.account.clone(),
            region: line.region.clone(),
            trail: line.trail.clone(),
            home_region: line.home_region.clone(),
            is_backfill: line.is_backfill,
            digests: digests.len() as u64,
            digests_proved: checked.are_proved.iter().filter(|proved| **proved).count() as u64,
            log_files,
            log_files_valid: log_files.saturating_sub(faulty_files.get(&at).copied().unwrap_or_default()),
            proved: proved(digests, &checked.are_proved, |digest| faulty.contains(&(at, digest))),
        });
    }
    findings.extend(coverage::at_the_ends(&lines, is_asked, options));
    findings.extend(regions::absent(&lines, is_asked, options));
    findings.extend(of_everything(&reports, options));
    findings.sort_by(|a, b| {
        (a.kind.severity(), &a.key, a.kind, a.range).cmp(&(b.kind.severity(), &b.key, b.kind, b.range))
    });
    Ok(Report { lines: reports, findings, files_passed_over: inventory.others })
}

/// The time of proved digests whose files are all right, joined where one follows the other.
fn proved(digests: &[Found], are_proved: &[bool], is_faulty: impl Fn(usize) -> bool) -> Vec<Range> {
    let mut ranges: Vec<Range> = Vec::new();
    for (at, found) in digests.iter().enumerate() {
        let Some(loaded) = found.loaded.as_ref().filter(|_| are_proved[at] && !is_faulty(at)) else { continue };
        let (start, end) = (loaded.digest.start, loaded.digest.end);
        match ranges.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => ranges.push(Range { start, end }),
        }
    }
    ranges
}

fn of_everything(reports: &[LineReport], options: &Options) -> Vec<Finding> {
    let finding = |kind, sentence: &str| Finding { kind, key: None, range: None, sentence: sentence.to_string() };
    if reports.is_empty() {
        return vec![finding(Kind::NoDigests, "there is no digest here, so nothing can be proved")];
    }
    if options.keys.is_none() {
        let sentence = "no public key was given: hashes and the chain were checked, and no signature, so whoever could \
                        write all of these files could have made them";
        return vec![finding(Kind::NoPublicKey, sentence)];
    }
    Vec::new()
}

#[cfg(test)]
mod tests;
