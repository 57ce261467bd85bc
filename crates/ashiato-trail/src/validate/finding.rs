//! What validation finds: kinds, how grave each is, and the sentence.

use crate::time::Time;
use serde::Serialize;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Something is not as it was delivered.
    Invalid,
    /// Something cannot be proved, or could not be read.
    Unproved,
}

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A digest that another one names, or that the hourly schedule asks for, is absent.
    DigestMissing,
    /// A digest's gzip stream is damaged.
    DigestDamaged,
    /// A digest's gzip stream ends early.
    DigestTruncated,
    /// There are bytes behind a digest's gzip stream.
    DigestTrailingBytes,
    /// A digest's JSON is not a digest's.
    DigestMalformed,
    /// A digest lies under another key than it says itself.
    DigestMoved,
    /// A digest says that it lies in another bucket.
    DigestOfAnotherBucket,
    /// A digest's account or times contradict its name or each other.
    DigestContradictory,
    /// A digest is not the one that its successor was signed over.
    DigestAltered,
    /// A digest lies in the chain's time, and the chain passes it by.
    DigestNotInChain,
    /// A digest names a predecessor that cannot be it.
    ChainBroken,
    /// Two digests follow each other in the chain, and leave out time between them that no backfill digest is of.
    DigestGap,
    /// Two digests cover the same time.
    DigestOverlap,
    /// A digest's signature is not right.
    BadSignature,
    /// A digest's object has no signature.
    SignatureMissing,
    /// A digest is said to be signed in a way that is not known.
    SignatureAlgorithm,
    /// A digest is signed with a key that was not given.
    UnknownKey,
    /// A backfill digest's object does not say when it was made.
    BackfillTimestampMissing,
    /// A log file that a digest names is absent.
    LogFileMissing,
    /// A log file's content is not what was delivered.
    LogFileAltered,
    /// A log file's gzip stream is damaged.
    LogFileDamaged,
    /// A log file's gzip stream ends early.
    LogFileTruncated,
    /// There are bytes behind a log file's gzip stream.
    LogFileTrailingBytes,
    /// A log file lies in covered time, and no digest names it.
    LogFileNotCovered,
    /// No public key was given, so no signature was checked.
    NoPublicKey,
    /// The newest digest of a chain, in a copy that kept no metadata: no successor holds its signature.
    NewestDigestUnsigned,
    /// A new chain begins: there was no logging, or no digests, before.
    LoggingStopped,
    /// Digests of a region end before those of the same trail's other regions.
    DigestsEndEarly,
    /// Time or a region that was asked about, or must be there, and that no digest covers.
    NotCovered,
    /// A chain goes on in another bucket.
    ChainContinuesElsewhere,
    /// A log file that a digest names is in another bucket.
    LogFileElsewhere,
    /// No digest is there that could prove this log file.
    LogFileUnproved,
    /// Reading failed.
    Unreadable,
    /// There is no digest at all.
    NoDigests,
}

impl Kind {
    /// How grave findings of this kind are.
    pub fn severity(self) -> Severity {
        match self {
            Kind::NoPublicKey
            | Kind::NewestDigestUnsigned
            | Kind::LoggingStopped
            | Kind::DigestsEndEarly
            | Kind::NotCovered
            | Kind::ChainContinuesElsewhere
            | Kind::LogFileElsewhere
            | Kind::LogFileUnproved
            | Kind::Unreadable
            | Kind::NoDigests => Severity::Unproved,
            _ => Severity::Invalid,
        }
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its kind.
    pub kind: Kind,
    /// The key it is about; None where it is about time alone.
    pub key: Option<String>,
    /// The time it is about, where it is about one.
    pub range: Option<Range>,
    /// What was found, in a sentence without a full stop.
    pub sentence: String,
}

/// Time from a moment up to another one, which is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    /// The first moment.
    pub start: Time,
    /// The moment after the last.
    pub end: Time,
}

impl Finding {
    pub(super) fn new(kind: Kind, key: impl Into<String>, sentence: impl Into<String>) -> Finding {
        Finding { kind, key: Some(key.into()), range: None, sentence: sentence.into() }
    }

    pub(super) fn of_time(kind: Kind, range: Range, sentence: impl Into<String>) -> Finding {
        Finding { kind, key: None, range: Some(range), sentence: sentence.into() }
    }

    pub(super) fn over(self, start: Time, end: Time) -> Finding {
        Finding { range: Some(Range { start, end }), ..self }
    }
}
