//! `CREATE DATABASE`, `ALTER DATABASE`, and `DROP` of databases, tables and views.

use super::{Cursor, columns};
use crate::error::Error;
use crate::statement::{CreateDatabase, Statement};

/// Parses from `CREATE DATABASE | SCHEMA` on.
pub(crate) fn create_database(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["CREATE"])?;
    cursor.step();
    let if_not_exists = cursor.take_words(&["IF", "NOT", "EXISTS"]);
    let mut database = CreateDatabase {
        name: cursor.identifier()?,
        if_not_exists,
        comment: None,
        location: None,
        properties: Vec::new(),
    };
    loop {
        if cursor.take_words(&["COMMENT"]) {
            database.comment = Some(cursor.string()?);
        } else if cursor.take_words(&["LOCATION"]) {
            database.location = Some(cursor.string()?);
        } else if cursor.take_words(&["WITH", "DBPROPERTIES"]) {
            database.properties = columns::properties(cursor)?;
        } else {
            break;
        }
    }
    cursor.end().map_err(|_| cursor.unexpected(&["'COMMENT'", "'LOCATION'", "'WITH DBPROPERTIES'", "<EOF>"]))?;
    Ok(Statement::CreateDatabase(database))
}

/// Parses from `ALTER DATABASE | SCHEMA` on.
pub(crate) fn alter_database(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["ALTER"])?;
    cursor.step();
    let name = cursor.identifier()?;
    let at = cursor.at();
    cursor.expect_words(&["SET"])?;
    for what in ["LOCATION", "OWNER"] {
        if cursor.is(&[what]) {
            return Err(Error::unsupported(Some(at), &format!("ALTER DATABASE … SET {what}")));
        }
    }
    cursor.expect_words(&["DBPROPERTIES"])?;
    let properties = columns::properties(cursor)?;
    cursor.end()?;
    Ok(Statement::AlterDatabase { name, properties })
}

/// Parses from `DROP` on.
pub(crate) fn drop(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["DROP"])?;
    let at = cursor.at();
    if cursor.take_words(&["TABLE"]) {
        let if_exists = cursor.take_words(&["IF", "EXISTS"]);
        let name = cursor.table_name()?;
        cursor.take_words(&["PURGE"]);
        cursor.end()?;
        return Ok(Statement::DropTable { name, if_exists });
    }
    if cursor.take_words(&["VIEW"]) {
        let if_exists = cursor.take_words(&["IF", "EXISTS"]);
        let name = cursor.table_name()?;
        cursor.end()?;
        return Ok(Statement::DropView { name, if_exists });
    }
    if cursor.take_words(&["DATABASE"]) || cursor.take_words(&["SCHEMA"]) {
        let if_exists = cursor.take_words(&["IF", "EXISTS"]);
        let name = cursor.identifier()?;
        let cascade = cursor.take_words(&["CASCADE"]);
        if !cascade {
            cursor.take_words(&["RESTRICT"]);
        }
        cursor.end()?;
        return Ok(Statement::DropDatabase { name, if_exists, cascade });
    }
    for what in ["FUNCTION", "ROLE", "MATERIALIZED"] {
        if cursor.is(&[what]) {
            return Err(Error::unsupported(Some(at), &format!("DROP {what}")));
        }
    }
    Err(cursor.unexpected(&["'TABLE'", "'VIEW'", "'DATABASE'", "'SCHEMA'"]))
}
