//! `SHOW …`, `DESCRIBE …` and `MSCK REPAIR TABLE`.

use super::{Cursor, columns};
use crate::error::Error;
use crate::statement::{Describe, DescribeDetail, Show, Statement};
use sqlparser::tokenizer::Token;

/// Parses from `SHOW` on.
pub(crate) fn show(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["SHOW"])?;
    let at = cursor.at();
    let show = if cursor.take_words(&["DATABASES"]) || cursor.take_words(&["SCHEMAS"]) {
        Show::Databases { pattern: pattern(cursor)? }
    } else if cursor.take_words(&["TABLES"]) {
        Show::Tables { database: in_database(cursor)?, pattern: pattern(cursor)? }
    } else if cursor.take_words(&["VIEWS"]) {
        Show::Views { database: in_database(cursor)?, pattern: pattern(cursor)? }
    } else if cursor.take_words(&["COLUMNS"]) {
        show_columns(cursor)?
    } else if cursor.take_words(&["PARTITIONS"]) {
        Show::Partitions(cursor.table_name()?)
    } else if cursor.take_words(&["CREATE", "TABLE"]) {
        Show::CreateTable(cursor.table_name()?)
    } else if cursor.take_words(&["CREATE", "VIEW"]) {
        Show::CreateView(cursor.table_name()?)
    } else if cursor.take_words(&["TBLPROPERTIES"]) {
        let table = cursor.table_name()?;
        let is_one = cursor.take(&Token::LParen);
        let key = if is_one { Some(cursor.string()?) } else { None };
        if is_one {
            cursor.expect(&Token::RParen)?;
        }
        Show::TableProperties { table, key }
    } else {
        for what in ["FUNCTIONS", "CATALOGS", "SESSION", "STATS", "GRANTS", "ROLES"] {
            if cursor.is(&[what]) {
                return Err(Error::unsupported(Some(at), &format!("SHOW {what}")));
            }
        }
        return Err(cursor.unexpected(&[
            "'COLUMNS'",
            "'CREATE TABLE'",
            "'CREATE VIEW'",
            "'DATABASES'",
            "'PARTITIONS'",
            "'SCHEMAS'",
            "'TABLES'",
            "'TBLPROPERTIES'",
            "'VIEWS'",
        ]));
    };
    cursor.end()?;
    Ok(Statement::Show(show))
}

/// `{IN | FROM} d`.
fn in_database(cursor: &mut Cursor<'_>) -> Result<Option<String>, Error> {
    if !cursor.take_words(&["IN"]) && !cursor.take_words(&["FROM"]) {
        return Ok(None);
    }
    // A catalog may stand before the database: the last part is the database.
    Ok(Some(cursor.table_name()?.table))
}

/// `[LIKE] '…'`.
fn pattern(cursor: &mut Cursor<'_>) -> Result<Option<String>, Error> {
    let is_like = cursor.take_words(&["LIKE"]);
    let is_string = matches!(cursor.token(), Token::SingleQuotedString(_));
    if is_like || is_string { Ok(Some(cursor.string()?)) } else { Ok(None) }
}

/// `{IN | FROM} t [{IN | FROM} d]`.
fn show_columns(cursor: &mut Cursor<'_>) -> Result<Show, Error> {
    if !cursor.take_words(&["IN"]) && !cursor.take_words(&["FROM"]) {
        return Err(cursor.unexpected(&["'FROM'", "'IN'"]));
    }
    let mut table = cursor.table_name()?;
    if let Some(database) = in_database(cursor)? {
        table.database = Some(database);
    }
    Ok(Show::Columns(table))
}

/// Parses from `DESCRIBE` or `DESC` on.
pub(crate) fn describe(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.step();
    let at = cursor.at();
    if cursor.is(&["INPUT"]) || cursor.is(&["OUTPUT"]) || cursor.is(&["DATABASE"]) || cursor.is(&["SCHEMA"]) {
        let what = cursor.identifier()?.to_uppercase();
        return Err(Error::unsupported(Some(at), &format!("DESCRIBE {what}")));
    }
    let view = cursor.take_words(&["VIEW"]);
    let detail = if cursor.take_words(&["EXTENDED"]) {
        DescribeDetail::Extended
    } else if cursor.take_words(&["FORMATTED"]) {
        DescribeDetail::Formatted
    } else {
        DescribeDetail::Columns
    };
    let table = cursor.table_name()?;
    let partition = if cursor.is(&["PARTITION"]) { Some(columns::partition(cursor)?) } else { None };
    let mut column = Vec::new();
    if *cursor.token() != Token::EOF {
        column.push(cursor.identifier()?);
        while cursor.take(&Token::Period) {
            column.push(cursor.identifier()?);
        }
    }
    cursor.end()?;
    Ok(Statement::Describe(Describe { table, detail, partition, column, view }))
}

/// Parses from `MSCK` on.
pub(crate) fn msck(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["MSCK", "REPAIR", "TABLE"])?;
    let name = cursor.table_name()?;
    cursor.end()?;
    Ok(Statement::MsckRepair { name })
}
