//! `regexp_position(text, pattern[, start[, occurrence]])`: the character, from 1, at which a match begins; -1 where
//! there is none.

use super::pattern::{PatternReader, next_start};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, invalid_argument, scalar};
use arrow::array::{ArrayRef, Int64Array};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::Varchar], bigint, regexp_position),
        exactly(&[Kind::Varchar, Kind::Varchar, Kind::Bigint], bigint, regexp_position),
        exactly(&[Kind::Varchar, Kind::Varchar, Kind::Bigint, Kind::Bigint], bigint, regexp_position),
    ];
    scalar("regexp_position", overloads)
}

fn regexp_position(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns) = (args.varchar(0)?, args.varchar(1)?);
    let starts = if args.len() > 2 { Some(args.bigint(2)?) } else { None };
    let occurrences = if args.len() > 3 { Some(args.bigint(3)?) } else { None };
    let mut reader = PatternReader::default();
    args.try_each::<Int64Array, _>(|row| {
        let start = starts.as_ref().map_or(Some(1), |starts| starts.get(row));
        let occurrence = occurrences.as_ref().map_or(Some(1), |occurrences| occurrences.get(row));
        let (Some(text), Some(pattern)) = (texts.get(row), patterns.get(row)) else { return Ok(None) };
        let (Some(start), Some(occurrence)) = (start, occurrence) else { return Ok(None) };
        if start < 1 {
            return Err(invalid_argument("start position cannot smaller than 1"));
        }
        if occurrence < 1 {
            return Err(invalid_argument("occurrence cannot smaller than 1"));
        }
        let pattern = reader.read(pattern)?;
        let mut from =
            usize::try_from(start - 1).ok().and_then(|index| text.char_indices().map(|(at, _)| at).nth(index));
        for left in (0..occurrence).rev() {
            let Some(search_from) = from else { break };
            let Some(span) = pattern.find(text, search_from)? else { break };
            if left == 0 {
                return Ok(Some(text[..span.0].chars().count() as i64 + 1));
            }
            from = next_start(text, span);
        }
        Ok(Some(-1))
    })
}
