//! The projected values of one column that a predicate leaves.

use super::Projection;
use crate::hive::domain::{Domain, Value};
use crate::hive::partition_column::{PartitionColumn, ValueKind};
use crate::hive::refusal::invalid;
use ashiato_sql::Error;
use std::collections::HashSet;
use std::ops::Range;

/// The most values of one column that are looked through one by one.
const LOOKED_THROUGH_MAX: u64 = 10_000_000;

/// The values of a column, in the projection's order, that lie in the domain; none twice.
///
/// # Errors
/// `CONSTRAINT_VIOLATION` where an injected column is not bound to values, `HIVE_INVALID_PARTITION_VALUE` where a
/// projected text is no value of the column's type, `INVALID_TABLE_PROPERTY` where there are too many values.
pub(crate) fn select(projection: &Projection, column: &PartitionColumn, domain: &Domain) -> Result<Vec<String>, Error> {
    if *projection == Projection::Injected {
        return injected(column, domain);
    }
    let len = len(projection);
    let text_at = |position| text_at(projection, position);
    let ascending = ascending_values(projection, column.kind);
    let ranges = match &ascending {
        Some(value_at) => domain.positions(len, value_at),
        None => std::iter::once(0..len).collect(),
    };
    let looked_through = ranges.iter().map(|range| range.end - range.start).sum::<u64>();
    if looked_through > LOOKED_THROUGH_MAX {
        return Err(too_many(column, looked_through));
    }
    let mut seen = HashSet::new();
    let mut texts = Vec::new();
    for position in ranges.into_iter().flat_map(Range::into_iter) {
        let text = text_at(position);
        let allowed = ascending.is_some() || allows(column, domain, &text)?;
        if allowed && seen.insert(text.clone()) {
            texts.push(text);
        }
    }
    Ok(texts)
}

/// Whether a folder's text is in the domain of its column.
///
/// # Errors
/// `HIVE_INVALID_PARTITION_VALUE`.
pub(crate) fn allows(column: &PartitionColumn, domain: &Domain, text: &str) -> Result<bool, Error> {
    Ok(column.value(text)?.is_none_or(|value| domain.contains(&value)))
}

fn injected(column: &PartitionColumn, domain: &Domain) -> Result<Vec<String>, Error> {
    let points = if column.kind == ValueKind::Other { None } else { domain.points() };
    let points = points.ok_or_else(|| {
        let message = format!(
            "For the injected projected partition column {}, the WHERE clause must contain only static equality \
             conditions, and at least one such condition must be present.",
            column.name
        );
        invalid("CONSTRAINT_VIOLATION", message)
    })?;
    Ok(points.into_iter().map(Value::folder_text).collect())
}

fn len(projection: &Projection) -> u64 {
    match projection {
        Projection::Listed(values) => values.len() as u64,
        Projection::Integers(range) => range.len(),
        Projection::Dates(range) => range.len(),
        Projection::Injected => 0,
    }
}

fn text_at(projection: &Projection, position: u64) -> String {
    match projection {
        Projection::Listed(values) => values[position as usize].clone(),
        Projection::Integers(range) => range.text_at(position),
        Projection::Dates(range) => range.text_at(position),
        Projection::Injected => String::new(),
    }
}

/// The values by position, where they ascend: then the domain's bounds are found by halving, and no value
/// outside of them is ever made.
fn ascending_values<'a>(projection: &'a Projection, kind: ValueKind) -> Option<Box<dyn Fn(u64) -> Value + 'a>> {
    match (projection, kind) {
        (Projection::Integers(range), ValueKind::Integer) => Some(Box::new(|at| Value::Integer(range.number_at(at)))),
        (Projection::Integers(range), ValueKind::Text) if range.texts_ascend() => {
            Some(Box::new(|at| Value::Text(range.text_at(at))))
        }
        (Projection::Dates(range), ValueKind::Text) if range.texts_ascend() => {
            Some(Box::new(|at| Value::Text(range.text_at(at))))
        }
        _ => None,
    }
}

fn too_many(column: &PartitionColumn, count: u64) -> Error {
    let message = format!(
        "The projected partition column {} has {count} values to look through, more than {LOOKED_THROUGH_MAX}: \
         narrow its range, or name its values in the WHERE clause",
        column.name
    );
    invalid("INVALID_TABLE_PROPERTY", message)
}
