//! A policy: its text as the user gave it, and what the text says.

mod json;
mod statement;
mod principal;

pub use principal::{PrincipalEntry, Principals};

use crate::Error;
use crate::condition::Condition;
use json::Node;

/// What a policy is attached to. Each has its own rules of what must and must not be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PolicyKind {
    /// Attached to a user, group or role, or given with a session: no principal.
    Identity,
    /// Attached to a bucket, key, topic or queue: a principal in each statement.
    Resource,
    /// Attached to a role, saying who may assume it: a principal, and no resource.
    Trust,
}

/// Which grammar the text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// The grammar without policy variables, and the one that a text without a version has.
    V2008,
    /// The grammar in which `${…}` is a variable.
    V2012,
}

/// A policy that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The text, byte for byte: what IAM gives back.
    pub text: String,
    /// The grammar.
    pub version: Version,
    /// `Id`, which only resource policies use.
    pub id: Option<String>,
    /// One or more statements; their order means nothing.
    pub statements: Vec<Statement>,
}

/// One statement of a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The name that the statement was given.
    pub sid: Option<String>,
    /// What the statement does where it applies.
    pub effect: Effect,
    /// Whom it is about; absent in identity policies.
    pub principals: Option<Principals>,
    /// `service:Operation`, with wildcards.
    pub actions: Selection,
    /// ARNs with wildcards and variables; absent in trust policies.
    pub resources: Option<Selection>,
    /// All of them must hold.
    pub conditions: Vec<Condition>,
}

/// What a statement does where it applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Permits.
    Allow,
    /// Forbids, whatever else permits.
    Deny,
}

/// `Action` or `NotAction`, `Resource` or `NotResource`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// What one of these matches.
    Of(Vec<String>),
    /// What none of these matches.
    AllBut(Vec<String>),
}

/// The longest text that is read at all: the limit of IAM's `policyDocumentType`.
pub const DOCUMENT_BYTES_MAX: usize = 131_072;

impl Document {
    /// Reads a policy. The error is IAM's sentence with the place of the fault.
    pub fn parse(text: &str, kind: PolicyKind) -> Result<Document, Error> {
        if text.len() > DOCUMENT_BYTES_MAX {
            return Err(Error::limit(format!("a policy document has at most {DOCUMENT_BYTES_MAX} bytes")));
        }
        let node: Node = serde_json::from_str(text).map_err(|error| {
            let place = format!("line {} column {}", error.line(), error.column());
            match error.is_data() {
                true => Error::malformed(place, format!("Syntax errors in policy: {}.", without_place(&error))),
                false => Error::malformed(place, "This policy contains invalid Json"),
            }
        })?;
        let Node::Object(entries) = node else {
            return Err(Error::malformed("", "Syntax errors in policy."));
        };

        let (mut version, mut id, mut statements) = (Version::V2008, None, None);
        for (key, value) in entries {
            match (key.as_str(), value) {
                ("Version", Node::Text(text)) if text == "2012-10-17" => version = Version::V2012,
                ("Version", Node::Text(text)) if text == "2008-10-17" => version = Version::V2008,
                ("Version", _) => {
                    return Err(Error::malformed("Version", "Policy document must be version 2012-10-17 or greater."));
                }
                ("Id", Node::Text(text)) => id = Some(text),
                ("Statement", Node::List(nodes)) => statements = Some(nodes),
                ("Statement", node @ Node::Object(_)) => statements = Some(vec![node]),
                _ => return Err(Error::malformed(key, "Syntax errors in policy.")),
            }
        }
        let nodes = statements.unwrap_or_default();
        if nodes.is_empty() {
            return Err(Error::malformed("Statement", "Syntax errors in policy."));
        }
        let statements = statement::read_all(nodes, kind, version)?;
        Ok(Document { text: text.to_string(), version, id, statements })
    }

    /// How many characters count towards IAM's limits on the size of a policy: all but white space.
    pub fn counted_chars(&self) -> usize {
        counted_chars(&self.text)
    }
}

/// How many characters of a policy's text count towards IAM's limits on its size: all but white space.
pub fn counted_chars(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// What `serde_json` says, less the line and column, which the error names as its place.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(message, _)| message.to_string())
}
