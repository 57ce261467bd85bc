//! Patterns of JSON: `{ $.eventName = "ConsoleLogin" && $.errorMessage = "Failed authentication" }`.

use serde_json::Value;
use std::collections::BTreeMap;

use super::Malformed;
use super::condition::{Expression, Operator};
use super::cursor::Cursor;
use super::selector::Selector;
use super::wanted::Wanted;

/// A pattern between braces.
#[derive(Debug, Clone)]
pub(super) struct Pattern(Expression<Condition>);

#[derive(Debug, Clone)]
struct Condition {
    selector: Selector,
    test: Test,
}

#[derive(Debug, Clone)]
enum Test {
    Compare(Operator, Wanted),
    IsNull,
    Is(bool),
    NotExists,
}

impl Pattern {
    pub(super) fn parse(cursor: &mut Cursor<'_>) -> Result<Pattern, Malformed> {
        cursor.expect("{")?;
        let expression = Expression::parse(cursor, &Condition::parse)?;
        cursor.expect("}")?;
        Ok(Pattern(expression))
    }

    pub(super) fn matches(&self, message: &str) -> bool {
        document(message).is_some_and(|document| self.0.holds(&|condition| condition.holds(&document)))
    }

    /// What each selector leads to first.
    pub(super) fn extract(&self, message: &str) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        let Some(document) = document(message) else { return found };
        self.0.each(&mut |condition| {
            if let Some(value) = condition.selector.values(&document).first() {
                let shown = match value {
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                found.insert(condition.selector.written.clone(), shown);
            }
        });
        found
    }
}

/// The object that a message is; `None` where it is none.
pub(super) fn document(message: &str) -> Option<Value> {
    let is_object = message.trim_start().starts_with('{');
    if is_object { serde_json::from_str(message).ok() } else { None }
}

impl Condition {
    fn parse(cursor: &mut Cursor<'_>) -> Result<Condition, Malformed> {
        let selector = Selector::parse(cursor)?;
        if let Some(operator) = Operator::parse(cursor) {
            let wanted = operator.wanted(cursor)?;
            return Ok(Condition { selector, test: Test::Compare(operator, wanted) });
        }
        if cursor.accept_word("NOT") {
            return match cursor.accept_word("EXISTS") {
                true => Ok(Condition { selector, test: Test::NotExists }),
                false => Err(cursor.expected("EXISTS")),
            };
        }
        if !cursor.accept_word("IS") {
            return Err(cursor.expected("a comparison, IS or NOT EXISTS"));
        }
        let test = match () {
            () if cursor.accept_word("NULL") => Test::IsNull,
            () if cursor.accept_word("TRUE") => Test::Is(true),
            () if cursor.accept_word("FALSE") => Test::Is(false),
            () => return Err(cursor.expected("NULL, TRUE or FALSE")),
        };
        Ok(Condition { selector, test })
    }

    /// Of several values that a wildcard leads to, one is enough. What is not there compares with nothing, not even as
    /// unequal.
    fn holds(&self, document: &Value) -> bool {
        let values = self.selector.values(document);
        match &self.test {
            Test::NotExists => values.is_empty(),
            Test::IsNull => values.iter().any(|value| value.is_null()),
            Test::Is(wanted) => values.iter().any(|value| value.as_bool() == Some(*wanted)),
            Test::Compare(operator, wanted) => values.iter().any(|value| compares(value, *operator, wanted)),
        }
    }
}

fn compares(value: &Value, operator: Operator, wanted: &Wanted) -> bool {
    match value {
        Value::String(text) => operator.holds(text, None, wanted),
        Value::Number(number) => operator.holds(&number.to_string(), number.as_f64(), wanted),
        Value::Bool(flag) => operator.holds(if *flag { "true" } else { "false" }, None, wanted),
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    }
}
