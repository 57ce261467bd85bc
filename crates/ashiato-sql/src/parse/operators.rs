//! Where a query's operators stand: Trino gives an error about an operator the operator's own place, which the tree
//! does not keep.

use super::tokens::Tokens;
use sqlparser::keywords::Keyword;
use sqlparser::tokenizer::Token;

/// An operator as written, and its line and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OperatorPlace {
    pub(crate) operator: String,
    pub(crate) at: (u64, u64),
}

/// The operators that can be applied to values of the wrong types, in the order written.
pub(crate) fn places(tokens: &Tokens<'_>, from: usize, to: usize) -> Vec<OperatorPlace> {
    let found = tokens.list[from..to].iter().filter_map(|token| {
        let operator = operator(&token.token)?;
        let start = token.span.start;
        Some(OperatorPlace { operator, at: (start.line, start.column) })
    });
    found.collect()
}

fn operator(token: &Token) -> Option<String> {
    Some(match token {
        Token::Neq => "<>".to_string(),
        Token::Eq | Token::Lt | Token::LtEq | Token::Gt | Token::GtEq => token.to_string(),
        Token::Plus | Token::Minus | Token::Mul | Token::Div | Token::Mod | Token::StringConcat => token.to_string(),
        Token::Word(word) if matches!(word.keyword, Keyword::BETWEEN | Keyword::IN) => word.value.to_uppercase(),
        _ => return None,
    })
}
