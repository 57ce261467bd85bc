//! Where a condition looks in JSON: `$.a.b-c`, `$.a[0]`, `$.a[*].b`, `$.*`, `$["a b"]`.

use serde_json::Value;

use super::Malformed;
use super::cursor::Cursor;

/// A path from the root.
#[derive(Debug, Clone)]
pub(super) struct Selector {
    /// As it is written, without blanks.
    pub(super) written: String,
    steps: Vec<Step>,
}

#[derive(Debug, Clone)]
enum Step {
    Member(String),
    Item(usize),
    EachMember,
    EachItem,
}

impl Selector {
    pub(super) fn parse(cursor: &mut Cursor<'_>) -> Result<Selector, Malformed> {
        cursor.skip_blanks();
        let begun = cursor.rest();
        cursor.expect("$")?;
        let mut steps = Vec::new();
        loop {
            match cursor.peek() {
                Some('.') => {
                    cursor.expect(".")?;
                    match cursor.peek() {
                        // `$.["a b"]` is written too.
                        Some('[') => {}
                        Some('*') => {
                            cursor.expect("*")?;
                            steps.push(Step::EachMember);
                        }
                        _ => steps.push(Step::Member(name(cursor)?)),
                    }
                }
                Some('[') => {
                    cursor.expect("[")?;
                    steps.push(subscript(cursor)?);
                    cursor.expect("]")?;
                }
                _ => break,
            }
        }
        if steps.is_empty() {
            return Err(cursor.expected("a property's name"));
        }
        let written = begun[..begun.len() - cursor.rest().len()].to_string();
        Ok(Selector { written, steps })
    }

    /// All that it leads to, in the document's order.
    pub(super) fn values<'v>(&self, document: &'v Value) -> Vec<&'v Value> {
        self.steps
            .iter()
            .fold(vec![document], |found, step| found.into_iter().flat_map(|value| step.from(value)).collect())
    }
}

impl Step {
    fn from<'v>(&self, value: &'v Value) -> Vec<&'v Value> {
        match (self, value) {
            (Step::Member(name), Value::Object(members)) => members.get(name).into_iter().collect(),
            (Step::EachMember, Value::Object(members)) => members.values().collect(),
            (Step::Item(index), Value::Array(items)) => items.get(*index).into_iter().collect(),
            (Step::EachItem, Value::Array(items)) => items.iter().collect(),
            _ => Vec::new(),
        }
    }
}

fn name(cursor: &mut Cursor<'_>) -> Result<String, Malformed> {
    // Colons, slashes and the like stand in CloudTrail's own names, such as aws:userid.
    let name = cursor.take_while(|c| c.is_alphanumeric() || "_-:/@#$".contains(c));
    if name.is_empty() { Err(cursor.expected("a property's name")) } else { Ok(name.to_string()) }
}

fn subscript(cursor: &mut Cursor<'_>) -> Result<Step, Malformed> {
    cursor.skip_blanks();
    match cursor.peek() {
        Some('*') => cursor.expect("*").map(|()| Step::EachItem),
        Some(mark @ ('"' | '\'')) => cursor.quoted(mark).map(Step::Member),
        _ => {
            let wrong = cursor.expected("an index");
            cursor.take_while(|c| c.is_ascii_digit()).parse().map(Step::Item).map_err(|_| wrong)
        }
    }
}
