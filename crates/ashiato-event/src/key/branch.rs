//! What a folder of the standard layout tells of every file below it.

use super::folder::is_organization;
use super::{LogKind, is_account, is_region};
use crate::civil::day_number;
use std::ops::RangeInclusive;

/// A folder of the standard layout, from an account's down to a day's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The account whose records are below: twelve digits.
    pub account: String,
    /// The region, below a region's folder.
    pub region: Option<String>,
    /// The days of delivery, counted from 1970-01-01, below a year's, a month's or a day's folder.
    pub days: Option<RangeInclusive<i64>>,
}

/// Reads a folder that is itself a part of `AWSLogs/[organization/]account/CloudTrail/region/YYYY/MM/DD`, whatever
/// stands above `AWSLogs`. None for every other folder, those below a day among them.
pub fn branch(folder: &str) -> Option<Branch> {
    let parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let tree = parts.iter().rposition(|part| *part == "AWSLogs")?;
    let mut below = parts[tree + 1..].iter().copied().peekable();
    below.next_if(|part| is_organization(part));
    let account = below.next().filter(|part| is_account(part))?;
    let mut branch = Branch { account: account.to_string(), region: None, days: None };
    let Some(kind) = below.next() else { return Some(branch) };
    LogKind::from_word(kind)?;
    let Some(region) = below.next() else { return Some(branch) };
    branch.region = Some(region).filter(|part| is_region(part)).map(str::to_string);
    branch.region.as_ref()?;
    let date: Vec<&str> = below.collect();
    if !date.is_empty() {
        branch.days = Some(days(&date)?);
    }
    Some(branch)
}

/// The days of a year, of a month, or the one day, from their digits.
fn days(date: &[&str]) -> Option<RangeInclusive<i64>> {
    let number = |digits: &str, length: usize| -> Option<i32> {
        let is_number = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { digits.parse().ok() } else { None }
    };
    let year = number(date.first()?, 4)?;
    let part = |digits: &str| u8::try_from(number(digits, 2)?).ok();
    let last_of = |month: u8| (28..=31).rev().find_map(|day| day_number(year, month, day));
    match date {
        [_] => Some(day_number(year, 1, 1)?..=day_number(year, 12, 31)?),
        [_, month] => Some(day_number(year, part(month)?, 1)?..=last_of(part(month)?)?),
        [_, month, day] => day_number(year, part(month)?, part(day)?).map(|day| day..=day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_the_layout_and_no_others_are_branches() {
        let read = |folder: &str| {
            branch(folder)
                .map(|branch| (branch.region.is_some(), branch.days.map(|days| days.end() - days.start() + 1)))
        };
        let trail = "some/AWSLogs/o-abcdefghij/123456789012/CloudTrail/us-east-1";
        let cases = [
            ("AWSLogs/123456789012", Some((false, None))),
            ("/data/AWSLogs/123456789012/CloudTrail-Digest/", Some((false, None))),
            (trail, Some((true, None))),
            (&format!("{trail}/2024/"), Some((true, Some(366)))),
            (&format!("{trail}/2024/02"), Some((true, Some(29)))),
            (&format!("{trail}/2023/04"), Some((true, Some(30)))),
            (&format!("{trail}/2023/10/27/"), Some((true, Some(1)))),
            (&format!("{trail}/2023/10/27/more"), None),
            (&format!("{trail}/2023/13"), None),
            (&format!("{trail}/2023/02/30"), None),
            (&format!("{trail}/2023-10"), None),
            (&format!("{trail}/+023"), None),
            ("AWSLogs", None),
            ("AWSLogs/o-abcdefghij", None),
            ("AWSLogs/123456789012/vpcflowlogs", None),
            ("AWSLogs/123456789012/CloudTrail/global", None),
            ("123456789012/CloudTrail/us-east-1", None),
        ];
        for (folder, expected) in cases {
            assert_eq!(read(folder), expected, "{folder}");
        }
    }
}
