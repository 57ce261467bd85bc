//! The filter patterns of CloudWatch Logs, for log events of one text each: terms (`ERROR -EXITING`), and conditions on
//! JSON (`{ $.eventName = "ConsoleLogin" }`). Patterns over columns (`[ip, user, ...]`) are not here, and are refused.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html>

mod terms;
mod json;
mod parse;
mod selector;
mod value;
#[cfg(test)]
mod tests;

use std::fmt;

/// The longest pattern that the API of CloudWatch Logs takes, in characters.
const PATTERN_CHARACTERS_MAX: usize = 1024;

/// A pattern that was found valid.
#[derive(Debug, Clone)]
pub struct FilterPattern(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Terms(terms::Terms),
    Json(json::Expression),
}

impl FilterPattern {
    /// Reads a pattern. The empty one is for all log events.
    pub fn parse(pattern: &str) -> Result<Self, InvalidPattern> {
        if pattern.chars().count() > PATTERN_CHARACTERS_MAX {
            return Err(InvalidPattern::new(format!("it has more than {PATTERN_CHARACTERS_MAX} characters")));
        }
        let pattern = pattern.trim();
        Ok(Self(match pattern.chars().next() {
            Some('{') => Kind::Json(parse::parse(pattern)?),
            Some('[') => return Err(InvalidPattern::new("patterns over columns, [a, b], are not supported")),
            _ => Kind::Terms(terms::Terms::parse(pattern)?),
        }))
    }

    /// Whether the log event is one that the pattern is for. A condition on JSON is never for what is not JSON.
    pub fn matches(&self, message: &str) -> bool {
        match &self.0 {
            Kind::Terms(terms) => terms.matches(message),
            Kind::Json(expression) => {
                serde_json::from_str(message).is_ok_and(|message| json::holds(expression, &message))
            }
        }
    }
}

/// Why a pattern is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidPattern {
    reason: String,
}

impl InvalidPattern {
    fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

impl fmt::Display for InvalidPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Invalid filter pattern: {}", self.reason)
    }
}

impl std::error::Error for InvalidPattern {}
