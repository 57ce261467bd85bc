//! A script cut into statements, before any grammar: quotes and comments are respected, and quotes that a web
//! page has made typographic are read as the quotes they were.

use super::leading;
use crate::error::{Error, ErrorKind};

/// One statement's text and where in its script it stands.
#[derive(Debug)]
pub(crate) struct Source {
    /// The text to parse: as many characters as written, so that places in it are places in the script.
    pub(crate) text: String,
    /// The text as written.
    pub(crate) written: String,
    /// The line of the first character, from 1.
    pub(crate) line: u64,
    /// The column of the first character, from 1, in characters.
    pub(crate) column: u64,
    /// What was read otherwise than written.
    pub(crate) warnings: Vec<String>,
}

/// Athena's limit on a statement.
const STATEMENT_BYTES_MAX: usize = 262_144;

const SINGLE_QUOTES: [char; 6] = ['‘', '’', '‚', '‛', '′', '＇'];
const DOUBLE_QUOTES: [char; 6] = ['“', '”', '„', '‟', '″', '＂'];

/// Cuts a script at its semicolons. Pieces without anything but white space and comments are left out.
pub(crate) fn split(script: &str) -> Result<Vec<Source>, Error> {
    let mut scanner = Scanner { rest: script, line: 1, column: 1, piece: None, done: Vec::new() };
    while let Some(next) = scanner.rest.chars().next() {
        scanner.step(next)?;
    }
    scanner.end_statement()?;
    Ok(scanner.done)
}

struct Scanner<'a> {
    rest: &'a str,
    line: u64,
    column: u64,
    piece: Option<Source>,
    done: Vec<Source>,
}

impl Scanner<'_> {
    fn step(&mut self, next: char) -> Result<(), Error> {
        match next {
            ';' => {
                self.end_statement()?;
                self.skip(next);
            }
            '-' if self.rest.starts_with("--") => self.comment(self.rest.find('\n').unwrap_or(self.rest.len())),
            '/' if self.rest.starts_with("/*") => {
                let end = self.rest[2..].find("*/").map(|at| at + 4);
                let end = end.ok_or_else(|| self.unclosed("comment"))?;
                self.comment(end);
            }
            '\'' => self.quoted(next, '\'', &['\''])?,
            '"' => self.quoted(next, '"', &['"'])?,
            '`' => self.quoted(next, '`', &['`'])?,
            _ if SINGLE_QUOTES.contains(&next) => self.quoted(next, '\'', &SINGLE_QUOTES)?,
            _ if DOUBLE_QUOTES.contains(&next) => self.quoted(next, '"', &DOUBLE_QUOTES)?,
            // A no-break or ideographic space, a byte order mark: pasted, and white space all the same.
            _ if next.is_whitespace() || next == '\u{feff}' => {
                let plain = if next == '\n' { '\n' } else { ' ' };
                self.take(next, plain);
            }
            _ => {
                self.begin();
                self.take(next, next);
            }
        }
        Ok(())
    }

    /// Starts a statement at the present place, unless one is open.
    fn begin(&mut self) {
        let (line, column) = (self.line, self.column);
        self.piece.get_or_insert_with(|| Source {
            text: String::new(),
            written: String::new(),
            line,
            column,
            warnings: Vec::new(),
        });
    }

    fn skip(&mut self, next: char) {
        self.rest = &self.rest[next.len_utf8()..];
        if next == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
    }

    fn take(&mut self, written: char, read: char) {
        if let Some(piece) = &mut self.piece {
            piece.written.push(written);
            piece.text.push(read);
        }
        self.skip(written);
    }

    fn comment(&mut self, bytes: usize) {
        for next in self.rest[..bytes].chars() {
            self.take(next, next);
        }
    }

    /// Takes a quoted text whole. `quote` is how it is read; any of `closing` ends it, as does the plain quote.
    fn quoted(&mut self, open: char, quote: char, closing: &[char]) -> Result<(), Error> {
        self.begin();
        let unclosed = self.unclosed(if quote == '\'' { "string" } else { "quoted name" });
        let (line, column) = (self.line, self.column);
        let text_so_far = self.piece.as_ref().map_or("", |piece| piece.text.as_str());
        let has_escapes = quote == '\'' && leading::is_hive_ddl(text_so_far);
        self.take(open, quote);
        while let Some(next) = self.rest.chars().next() {
            if next == '\\' && has_escapes {
                self.take(next, next);
                if let Some(escaped) = self.rest.chars().next() {
                    self.take(escaped, escaped);
                }
                continue;
            }
            if next != quote && !closing.contains(&next) {
                self.take(next, next);
                continue;
            }
            self.take(next, quote);
            if let Some(piece) = &mut self.piece
                && (open != quote || next != quote)
            {
                let read = format!("line {line}:{column}: the quotes {open}…{next} were read as {quote}…{quote}");
                piece.warnings.push(read);
            }
            return Ok(());
        }
        Err(unclosed)
    }

    fn end_statement(&mut self) -> Result<(), Error> {
        let Some(mut piece) = self.piece.take() else { return Ok(()) };
        if piece.text.len() > STATEMENT_BYTES_MAX {
            let message = format!(
                "the statement has {} bytes; the most that Athena takes is {STATEMENT_BYTES_MAX}",
                piece.text.len()
            );
            return Err(Error::syntax((piece.line, piece.column), message));
        }
        piece.text.truncate(piece.text.trim_end().len());
        piece.written.truncate(piece.written.trim_end().len());
        self.done.push(piece);
        Ok(())
    }

    fn unclosed(&self, what: &str) -> Error {
        Error {
            kind: ErrorKind::Invalid,
            code: "SYNTAX_ERROR",
            at: Some((self.line, self.column)),
            message: format!("the {what} that starts here is not closed"),
        }
    }
}
