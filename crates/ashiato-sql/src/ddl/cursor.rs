//! A place in a statement's tokens, and what may be taken there.

use crate::error::Error;
use crate::parse::tokens::Tokens;
use crate::parse::{near, query};
use crate::statement::{Query, TableName};
use sqlparser::tokenizer::Token;

/// Goes through the tokens of one statement from left to right.
#[derive(Debug)]
pub(crate) struct Cursor<'a> {
    pub(crate) tokens: Tokens<'a>,
    pub(crate) next: usize,
}

impl<'a> Cursor<'a> {
    /// Starts at the first token.
    pub(crate) fn new(tokens: Tokens<'a>) -> Cursor<'a> {
        Cursor { tokens, next: 0 }
    }

    /// The token here; at the end `EOF`.
    pub(crate) fn token(&self) -> &Token {
        &self.tokens.list[self.next.min(self.tokens.list.len() - 1)].token
    }

    /// Line and column of the token here.
    pub(crate) fn at(&self) -> (u64, u64) {
        let start = self.tokens.list[self.next.min(self.tokens.list.len() - 1)].span.start;
        (start.line, start.column)
    }

    /// Goes past the token here.
    pub(crate) fn step(&mut self) {
        self.next = (self.next + 1).min(self.tokens.list.len() - 1);
    }

    /// Takes a token if it is the one here.
    pub(crate) fn take(&mut self, token: &Token) -> bool {
        let is_here = self.token() == token;
        if is_here {
            self.step();
        }
        is_here
    }

    /// Takes a token, or says that it was expected.
    pub(crate) fn expect(&mut self, token: &Token) -> Result<(), Error> {
        if self.take(token) { Ok(()) } else { Err(self.unexpected(&[&format!("'{token}'")])) }
    }

    /// Whether the words, upper case, stand here.
    pub(crate) fn is(&self, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(ahead, word)| {
            match self.tokens.list.get(self.next + ahead).map(|token| &token.token) {
                Some(Token::Word(here)) => here.quote_style.is_none() && here.value.eq_ignore_ascii_case(word),
                _ => false,
            }
        })
    }

    /// Takes the words if they stand here.
    pub(crate) fn take_words(&mut self, words: &[&str]) -> bool {
        let is_here = self.is(words);
        if is_here {
            self.next += words.len();
        }
        is_here
    }

    /// Takes the words, or says that they were expected.
    pub(crate) fn expect_words(&mut self, words: &[&str]) -> Result<(), Error> {
        for word in words {
            if !self.take_words(&[word]) {
                return Err(self.unexpected(&[&format!("'{word}'")]));
            }
        }
        Ok(())
    }

    /// Takes a name, quoted or not, in lower case.
    pub(crate) fn identifier(&mut self) -> Result<String, Error> {
        match self.token() {
            Token::Word(word) => {
                let name = word.value.clone();
                self.step();
                Ok(name)
            }
            _ => Err(self.unexpected(&["<identifier>"])),
        }
    }

    /// Takes `table`, `database.table` or `catalog.database.table`.
    pub(crate) fn table_name(&mut self) -> Result<TableName, Error> {
        let at = self.at();
        let mut parts = vec![self.identifier()?];
        while self.take(&Token::Period) {
            parts.push(self.identifier()?);
        }
        // Hive lets one pair of backticks hold the database too: `db.table`.
        if let [only] = parts.as_slice()
            && self.tokens.written(self.next - 1).starts_with('`')
        {
            parts = only.split('.').map(str::to_string).collect();
        }
        let table = parts.pop().unwrap_or_default();
        let database = parts.pop();
        let catalog = parts.pop();
        if !parts.is_empty() {
            return Err(Error::syntax(at, format!("too many parts in the name of the table '{table}'")));
        }
        Ok(TableName { catalog, database, table, at: Some(at) })
    }

    /// Takes a string. In Hive's statements a backslash escapes; in Trino's it is a character like any other.
    pub(crate) fn string(&mut self) -> Result<String, Error> {
        let value = match self.token() {
            Token::SingleQuotedString(_) if self.tokens.is_hive_ddl => unescape(self.tokens.written(self.next)),
            Token::SingleQuotedString(value) => value.clone(),
            // Hive takes double quotes round a string as well.
            Token::Word(word) if word.quote_style == Some('"') => {
                let written = self.tokens.written(self.next);
                written[1..written.len() - 1].to_string()
            }
            _ => return Err(self.unexpected(&["<string>"])),
        };
        self.step();
        Ok(value)
    }

    /// Takes a whole number.
    pub(crate) fn number<N: std::str::FromStr>(&mut self) -> Result<N, Error> {
        let number = match self.token() {
            Token::Number(digits, _) => digits.parse().ok(),
            _ => None,
        };
        match number {
            Some(number) => {
                self.step();
                Ok(number)
            }
            None => Err(self.unexpected(&["<integer>"])),
        }
    }

    /// Takes items between parentheses, with commas between.
    pub(crate) fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        self.expect(&Token::LParen)?;
        let mut items = vec![item(self)?];
        while self.take(&Token::Comma) {
            items.push(item(self)?);
        }
        if !self.take(&Token::RParen) {
            return Err(self.unexpected(&["','", "')'"]));
        }
        Ok(items)
    }

    /// Takes the query that reaches from here to the end of the statement.
    pub(crate) fn query(&mut self) -> Result<Query, Error> {
        let end = self.tokens.list.len() - 1;
        self.query_until(end)
    }

    /// Takes the query that reaches from here up to a token.
    pub(crate) fn query_until(&mut self, end: usize) -> Result<Query, Error> {
        let query = query::parse(&self.tokens, self.next, end)?;
        self.next = end;
        Ok(query)
    }

    /// The token that closes the parenthesis which is the token here.
    pub(crate) fn closing(&self) -> Result<usize, Error> {
        let mut depth = 0;
        for (index, token) in self.tokens.list.iter().enumerate().skip(self.next) {
            match token.token {
                Token::LParen => depth += 1,
                Token::RParen => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(index);
            }
        }
        Err(Error::syntax(self.at(), "this parenthesis is not closed"))
    }

    /// Says that the statement must end here.
    pub(crate) fn end(&self) -> Result<(), Error> {
        if *self.token() == Token::EOF { Ok(()) } else { Err(self.unexpected(&["<EOF>"])) }
    }

    /// What is here is not what may be here.
    pub(crate) fn unexpected(&self, expected: &[&str]) -> Error {
        let found = match self.token() {
            Token::EOF => "<EOF>",
            _ => self.tokens.written(self.next),
        };
        let words: Vec<&str> = expected.iter().map(|word| word.trim_matches('\'')).collect();
        let hint = near::hint(&found.to_uppercase(), &words);
        Error::syntax(self.at(), format!("mismatched input '{found}'. Expecting: {}{hint}", expected.join(", ")))
    }
}

/// Reads the escapes of a Hive string, quotes included: `\t`, `\001`, `\u0001`, `\'`, and a doubled quote.
fn unescape(written: &str) -> String {
    let inner = &written[1..written.len() - 1];
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(next) = rest.next() {
        match next {
            '\'' => {
                rest.next();
                text.push('\'');
            }
            '\\' => text.push(escaped(&mut rest)),
            _ => text.push(next),
        }
    }
    text
}

fn escaped(rest: &mut std::str::Chars<'_>) -> char {
    let ahead = rest.as_str();
    let octal = ahead.get(..3).and_then(|digits| u32::from_str_radix(digits, 8).ok()).and_then(char::from_u32);
    if let Some(character) = octal {
        *rest = ahead[3..].chars();
        return character;
    }
    let hexadecimal = ahead.strip_prefix('u').and_then(|digits| digits.get(..4));
    let unicode = hexadecimal.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
    if let Some(character) = unicode {
        *rest = ahead[5..].chars();
        return character;
    }
    match rest.next() {
        Some('n') => '\n',
        Some('t') => '\t',
        Some('r') => '\r',
        Some('b') => '\u{8}',
        Some('0') => '\0',
        Some('Z') => '\u{1a}',
        Some(other) => other,
        None => '\\',
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn hive_escapes_are_read() {
        let cases = [
            (r"'\t'", "\t"),
            (r"'\001'", "\u{1}"),
            (r"'\\'", "\\"),
            (r"'\''", "'"),
            ("'it''s'", "it's"),
            (r"'\u0041'", "A"),
        ];
        for (written, expected) in cases {
            assert_eq!(super::unescape(written), expected, "{written}");
        }
    }
}
