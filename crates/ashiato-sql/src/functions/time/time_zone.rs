//! `at_timezone(x, zone)` (AT TIME ZONE), `with_timezone(x, zone)`, `current_timezone()`.
//!
//! The zone must be a literal: a column of timestamps has one zone.

use super::moments::{Moments, from_utc, is_point, out_of_range};
use super::unixtime::literal_zone;
use super::zone::instant;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::VARCHAR;
use arrow::array::timezone::Tz;
use arrow::array::{ArrayRef, StringViewArray};
use arrow::datatypes::{DataType, TimeUnit};
use datafusion::common::Result;
use std::sync::Arc;

/// The same instant, told in another zone. A timestamp without a zone is taken in UTC first.
pub(super) fn at_timezone() -> Definition {
    Definition::new("at_timezone", 2..=2, |types| zoned(types, is_point(types.of(0))), at)
}

/// The same wall-clock time, taken in a zone.
pub(super) fn with_timezone() -> Definition {
    Definition::new("with_timezone", 2..=2, |types| zoned(types, is_plain(types.of(0))), with)
}

pub(super) fn current_timezone() -> Definition {
    let utc = |args: &Arguments| Ok(Arc::new(StringViewArray::from(vec!["UTC"; args.rows])) as ArrayRef);
    Definition::new("current_timezone", 0..=0, |_| Ok(VARCHAR), utc)
}

fn is_plain(of: &DataType) -> bool {
    matches!(of, DataType::Date32 | DataType::Timestamp(_, None))
}

fn zoned(types: &Types, is_right: bool) -> Result<DataType> {
    if !is_right {
        return Err(types.unexpected());
    }
    let unit = match types.of(0) {
        DataType::Timestamp(unit, _) => *unit,
        _ => TimeUnit::Millisecond,
    };
    Ok(DataType::Timestamp(unit, Some(literal_zone(types, 1)?.into())))
}

fn at(args: &Arguments) -> Result<ArrayRef> {
    let moments = Moments::try_new(args.array(0))?;
    let utc = (0..moments.len()).map(|row| moments.utc(row)).collect::<Result<Vec<_>>>()?;
    from_utc(&utc, &args.result)
}

fn with(args: &Arguments) -> Result<ArrayRef> {
    let moments = Moments::try_new(args.array(0))?;
    let DataType::Timestamp(_, Some(zone)) = &args.result else { return Err(out_of_range()) };
    let zone: Tz = zone.parse()?;
    let mut utc = Vec::with_capacity(moments.len());
    for row in 0..moments.len() {
        let local = moments.local(row)?;
        let found = local.map(|local| instant(local, &zone).map(|at| at.naive_utc()).ok_or_else(out_of_range));
        utc.push(found.transpose()?);
    }
    from_utc(&utc, &args.result)
}
