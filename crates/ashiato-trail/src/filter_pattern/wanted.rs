//! What a value is compared with: `"text"`, `te*t`, `%regex%`, or a number.

use regex::{Regex, RegexBuilder};

use super::Malformed;
use super::cursor::Cursor;

/// A regular expression may not grow beyond this when it is built.
const REGEX_BYTES_MAX: usize = 256 * 1024;
/// A pattern may hold so many. Source: "Supported regular expressions (regex) syntax".
const REGEXES_MAX: usize = 2;

/// The right side of a comparison.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    text: Text,
    /// Where it is written as one.
    pub(super) number: Option<f64>,
}

#[derive(Debug, Clone)]
enum Text {
    /// The pieces between asterisks.
    Pieces(Vec<String>),
    Regex(Regex),
}

impl Wanted {
    /// Reads it where a value is expected.
    pub(super) fn parse(cursor: &mut Cursor<'_>) -> Result<Wanted, Malformed> {
        cursor.skip_blanks();
        match cursor.peek() {
            Some('"') => Ok(Wanted { text: pieces(&cursor.quoted('"')?), number: None }),
            Some('%') => Ok(Wanted { text: Text::Regex(regex(cursor)?), number: None }),
            _ => {
                let bare = cursor.take_while(|c| !c.is_whitespace() && !"&|(){}[],=!<>\"%".contains(c));
                match bare {
                    "" => Err(cursor.expected("a value")),
                    _ => Ok(Wanted { text: pieces(bare), number: number(bare) }),
                }
            }
        }
    }

    /// Whether a text is the wanted one, as a whole; of a regular expression, whether it is found anywhere.
    pub(super) fn is_text(&self, given: &str) -> bool {
        match &self.text {
            Text::Regex(regex) => regex.is_match(given),
            Text::Pieces(pieces) => fits(pieces, given),
        }
    }
}

/// A number as patterns write it: digits with a sign, a fraction, an exponent.
pub(super) fn number(text: &str) -> Option<f64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let found = text.parse::<f64>().ok().filter(|_| is_plain)?;
    found.is_finite().then_some(found)
}

/// A regular expression between percent signs, of what CloudWatch Logs takes.
pub(super) fn regex(cursor: &mut Cursor<'_>) -> Result<Regex, Malformed> {
    let at = cursor.expected("a regular expression");
    let text = cursor.quoted('%')?;
    cursor.regexes += 1;
    if cursor.regexes > REGEXES_MAX {
        let message = format!("Invalid filter pattern: it has more than {REGEXES_MAX} regular expressions");
        return Err(Malformed { message, ..at });
    }
    let is_taken = |c: char| c.is_ascii_alphanumeric() || ":_#=@/;,-^$?[]{}|\\*+. ".contains(c);
    if let Some(other) = text.chars().find(|c| !is_taken(*c)) {
        let message = format!("Invalid filter pattern: a regular expression may not contain '{other}'");
        return Err(Malformed { message, ..at });
    }
    if text.is_empty() {
        return Err(at);
    }
    // Without Unicode's classes \w and \d are of ASCII, as they are there.
    let built = RegexBuilder::new(&text).size_limit(REGEX_BYTES_MAX).build();
    built.map_err(|_| Malformed { message: format!("Invalid filter pattern: '{text}' is no regular expression"), ..at })
}

fn pieces(text: &str) -> Text {
    Text::Pieces(text.split('*').map(str::to_string).collect())
}

/// Whether a text is the pieces with anything between them. Taking each piece where it is first found is enough.
fn fits(pieces: &[String], text: &str) -> bool {
    let [first, between @ .., last] = pieces else {
        return pieces.first().is_some_and(|only| only == text);
    };
    let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
    for piece in between {
        let Some(found) = rest.find(piece.as_str()) else { return false };
        rest = &rest[found + piece.len()..];
    }
    rest.ends_with(last.as_str())
}
