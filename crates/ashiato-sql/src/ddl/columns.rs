//! Lists of columns, of properties, and of partition values.

use super::Cursor;
use super::hive_types::hive_type;
use crate::error::Error;
use crate::statement::{ColumnDefinition, PartitionValues, Properties};
use sqlparser::tokenizer::Token;

/// `(name type [COMMENT '…'], …)`.
pub(crate) fn columns(cursor: &mut Cursor<'_>) -> Result<Vec<ColumnDefinition>, Error> {
    let mut known: Vec<String> = Vec::new();
    cursor.list(|cursor| {
        let at = cursor.at();
        let column = column(cursor)?;
        if known.contains(&column.name) {
            return Err(Error::syntax(at, format!("the column '{}' is defined twice", column.name)));
        }
        known.push(column.name.clone());
        Ok(column)
    })
}

/// `name type [COMMENT '…']`.
pub(crate) fn column(cursor: &mut Cursor<'_>) -> Result<ColumnDefinition, Error> {
    let name = cursor.identifier()?;
    if *cursor.token() == Token::LParen {
        return Err(Error::unsupported(Some(cursor.at()), "a partition transform of an Iceberg table"));
    }
    // `name: type`, as fields of a struct are written, is taken for columns too.
    cursor.take(&Token::Colon);
    let hive_type = hive_type(cursor)?;
    let comment = if cursor.take_words(&["COMMENT"]) { Some(cursor.string()?) } else { None };
    Ok(ColumnDefinition { name, hive_type, comment })
}

/// `('key' = 'value', …)`. A key given twice keeps the last value, as in Hive.
pub(crate) fn properties(cursor: &mut Cursor<'_>) -> Result<Properties, Error> {
    let mut properties = Properties::new();
    if cursor.token() == &Token::LParen
        && cursor.tokens.list.get(cursor.next + 1).is_some_and(|t| t.token == Token::RParen)
    {
        cursor.step();
        cursor.step();
        return Ok(properties);
    }
    let pairs = cursor.list(|cursor| {
        let key = cursor.string()?;
        cursor.expect(&Token::Eq)?;
        Ok((key, cursor.string()?))
    })?;
    for (key, value) in pairs {
        match properties.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = value,
            None => properties.push((key, value)),
        }
    }
    Ok(properties)
}

/// `PARTITION (dt = '2020-01-01', hour = 3, …)`: values as text.
pub(crate) fn partition(cursor: &mut Cursor<'_>) -> Result<PartitionValues, Error> {
    cursor.expect_words(&["PARTITION"])?;
    cursor.list(|cursor| {
        let name = cursor.identifier()?;
        if *cursor.token() != Token::Eq {
            return Err(cursor.unexpected(&["'='"]));
        }
        cursor.step();
        Ok((name, partition_value(cursor)?))
    })
}

fn partition_value(cursor: &mut Cursor<'_>) -> Result<String, Error> {
    // DATE '2020-01-01' is a date column's value.
    cursor.take_words(&["DATE"]);
    let sign = if cursor.take(&Token::Minus) { "-" } else { "" };
    if let Token::Number(digits, _) = cursor.token() {
        let value = format!("{sign}{digits}");
        cursor.step();
        return Ok(value);
    }
    cursor.string()
}
