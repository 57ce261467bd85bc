//! What a validation says in the end: as a struct, as text, as JSON, as an exit code.

use super::finding::{Finding, Range, Severity};
use super::schedule;
use crate::time;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// What was looked at, what was found, and what is proved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Each trail's part in an account and region, backfill digests apart.
    pub lines: Vec<LineReport>,
    /// What was found: the invalid first, then by key.
    pub findings: Vec<Finding>,
    /// Files of the tree that are neither log files nor digests by their names. They were not looked at.
    pub files_passed_over: u64,
}

/// What is known of a trail's digests of one account and region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineReport {
    /// The account.
    pub account: String,
    /// The region whose events these are.
    pub region: String,
    /// The trail's name.
    pub trail: String,
    /// The trail's home region.
    pub home_region: String,
    /// Whether these are its backfill digests.
    pub is_backfill: bool,
    /// How many digests there are.
    pub digests: u64,
    /// How many of them are proved: a given key signed them, and nothing contradicts them.
    pub digests_proved: u64,
    /// How many log files they name.
    pub log_files: u64,
    /// How many of those are as they were delivered, by their digest.
    pub log_files_valid: u64,
    /// The time of which everything is proved: digests and all their log files.
    pub proved: Vec<Range>,
}

impl Report {
    /// Whether anything is not as it was delivered.
    pub fn is_invalid(&self) -> bool {
        self.findings.iter().any(|finding| finding.kind.severity() == Severity::Invalid)
    }

    /// 0: all is proved. 1: something is invalid. 3: nothing is invalid, and something is not proved.
    pub fn exit_code(&self) -> u8 {
        match (self.is_invalid(), self.findings.is_empty()) {
            (true, _) => 1,
            (false, true) => 0,
            (false, false) => 3,
        }
    }

    /// For people: a line for each finding, then one for each trail and region, then the verdict.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for finding in &self.findings {
            push_finding(&mut text, finding);
        }
        for line in &self.lines {
            push_line(&mut text, line);
        }
        text.push_str(match self.exit_code() {
            0 => "VALID: everything is proved\n",
            1 => "INVALID\n",
            _ => "NOTHING INVALID FOUND, but not everything is proved\n",
        });
        text
    }

    /// For programs. Members are added to it, and none is renamed.
    pub fn json(&self) -> Value {
        let verdict = match self.exit_code() {
            0 => "valid",
            1 => "invalid",
            _ => "unproved",
        };
        json!({
            "verdict": verdict,
            "findings": self.findings.iter().map(finding_json).collect::<Vec<_>>(),
            "trails": self.lines.iter().map(line_json).collect::<Vec<_>>(),
            "filesPassedOver": self.files_passed_over,
        })
    }
}

fn push_finding(text: &mut String, finding: &Finding) {
    let word = match finding.kind.severity() {
        Severity::Invalid => "INVALID ",
        Severity::Unproved => "UNPROVED",
    };
    text.push_str(word);
    if let Some(key) = &finding.key {
        let _ = write!(text, "  {key}");
    }
    if let Some(range) = finding.range.filter(|_| finding.key.is_none()) {
        let _ = write!(text, "  {}", schedule::text(range));
    }
    let _ = writeln!(text, "  {}", finding.sentence);
}

fn push_line(text: &mut String, line: &LineReport) {
    let backfill = if line.is_backfill { ", backfill" } else { "" };
    let _ = writeln!(
        text,
        "{} ({}), {}, {}{backfill}: {}/{} digests proved, {}/{} log files valid",
        line.trail,
        line.home_region,
        line.account,
        line.region,
        line.digests_proved,
        line.digests,
        line.log_files_valid,
        line.log_files
    );
    for range in &line.proved {
        let _ = writeln!(text, "  proved: {}", schedule::text(*range));
    }
}

fn range_json(range: &Range) -> Value {
    json!({ "start": time::format(range.start), "end": time::format(range.end) })
}

fn finding_json(finding: &Finding) -> Value {
    json!({
        "severity": finding.kind.severity(),
        "kind": finding.kind,
        "key": finding.key,
        "range": finding.range.as_ref().map(range_json),
        "message": finding.sentence,
    })
}

fn line_json(line: &LineReport) -> Value {
    json!({
        "trail": line.trail,
        "homeRegion": line.home_region,
        "account": line.account,
        "region": line.region,
        "backfill": line.is_backfill,
        "digests": line.digests,
        "digestsProved": line.digests_proved,
        "logFiles": line.log_files,
        "logFilesValid": line.log_files_valid,
        "proved": line.proved.iter().map(range_json).collect::<Vec<_>>(),
    })
}
