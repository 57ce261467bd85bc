//! `date_add(unit, count, x)`, `date_diff(unit, from, to)`, `date_trunc(unit, x)`.

use super::moments::{Moments, from_utc, is_point, is_time};
use super::unit::Unit;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{Array, ArrayRef, Int64Array};
use arrow::datatypes::DataType;
use datafusion::common::Result;
use std::sync::Arc;

pub(super) fn date_add() -> Definition {
    Definition::new("date_add", 3..=3, added_type, add)
}

pub(super) fn date_diff() -> Definition {
    Definition::new("date_diff", 3..=3, |types| same_as(types, 1).and(same_as(types, 2)).map(|_| DataType::Int64), diff)
}

pub(super) fn date_trunc() -> Definition {
    Definition::new("date_trunc", 2..=2, |types| same_as(types, 1), trunc)
}

fn added_type(types: &Types) -> Result<DataType> {
    let is_count = types.of(1).is_integer() || types.of(1).is_null();
    if is_count { same_as(types, 2) } else { Err(types.unexpected()) }
}

fn same_as(types: &Types, index: usize) -> Result<DataType> {
    let of = types.of(index);
    let is_text = matches!(types.of(0), DataType::Utf8 | DataType::Utf8View | DataType::Null);
    if is_text && (is_point(of) || is_time(of)) { Ok(of.clone()) } else { Err(types.unexpected()) }
}

type UnitOfRow = Box<dyn Fn(usize) -> Result<Option<Unit>>>;

/// The unit of each row; None where it is NULL.
fn units(args: &Arguments, of: &DataType) -> Result<UnitOfRow> {
    if let Some(name) = args.literal(0) {
        let unit = Unit::parse(name, of)?;
        return Ok(Box::new(move |_| Ok(Some(unit))));
    }
    let (names, of) = (args.text(0)?, of.clone());
    Ok(Box::new(move |row| match names.is_null(row) {
        true => Ok(None),
        false => Unit::parse(names.value(row), &of).map(Some),
    }))
}

fn add(args: &Arguments) -> Result<ArrayRef> {
    let (counts, moments) = (args.bigint(1)?, Moments::try_new(args.array(2))?);
    let unit = units(args, &args.result)?;
    let mut added = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        let (Some(unit), Some(local), Some(utc)) = (unit(row)?, moments.local(row)?, moments.utc(row)?) else {
            added.push(None);
            continue;
        };
        added.push(match counts.is_null(row) {
            true => None,
            // An hour is an hour; a day later is the same time of day, however long that day was.
            false if unit.is_exact() => Some(unit.add(utc, counts.value(row))?),
            false => Some(moments.to_utc(unit.add(local, counts.value(row))?)?),
        });
    }
    from_utc(&added, &args.result)
}

fn diff(args: &Arguments) -> Result<ArrayRef> {
    let (from, to) = (Moments::try_new(args.array(1))?, Moments::try_new(args.array(2))?);
    // Hours are told between dates where one side is a timestamp.
    let of = match args.array(1).data_type() {
        DataType::Date32 => args.array(2).data_type(),
        of => of,
    };
    let unit = units(args, of)?;
    let mut found = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        let Some(unit) = unit(row)? else {
            found.push(None);
            continue;
        };
        let both = match unit.is_exact() {
            true => from.utc(row)?.zip(to.utc(row)?),
            false => from.local(row)?.zip(to.local(row)?),
        };
        found.push(both.map(|(from, to)| unit.between(from, to)));
    }
    Ok(Arc::new(Int64Array::from(found)))
}

fn trunc(args: &Arguments) -> Result<ArrayRef> {
    let moments = Moments::try_new(args.array(1))?;
    let unit = units(args, &args.result)?;
    let mut starts = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        starts.push(match unit(row)?.zip(moments.local(row)?) {
            Some((unit, local)) => Some(moments.to_utc(unit.truncate(local))?),
            None => None,
        });
    }
    from_utc(&starts, &args.result)
}
