//! Limits that keep a hostile statement from exhausting the stack: trees are walked, and dropped, by recursion.

use super::tokens::Tokens;
use crate::error::Error;
use sqlparser::keywords::Keyword;
use sqlparser::tokenizer::{Token, TokenWithSpan};

/// Parentheses, brackets and CASEs within each other.
const DEPTH_MAX: usize = 100;
/// Terms of one chain of AND and OR, or of set operations; a tree as deep as the chain is long.
const CHAIN_MAX: usize = 2_000;

/// Checks nesting and the length of chains of operators.
pub(crate) fn check(tokens: &Tokens<'_>) -> Result<(), Error> {
    let mut chains = vec![0_usize];
    for token in &tokens.list {
        match &token.token {
            Token::LParen | Token::LBracket | Token::LBrace => chains.push(0),
            Token::RParen | Token::RBracket | Token::RBrace => close(&mut chains),
            Token::Word(word) if word.keyword == Keyword::CASE && word.quote_style.is_none() => chains.push(0),
            Token::Word(word) if word.keyword == Keyword::END && word.quote_style.is_none() => close(&mut chains),
            Token::Comma => start_chain(&mut chains),
            other if lengthens(other) => {
                if let Some(chain) = chains.last_mut() {
                    *chain += 1;
                }
            }
            _ => {}
        }
        if chains.len() > DEPTH_MAX {
            return Err(too_much(token, format!("the statement is nested deeper than {DEPTH_MAX} levels")));
        }
        if chains.last().is_some_and(|chain| *chain > CHAIN_MAX) {
            return Err(too_much(token, format!("an expression has more than {CHAIN_MAX} operators in one chain")));
        }
    }
    Ok(())
}

fn close(chains: &mut Vec<usize>) {
    if chains.len() > 1 {
        chains.pop();
    }
}

fn start_chain(chains: &mut [usize]) {
    if let Some(chain) = chains.last_mut() {
        *chain = 0;
    }
}

/// Whether a token makes a left-leaning tree one deeper: operators, set operations, and what follows an operand.
fn lengthens(token: &Token) -> bool {
    match token {
        Token::Plus | Token::Minus | Token::Mul | Token::Div | Token::Mod | Token::StringConcat => true,
        Token::Eq | Token::Neq | Token::Lt | Token::Gt | Token::LtEq | Token::GtEq | Token::DoubleColon => true,
        Token::Arrow | Token::LongArrow | Token::Period | Token::ExclamationMark | Token::Tilde => true,
        Token::Word(word) if word.quote_style.is_none() => matches!(
            word.keyword,
            Keyword::AND
                | Keyword::OR
                | Keyword::NOT
                | Keyword::IS
                | Keyword::AT
                | Keyword::LIKE
                | Keyword::IN
                | Keyword::BETWEEN
                | Keyword::COLLATE
                | Keyword::UNION
                | Keyword::EXCEPT
                | Keyword::INTERSECT
        ),
        _ => false,
    }
}

fn too_much(token: &TokenWithSpan, message: String) -> Error {
    Error::syntax((token.span.start.line, token.span.start.column), message)
}
