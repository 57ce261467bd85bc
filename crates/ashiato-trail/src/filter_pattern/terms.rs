//! Patterns of plain terms: all of `ERROR timeout`, none of `-debug`, any of `?WARN ?ERROR`, `"exact phrases"`, `%regex%`.

use regex::Regex;

use super::Malformed;
use super::cursor::Cursor;
use super::wanted::regex;

/// What a text must hold, and what not. Case counts.
#[derive(Debug, Clone, Default)]
pub(super) struct Pattern {
    required: Vec<Term>,
    excluded: Vec<Term>,
    /// One of them is enough. Beside others they count for nothing, as AWS documents it.
    optional: Vec<Term>,
}

#[derive(Debug, Clone)]
enum Term {
    Text(String),
    Regex(Regex),
}

impl Pattern {
    pub(super) fn parse(cursor: &mut Cursor<'_>) -> Result<Pattern, Malformed> {
        let mut pattern = Pattern::default();
        loop {
            cursor.skip_blanks();
            let terms = match cursor.peek() {
                None => return Ok(pattern),
                Some('-') => {
                    cursor.expect("-")?;
                    &mut pattern.excluded
                }
                Some('?') => {
                    cursor.expect("?")?;
                    &mut pattern.optional
                }
                Some(_) => &mut pattern.required,
            };
            terms.push(Term::parse(cursor)?);
        }
    }

    pub(super) fn matches(&self, message: &str) -> bool {
        let is_there = |term: &Term| term.is_in(message);
        if self.required.is_empty() && self.excluded.is_empty() {
            return self.optional.iter().any(is_there);
        }
        self.required.iter().all(is_there) && !self.excluded.iter().any(is_there)
    }
}

impl Term {
    fn parse(cursor: &mut Cursor<'_>) -> Result<Term, Malformed> {
        match cursor.peek() {
            Some('"') => cursor.quoted('"').map(Term::Text),
            Some('%') => regex(cursor).map(Term::Regex),
            _ => {
                // Whatever else a term holds must stand in quotes.
                let text = cursor.take_while(|c| c.is_alphanumeric() || c == '_');
                let is_whole = cursor.peek().is_none_or(char::is_whitespace);
                match text {
                    "" => Err(cursor.expected("a term, or quotes around it")),
                    _ if !is_whole => Err(cursor.expected("quotes around a term with such a character")),
                    _ => Ok(Term::Text(text.to_string())),
                }
            }
        }
    }

    /// A term is found as whole words: `ERROR` is not in `ERRORS`.
    fn is_in(&self, message: &str) -> bool {
        match self {
            Term::Text(text) => message.match_indices(text.as_str()).any(|(at, _)| {
                let (before, after) = (&message[..at], &message[at + text.len()..]);
                !goes_on(before.chars().next_back(), text.chars().next())
                    && !goes_on(text.chars().next_back(), after.chars().next())
            }),
            Term::Regex(regex) => regex.is_match(message),
        }
    }
}

/// Whether two characters that follow each other are of one word.
fn goes_on(one: Option<char>, next: Option<char>) -> bool {
    let is_of_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    is_of_word(one) && is_of_word(next)
}
