//! The chain of a line's digests: walked from the newest to the oldest by what each says of the one before.
//!
//! Pure: the digests have been read. A digest's own signature is with its object, and again in its successor, so a copy
//! that lost the metadata can be proved but for the newest digest of each chain.

use super::Options;
use super::coverage::Covered;
use super::digests::{Found, Loaded};
use super::finding::{Finding, Kind, Range};
use super::inventory::{Line, canonical};
use super::schedule;
use crate::digest::Previous;
use crate::hex;
use crate::time::{self, Time};
use ashiato_event::key;
use std::collections::HashMap;

const UNSIGNED: &str = "cannot be proved: a copy keeps no metadata, and no later digest of its chain, which would hold \
                        its signature too, is there and right";

/// What the walk found.
#[derive(Debug, Default)]
pub(super) struct Checked {
    pub(super) findings: Vec<Finding>,
    /// For each digest, whether it is proved: signed with a known key, and nothing wrong with it or its place.
    pub(super) are_proved: Vec<bool>,
}

/// Walks a line's digests, which are in the order of their ends. Hours that are backfilled need no digest of the line.
pub(super) fn check(line: &Line, digests: &[Found], backfilled: &Covered, options: &Options) -> Checked {
    let mut walk = Walk {
        line,
        digests,
        backfilled,
        options,
        by_key: digests.iter().enumerate().map(|(at, found)| (canonical(&found.key), at)).collect(),
        findings: Vec::new(),
        are_signed: vec![false; digests.len()],
        are_bad: digests.iter().map(|found| found.is_bad).collect(),
    };
    walk.walk();
    let are_proved = walk.are_signed.iter().zip(&walk.are_bad).map(|(signed, bad)| *signed && !bad).collect();
    Checked { findings: walk.findings, are_proved }
}

struct Walk<'a> {
    line: &'a Line,
    digests: &'a [Found],
    backfilled: &'a Covered,
    options: &'a Options,
    by_key: HashMap<&'a str, usize>,
    findings: Vec<Finding>,
    are_signed: Vec<bool>,
    are_bad: Vec<bool>,
}

/// A digest on the way, and the one after it that named it.
#[derive(Clone, Copy)]
struct Step<'a> {
    at: usize,
    named_by: Option<(usize, &'a Previous)>,
    /// What the one after it says is not what was signed.
    is_doubtful: bool,
}

/// What a digest's signature says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signed {
    Rightly,
    Wrongly,
    /// No key, or no signature, was at hand.
    NotKnown,
}

impl<'a> Walk<'a> {
    fn walk(&mut self) {
        let mut step = self.digests.len().checked_sub(1).map(|at| Step { at, named_by: None, is_doubtful: false });
        // Every step goes to an older digest, so the walk ends.
        while let Some(now) = step {
            step = self.visit(now);
        }
    }

    fn visit(&mut self, step: Step<'a>) -> Option<Step<'a>> {
        let at = step.at;
        let next_older = || at.checked_sub(1).map(|at| Step { at, named_by: None, is_doubtful: false });
        // What cannot be read has its finding already, and names nobody.
        let Some(loaded) = &self.digests[at].loaded else { return next_older() };
        self.check_named(step, loaded);
        let is_doubtful = self.check_signature(step, loaded) == Signed::Wrongly;
        // Out of its place it stands between digests that it is no link of.
        if !self.digests[at].is_in_place {
            return next_older();
        }
        match &loaded.digest.previous {
            None => {
                self.chain_begins(at, loaded);
                next_older()
            }
            Some(previous) if is_doubtful => self.doubt(at, loaded, previous),
            Some(previous) => self.follow(at, loaded, previous),
        }
    }

    /// What a digest says that is not what was signed accuses no other; but a digest that is not there is told.
    fn doubt(&mut self, at: usize, loaded: &'a Loaded, previous: &'a Previous) -> Option<Step<'a>> {
        let older = at.checked_sub(1);
        let end = key::parse(&previous.key).delivered.and_then(time::of_seconds);
        let is_there = self.by_key.contains_key(canonical(&previous.key));
        if let Some(end) = end.filter(|end| !is_there && *end < self.digests[at].end && self.options.reads_digest(*end))
        {
            self.absent(loaded, previous, end, older.filter(|older| self.digests[*older].end < end));
        }
        older.map(|at| Step { at, named_by: None, is_doubtful: false })
    }

    fn bad(&mut self, at: usize, kind: Kind, sentence: String) {
        let found = &self.digests[at];
        let finding = Finding::new(kind, &found.key, sentence);
        self.findings.push(match &found.loaded {
            Some(loaded) => finding.over(loaded.digest.start, loaded.digest.end),
            None => finding,
        });
        self.are_bad[at] |= kind.severity() == super::Severity::Invalid;
    }

    /// Holds a digest against what its successor says of it.
    fn check_named(&mut self, step: Step<'a>, loaded: &Loaded) {
        let Some((by, previous)) = step.named_by.filter(|_| !step.is_doubtful) else { return };
        let successor = &self.digests[by].key;
        let digest = &loaded.digest;
        if previous.bucket != digest.bucket || previous.key != digest.key {
            let sentence = format!("is s3://{}/{} by its successor {successor}", previous.bucket, previous.key);
            let kind = if previous.bucket == digest.bucket { Kind::DigestMoved } else { Kind::DigestOfAnotherBucket };
            // Told already, where the digest itself contradicts its place.
            if !self.digests[step.at].is_bad {
                self.bad(step.at, kind, sentence);
            }
        }
        if previous.hash_value != loaded.hash_value {
            self.bad(
                step.at,
                Kind::DigestAltered,
                format!("does not have the hash that its successor {successor} tells"),
            );
        }
        let own = loaded.signature();
        if own.is_some_and(|own| own != previous.signature) {
            self.bad(
                by,
                Kind::ChainBroken,
                format!("holds another signature of {} than its object", self.digests[step.at].key),
            );
        }
    }

    fn check_signature(&mut self, step: Step<'a>, loaded: &Loaded) -> Signed {
        let at = step.at;
        let handed_down = step.named_by.map(|(_, previous)| previous.signature.as_str());
        let keeps_metadata = loaded.metadata.is_some();
        if keeps_metadata && loaded.signature().is_none() {
            self.bad(at, Kind::SignatureMissing, "has no signature in its object's metadata".to_string());
            if handed_down.is_none() {
                return Signed::NotKnown;
            }
        }
        let Some(keys) = &self.options.keys else { return Signed::NotKnown };
        let fingerprint = &loaded.digest.fingerprint;
        let Some(key) = keys.get(fingerprint) else {
            let sentence = format!("is signed with the key {fingerprint}, which was not given");
            self.bad(at, Kind::UnknownKey, sentence);
            return Signed::Wrongly;
        };
        let Some(signature) = loaded.signature().or(handed_down) else {
            self.bad(at, Kind::NewestDigestUnsigned, UNSIGNED.to_string());
            return Signed::NotKnown;
        };
        let signed = loaded.digest.string_to_sign(&loaded.hash_value);
        let is_right = hex::decode(signature).is_some_and(|signature| key.verifies(signed.as_bytes(), &signature));
        if is_right {
            // What was signed is whole, though its object may have lost the signature, which its successor holds.
            self.are_signed[at] = true;
            return Signed::Rightly;
        }
        if step.is_doubtful && loaded.signature().is_none() {
            self.bad(at, Kind::NewestDigestUnsigned, UNSIGNED.to_string());
            return Signed::NotKnown;
        }
        let whence = if keeps_metadata { "in its metadata" } else { "that its successor holds" };
        self.bad(at, Kind::BadSignature, format!("does not have the signature {whence}"));
        Signed::Wrongly
    }

    /// Goes to the digest that this one names, or says why it cannot.
    fn follow(&mut self, at: usize, loaded: &'a Loaded, previous: &'a Previous) -> Option<Step<'a>> {
        let end = self.digests[at].end;
        let previous_end = key::parse(&previous.key).delivered.and_then(time::of_seconds);
        let Some(previous_end) = previous_end.filter(|previous_end| *previous_end < end) else {
            self.bad(at, Kind::ChainBroken, format!("names {} as the digest before", previous.key));
            return at.checked_sub(1).map(|at| Step { at, named_by: None, is_doubtful: false });
        };
        let named = self.by_key.get(canonical(&previous.key)).copied().filter(|named| *named < at);
        if let Some(named) = named {
            self.pass_by(named + 1..at);
            self.check_times(at, named, loaded);
            return Some(Step { at: named, named_by: Some((at, previous)), is_doubtful: false });
        }
        let older = self.digests[..at].partition_point(|found| found.end < previous_end);
        self.pass_by(older..at);
        let older = older.checked_sub(1);
        if self.options.reads_digest(previous_end) {
            self.absent(loaded, previous, previous_end, older);
        }
        older.map(|at| Step { at, named_by: None, is_doubtful: false })
    }

    /// These lie between two digests that follow each other.
    fn pass_by(&mut self, between: std::ops::Range<usize>) {
        for at in between.rev() {
            self.bad(at, Kind::DigestNotInChain, "is passed by: the digest after it names an older one".to_string());
        }
    }

    fn check_times(&mut self, at: usize, named: usize, loaded: &Loaded) {
        let Some(before) = &self.digests[named].loaded else { return };
        let (end, start) = (before.digest.end, loaded.digest.start);
        // Backfill digests are of whatever hours were missed.
        if self.line.is_backfill || end == start {
            return;
        }
        let sentence = format!("starts at {}, the digest before ends at {}", time::format(start), time::format(end));
        if end > start {
            return self.bad(at, Kind::DigestOverlap, sentence);
        }
        for Range { start, end } in self.backfilled.rest_of(Range { start: end, end: start }) {
            let (start, end) = (time::format(start), time::format(end));
            self.bad(at, Kind::DigestGap, format!("{sentence}: no digest is of {start} to {end}"));
        }
    }

    /// The digest that is named is not there, nor are those before it up to the next one that is.
    fn absent(&mut self, loaded: &Loaded, previous: &Previous, previous_end: Time, older: Option<usize>) {
        let digest = &loaded.digest;
        if previous.bucket != digest.bucket || self.options.bucket.as_ref().is_some_and(|own| *own != previous.bucket) {
            let sentence = format!("names s3://{}/{} as the digest before: look there", previous.bucket, previous.key);
            let finding = Finding::new(Kind::ChainContinuesElsewhere, &digest.key, sentence);
            self.findings.push(finding);
            return;
        }
        let named = format!("{}{}", self.line.above, canonical(&previous.key));
        let sentence = format!("is absent: {} names it as the digest before", digest.key);
        let earliest = previous_end - schedule::HOUR;
        self.findings.push(Finding::new(Kind::DigestMissing, named, sentence).over(earliest, digest.start));
        let floor = older.map(|older| self.digests[older].end).or(self.options.from);
        if self.line.is_backfill {
            return;
        }
        if let Some(floor) = floor {
            let is_backfilled = |hour: Range| self.backfilled.rest_of(hour).is_empty();
            self.findings.extend(schedule::absent_before(self.line, previous_end, floor, is_backfilled));
        } else if self.digests.first().is_some_and(|first| first.key == digest.key) {
            let sentence = format!(
                "{}: the oldest digest here, {}, names one before it, which is absent: how many more are absent before that \
                 cannot be told, and nothing before {} can be proved",
                schedule::of(self.line),
                digest.key,
                time::format(digest.start)
            );
            self.findings.push(Finding { kind: Kind::NotCovered, key: None, range: None, sentence });
        }
    }

    /// A first digest: there is nothing to prove of the time before it, up to the digest before.
    fn chain_begins(&mut self, at: usize, loaded: &Loaded) {
        let Some(before) = at.checked_sub(1).map(|before| &self.digests[before]) else { return };
        if self.line.is_backfill {
            return;
        }
        let (end, start) = (before.end, loaded.digest.start);
        if end > start {
            let (start, end) = (time::format(start), time::format(end));
            return self.bad(at, Kind::DigestOverlap, format!("starts at {start}, a digest before it ends at {end}"));
        }
        let sentence = format!(
            "{}: a new chain begins with {}; whether digests after {} are absent, and what was logged, cannot be proved",
            schedule::of(self.line),
            self.digests[at].key,
            before.key
        );
        self.findings.push(Finding::of_time(Kind::LoggingStopped, Range { start: end, end: start }, sentence));
    }
}
