//! `CREATE [EXTERNAL] TABLE t (…) …`: Hive's clauses, each at most once, in any order.

use super::{Cursor, columns, row_format};
use crate::error::Error;
use crate::statement::{Clustering, StoredAs, TableDefinition};

/// Parses after `CREATE [EXTERNAL] TABLE [IF NOT EXISTS]`, from the name on.
pub(crate) fn create_table(
    cursor: &mut Cursor<'_>,
    external: bool,
    if_not_exists: bool,
) -> Result<TableDefinition, Error> {
    let mut table = TableDefinition {
        name: cursor.table_name()?,
        external,
        if_not_exists,
        columns: columns::columns(cursor)?,
        comment: None,
        partitions: Vec::new(),
        clustering: None,
        row_format: None,
        stored_as: None,
        location: None,
        properties: Vec::new(),
    };
    while clause(cursor, &mut table)? {}
    cursor.end().map_err(|_| {
        cursor.unexpected(&[
            "'COMMENT'",
            "'PARTITIONED BY'",
            "'CLUSTERED BY'",
            "'ROW FORMAT'",
            "'STORED AS'",
            "'LOCATION'",
            "'TBLPROPERTIES'",
            "<EOF>",
        ])
    })?;
    if let Some(twice) =
        table.partitions.iter().find(|partition| table.columns.iter().any(|column| column.name == partition.name))
    {
        let at = table.name.at.unwrap_or((1, 1));
        return Err(Error::syntax(at, format!("the column '{}' is repeated in PARTITIONED BY", twice.name)));
    }
    Ok(table)
}

/// Takes one clause; false where none starts here.
fn clause(cursor: &mut Cursor<'_>, table: &mut TableDefinition) -> Result<bool, Error> {
    let at = cursor.at();
    let is_second = if cursor.take_words(&["COMMENT"]) {
        table.comment.replace(cursor.string()?).is_some()
    } else if cursor.take_words(&["PARTITIONED", "BY"]) {
        !std::mem::replace(&mut table.partitions, columns::columns(cursor)?).is_empty()
    } else if cursor.take_words(&["CLUSTERED", "BY"]) {
        table.clustering.replace(clustering(cursor)?).is_some()
    } else if cursor.take_words(&["ROW", "FORMAT"]) {
        table.row_format.replace(row_format::row_format(cursor)?).is_some()
    } else if cursor.take_words(&["STORED", "AS"]) {
        table.stored_as.replace(stored_as(cursor)?).is_some()
    } else if cursor.take_words(&["LOCATION"]) {
        table.location.replace(cursor.string()?).is_some()
    } else if cursor.take_words(&["TBLPROPERTIES"]) {
        !std::mem::replace(&mut table.properties, columns::properties(cursor)?).is_empty()
    } else if cursor.is(&["WITH", "SERDEPROPERTIES"]) {
        return Err(Error::syntax(at, "WITH SERDEPROPERTIES follows ROW FORMAT SERDE '…'"));
    } else {
        return Ok(false);
    };
    if is_second { Err(Error::syntax(at, "this clause stands twice")) } else { Ok(true) }
}

fn clustering(cursor: &mut Cursor<'_>) -> Result<Clustering, Error> {
    let columns = cursor.list(Cursor::identifier)?;
    let mut sorted_by = Vec::new();
    if cursor.take_words(&["SORTED", "BY"]) {
        sorted_by = cursor.list(|cursor| {
            let name = cursor.identifier()?;
            let descends = cursor.take_words(&["DESC"]);
            if !descends {
                cursor.take_words(&["ASC"]);
            }
            Ok((name, !descends))
        })?;
    }
    cursor.expect_words(&["INTO"])?;
    let buckets = cursor.number()?;
    cursor.expect_words(&["BUCKETS"])?;
    Ok(Clustering { columns, sorted_by, buckets })
}

fn stored_as(cursor: &mut Cursor<'_>) -> Result<StoredAs, Error> {
    if cursor.take_words(&["INPUTFORMAT"]) {
        let input = cursor.string()?;
        cursor.expect_words(&["OUTPUTFORMAT"])?;
        return Ok(StoredAs::Formats { input, output: cursor.string()? });
    }
    Ok(StoredAs::Named(cursor.identifier()?.to_uppercase()))
}
