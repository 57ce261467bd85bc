//! `ROW FORMAT SERDE '…'` and `ROW FORMAT DELIMITED …`.

use super::{Cursor, columns};
use crate::error::Error;
use crate::statement::RowFormat;

/// Parses after `ROW FORMAT`.
pub(crate) fn row_format(cursor: &mut Cursor<'_>) -> Result<RowFormat, Error> {
    if cursor.take_words(&["SERDE"]) {
        let class = cursor.string()?;
        let has_properties = cursor.take_words(&["WITH", "SERDEPROPERTIES"]);
        let properties = if has_properties { columns::properties(cursor)? } else { Vec::new() };
        return Ok(RowFormat::Serde { class, properties });
    }
    if cursor.take_words(&["DELIMITED"]) {
        return delimited(cursor);
    }
    Err(cursor.unexpected(&["'SERDE'", "'DELIMITED'"]))
}

fn delimited(cursor: &mut Cursor<'_>) -> Result<RowFormat, Error> {
    let (mut fields, mut escape, mut items, mut map_keys, mut lines, mut null) = (None, None, None, None, None, None);
    loop {
        if cursor.take_words(&["FIELDS", "TERMINATED", "BY"]) {
            fields = Some(cursor.string()?);
        } else if cursor.take_words(&["ESCAPED", "BY"]) {
            escape = Some(cursor.string()?);
        } else if cursor.take_words(&["COLLECTION", "ITEMS", "TERMINATED", "BY"]) {
            items = Some(cursor.string()?);
        } else if cursor.take_words(&["MAP", "KEYS", "TERMINATED", "BY"]) {
            map_keys = Some(cursor.string()?);
        } else if cursor.take_words(&["LINES", "TERMINATED", "BY"]) {
            lines = Some(cursor.string()?);
        } else if cursor.take_words(&["NULL", "DEFINED", "AS"]) {
            null = Some(cursor.string()?);
        } else {
            return Ok(RowFormat::Delimited { fields, escape, items, map_keys, lines, null });
        }
    }
}
