//! What the folders above a log file tell.

use super::{LogKind, day_of_digits, is_account, is_region};
use crate::civil::date;

#[derive(Debug, Default, PartialEq)]
pub(super) struct Folder {
    pub(super) organization: Option<String>,
    pub(super) account: Option<String>,
    pub(super) kind: Option<LogKind>,
    pub(super) region: Option<String>,
    pub(super) day: Option<(i32, u8, u8)>,
}

/// Reads the folders from the file upwards, so that whatever stands above the tree does not matter and a tree that
/// was copied in part is read as far as it goes. `named` says whether the file has a name of CloudTrail's own.
pub(super) fn parse(folders: &str, named: bool) -> Folder {
    let parts: Vec<&str> = folders.split('/').filter(|part| !part.is_empty()).collect();
    let tree = parts.iter().rposition(|part| *part == "AWSLogs");
    let mut rest = &parts[tree.map_or(0, |at| at + 1)..];

    let mut folder = Folder::default();
    let day = match rest {
        [above @ .., year, month, day] => day_of_digits(year, month, day).map(|day| (above, day)),
        _ => None,
    };
    if let Some((above, _)) = day {
        rest = above;
    }
    folder.region = take_last(&mut rest, is_region).map(str::to_string);
    folder.kind = take_last(&mut rest, |part| LogKind::from_word(part).is_some()).and_then(LogKind::from_word);
    folder.account = take_last(&mut rest, is_account).map(str::to_string);
    folder.organization = take_last(&mut rest, is_organization).map(str::to_string);
    let is_in_a_tree = tree.is_some() || named || folder.region.is_some();
    folder.day = day.filter(|_| is_in_a_tree).map(|(_, day)| date(day));
    folder
}

fn take_last<'a>(parts: &mut &[&'a str], is_wanted: impl Fn(&str) -> bool) -> Option<&'a str> {
    let (last, above) = parts.split_last()?;
    if !is_wanted(last) {
        return None;
    }
    *parts = above;
    Some(last)
}

/// `o-` and letters and digits: AWS Organizations gives ten to thirty-two of them; redacted ones are shorter.
pub(super) fn is_organization(text: &str) -> bool {
    text.strip_prefix("o-").is_some_and(|id| {
        !id.is_empty() && id.len() <= 32 && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}
