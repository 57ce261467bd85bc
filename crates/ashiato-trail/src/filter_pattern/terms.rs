//! Patterns of terms, for text without structure.

use regex::Regex;

use super::InvalidPattern;
use super::value::regex;

/// All of `required`, none of `excluded`; if there are neither, any of `optional`.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    required: Vec<Term>,
    excluded: Vec<Term>,
    optional: Vec<Term>,
}

#[derive(Debug, Clone)]
enum Term {
    Text(String),
    Regex(Regex),
}

impl Terms {
    pub(super) fn parse(pattern: &str) -> Result<Self, InvalidPattern> {
        let mut terms = Self::default();
        let mut rest = pattern.trim_start();
        while let Some(first) = rest.chars().next() {
            let (list, after) = match first {
                '-' => (&mut terms.excluded, &rest[1..]),
                '?' => (&mut terms.optional, &rest[1..]),
                _ => (&mut terms.required, rest),
            };
            let (term, after) = Term::parse(after)?;
            list.push(term);
            rest = after.trim_start();
        }
        Ok(terms)
    }

    /// CloudWatch Logs does not look at optional terms where there are others.
    pub(super) fn matches(&self, message: &str) -> bool {
        if self.required.is_empty() && self.excluded.is_empty() && !self.optional.is_empty() {
            return self.optional.iter().any(|term| term.is_in(message));
        }
        self.required.iter().all(|term| term.is_in(message)) && !self.excluded.iter().any(|term| term.is_in(message))
    }
}

impl Term {
    /// Reads one term; gives also what follows.
    fn parse(text: &str) -> Result<(Self, &str), InvalidPattern> {
        if let Some(after) = text.strip_prefix('"') {
            let (phrase, after) = after.split_once('"').ok_or_else(|| InvalidPattern::new("a quote is not closed"))?;
            return Ok((Self::Text(phrase.to_string()), after));
        }
        if let Some(after) = text.strip_prefix('%') {
            let (pattern, after) =
                after.split_once('%').ok_or_else(|| InvalidPattern::new("a percent sign is not closed"))?;
            return Ok((Self::Regex(regex(pattern)?), after));
        }
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        match text.split_at(end) {
            ("", _) => Err(InvalidPattern::new("a sign stands before no term")),
            (word, after) => Ok((Self::Text(word.to_string()), after)),
        }
    }

    fn is_in(&self, message: &str) -> bool {
        match self {
            Self::Text(text) => has_word(message, text),
            Self::Regex(regex) => regex.is_match(message),
        }
    }
}

/// Whether the text stands in the message as words of their own: `ERROR` is in `[ERROR 401]`, and not in `ERRORS`.
fn has_word(message: &str, text: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let (first, last) = (text.chars().next(), text.chars().next_back());
    message.match_indices(text).any(|(at, _)| {
        let (before, after) = (message[..at].chars().next_back(), message[at + text.len()..].chars().next());
        let goes_on = (is_word(before) && is_word(first)) || (is_word(last) && is_word(after));
        !goes_on
    })
}
