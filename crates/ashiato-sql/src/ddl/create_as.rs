//! Statements that hold a query: `CREATE TABLE … AS`, `CREATE VIEW`, `INSERT INTO`, `UNLOAD`.

use super::Cursor;
use crate::error::Error;
use crate::statement::{CreateTableAs, CreateView, Insert, OptionValue, Statement, Unload};
use sqlparser::tokenizer::Token;

/// Parses after `CREATE TABLE [IF NOT EXISTS]`, from the name on.
pub(crate) fn create_table_as(cursor: &mut Cursor<'_>, if_not_exists: bool) -> Result<Statement, Error> {
    let name = cursor.table_name()?;
    let options = if cursor.take_words(&["WITH"]) { options(cursor)? } else { Vec::new() };
    cursor.expect_words(&["AS"])?;
    let mut end = cursor.tokens.list.len() - 1;
    let tail = |word: &str, back: usize| {
        let token = end.checked_sub(back).map(|index| &cursor.tokens.list[index].token);
        matches!(token, Some(Token::Word(here)) if here.value.eq_ignore_ascii_case(word))
    };
    let with_data = !(tail("DATA", 1) && tail("NO", 2) && tail("WITH", 3));
    if !with_data {
        end -= 3;
    } else if tail("DATA", 1) && tail("WITH", 2) {
        end -= 2;
    }
    let query = cursor.query_until(end)?;
    cursor.next = cursor.tokens.list.len() - 1;
    Ok(Statement::CreateTableAs(CreateTableAs { name, if_not_exists, options, query, with_data }))
}

/// Parses from `CREATE [OR REPLACE] VIEW` on.
pub(crate) fn create_view(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["CREATE"])?;
    let or_replace = cursor.take_words(&["OR", "REPLACE"]);
    cursor.expect_words(&["VIEW"])?;
    let name = cursor.table_name()?;
    if *cursor.token() == Token::LParen {
        return Err(Error::unsupported(Some(cursor.at()), "a list of columns in CREATE VIEW"));
    }
    cursor.expect_words(&["AS"])?;
    let from = cursor.next;
    let query = cursor.query()?;
    let text = cursor.tokens.text(from, cursor.next).to_string();
    Ok(Statement::CreateView(CreateView { name, or_replace, query, text }))
}

/// Parses from `INSERT` on.
pub(crate) fn insert(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["INSERT", "INTO"])?;
    let table = cursor.table_name()?;
    let is_list = *cursor.token() == Token::LParen && !starts_query(cursor, cursor.next + 1);
    let columns = if is_list { cursor.list(Cursor::identifier)? } else { Vec::new() };
    let query = cursor.query()?;
    Ok(Statement::Insert(Insert { table, columns, query }))
}

pub(super) fn starts_query(cursor: &Cursor<'_>, at: usize) -> bool {
    match cursor.tokens.list.get(at).map(|token| &token.token) {
        Some(Token::Word(word)) => {
            word.quote_style.is_none() && ["select", "with", "values", "table"].contains(&word.value.as_str())
        }
        Some(Token::LParen) => true,
        _ => false,
    }
}

/// Parses from `UNLOAD` on.
pub(crate) fn unload(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["UNLOAD"])?;
    if *cursor.token() != Token::LParen {
        return Err(cursor.unexpected(&["'('"]));
    }
    let close = cursor.closing()?;
    cursor.step();
    let query = cursor.query_until(close)?;
    cursor.expect(&Token::RParen)?;
    cursor.expect_words(&["TO"])?;
    let to = cursor.string()?;
    let options = if cursor.take_words(&["WITH"]) { options(cursor)? } else { Vec::new() };
    cursor.end()?;
    Ok(Statement::Unload(Unload { query, to, options }))
}

/// `(name = value, …)`.
fn options(cursor: &mut Cursor<'_>) -> Result<Vec<(String, OptionValue)>, Error> {
    cursor.list(|cursor| {
        let name = cursor.identifier()?;
        cursor.expect(&Token::Eq)?;
        Ok((name, option_value(cursor)?))
    })
}

fn option_value(cursor: &mut Cursor<'_>) -> Result<OptionValue, Error> {
    if let Token::Number(digits, _) = cursor.token() {
        let number = OptionValue::Number(digits.clone());
        cursor.step();
        return Ok(number);
    }
    if cursor.take_words(&["TRUE"]) {
        return Ok(OptionValue::Boolean(true));
    }
    if cursor.take_words(&["FALSE"]) {
        return Ok(OptionValue::Boolean(false));
    }
    if !cursor.take_words(&["ARRAY"]) {
        return Ok(OptionValue::Text(cursor.string()?));
    }
    cursor.expect(&Token::LBracket)?;
    let mut items = Vec::new();
    while !cursor.take(&Token::RBracket) {
        if !items.is_empty() {
            cursor.expect(&Token::Comma)?;
        }
        items.push(OptionValue::Text(cursor.string()?));
    }
    Ok(OptionValue::List(items))
}
