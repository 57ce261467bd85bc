//! Conditions joined by `&&`, `||` and parentheses. What a condition is about, a selector or a field's name, is its
//! reader's own.

use super::Malformed;
use super::cursor::Cursor;
use super::wanted::Wanted;

/// Parentheses within parentheses. A pattern of CloudWatch Logs has at most 1024 characters.
const DEPTH_MAX: usize = 64;

/// Conditions, joined.
#[derive(Debug, Clone)]
pub(super) enum Expression<C> {
    One(C),
    All(Vec<Expression<C>>),
    Any(Vec<Expression<C>>),
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl<C> Expression<C> {
    /// Reads alternatives, each of which reads its conditions by `one`.
    pub(super) fn parse(
        cursor: &mut Cursor<'_>,
        one: &dyn Fn(&mut Cursor<'_>) -> Result<C, Malformed>,
    ) -> Result<Expression<C>, Malformed> {
        any(cursor, one, 0)
    }

    /// Whether it holds, where `holds` tells of each condition.
    pub(super) fn holds(&self, holds: &dyn Fn(&C) -> bool) -> bool {
        match self {
            Expression::One(condition) => holds(condition),
            Expression::All(parts) => parts.iter().all(|part| part.holds(holds)),
            Expression::Any(parts) => parts.iter().any(|part| part.holds(holds)),
        }
    }

    /// Every condition, in order.
    pub(super) fn each<'a>(&'a self, told: &mut dyn FnMut(&'a C)) {
        match self {
            Expression::One(condition) => told(condition),
            Expression::All(parts) | Expression::Any(parts) => parts.iter().for_each(|part| part.each(told)),
        }
    }
}

type One<'o, C> = &'o dyn Fn(&mut Cursor<'_>) -> Result<C, Malformed>;

fn any<C>(cursor: &mut Cursor<'_>, one: One<'_, C>, depth: usize) -> Result<Expression<C>, Malformed> {
    let parts = joined(cursor, "||", |cursor| all(cursor, one, depth))?;
    Ok(of(parts, Expression::Any))
}

fn all<C>(cursor: &mut Cursor<'_>, one: One<'_, C>, depth: usize) -> Result<Expression<C>, Malformed> {
    let parts = joined(cursor, "&&", |cursor| part(cursor, one, depth))?;
    Ok(of(parts, Expression::All))
}

fn part<C>(cursor: &mut Cursor<'_>, one: One<'_, C>, depth: usize) -> Result<Expression<C>, Malformed> {
    cursor.skip_blanks();
    if cursor.peek() != Some('(') {
        return one(cursor).map(Expression::One);
    }
    if depth == DEPTH_MAX {
        return Err(cursor.expected(&format!("no more than {DEPTH_MAX} parentheses within each other")));
    }
    cursor.expect("(")?;
    let inner = any(cursor, one, depth + 1)?;
    cursor.expect(")")?;
    Ok(inner)
}

fn joined<T>(
    cursor: &mut Cursor<'_>,
    by: &str,
    mut part: impl FnMut(&mut Cursor<'_>) -> Result<T, Malformed>,
) -> Result<Vec<T>, Malformed> {
    let mut parts = vec![part(cursor)?];
    loop {
        cursor.skip_blanks();
        if !cursor.accept(by) {
            return Ok(parts);
        }
        parts.push(part(cursor)?);
    }
}

fn of<C>(mut parts: Vec<Expression<C>>, join: impl FnOnce(Vec<Expression<C>>) -> Expression<C>) -> Expression<C> {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => join(parts.into_iter().chain(last).collect()),
    }
}

impl Operator {
    /// Reads it; `None` where none is next.
    pub(super) fn parse(cursor: &mut Cursor<'_>) -> Option<Operator> {
        cursor.skip_blanks();
        // The longer ones first.
        let all = [
            ("!=", Operator::NotEqual),
            ("<=", Operator::LessOrEqual),
            (">=", Operator::GreaterOrEqual),
            ("=", Operator::Equal),
            ("<", Operator::Less),
            (">", Operator::Greater),
        ];
        all.into_iter().find(|(token, _)| cursor.accept(token)).map(|(_, operator)| operator)
    }

    /// Reads what follows it: numbers alone have an order.
    pub(super) fn wanted(self, cursor: &mut Cursor<'_>) -> Result<Wanted, Malformed> {
        let wanted = Wanted::parse(cursor)?;
        let is_order = !matches!(self, Operator::Equal | Operator::NotEqual);
        if is_order && wanted.number.is_none() {
            return Err(cursor.expected("a number"));
        }
        Ok(wanted)
    }

    /// Whether a value, as text and where it is one as a number, compares so with the wanted one.
    pub(super) fn holds(self, text: &str, number: Option<f64>, wanted: &Wanted) -> bool {
        let is_equal = || match (number, wanted.number) {
            (Some(given), Some(wanted)) => given == wanted,
            _ => wanted.is_text(text),
        };
        let ordered = |holds: fn(&f64, &f64) -> bool| match (number, wanted.number) {
            (Some(given), Some(wanted)) => holds(&given, &wanted),
            _ => false,
        };
        match self {
            Operator::Equal => is_equal(),
            Operator::NotEqual => !is_equal(),
            Operator::Less => ordered(f64::lt),
            Operator::LessOrEqual => ordered(f64::le),
            Operator::Greater => ordered(f64::gt),
            Operator::GreaterOrEqual => ordered(f64::ge),
        }
    }
}
