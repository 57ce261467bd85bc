//! `ALTER TABLE t …`.

use super::{Cursor, columns};
use crate::error::Error;
use crate::statement::{ColumnPlace, PartitionValues, Statement, TableChange};

/// Parses from `ALTER TABLE` on.
pub(crate) fn alter_table(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["ALTER", "TABLE"])?;
    let name = cursor.table_name()?;
    let partition = if cursor.is(&["PARTITION"]) { Some(columns::partition(cursor)?) } else { None };
    let change = change(cursor, partition)?;
    cursor.end()?;
    Ok(Statement::AlterTable { name, change })
}

fn change(cursor: &mut Cursor<'_>, partition: Option<PartitionValues>) -> Result<TableChange, Error> {
    let at = cursor.at();
    if cursor.take_words(&["RENAME", "TO"]) {
        let Some(from) = partition else {
            return Err(Error::unsupported(Some(at), "ALTER TABLE … RENAME TO"));
        };
        return Ok(TableChange::RenamePartition { from, to: columns::partition(cursor)? });
    }
    if cursor.take_words(&["SET", "LOCATION"]) {
        return Ok(TableChange::SetLocation { partition, location: cursor.string()? });
    }
    if cursor.take_words(&["ADD", "COLUMNS"]) {
        return Ok(TableChange::AddColumns(columns::columns(cursor)?));
    }
    if cursor.take_words(&["REPLACE", "COLUMNS"]) {
        return Ok(TableChange::ReplaceColumns(columns::columns(cursor)?));
    }
    if partition.is_some() {
        return Err(cursor.unexpected(&["'RENAME TO'", "'SET LOCATION'", "'ADD COLUMNS'", "'REPLACE COLUMNS'"]));
    }
    if cursor.take_words(&["SET", "TBLPROPERTIES"]) {
        return Ok(TableChange::SetProperties(columns::properties(cursor)?));
    }
    if cursor.take_words(&["ADD"]) {
        return add_partitions(cursor);
    }
    if cursor.is(&["DROP", "COLUMN"]) {
        return Err(Error::unsupported(Some(at), "ALTER TABLE … DROP COLUMN"));
    }
    if cursor.take_words(&["DROP"]) {
        return drop_partitions(cursor);
    }
    if cursor.take_words(&["CHANGE"]) {
        return change_column(cursor);
    }
    Err(cursor.unexpected(&["'ADD'", "'DROP'", "'RENAME TO'", "'REPLACE COLUMNS'", "'SET'", "'CHANGE'"]))
}

fn add_partitions(cursor: &mut Cursor<'_>) -> Result<TableChange, Error> {
    let if_not_exists = cursor.take_words(&["IF", "NOT", "EXISTS"]);
    let mut partitions = Vec::new();
    loop {
        let values = columns::partition(cursor)?;
        let location = if cursor.take_words(&["LOCATION"]) { Some(cursor.string()?) } else { None };
        partitions.push((values, location));
        // Hive puts white space between partitions, some writers a comma.
        cursor.take(&sqlparser::tokenizer::Token::Comma);
        if !cursor.is(&["PARTITION"]) {
            return Ok(TableChange::AddPartitions { if_not_exists, partitions });
        }
    }
}

fn drop_partitions(cursor: &mut Cursor<'_>) -> Result<TableChange, Error> {
    let if_exists = cursor.take_words(&["IF", "EXISTS"]);
    let mut partitions = vec![columns::partition(cursor)?];
    while cursor.take(&sqlparser::tokenizer::Token::Comma) {
        partitions.push(columns::partition(cursor)?);
    }
    cursor.take_words(&["PURGE"]);
    Ok(TableChange::DropPartitions { if_exists, partitions })
}

fn change_column(cursor: &mut Cursor<'_>) -> Result<TableChange, Error> {
    cursor.take_words(&["COLUMN"]);
    let from = cursor.identifier()?;
    let column = columns::column(cursor)?;
    let place = if cursor.take_words(&["FIRST"]) {
        Some(ColumnPlace::First)
    } else if cursor.take_words(&["AFTER"]) {
        Some(ColumnPlace::After(cursor.identifier()?))
    } else {
        None
    };
    Ok(TableChange::ChangeColumn { from, column, place })
}
