//! The expressions by which AWS Glue's `GetPartitions` filters partitions: a small language of its own, of comparisons of
//! partition keys with literals, joined by `AND`, `OR`, `NOT` and parentheses (Glue's API reference, "GetPartitions").
//!
//! A literal and a value are compared as the type of the key says: `'10'` is above `'9'` for an `int`, below for a
//! `string`. Hive's folder name for NULL is NULL where it cannot be a value of the type; a comparison with NULL is
//! neither true nor false.

mod parse;
#[cfg(test)]
mod tests;
mod token;
mod value;

use std::cmp::Ordering;
use value::{KeyType, Value};

/// What is wrong with an expression, or with a value that is held against one: a sentence for whoever asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub String);

/// A partition key of a table: its name, and its type as Hive writes it.
#[derive(Debug, Clone, Copy)]
pub struct Key<'a> {
    /// The name; it is looked up without case.
    pub name: &'a str,
    /// Such as `int` or `decimal(10,2)`.
    pub hive_type: &'a str,
}

/// An expression that was read for the partition keys of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartitionFilter(Expression);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Expression {
    Or(Vec<Expression>),
    And(Vec<Expression>),
    Not(Box<Expression>),
    Test(Test),
}

/// A condition on the value of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Test {
    /// The key's place among the table's.
    key: usize,
    key_type: KeyType,
    condition: Condition,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Condition {
    IsNull,
    Compare(Comparison, Value),
    OneOf(Vec<Value>),
    Between(Value, Value),
    Like(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl PartitionFilter {
    /// Reads an expression.
    ///
    /// # Errors
    /// It cannot be read, names a column that is no key or whose type cannot be compared, or has a literal that is no
    /// value of the key's type.
    pub fn parse(text: &str, keys: &[Key<'_>]) -> Result<PartitionFilter, Refusal> {
        parse::parse(text, keys).map(PartitionFilter)
    }

    /// Whether a partition with these values, one for each key in order, is wanted.
    ///
    /// # Errors
    /// A value that is none of its key's type.
    pub fn matches(&self, values: &[String]) -> Result<bool, Refusal> {
        Ok(self.0.holds(values)? == Some(true))
    }
}

impl Expression {
    /// `None`: neither true nor false.
    fn holds(&self, values: &[String]) -> Result<Option<bool>, Refusal> {
        match self {
            Expression::Or(terms) => any(terms, values, true),
            Expression::And(terms) => any(terms, values, false),
            Expression::Not(inner) => Ok(inner.holds(values)?.map(|holds| !holds)),
            Expression::Test(test) => test.holds(values),
        }
    }
}

/// `decisive` where one term is; else not, unless a term is neither.
fn any(terms: &[Expression], values: &[String], decisive: bool) -> Result<Option<bool>, Refusal> {
    let mut joined = Some(!decisive);
    for term in terms {
        match term.holds(values)? {
            Some(holds) if holds == decisive => return Ok(Some(decisive)),
            Some(_) => {}
            None => joined = None,
        }
    }
    Ok(joined)
}

impl Test {
    fn holds(&self, values: &[String]) -> Result<Option<bool>, Refusal> {
        // A table whose keys were changed may have partitions with fewer values.
        let stored = values.get(self.key).map_or(value::NULL, String::as_str);
        if self.condition == Condition::IsNull {
            return Ok(Some(stored == value::NULL));
        }
        let Some(stored) = self.key_type.stored(stored)? else { return Ok(None) };
        Ok(Some(match &self.condition {
            Condition::IsNull => false,
            Condition::Compare(comparison, literal) => comparison.holds(stored.cmp(literal)),
            Condition::OneOf(literals) => literals.contains(&stored),
            Condition::Between(least, greatest) => *least <= stored && stored <= *greatest,
            Condition::Like(pattern) => matches!(&stored, Value::Text(text) if is_like(text, pattern)),
        }))
    }
}

impl Comparison {
    fn holds(self, order: Ordering) -> bool {
        match self {
            Comparison::Equal => order.is_eq(),
            Comparison::NotEqual => order.is_ne(),
            Comparison::Less => order.is_lt(),
            Comparison::LessOrEqual => order.is_le(),
            Comparison::Greater => order.is_gt(),
            Comparison::GreaterOrEqual => order.is_ge(),
        }
    }
}

/// SQL's `LIKE` without an escape: `%` is any text, `_` any character. At most length times length steps.
fn is_like(text: &str, pattern: &str) -> bool {
    let (text, pattern): (Vec<char>, Vec<char>) = (text.chars().collect(), pattern.chars().collect());
    let (mut at, mut by) = (0, 0);
    // Behind the last `%`, and how much of the text that one has taken.
    let mut retry: Option<(usize, usize)> = None;
    while at < text.len() {
        match pattern.get(by) {
            Some('%') => {
                retry = Some((by + 1, at));
                by += 1;
            }
            Some(char) if *char == '_' || *char == text[at] => {
                at += 1;
                by += 1;
            }
            _ => {
                let Some((behind, taken)) = retry else { return false };
                retry = Some((behind, taken + 1));
                (at, by) = (taken + 1, behind);
            }
        }
    }
    pattern[by..].iter().all(|char| *char == '%')
}
