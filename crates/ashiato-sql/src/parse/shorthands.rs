//! Shorthands of Trino's, written out: rows of one column need no parentheses in `VALUES 1, 2, 3`, and `TABLE t` is
//! `SELECT * FROM t`.

use super::tokens::Tokens;
use sqlparser::keywords::Keyword;
use sqlparser::tokenizer::Token;

/// Puts parentheses round each row of VALUES that has none, and a SELECT for each TABLE.
pub(crate) fn write_out(tokens: &mut Tokens<'_>) {
    let is_insert = matches!(tokens.list.first().map(|first| &first.token), Some(Token::Word(word))
        if word.keyword == Keyword::INSERT);
    let mut at = 0;
    while at < tokens.list.len() {
        write_out_table(tokens, at);
        let is_values = matches!(&tokens.list[at].token, Token::Word(word) if word.keyword == Keyword::VALUES);
        // Rows stand behind the table of an INSERT, or behind its columns.
        let is_inserted = is_insert && at > 0 && matches!(tokens.list[at - 1].token, Token::Word(_) | Token::RParen);
        let opens_rows = at == 0 || is_inserted || matches!(tokens.list[at - 1].token, Token::LParen);
        let is_call =
            opens_rows && matches!(tokens.list.get(at + 1).map(|next| &next.token), Some(Token::Comma) | None);
        at += 1;
        if is_values && opens_rows && !is_call {
            parenthesise_rows(tokens, at);
            if at >= 3 && expects_subquery(&tokens.list[at - 3].token) {
                select_from(tokens, at - 1);
                at += 4;
            }
        }
    }
}

fn write_out_table(tokens: &mut Tokens<'_>, at: usize) {
    let is = |index: usize, keyword: Keyword| {
        matches!(tokens.list.get(index).map(|token| &token.token), Some(Token::Word(word))
            if word.keyword == keyword && word.quote_style.is_none())
    };
    let before = at.checked_sub(1);
    let starts_query = match before {
        None => true,
        Some(before) => {
            tokens.list[before].token == Token::LParen
                || [Keyword::UNION, Keyword::ALL, Keyword::EXCEPT, Keyword::INTERSECT, Keyword::EXPLAIN]
                    .iter()
                    .any(|keyword| is(before, *keyword))
        }
    };
    let names = matches!(tokens.list.get(at + 1).map(|token| &token.token), Some(Token::Word(_)));
    if starts_query && names && is(at, Keyword::TABLE) {
        tokens.replace(at, at + 1, Token::make_keyword("FROM"));
        tokens.insert(at, Token::Mul);
        tokens.insert(at, Token::make_keyword("SELECT"));
    }
}

/// Whether a parenthesis behind this word holds a subquery, for which `sqlparser` looks for SELECT alone.
fn expects_subquery(token: &Token) -> bool {
    let Token::Word(word) = token else { return false };
    [Keyword::ANY, Keyword::SOME, Keyword::ALL, Keyword::IN, Keyword::EXISTS].contains(&word.keyword)
}

/// Makes `VALUES …)` read `SELECT * FROM (VALUES …))`.
fn select_from(tokens: &mut Tokens<'_>, values: usize) {
    let Some(close) = closing(tokens, values - 1) else { return };
    tokens.insert(close, Token::RParen);
    let before = [Token::make_keyword("SELECT"), Token::Mul, Token::make_keyword("FROM"), Token::LParen];
    for token in before.into_iter().rev() {
        tokens.insert(values, token);
    }
}

fn parenthesise_rows(tokens: &mut Tokens<'_>, first: usize) {
    let mut from = first;
    loop {
        let (mut end, more) = row_end(tokens, from);
        let is_row = matches!(tokens.list.get(from).map(|token| &token.token), Some(Token::LParen))
            && closing(tokens, from) == Some(end - 1);
        if !is_row && end > from {
            tokens.insert(end, Token::RParen);
            tokens.insert(from, Token::LParen);
            end += 2;
        }
        if !more {
            return;
        }
        from = end + 1;
    }
}

/// Where a row ends, and whether a comma follows.
fn row_end(tokens: &Tokens<'_>, from: usize) -> (usize, bool) {
    let mut depth = 0;
    for (index, token) in tokens.list.iter().enumerate().skip(from) {
        match &token.token {
            Token::LParen | Token::LBracket => depth += 1,
            Token::RParen | Token::RBracket if depth == 0 => return (index, false),
            Token::RParen | Token::RBracket => depth -= 1,
            Token::Comma if depth == 0 => return (index, true),
            Token::Word(word) if depth == 0 && word.quote_style.is_none() && ends_rows(word.keyword) => {
                return (index, false);
            }
            _ => {}
        }
    }
    (tokens.list.len(), false)
}

fn ends_rows(keyword: Keyword) -> bool {
    use Keyword::{EXCEPT, FETCH, INTERSECT, LIMIT, OFFSET, ORDER, UNION};
    [UNION, EXCEPT, INTERSECT, ORDER, LIMIT, OFFSET, FETCH].contains(&keyword)
}

fn closing(tokens: &Tokens<'_>, open: usize) -> Option<usize> {
    let mut depth = 0;
    for (index, token) in tokens.list.iter().enumerate().skip(open) {
        match token.token {
            Token::LParen => depth += 1,
            Token::RParen => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(index);
        }
    }
    None
}
