//! A place in a pattern, and the small things that are read there.

use super::Malformed;

/// Reads a pattern from left to right.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// How many regular expressions were read.
    pub(super) regexes: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Cursor<'a> {
        Cursor { text, at: 0, regexes: 0 }
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn skip_blanks(&mut self) {
        self.take_while(char::is_whitespace);
    }

    /// Goes past `token` where it is next.
    pub(super) fn accept(&mut self, token: &str) -> bool {
        let is_next = self.rest().starts_with(token);
        if is_next {
            self.at += token.len();
        }
        is_next
    }

    /// Goes past blanks and a word, whichever its case, that no letter or digit follows.
    pub(super) fn accept_word(&mut self, word: &str) -> bool {
        let before = self.at;
        self.skip_blanks();
        let found = self.take_while(|c| c.is_ascii_alphabetic());
        if !found.eq_ignore_ascii_case(word) {
            self.at = before;
            return false;
        }
        true
    }

    pub(super) fn expect(&mut self, token: &str) -> Result<(), Malformed> {
        self.skip_blanks();
        if self.accept(token) { Ok(()) } else { Err(self.expected(&format!("'{token}'"))) }
    }

    pub(super) fn take_while(&mut self, mut is_in: impl FnMut(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !is_in(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// What stands between two of the same mark. Before the closing one a backslash makes a mark, or a backslash, plain;
    /// before another character it stays.
    pub(super) fn quoted(&mut self, mark: char) -> Result<String, Malformed> {
        let begun = self.at;
        let mut text = String::new();
        let mut characters = self.rest().char_indices().skip(1).peekable();
        while let Some((at, character)) = characters.next() {
            match character {
                '\\' => match characters.peek() {
                    Some(&(_, next)) if next == mark || (next == '\\' && mark == '"') => {
                        text.push(next);
                        characters.next();
                    }
                    _ => text.push('\\'),
                },
                _ if character == mark => {
                    self.at = begun + at + mark.len_utf8();
                    return Ok(text);
                }
                _ => text.push(character),
            }
        }
        Err(Malformed { message: format!("the {mark} that closes what is begun"), at: begun }.not_found())
    }

    /// The error of what is not there.
    pub(super) fn expected(&self, what: &str) -> Malformed {
        Malformed { message: what.to_string(), at: self.at }.not_found()
    }
}

impl Malformed {
    fn not_found(self) -> Malformed {
        Malformed { message: format!("Invalid filter pattern: expected {}", self.message), ..self }
    }
}
