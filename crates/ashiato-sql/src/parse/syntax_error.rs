//! `sqlparser`'s errors in Trino's words.

use super::near;
use super::tokens::Tokens;
use crate::error::Error;
use sqlparser::parser::ParserError;
use sqlparser::tokenizer::Token;

/// What may follow an expression of a query.
const CLAUSES: [&str; 13] = [
    "','",
    "'EXCEPT'",
    "'FETCH'",
    "'FROM'",
    "'GROUP'",
    "'HAVING'",
    "'INTERSECT'",
    "'LIMIT'",
    "'OFFSET'",
    "'ORDER'",
    "'UNION'",
    "'WHERE'",
    "<EOF>",
];

/// A query was read to its end, and this token is left over.
pub(crate) fn left_over(tokens: &Tokens<'_>, at: (u64, u64)) -> Error {
    let index = tokens.index_at(at).unwrap_or(tokens.list.len() - 1);
    let found = written(tokens, index);
    let words: Vec<&str> = CLAUSES.iter().map(|clause| clause.trim_matches('\'')).collect();
    // `FORM t` reads as a name and a left-over `t`: the word before may be the misspelt one.
    let before = index.checked_sub(1).map(|index| written(tokens, index).to_uppercase()).unwrap_or_default();
    let hint = match near::hint(&found.to_uppercase(), &words) {
        hint if hint.is_empty() => near::hint(&before, &words),
        hint => hint,
    };
    Error::syntax(at, format!("mismatched input '{found}'. Expecting: {}{hint}", CLAUSES.join(", ")))
}

/// An error of the parser, whose text ends in the place: `Expected: an expression, found: FROM at Line: 1, Column: 8`.
pub(crate) fn translate(tokens: &Tokens<'_>, error: ParserError) -> Error {
    let start = (tokens.source.line, tokens.source.column);
    let text = match error {
        ParserError::RecursionLimitExceeded => {
            return Error::syntax(start, "the statement is nested too deeply");
        }
        ParserError::ParserError(text) | ParserError::TokenizerError(text) => text,
    };
    let (text, at) = match text.rsplit_once(" at Line: ") {
        Some((text, place)) => (text.to_string(), parse_place(place)),
        None => (text, None),
    };
    // This one is noticed, and placed, one token late.
    if text.starts_with("Expected an expression, found: ") {
        let next = at.and_then(|at| tokens.index_at(at)).unwrap_or(tokens.list.len() - 1);
        let index = next.saturating_sub(1);
        let start = tokens.list[index].span.start;
        let message = format!("mismatched input '{}'. Expecting: <expression>", written(tokens, index));
        return Error::syntax((start.line, start.column), message);
    }
    let Some((expected, _)) = text.strip_prefix("Expected: ").and_then(|rest| rest.rsplit_once(", found: ")) else {
        return Error::syntax(at.unwrap_or(start), text);
    };
    let at = at.unwrap_or_else(|| end_of(tokens));
    let index = tokens.index_at(at).unwrap_or(tokens.list.len() - 1);
    let at = if tokens.list[index].token == Token::EOF { end_of(tokens) } else { at };
    let found = written(tokens, index);
    let expected = if expected == "an expression" { "<expression>" } else { expected };
    let near = near::hint(&found.to_uppercase(), &[expected]);
    Error::syntax(at, format!("mismatched input '{found}'. Expecting: {expected}{near}"))
}

fn end_of(tokens: &Tokens<'_>) -> (u64, u64) {
    let end = tokens.list[tokens.list.len() - 1].span.start;
    (end.line.max(1), end.column.max(1))
}

fn written<'a>(tokens: &Tokens<'a>, index: usize) -> &'a str {
    match tokens.list[index].token {
        Token::EOF => "<EOF>",
        _ => tokens.written(index),
    }
}

/// `1, Column: 8`.
fn parse_place(place: &str) -> Option<(u64, u64)> {
    let (line, column) = place.split_once(", Column: ")?;
    Some((line.trim().parse().ok()?, column.trim().parse().ok()?))
}
