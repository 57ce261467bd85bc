//! Event data stores named by what is no name in SQL: a bare UUID, an ARN, an id with dashes after FROM.
//!
//! `24ee0015-90f8-…` reads as numbers, names and minus signs; here such a run becomes one quoted name.

use super::tokens::Tokens;
use sqlparser::keywords::Keyword;
use sqlparser::tokenizer::{Token, Word};

/// Makes one quoted name of each bare id. `touching[i]` tells whether token `i` follows its neighbour without a space.
pub(crate) fn quote(tokens: &mut Tokens<'_>, mut touching: Vec<bool>) {
    let mut at = 0;
    while at < tokens.list.len() {
        let end = run_end(tokens, &touching, at);
        if end > at + 1 {
            let text: String = (at..end).map(|index| tokens.written(index)).collect();
            if is_uuid(&text) || (names_a_table(tokens, at) && is_store_id(&text)) {
                let word = Word { value: store_name(&text), quote_style: Some('"'), keyword: Keyword::NoKeyword };
                tokens.replace(at, end, Token::Word(word));
                touching.drain(at + 1..end);
            }
        }
        at += 1;
    }
}

/// Where the run of touching words, numbers and signs that starts here ends.
fn run_end(tokens: &Tokens<'_>, touching: &[bool], from: usize) -> usize {
    let is_part = |index: usize| match &tokens.list[index].token {
        Token::Word(word) => word.quote_style.is_none(),
        Token::Number(..) | Token::Minus | Token::Colon | Token::DoubleColon | Token::Div => true,
        Token::Placeholder(_) => true,
        _ => false,
    };
    let starts = matches!(&tokens.list[from].token, Token::Word(_) | Token::Number(..)) && is_part(from);
    if !starts || touching[from] && from > 0 && is_part(from - 1) {
        return from;
    }
    let mut end = from + 1;
    while end < tokens.list.len() && touching[end] && is_part(end) {
        end += 1;
    }
    end
}

/// Whether the token before says that a table is named here. `EXTRACT(DAY FROM a-b)` and `IS DISTINCT FROM a-b`
/// say FROM too.
fn names_a_table(tokens: &Tokens<'_>, at: usize) -> bool {
    let keyword = |back: usize| match at.checked_sub(back).map(|index| &tokens.list[index].token) {
        Some(Token::Word(word)) => word.keyword,
        _ => Keyword::NoKeyword,
    };
    match keyword(1) {
        Keyword::JOIN => true,
        Keyword::FROM => keyword(2) != Keyword::DISTINCT && !in_from_argument(tokens, at - 1),
        _ => false,
    }
}

/// Whether the parenthesis around a place belongs to a function whose argument has a FROM.
fn in_from_argument(tokens: &Tokens<'_>, from: usize) -> bool {
    let mut depth = 0;
    for index in (0..from).rev() {
        match &tokens.list[index].token {
            Token::RParen => depth += 1,
            Token::LParen if depth > 0 => depth -= 1,
            Token::LParen => {
                let before = index.checked_sub(1).map(|index| tokens.written(index).to_uppercase());
                let functions = ["EXTRACT", "TRIM", "SUBSTRING", "OVERLAY"];
                return before.is_some_and(|name| functions.contains(&name.as_str()));
            }
            _ => {}
        }
    }
    false
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    lengths == [8, 4, 4, 4, 12] && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// An ARN, or letters and digits with dashes between: the shape of an id with parts of it blanked out.
fn is_store_id(text: &str) -> bool {
    let is_arn = text.len() > 4 && text[..4].eq_ignore_ascii_case("arn:");
    let has_dashes = text.contains('-') && !text.starts_with('-') && !text.ends_with('-');
    is_arn || has_dashes && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_' || c == '$')
}

/// The name of a store: of an ARN, its id.
fn store_name(text: &str) -> String {
    let is_arn = text.len() > 4 && text[..4].eq_ignore_ascii_case("arn:");
    let id = if is_arn { text.rsplit('/').next().unwrap_or(text) } else { text };
    id.to_string()
}
