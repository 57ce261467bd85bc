//! What a shape of a service's model may hold. The tables under [`super::generated`] are of these types.

use fancy_regex::Regex;
use std::sync::OnceLock;

/// A shape. Bounds include their ends; `u64::MAX` and `i64::MAX` stand for none.
#[derive(Debug)]
pub enum Shape {
    /// A string. Lengths are of characters.
    Text(Text),
    /// `integer` and `long`.
    Integer {
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// `float` and `double`.
    Number {
        /// The least.
        min: f64,
        /// The greatest.
        max: f64,
    },
    /// True or false.
    Boolean,
    /// A moment.
    Timestamp,
    /// Bytes. Lengths are of bytes.
    Blob {
        /// The fewest.
        min: u64,
        /// The most.
        max: u64,
    },
    /// A list.
    List(List),
    /// A map from text.
    Map(Map),
    /// Named members.
    Structure(&'static Structure),
}

/// A string's limits.
#[derive(Debug)]
pub struct Text {
    /// The fewest characters.
    pub min: u64,
    /// The most characters.
    pub max: u64,
    /// The expression that the whole of it must match.
    pub pattern: Option<&'static Pattern>,
    /// The only values; empty: any.
    pub values: &'static [&'static str],
    /// Not to be repeated in an error.
    pub is_sensitive: bool,
}

/// A list's limits.
#[derive(Debug)]
pub struct List {
    /// Each item.
    pub member: &'static Shape,
    /// The name of an item in XML and in forms; empty where the list is flattened.
    pub wire: &'static str,
    /// The fewest items.
    pub min: u64,
    /// The most items.
    pub max: u64,
}

/// A map's limits.
#[derive(Debug)]
pub struct Map {
    /// Each key, text.
    pub key: &'static Shape,
    /// Each value.
    pub value: &'static Shape,
    /// The name of a key in XML and in forms.
    pub key_wire: &'static str,
    /// The name of a value there.
    pub value_wire: &'static str,
    /// The fewest entries.
    pub min: u64,
    /// The most entries.
    pub max: u64,
}

/// A structure's members.
#[derive(Debug)]
pub struct Structure {
    /// The model's name for it.
    pub name: &'static str,
    /// In the model's order.
    pub members: &'static [Member],
}

/// A member of a structure.
#[derive(Debug)]
pub struct Member {
    /// Its name on the wire.
    pub name: &'static str,
    /// What it holds.
    pub shape: &'static Shape,
    /// It may not be absent.
    pub is_required: bool,
}

/// A regular expression of a model.
#[derive(Debug)]
pub struct Pattern {
    /// As the model writes it, for errors.
    pub shown: &'static str,
    /// The same in this program's syntax, for the whole text. Every one compiles: the generator tries them.
    regex: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern as the model writes it, and as this program reads it.
    pub const fn new(shown: &'static str, regex: &'static str) -> Pattern {
        Pattern { shown, regex, compiled: OnceLock::new() }
    }

    /// Whether the whole text matches. A text that costs too much to match does not.
    pub fn matches(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| Regex::new(self.regex).ok());
        compiled.as_ref().is_some_and(|regex| regex.is_match(text).unwrap_or(false))
    }
}
