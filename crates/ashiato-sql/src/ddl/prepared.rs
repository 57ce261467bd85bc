//! `PREPARE p FROM …`, `EXECUTE p USING …`, `DEALLOCATE PREPARE p`.

use super::Cursor;
use crate::error::Error;
use crate::parse::{query, statement};
use crate::statement::Statement;
use sqlparser::tokenizer::Token;

/// Parses from `PREPARE` on.
pub(crate) fn prepare(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["PREPARE"])?;
    let name = cursor.identifier()?;
    cursor.expect_words(&["FROM"])?;
    let text = cursor.tokens.text(cursor.next, cursor.tokens.list.len() - 1).to_string();
    let at = cursor.at();
    if cursor.is(&["PREPARE"]) || cursor.is(&["EXECUTE"]) || cursor.is(&["DEALLOCATE"]) {
        return Err(Error::unsupported(Some(at), "a prepared statement within a prepared statement"));
    }
    let prepared = Box::new(statement(cursor)?);
    Ok(Statement::Prepare { name, text, statement: prepared })
}

/// Parses from `EXECUTE` on.
pub(crate) fn execute(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["EXECUTE"])?;
    let name = cursor.identifier()?;
    let has_arguments = cursor.take_words(&["USING"]);
    let end = cursor.tokens.list.len() - 1;
    let arguments = if has_arguments { query::arguments(&cursor.tokens, cursor.next, end)? } else { Vec::new() };
    if !has_arguments && *cursor.token() != Token::EOF {
        return Err(cursor.unexpected(&["'USING'", "<EOF>"]));
    }
    cursor.next = end;
    Ok(Statement::Execute { name, arguments })
}

/// Parses from `DEALLOCATE` on.
pub(crate) fn deallocate(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["DEALLOCATE", "PREPARE"])?;
    let name = cursor.identifier()?;
    cursor.end()?;
    Ok(Statement::Deallocate { name })
}
