//! Patterns of fields between blanks: `[ip, user, ..., status = 4* || status >= 500, bytes]`.

use std::collections::BTreeMap;

use super::Malformed;
use super::condition::{Expression, Operator};
use super::cursor::Cursor;
use super::wanted::{Wanted, number};

/// A pattern between square brackets.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// Before the ellipsis, or all where there is none.
    first: Vec<Field>,
    /// After the ellipsis; `None` where there is none.
    last: Option<Vec<Field>>,
}

/// One field: its name and what must hold of it.
#[derive(Debug, Clone)]
struct Field {
    name: String,
    condition: Option<Expression<(Operator, Wanted)>>,
}

impl Pattern {
    pub(super) fn parse(cursor: &mut Cursor<'_>) -> Result<Pattern, Malformed> {
        cursor.expect("[")?;
        let mut pattern = Pattern { first: Vec::new(), last: None };
        loop {
            cursor.skip_blanks();
            if cursor.accept("...") {
                if pattern.last.replace(Vec::new()).is_some() {
                    return Err(cursor.expected("only one ellipsis"));
                }
            } else {
                let field = Field::parse(cursor)?;
                pattern.last.as_mut().unwrap_or(&mut pattern.first).push(field);
            }
            cursor.skip_blanks();
            if !cursor.accept(",") {
                break;
            }
        }
        cursor.expect("]")?;
        Ok(pattern)
    }

    pub(super) fn matches(&self, message: &str) -> bool {
        let given = split(message);
        self.paired(&given).is_some_and(|mut pairs| pairs.all(|(field, text)| field.holds(text)))
    }

    pub(super) fn extract(&self, message: &str) -> BTreeMap<String, String> {
        let given = split(message);
        let pairs = self.paired(&given).into_iter().flatten();
        pairs.map(|(field, text)| (format!("${}", field.name), text.to_string())).collect()
    }

    /// Each field with its text; `None` where there are too few or too many.
    fn paired<'p>(&'p self, given: &'p [&'p str]) -> Option<impl Iterator<Item = (&'p Field, &'p str)>> {
        let last = self.last.as_deref().unwrap_or_default();
        let named = self.first.len() + last.len();
        let is_as_many = if self.last.is_some() { given.len() >= named } else { given.len() == named };
        let (front, back) = (given.get(..self.first.len())?, given.get(given.len().checked_sub(last.len())?..)?);
        let texts = front.iter().chain(back).copied();
        is_as_many.then(|| self.first.iter().chain(last).zip(texts))
    }
}

impl Field {
    /// A name alone, or conditions that all name the same field.
    fn parse(cursor: &mut Cursor<'_>) -> Result<Field, Malformed> {
        cursor.skip_blanks();
        let mut ahead = Cursor::new(cursor.rest());
        ahead.take_while(|c| c == '(' || c.is_whitespace());
        let field_name = name(&mut ahead);
        if field_name.is_empty() {
            return Err(cursor.expected("a field's name"));
        }
        ahead.skip_blanks();
        if matches!(ahead.peek(), Some(',' | ']')) {
            name(cursor);
            return Ok(Field { name: field_name, condition: None });
        }
        let same = field_name.clone();
        let condition = Expression::parse(cursor, &move |cursor| {
            cursor.skip_blanks();
            let wrong = cursor.expected(&format!("a condition on {same}"));
            if name(cursor) != same {
                return Err(wrong);
            }
            let operator = Operator::parse(cursor).ok_or_else(|| cursor.expected("a comparison"))?;
            Ok((operator, operator.wanted(cursor)?))
        })?;
        Ok(Field { name: field_name, condition: Some(condition) })
    }

    fn holds(&self, text: &str) -> bool {
        let compares = |(operator, wanted): &(Operator, Wanted)| operator.holds(text, number(text), wanted);
        self.condition.as_ref().is_none_or(|condition| condition.holds(&compares))
    }
}

fn name(cursor: &mut Cursor<'_>) -> String {
    cursor.take_while(|c| c.is_alphanumeric() || c == '_' || c == '-').to_string()
}

/// The fields of a message: between blanks, but what stands in quotes or square brackets is one. Without a closing mark
/// an opening one is a character like others.
fn split(message: &str) -> Vec<&str> {
    let mut fields = Vec::new();
    let mut rest = message.trim_start();
    while let Some(first) = rest.chars().next() {
        let close = match first {
            '"' => Some('"'),
            '[' => Some(']'),
            _ => None,
        };
        let enclosed = close.and_then(|close| rest[1..].split_once(close));
        let (field, after) = match enclosed {
            Some((inner, after)) if after.is_empty() || after.starts_with(char::is_whitespace) => (inner, after),
            _ => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
        };
        fields.push(field);
        rest = after.trim_start();
    }
    fields
}
