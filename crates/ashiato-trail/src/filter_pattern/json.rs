//! Conditions on JSON, and whether they hold.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html>

use serde_json::Value as Json;

use super::selector::Selector;
use super::value::{Value, matches_wildcards};

#[derive(Debug, Clone)]
pub(super) enum Expression {
    Any(Vec<Expression>),
    All(Vec<Expression>),
    Condition(Selector, Test),
}

#[derive(Debug, Clone)]
pub(super) enum Test {
    Equal(Value),
    NotEqual(Value),
    Less(f64),
    LessOrEqual(f64),
    Greater(f64),
    GreaterOrEqual(f64),
    IsNull,
    IsTrue,
    IsFalse,
    NotExists,
}

pub(super) fn holds(expression: &Expression, event: &Json) -> bool {
    match expression {
        Expression::Any(expressions) => expressions.iter().any(|expression| holds(expression, event)),
        Expression::All(expressions) => expressions.iter().all(|expression| holds(expression, event)),
        Expression::Condition(selector, Test::NotExists) => selector.select(event).is_empty(),
        Expression::Condition(selector, test) => selector.select(event).into_iter().any(|found| test.holds(found)),
    }
}

impl Test {
    fn holds(&self, found: &Json) -> bool {
        let number = |compare: fn(f64, f64) -> bool, with: f64| {
            found.is_number() && found.as_f64().is_some_and(|found| compare(found, with))
        };
        match self {
            Self::Equal(value) => equals(found, value) == Some(true),
            // What is not there, or is no value to compare, is not unequal either.
            Self::NotEqual(value) => equals(found, value) == Some(false),
            Self::Less(with) => number(|a, b| a < b, *with),
            Self::LessOrEqual(with) => number(|a, b| a <= b, *with),
            Self::Greater(with) => number(|a, b| a > b, *with),
            Self::GreaterOrEqual(with) => number(|a, b| a >= b, *with),
            Self::IsNull => found.is_null(),
            Self::IsTrue => *found == Json::Bool(true),
            Self::IsFalse => *found == Json::Bool(false),
            Self::NotExists => false,
        }
    }
}

/// None where the two cannot be compared: null, a list or an object has no text.
fn equals(found: &Json, value: &Value) -> Option<bool> {
    let text = match found {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        Json::Bool(true) => "true".to_string(),
        Json::Bool(false) => "false".to_string(),
        Json::Null | Json::Array(_) | Json::Object(_) => return None,
    };
    Some(match value {
        Value::Number(number, _) if found.is_number() => found.as_f64() == Some(*number),
        Value::Number(_, pattern) | Value::Text(pattern) => matches_wildcards(pattern, &text),
        Value::Regex(regex) => regex.is_match(&text),
    })
}
