//! One rule of a filter policy, and whether a value keeps it.

use ashiato_policy::condition::AddressRange;
use serde_json::Value;
use std::cmp::Ordering;

/// What a value must be.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Rule {
    /// This text, number, `true`, `false` or `null`.
    Is(Value),
    /// None of these.
    AnythingBut(Vec<Value>),
    /// A text that does not begin so.
    AnythingButPrefix(String),
    Prefix(String),
    Suffix(String),
    /// This text, whatever the case of its letters.
    EqualsIgnoreCase(String),
    /// A number for which all of these are so.
    Numeric(Vec<(Comparison, f64)>),
    /// An address of this range.
    Cidr(AddressRange),
    /// There is one, or there is none.
    Exists(bool),
}

/// How a number is compared with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Rule {
    /// Whether one of the values keeps it. `None`: there is no such key.
    pub(super) fn holds(&self, values: Option<&[Value]>) -> bool {
        match (self, values) {
            (Rule::Exists(exists), values) => values.is_some() == *exists,
            (_, None) => false,
            (_, Some(values)) => values.iter().any(|value| self.holds_of(value)),
        }
    }

    fn holds_of(&self, value: &Value) -> bool {
        let text = value.as_str();
        match self {
            Rule::Is(wanted) => is_same(value, wanted),
            Rule::AnythingBut(others) => !others.iter().any(|other| is_same(value, other)),
            Rule::AnythingButPrefix(prefix) => text.is_some_and(|text| !text.starts_with(prefix.as_str())),
            Rule::Prefix(prefix) => text.is_some_and(|text| text.starts_with(prefix.as_str())),
            Rule::Suffix(suffix) => text.is_some_and(|text| text.ends_with(suffix.as_str())),
            Rule::EqualsIgnoreCase(wanted) => text.is_some_and(|text| text.to_lowercase() == wanted.to_lowercase()),
            Rule::Numeric(all) => {
                let number = value.as_f64();
                number.is_some_and(|number| all.iter().all(|(comparison, other)| comparison.holds(number, *other)))
            }
            Rule::Cidr(range) => text.and_then(|text| text.parse().ok()).is_some_and(|address| range.contains(address)),
            Rule::Exists(exists) => *exists,
        }
    }
}

impl Comparison {
    pub(super) fn of(sign: &str) -> Option<Comparison> {
        Some(match sign {
            "=" => Comparison::Equal,
            "<" => Comparison::Less,
            "<=" => Comparison::LessOrEqual,
            ">" => Comparison::Greater,
            ">=" => Comparison::GreaterOrEqual,
            _ => return None,
        })
    }

    fn holds(self, number: f64, other: f64) -> bool {
        let ordering = order(number, other);
        match self {
            Comparison::Equal => ordering == Ordering::Equal,
            Comparison::Less => ordering == Ordering::Less,
            Comparison::LessOrEqual => ordering != Ordering::Greater,
            Comparison::Greater => ordering == Ordering::Greater,
            Comparison::GreaterOrEqual => ordering != Ordering::Less,
        }
    }
}

/// Numbers are told apart by five digits behind the point.
pub(super) fn order(a: f64, b: f64) -> Ordering {
    let rounded = |number: f64| (number * 1e5).round();
    rounded(a).total_cmp(&rounded(b))
}

/// Text is compared with text and numbers with numbers.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => order(a, b) == Ordering::Equal,
        _ => a == b,
    }
}
