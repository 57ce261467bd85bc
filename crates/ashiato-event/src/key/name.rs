//! What a log file's own name tells.

use super::{DigestTrail, LogKind, day_of_digits, is_account, is_region};
use crate::civil::DAY_SECONDS;

#[derive(Debug, Default, PartialEq)]
pub(super) struct Name {
    pub(super) account: Option<String>,
    pub(super) kind: Option<LogKind>,
    pub(super) region: Option<String>,
    pub(super) delivered: Option<i64>,
    pub(super) trail: Option<DigestTrail>,
}

/// Reads `account_CloudTrail_region_time…` and its like; None where the file is not named so. Whatever follows the
/// time is ignored: the random letters may be missing, and copies are renamed at the end.
pub(super) fn parse(file: &str) -> Option<Name> {
    let (account, rest) = file.split_once('_')?;
    let (kind, rest) = rest.split_once('_')?;
    let kind = LogKind::from_word(kind)?;
    if !is_account(account) {
        return None;
    }
    let mut name = Name { account: Some(account.to_string()), kind: Some(kind), ..Name::default() };
    let Some(Stamp { before, seconds, after }) = last_stamp(rest) else { return Some(name) };
    name.delivered = Some(seconds);
    if kind == LogKind::Digest {
        let (region, trail) = before.split_once('_').unwrap_or((before, ""));
        name.region = Some(region).filter(|region| is_region(region)).map(str::to_string);
        name.trail = digest_trail(trail, after);
    } else {
        name.region = Some(before).filter(|region| is_region(region)).map(str::to_string);
    }
    Some(name)
}

/// `trail_homeRegion`, where the trail's name may hold underscores of its own.
fn digest_trail(text: &str, after: &str) -> Option<DigestTrail> {
    let (name, home_region) = text.rsplit_once('_')?;
    is_region(home_region).then(|| DigestTrail {
        name: name.to_string(),
        home_region: home_region.to_string(),
        is_backfill: after.starts_with("_backfill"),
    })
}

/// A time within a name: what stands before its separator, and what stands after it.
struct Stamp<'a> {
    before: &'a str,
    seconds: i64,
    after: &'a str,
}

/// The last time in the text that stands after a `_` or a `-`. The last, for a trail's name may hold one as well.
fn last_stamp(text: &str) -> Option<Stamp<'_>> {
    text.rmatch_indices(['_', '-']).find_map(|(at, _)| {
        let (seconds, after) = stamp(&text[at + 1..])?;
        Some(Stamp { before: &text[..at], seconds, after })
    })
}

/// `YYYYMMDDTHHmm`, seconds where there are any, and `Z` where it was kept. Seconds since 1970, and what follows.
fn stamp(text: &str) -> Option<(i64, &str)> {
    let end = text.find(|c: char| c != 'T' && !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, after) = text.split_at(end);
    let after = after.strip_prefix('Z').unwrap_or(after);
    if after.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let (date, time) = digits.split_once('T')?;
    let day = day_of_digits(date.get(..4)?, date.get(4..6)?, date.get(6..)?)?;
    if time.contains('T') || !matches!(time.len(), 4 | 6) {
        return None;
    }
    let part = |from: usize| time.get(from..from + 2).map_or(Some(0), |digits| digits.parse::<i64>().ok());
    let (hour, minute, second) = (part(0)?, part(2)?, part(4)?);
    let is_time = hour < 24 && minute < 60 && second < 60;
    is_time.then_some((day * DAY_SECONDS + hour * 3600 + minute * 60 + second, after))
}
