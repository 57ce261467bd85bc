//! `strpos(text, part[, instance])`: at which character the part stands, from 1; 0 where it does not. A negative
//! instance counts occurrences from the end.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, invalid_argument, scalar_with_aliases};
use arrow::array::{ArrayRef, Int64Array};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use memchr::memmem;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::Varchar], bigint, first),
        exactly(&[Kind::Varchar, Kind::Varchar, Kind::Bigint], bigint, nth),
    ];
    scalar_with_aliases("strpos", &["instr", "position"], overloads)
}

fn first(args: &Arguments) -> Result<ArrayRef> {
    let (texts, parts) = (args.varchar(0)?, args.varchar(1)?);
    args.each::<Int64Array, _>(|row| {
        let (text, part) = (texts.get(row)?, parts.get(row)?);
        Some(character(text, text.find(part)))
    })
}

fn nth(args: &Arguments) -> Result<ArrayRef> {
    let (texts, parts, instances) = (args.varchar(0)?, args.varchar(1)?, args.bigint(2)?);
    args.try_each::<Int64Array, _>(|row| {
        let (Some(text), Some(part), Some(instance)) = (texts.get(row), parts.get(row), instances.get(row)) else {
            return Ok(None);
        };
        if instance == 0 {
            return Err(invalid_argument("'instance' must be a positive or negative number."));
        }
        if part.is_empty() {
            return Ok(Some(1));
        }
        let found = if instance > 0 { from_start(text, part, instance) } else { from_end(text, part, -instance) };
        Ok(Some(character(text, found)))
    })
}

/// The character, from 1, that the byte stands in; 0 for none.
fn character(text: &str, byte: Option<usize>) -> i64 {
    byte.map_or(0, |byte| text[..byte].chars().count() as i64 + 1)
}

/// Occurrences may overlap.
fn from_start(text: &str, part: &str, instance: i64) -> Option<usize> {
    let finder = memmem::Finder::new(part);
    let mut from = 0;
    for _ in 1..instance {
        from += finder.find(text.as_bytes().get(from..)?)? + 1;
    }
    Some(from + finder.find(text.as_bytes().get(from..)?)?)
}

fn from_end(text: &str, part: &str, instance: i64) -> Option<usize> {
    let finder = memmem::FinderRev::new(part);
    let mut end = text.len();
    for _ in 1..instance {
        let at = finder.rfind(&text.as_bytes()[..end])?;
        end = (at + part.len()).checked_sub(1)?;
    }
    finder.rfind(&text.as_bytes()[..end])
}
