//! The operators' names, and how each compares two values.

use std::cmp::Ordering;

use super::{Resolved, address, date};
use crate::wildcard::Pattern;

/// An operator with its prefix and suffix taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Operator {
    pub(super) quantifier: Quantifier,
    pub(super) if_exists: bool,
    pub(super) negated: bool,
    compares: Compares,
}

/// How the values that a request has for the key are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantifier {
    One,
    ForAll,
    ForAny,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compares {
    Text,
    TextIgnoringCase,
    Wildcard,
    Number(Order),
    Date(Order),
    Bool,
    Binary,
    Address,
    Arn,
    Null,
}

/// Which orders of the request's value to the policy's satisfy an operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Order {
    fn holds(self, ordering: Ordering) -> bool {
        match self {
            Order::Equal => ordering.is_eq(),
            Order::Less => ordering.is_lt(),
            Order::LessOrEqual => ordering.is_le(),
            Order::Greater => ordering.is_gt(),
            Order::GreaterOrEqual => ordering.is_ge(),
        }
    }
}

impl Operator {
    /// Reads `[ForAllValues:|ForAnyValue:]Name[IfExists]`; names have no case.
    pub(super) fn parse(text: &str) -> Option<Operator> {
        let lower = text.to_ascii_lowercase();
        let (quantifier, rest) = match lower.split_once(':') {
            Some(("forallvalues", rest)) => (Quantifier::ForAll, rest),
            Some(("foranyvalue", rest)) => (Quantifier::ForAny, rest),
            Some(_) => return None,
            None => (Quantifier::One, lower.as_str()),
        };
        let (name, if_exists) = match rest.strip_suffix("ifexists") {
            Some(name) => (name, true),
            None => (rest, false),
        };
        let (compares, negated) = match name {
            "stringequals" => (Compares::Text, false),
            "stringnotequals" => (Compares::Text, true),
            "stringequalsignorecase" => (Compares::TextIgnoringCase, false),
            "stringnotequalsignorecase" => (Compares::TextIgnoringCase, true),
            "stringlike" => (Compares::Wildcard, false),
            "stringnotlike" => (Compares::Wildcard, true),
            "numericequals" => (Compares::Number(Order::Equal), false),
            "numericnotequals" => (Compares::Number(Order::Equal), true),
            "numericlessthan" => (Compares::Number(Order::Less), false),
            "numericlessthanequals" => (Compares::Number(Order::LessOrEqual), false),
            "numericgreaterthan" => (Compares::Number(Order::Greater), false),
            "numericgreaterthanequals" => (Compares::Number(Order::GreaterOrEqual), false),
            "dateequals" => (Compares::Date(Order::Equal), false),
            "datenotequals" => (Compares::Date(Order::Equal), true),
            "datelessthan" => (Compares::Date(Order::Less), false),
            "datelessthanequals" => (Compares::Date(Order::LessOrEqual), false),
            "dategreaterthan" => (Compares::Date(Order::Greater), false),
            "dategreaterthanequals" => (Compares::Date(Order::GreaterOrEqual), false),
            "bool" => (Compares::Bool, false),
            "binaryequals" => (Compares::Binary, false),
            "ipaddress" => (Compares::Address, false),
            "notipaddress" => (Compares::Address, true),
            "arnequals" | "arnlike" => (Compares::Arn, false),
            "arnnotequals" | "arnnotlike" => (Compares::Arn, true),
            "null" if !if_exists => (Compares::Null, false),
            _ => return None,
        };
        Some(Operator { quantifier, if_exists, negated, compares })
    }

    pub(super) fn is_null(self) -> bool {
        self.compares == Compares::Null
    }

    /// Whether `${…}` in this operator's values is a variable.
    pub(super) fn has_variables(self) -> bool {
        use Compares::{Arn, Bool, Text, TextIgnoringCase, Wildcard};
        matches!(self.compares, Text | TextIgnoringCase | Wildcard | Arn | Bool)
    }

    /// Whether a policy may compare with this value. Texts and ARNs may be anything.
    pub(super) fn takes(self, value: &str) -> bool {
        let is_bool = value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false");
        match self.compares {
            Compares::Number(_) => number(value).is_some(),
            Compares::Date(_) => date::seconds(value).is_some(),
            Compares::Bool => is_bool || value.contains("${"),
            Compares::Null => is_bool,
            Compares::Address => address::Range::parse(value).is_some(),
            _ => true,
        }
    }

    /// Whether the request's value stands to the policy's as the operator, taken without its `Not`, asks.
    pub(super) fn compare(self, value: &str, wanted: &Resolved) -> bool {
        match self.compares {
            Compares::Text => value == wanted.text,
            Compares::TextIgnoringCase => value.to_lowercase() == wanted.text.to_lowercase(),
            Compares::Wildcard => wanted.pattern.matches(value),
            Compares::Number(order) => match (number(value), number(&wanted.text)) {
                (Some(value), Some(wanted)) => value.partial_cmp(&wanted).is_some_and(|found| order.holds(found)),
                _ => false,
            },
            Compares::Date(order) => match (date::seconds(value), date::seconds(&wanted.text)) {
                (Some(value), Some(wanted)) => order.holds(value.total_cmp(&wanted)),
                _ => false,
            },
            Compares::Bool => value.eq_ignore_ascii_case(&wanted.text),
            Compares::Binary => value.trim_end_matches('=') == wanted.text.trim_end_matches('='),
            Compares::Address => match (value.parse(), address::Range::parse(&wanted.text)) {
                (Ok(value), Some(range)) => range.contains(value),
                _ => false,
            },
            Compares::Arn => is_arn(value) && wanted.pattern.matches_arn(value),
            Compares::Null => false,
        }
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}

fn is_arn(text: &str) -> bool {
    Pattern::new("arn:*:*:*:*:*").matches_arn(text)
}
