//! What a record's text must hold for a predicate to accept it.

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
