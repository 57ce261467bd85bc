//! Types in Hive DDL: `STRUCT<type: STRING, resources: ARRAY<STRUCT<arn:STRING>>>`.

use super::Cursor;
use crate::error::Error;
use crate::statement::HiveType;
use sqlparser::tokenizer::{Token, TokenWithSpan};

/// A type, nested as deep as it likes within the statement's limit of depth.
pub(crate) fn hive_type(cursor: &mut Cursor<'_>) -> Result<HiveType, Error> {
    nested(cursor, 0)
}

const DEPTH_MAX: usize = 100;

fn nested(cursor: &mut Cursor<'_>, depth: usize) -> Result<HiveType, Error> {
    let at = cursor.at();
    if depth > DEPTH_MAX {
        return Err(Error::syntax(at, format!("the type is nested deeper than {DEPTH_MAX} levels")));
    }
    let written = cursor.identifier()?;
    Ok(match written.as_str() {
        "tinyint" => HiveType::TinyInt,
        "smallint" => HiveType::SmallInt,
        "int" | "integer" => HiveType::Int,
        "bigint" => HiveType::BigInt,
        "boolean" => HiveType::Boolean,
        "float" | "real" => HiveType::Float,
        "double" => {
            cursor.take_words(&["PRECISION"]);
            HiveType::Double
        }
        "decimal" | "numeric" => decimal(cursor, at)?,
        "string" => HiveType::String,
        "char" => HiveType::Char(length(cursor, at, 255)?),
        "varchar" => HiveType::Varchar(length(cursor, at, 65_535)?),
        "binary" => HiveType::Binary,
        "date" => HiveType::Date,
        "timestamp" => HiveType::Timestamp,
        "array" => {
            open(cursor)?;
            let item = nested(cursor, depth + 1)?;
            close(cursor)?;
            HiveType::Array(Box::new(item))
        }
        "map" => {
            open(cursor)?;
            let key = nested(cursor, depth + 1)?;
            cursor.expect(&Token::Comma)?;
            let value = nested(cursor, depth + 1)?;
            close(cursor)?;
            HiveType::Map(Box::new(key), Box::new(value))
        }
        "struct" => structure(cursor, depth)?,
        _ => return Err(Error::unsupported(Some(at), &format!("the column type '{written}'"))),
    })
}

fn structure(cursor: &mut Cursor<'_>, depth: usize) -> Result<HiveType, Error> {
    open(cursor)?;
    let mut fields: Vec<(String, HiveType)> = Vec::new();
    loop {
        let at = cursor.at();
        let name = cursor.identifier()?;
        if fields.iter().any(|(known, _)| *known == name) {
            return Err(Error::syntax(at, format!("the field '{name}' is defined twice")));
        }
        cursor.take(&Token::Colon);
        fields.push((name, nested(cursor, depth + 1)?));
        if cursor.take_words(&["COMMENT"]) {
            cursor.string()?;
        }
        if !cursor.take(&Token::Comma) {
            break;
        }
    }
    close(cursor)?;
    Ok(HiveType::Struct(fields))
}

/// `(precision[, scale])`; Hive's default is `decimal(10,0)`.
fn decimal(cursor: &mut Cursor<'_>, at: (u64, u64)) -> Result<HiveType, Error> {
    let (mut precision, mut scale) = (10_u8, 0_i8);
    if cursor.take(&Token::LParen) {
        precision = cursor.number()?;
        if cursor.take(&Token::Comma) {
            scale = cursor.number()?;
        }
        cursor.expect(&Token::RParen)?;
    }
    let is_valid = (1..=38).contains(&precision) && scale >= 0 && scale.unsigned_abs() <= precision;
    if !is_valid {
        return Err(Error::syntax(at, format!("decimal({precision},{scale}) is out of range: 1 to 38 digits")));
    }
    Ok(HiveType::Decimal(precision, scale))
}

fn length(cursor: &mut Cursor<'_>, at: (u64, u64), length_max: u32) -> Result<u32, Error> {
    cursor.expect(&Token::LParen)?;
    let length = cursor.number()?;
    cursor.expect(&Token::RParen)?;
    if !(1..=length_max).contains(&length) {
        return Err(Error::syntax(at, format!("the length {length} is out of range: 1 to {length_max}")));
    }
    Ok(length)
}

fn open(cursor: &mut Cursor<'_>) -> Result<(), Error> {
    cursor.expect(&Token::Lt)
}

/// Takes one `>`. The tokenizer reads `>>` and `>=` as one token: the rest of it is put back.
fn close(cursor: &mut Cursor<'_>) -> Result<(), Error> {
    let rest = match cursor.token() {
        Token::Gt => None,
        Token::ShiftRight => Some(Token::Gt),
        _ => return Err(cursor.unexpected(&["','", "'>'"])),
    };
    match rest {
        None => cursor.step(),
        Some(rest) => {
            let index = cursor.next;
            let span = cursor.tokens.list[index].span;
            cursor.tokens.list[index] = TokenWithSpan::new(rest, span);
        }
    }
    Ok(())
}
