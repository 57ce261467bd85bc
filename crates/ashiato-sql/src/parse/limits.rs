//! Limits that keep a hostile statement from exhausting the stack: trees are walked, and dropped, by recursion.

use super::tokens::Tokens;
use crate::error::Error;
use sqlparser::keywords::Keyword;
use sqlparser::tokenizer::{Token, TokenWithSpan};

/// Parentheses, brackets and CASEs within each other.
const DEPTH_MAX: usize = 100;
/// Terms of one chain of AND and OR, which is balanced before anything walks it.
const TERMS_MAX: usize = 2_000;
/// Other operators within one term or item of a list: a tree as deep as they are many.
const OPERATORS_MAX: usize = 200;
/// UNIONs in one query, which are balanced likewise.
const UNIONS_MAX: usize = 500;
/// EXCEPT and INTERSECT in one query.
const SET_OPERATIONS_MAX: usize = 40;
/// What one FROM clause joins, with JOIN or commas: the planner's work grows with more than their square.
const JOINED_MAX: usize = 100;

/// What was counted between a parenthesis and the one that closes it.
#[derive(Default, Clone, Copy)]
struct Level {
    terms: usize,
    operators: usize,
    unions: usize,
    set_operations: usize,
    /// Of the FROM clause that is being read.
    joined: Option<usize>,
}

/// Checks nesting and the length of chains of operators.
pub(crate) fn check(tokens: &Tokens<'_>) -> Result<(), Error> {
    let mut levels = vec![Level::default()];
    for token in &tokens.list {
        match &token.token {
            Token::LParen | Token::LBracket | Token::LBrace => levels.push(Level::default()),
            Token::RParen | Token::RBracket | Token::RBrace => close(&mut levels),
            Token::Word(word) if word.quote_style.is_some() => {}
            Token::Word(word) if word.keyword == Keyword::CASE => levels.push(Level::default()),
            Token::Word(word) if word.keyword == Keyword::END => close(&mut levels),
            other => {
                if let Some(level) = levels.last_mut() {
                    level.count(other);
                }
            }
        }
        if levels.len() > DEPTH_MAX {
            return Err(too_much(token, format!("the statement is nested deeper than {DEPTH_MAX} levels")));
        }
        levels[levels.len() - 1].check(token)?;
    }
    Ok(())
}

fn close(levels: &mut Vec<Level>) {
    if levels.len() > 1 {
        levels.pop();
    }
}

impl Level {
    fn count(&mut self, token: &Token) {
        match token {
            Token::Comma => {
                (self.terms, self.operators) = (0, 0);
                self.joined = self.joined.map(|joined| joined + 1);
            }
            Token::Plus | Token::Minus | Token::Mul | Token::Div | Token::Mod | Token::StringConcat => {
                self.operators += 1;
            }
            Token::Eq | Token::Neq | Token::Lt | Token::Gt | Token::LtEq | Token::GtEq => self.operators += 1,
            Token::DoubleColon | Token::Arrow | Token::LongArrow | Token::Period | Token::Tilde => self.operators += 1,
            Token::ExclamationMark => self.operators += 1,
            Token::Word(word) => self.count_keyword(word.keyword),
            _ => {}
        }
    }

    fn count_keyword(&mut self, keyword: Keyword) {
        use Keyword::{AND, AT, BETWEEN, COLLATE, EXCEPT, FROM, GROUP, HAVING, IN, INTERSECT, IS, JOIN, LIKE, NOT};
        use Keyword::{OR, ORDER, SELECT, UNION, WHERE};
        match keyword {
            FROM => self.joined = Some(1),
            JOIN => self.joined = self.joined.map(|joined| joined + 1),
            WHERE | GROUP | HAVING | ORDER | SELECT | UNION | EXCEPT | INTERSECT => self.joined = None,
            _ => {}
        }
        match keyword {
            AND | OR => {
                self.terms += 1;
                self.operators = 0;
            }
            FROM | WHERE | JOIN => (self.terms, self.operators) = (0, 0),
            UNION => {
                self.unions += 1;
                (self.terms, self.operators) = (0, 0);
            }
            EXCEPT | INTERSECT => {
                self.set_operations += 1;
                (self.terms, self.operators) = (0, 0);
            }
            AT | BETWEEN | COLLATE | IN | IS | LIKE | NOT => self.operators += 1,
            _ => {}
        }
    }

    fn check(&self, token: &TokenWithSpan) -> Result<(), Error> {
        let limits = [
            (self.terms, TERMS_MAX, "terms with AND and OR between"),
            (self.operators, OPERATORS_MAX, "operators in one expression"),
            (self.unions, UNIONS_MAX, "UNIONs"),
            (self.set_operations, SET_OPERATIONS_MAX, "EXCEPTs and INTERSECTs"),
            (self.joined.unwrap_or(0), JOINED_MAX, "tables joined in one FROM clause"),
        ];
        for (count, count_max, what) in limits {
            if count > count_max {
                return Err(too_much(token, format!("there are more than {count_max} {what}")));
            }
        }
        Ok(())
    }
}

fn too_much(token: &TokenWithSpan, message: String) -> Error {
    Error::syntax((token.span.start.line, token.span.start.column), message)
}
