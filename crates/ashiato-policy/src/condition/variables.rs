//! Policy variables: `${aws:username}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for those characters themselves.
//!
//! Source: IAM User Guide, "IAM policy elements: Variables and tags".

use crate::document::Version;
use crate::wildcard::Pattern;

use super::Lookup;

/// A text of a policy in which variables may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    text: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Wild(String),
    Literal(String),
    Variable { key: String, default: Option<String> },
}

/// A template with its variables replaced: as a text, and as a pattern in which only the policy's own `*` are wild.
pub(crate) struct Resolved {
    pub(crate) text: String,
    pub(crate) pattern: Pattern,
}

impl Template {
    /// Takes a text apart. In the grammar of 2008 there are no variables. A `${` without its `}` is itself.
    pub fn parse(text: &str, version: Version) -> Template {
        let mut parts = Vec::new();
        let mut rest = text;
        while version == Version::V2012
            && let Some(start) = rest.find("${")
            && let Some(length) = rest[start..].find('}')
        {
            parts.push(Part::Wild(rest[..start].to_string()));
            parts.push(variable(&rest[start + 2..start + length]));
            rest = &rest[start + length + 1..];
        }
        parts.push(Part::Wild(rest.to_string()));
        Template { text: text.to_string(), parts }
    }

    /// The text as the policy has it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Replaces the variables. `None` where the request lacks one that has no default, or has several values for it.
    pub(crate) fn resolve(&self, lookup: Lookup<'_>) -> Option<Resolved> {
        let mut resolved = Resolved { text: String::new(), pattern: Pattern::default() };
        for part in &self.parts {
            match part {
                Part::Wild(text) => {
                    resolved.text.push_str(text);
                    resolved.pattern.push_wild(text);
                }
                Part::Literal(text) => resolved.push_literal(text),
                Part::Variable { key, default } => match (lookup(key).as_deref(), default) {
                    (Some([value]), _) => resolved.push_literal(value),
                    (None | Some([]), Some(default)) => resolved.push_literal(default),
                    _ => return None,
                },
            }
        }
        Some(resolved)
    }
}

impl Resolved {
    fn push_literal(&mut self, text: &str) {
        self.text.push_str(text);
        self.pattern.push_literal(text);
    }
}

fn variable(inside: &str) -> Part {
    if let "*" | "?" | "$" = inside {
        return Part::Literal(inside.to_string());
    }
    let (key, default) = match inside.split_once(',') {
        Some((key, default)) => (key, default.trim().strip_prefix('\'').and_then(|text| text.strip_suffix('\''))),
        None => (inside, None),
    };
    Part::Variable { key: key.trim().to_ascii_lowercase(), default: default.map(str::to_string) }
}
