//! What a record's text must hold for a predicate to accept it.
//!
//! Nearly all records of a log are ruled out by looking for a few bytes, without finding out where the records are.
//! No record that a predicate accepts is ever lost by it: JSON may write any character as `\u0041`, so where such an
//! escape of one of a needle's characters stands, the record counts as holding the needle.

mod finder;
mod lookout;
mod probes;
mod search;
mod value;

pub(crate) use search::{Hits, Search};

/// A conjunction of disjunctions: a record can be accepted only if each clause has a needle that stands in it.
///
/// The default has no clause and rules out nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefilter {
    /// The clauses. An empty clause can never be met: no record is accepted.
    pub all_of: Vec<Vec<Needle>>,
}

/// Something that stands in a record's text, however it is spelt there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needle {
    /// This text stands in some string of the record or in its raw text, each character literal or JSON-escaped.
    Value(String),
    /// A member of this lower-cased name, at any depth and in any letter case, is there and is not null.
    Key(String),
}
