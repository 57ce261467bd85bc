//! What a condition compares with: text with wildcards, or a regular expression.

use regex::{Regex, RegexBuilder};

use super::InvalidPattern;

/// What a compiled expression may take: `a{1000}{1000}` is refused.
const REGEX_BYTES_MAX: usize = 1 << 20;

/// A value as it was written.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// `*` stands for any characters.
    Text(String),
    /// Text that is a number, and was not quoted.
    Number(f64, String),
    Regex(Regex),
}

/// Reads what stands between percent signs. CloudWatch Logs allows few characters, and no groups.
pub(super) fn regex(pattern: &str) -> Result<Regex, InvalidPattern> {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || " :_#=@/;,-^$?[]{}|\\*+.".contains(c);
    if let Some(other) = pattern.chars().find(|c| !is_allowed(*c)) {
        return Err(InvalidPattern::new(format!("{other:?} is not supported in a regular expression")));
    }
    RegexBuilder::new(pattern)
        .size_limit(REGEX_BYTES_MAX)
        .build()
        .map_err(|error| InvalidPattern::new(format!("the regular expression is not valid: {error}")))
}

/// Whether the whole text is as the pattern says, in which `*` stands for any characters.
pub(super) fn matches_wildcards(pattern: &str, text: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(first) else { return false };
    let (middle, last) = rest.rsplit_once('*').unwrap_or(("", rest));
    for part in middle.split('*') {
        // The first place is as good as any: what follows may then be anywhere behind it.
        match text.find(part) {
            Some(at) => text = &text[at + part.len()..],
            None => return false,
        }
    }
    text.ends_with(last)
}
