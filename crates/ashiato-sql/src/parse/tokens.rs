//! A statement's tokens: names in lower case, white space left out, each with its place in the script.

use super::source::Source;
use super::{bare_ids, integers, leading, limits, shorthands};
use crate::error::Error;
use crate::parse::TrinoDialect;
use sqlparser::dialect::Dialect;
use sqlparser::tokenizer::{Location, Span, Token, TokenWithSpan, Tokenizer};
use std::collections::HashMap;

/// The tokens of one statement.
#[derive(Debug)]
pub(crate) struct Tokens<'a> {
    /// The statement's text.
    pub(crate) source: &'a Source,
    /// Whether it is a statement of Hive's, in whose strings a backslash escapes.
    pub(crate) is_hive_ddl: bool,
    /// How many `?` there are. Each is named `$1`, `$2`, … in the order written, which rewriting may change.
    pub(crate) parameters: usize,
    /// The tokens, ended by `Token::EOF`.
    pub(crate) list: Vec<TokenWithSpan>,
    /// For each token the bytes of the source's text that it stands for.
    bytes: Vec<(usize, usize)>,
    /// The names that were not typed in lower case, by place.
    typed: HashMap<(u64, u64), String>,
}

impl<'a> Tokens<'a> {
    /// Reads the tokens of a statement.
    pub(crate) fn read(source: &'a Source) -> Result<Tokens<'a>, Error> {
        let is_hive_ddl = leading::is_hive_ddl(&source.text);
        let dialect: &dyn Dialect = if is_hive_ddl { &HiveStrings } else { &TrinoDialect };
        let read = Tokenizer::new(dialect, &source.text).tokenize_with_location();
        let read = read.map_err(|error| {
            let at = place(source, error.location);
            Error::syntax((at.line, at.column), error.message)
        })?;
        let mut tokens =
            Tokens { source, is_hive_ddl, parameters: 0, list: Vec::new(), bytes: Vec::new(), typed: HashMap::new() };
        let mut walk = Walk { text: &source.text, byte: 0, line: 1, column: 1 };
        let mut touching = Vec::new();
        let mut after_space = true;
        for token in read {
            let bytes = (walk.to(token.span.start), walk.to(token.span.end));
            if matches!(token.token, Token::Whitespace(_)) {
                after_space = true;
                continue;
            }
            touching.push(!after_space);
            after_space = false;
            let span = Span::new(place(source, token.span.start), place(source, token.span.end));
            tokens.list.push(TokenWithSpan::new(token.token, span));
            tokens.bytes.push(bytes);
        }
        bare_ids::quote(&mut tokens, touching);
        integers::write_out(&mut tokens);
        tokens.name_tokens();
        shorthands::write_out(&mut tokens);
        limits::check(&tokens)?;
        let end = tokens.list.last().map_or(Span::empty(), |last| Span::new(last.span.end, last.span.end));
        tokens.list.push(TokenWithSpan::new(Token::EOF, end));
        tokens.bytes.push((source.text.len(), source.text.len()));
        Ok(tokens)
    }

    fn name_tokens(&mut self) {
        for token in &mut self.list {
            if let Token::Placeholder(name) = &mut token.token {
                self.parameters += 1;
                *name = format!("${}", self.parameters);
            }
            let Token::Word(word) = &mut token.token else { continue };
            let lower = word.value.to_lowercase();
            if lower != word.value {
                let at = (token.span.start.line, token.span.start.column);
                self.typed.insert(at, std::mem::replace(&mut word.value, lower));
            }
        }
    }

    /// The source's text from one token up to another, without that one.
    pub(crate) fn text(&self, from: usize, to: usize) -> &'a str {
        let end = self.bytes[to.min(self.bytes.len() - 1)].0;
        self.source.text[self.bytes[from].0.min(end)..end].trim_end()
    }

    /// A token as it stands in the source.
    pub(crate) fn written(&self, at: usize) -> &'a str {
        let (from, to) = self.bytes[at];
        &self.source.text[from..to]
    }

    /// The token that starts at a place.
    pub(crate) fn index_at(&self, at: (u64, u64)) -> Option<usize> {
        self.list.iter().position(|token| (token.span.start.line, token.span.start.column) == at)
    }

    /// How the name that starts at a place was typed, where that was not in lower case.
    pub(crate) fn typed_at(&self, at: Location) -> Option<&str> {
        self.typed.get(&(at.line, at.column)).map(String::as_str)
    }

    /// Puts one token in the place of several.
    pub(crate) fn replace(&mut self, from: usize, to: usize, token: Token) {
        let span = Span::new(self.list[from].span.start, self.list[to - 1].span.end);
        let bytes = (self.bytes[from].0, self.bytes[to - 1].1);
        self.list.splice(from..to, [TokenWithSpan::new(token, span)]);
        self.bytes.splice(from..to, [bytes]);
    }

    /// Puts a token that nobody wrote before another.
    pub(crate) fn insert(&mut self, at: usize, token: Token) {
        let (span, byte) = match self.list.get(at) {
            Some(next) => (Span::new(next.span.start, next.span.start), self.bytes[at].0),
            None => (Span::empty(), self.source.text.len()),
        };
        self.list.insert(at, TokenWithSpan::new(token, span));
        self.bytes.insert(at, (byte, byte));
    }
}

/// A place in the statement's text as a place in its script.
fn place(source: &Source, at: Location) -> Location {
    match at.line {
        0 | 1 => Location::new(source.line, at.column.max(1) + source.column - 1),
        line => Location::new(line + source.line - 1, at.column),
    }
}

/// Hive's strings, in which a backslash escapes. The escapes are left for the grammar to read.
#[derive(Debug)]
struct HiveStrings;

impl Dialect for HiveStrings {
    fn is_delimited_identifier_start(&self, ch: char) -> bool {
        TrinoDialect.is_delimited_identifier_start(ch)
    }
    fn is_identifier_start(&self, ch: char) -> bool {
        TrinoDialect.is_identifier_start(ch)
    }
    fn is_identifier_part(&self, ch: char) -> bool {
        TrinoDialect.is_identifier_part(ch)
    }
    fn supports_string_literal_backslash_escape(&self) -> bool {
        true
    }
}

/// Finds the byte of a line and column, going forward only.
struct Walk<'a> {
    text: &'a str,
    byte: usize,
    line: u64,
    column: u64,
}

impl Walk<'_> {
    fn to(&mut self, at: Location) -> usize {
        while (self.line, self.column) < (at.line, at.column) {
            let Some(next) = self.text[self.byte..].chars().next() else { break };
            self.byte += next.len_utf8();
            if next == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.byte
    }
}
