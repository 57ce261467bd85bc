//! CloudWatch Logs' filter patterns: what FilterLogEvents, metric filters and their alarms pick log events by.
//!
//! Three kinds, told by the first character: `{ $.errorCode = "Access*" }` on JSON, `[ip, user, status = 4*]` on fields
//! between blanks, and terms (`ERROR -"not found"`) on any text. Source: "Filter pattern syntax" in the user guide of
//! CloudWatch Logs. Pure: a pattern is read once and then answers for one message at a time.

mod cursor;
mod condition;
mod wanted;
mod selector;
mod json;
mod fields;
mod terms;

use std::collections::BTreeMap;
use std::fmt;

use cursor::Cursor;

/// A pattern, read.
#[derive(Debug, Clone)]
pub struct FilterPattern(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Everything,
    Json(json::Pattern),
    Fields(fields::Pattern),
    Terms(terms::Pattern),
}

/// A text that is no pattern: what is wrong, and at which byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// What was expected.
    pub message: String,
    /// The byte of the pattern where it was not found.
    pub at: usize,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at character {}", self.message, self.at)
    }
}

impl std::error::Error for Malformed {}

impl FilterPattern {
    /// Reads a pattern. The empty one matches everything.
    ///
    /// # Errors
    /// [`Malformed`], where it is none.
    pub fn parse(text: &str) -> Result<FilterPattern, Malformed> {
        let mut cursor = Cursor::new(text);
        cursor.skip_blanks();
        let kind = match cursor.peek() {
            None => Kind::Everything,
            Some('{') => Kind::Json(json::Pattern::parse(&mut cursor)?),
            Some('[') => Kind::Fields(fields::Pattern::parse(&mut cursor)?),
            Some(_) => Kind::Terms(terms::Pattern::parse(&mut cursor)?),
        };
        cursor.skip_blanks();
        match cursor.peek() {
            None => Ok(FilterPattern(kind)),
            Some(_) => Err(cursor.expected("the end of the pattern")),
        }
    }

    /// Whether a message is one that the pattern is for.
    pub fn matches(&self, message: &str) -> bool {
        match &self.0 {
            Kind::Everything => true,
            Kind::Json(pattern) => pattern.matches(message),
            Kind::Fields(pattern) => pattern.matches(message),
            Kind::Terms(pattern) => pattern.matches(message),
        }
    }

    /// What a message that matches holds where the pattern looks: by `$.selector` of JSON, by `$name` of fields. Of
    /// terms there is nothing. What TestMetricFilter tells, and what a metric's value is taken from.
    pub fn extract(&self, message: &str) -> BTreeMap<String, String> {
        match &self.0 {
            Kind::Everything | Kind::Terms(_) => BTreeMap::new(),
            Kind::Json(pattern) => pattern.extract(message),
            Kind::Fields(pattern) => pattern.extract(message),
        }
    }
}

/// What a metric's value `$.selector` is in a message, where it is a number there.
///
/// # Errors
/// [`Malformed`], where the selector is none.
pub fn number_at(selector: &str, message: &str) -> Result<Option<f64>, Malformed> {
    let mut cursor = Cursor::new(selector);
    let selector = selector::Selector::parse(&mut cursor)?;
    if cursor.peek().is_some() {
        return Err(cursor.expected("the end of the selector"));
    }
    let Some(document) = json::document(message) else { return Ok(None) };
    Ok(selector.values(&document).first().and_then(|value| value.as_f64()))
}
