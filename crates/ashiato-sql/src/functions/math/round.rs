//! `ceil`, `floor`, `round`, `truncate`: whole numbers stay as they are, decimals keep their digits, halves are
//! rounded away from zero.

use super::is_exact;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{Array, ArrayRef, AsArray, Decimal128Array, Float64Array, Int64Array};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Decimal128Type};
use datafusion::common::Result;
use std::sync::Arc;

pub(super) fn definitions() -> Vec<Definition> {
    vec![
        Definition::new("ceil", 1..=1, |types| returns(types, 1), |args| run(args, Mode::Up))
            .with_aliases(&["ceiling"]),
        Definition::new("floor", 1..=1, |types| returns(types, 1), |args| run(args, Mode::Down)),
        Definition::new("round", 1..=2, |types| returns(types, 1), |args| run(args, Mode::Half)),
        Definition::new("truncate", 1..=2, |types| returns(types, 0), |args| run(args, Mode::Cut)),
    ]
}

#[derive(Debug, Clone, Copy)]
enum Mode {
    Up,
    Down,
    Half,
    Cut,
}

/// A decimal loses its scale where no digits are asked for, and may gain a digit in front.
fn returns(types: &Types, gained: u8) -> Result<DataType> {
    match types.of(0) {
        _ if types.len() == 2 && !types.of(1).is_integer() => Err(types.unexpected()),
        DataType::Decimal128(precision, scale) if types.len() == 1 => {
            let gained = if *scale == 0 { 0 } else { gained };
            Ok(DataType::Decimal128((precision - scale.unsigned_abs() + gained).clamp(1, 38), 0))
        }
        DataType::Decimal128(precision, scale) => Ok(DataType::Decimal128((precision + gained).min(38), *scale)),
        of if of.is_numeric() => Ok(of.clone()),
        _ => Err(types.unexpected()),
    }
}

fn run(args: &Arguments, mode: Mode) -> Result<ArrayRef> {
    let digits = match args.len() {
        1 => Int64Array::from(vec![0; args.rows]),
        _ => args.bigint(1)?,
    };
    match args.array(0).data_type() {
        of if is_exact(of) => exact(args, &digits, mode),
        of => {
            let doubles = args.double(0)?;
            let of_row = |row| match doubles.is_null(row) || digits.is_null(row) {
                true => None,
                false => Some(double(doubles.value(row), digits.value(row), mode)),
            };
            Ok(cast(&(0..args.rows).map(of_row).collect::<Float64Array>(), of)?)
        }
    }
}

fn double(value: f64, digits: i64, mode: Mode) -> f64 {
    let factor = 10_f64.powi(digits.clamp(-400, 400) as i32);
    let scaled = value * factor;
    // Nothing to round where the value is too large or too small to have such digits.
    if !scaled.is_finite() || factor == 0.0 {
        return if factor == 0.0 && value.is_finite() { 0.0 } else { value };
    }
    let whole = match mode {
        Mode::Up => scaled.ceil(),
        Mode::Down => scaled.floor(),
        Mode::Half => scaled.round(),
        Mode::Cut => scaled.trunc(),
    };
    whole / factor
}

/// Integers and decimals alike, as digits with a scale.
fn exact(args: &Arguments, digits: &Int64Array, mode: Mode) -> Result<ArrayRef> {
    let (values, scale) = match args.array(0).data_type() {
        DataType::Decimal128(_, scale) => (args.array(0).as_primitive::<Decimal128Type>().clone(), i64::from(*scale)),
        _ => (args.bigint(0)?.iter().map(|value| value.map(i128::from)).collect(), 0),
    };
    let scale_to = match args.result {
        DataType::Decimal128(_, scale) => i64::from(scale),
        _ => 0,
    };
    let of_row = |row| match values.is_null(row) || digits.is_null(row) {
        true => None,
        false => {
            let rounded = at_digit(values.value(row), scale - digits.value(row), mode);
            Some(rounded / 10_i128.pow((scale - scale_to).clamp(0, 38) as u32))
        }
    };
    let rounded: Decimal128Array = (0..args.rows).map(of_row).collect();
    match args.result {
        DataType::Decimal128(precision, scale) => Ok(Arc::new(rounded.with_precision_and_scale(precision, scale)?)),
        _ => Ok(cast(&rounded.with_precision_and_scale(38, 0)?, &args.result)?),
    }
}

/// Makes the last `dropped` digits zero.
fn at_digit(value: i128, dropped: i64, mode: Mode) -> i128 {
    if dropped <= 0 {
        return value;
    }
    let Some(unit) = u32::try_from(dropped).ok().and_then(|dropped| 10_i128.checked_pow(dropped)) else { return 0 };
    let down = value.div_euclid(unit) * unit;
    match mode {
        Mode::Down => down,
        Mode::Up if down == value => value,
        Mode::Up => down.saturating_add(unit),
        Mode::Cut => value / unit * unit,
        Mode::Half => crate::planner::divide_half_up(value, unit).saturating_mul(unit),
    }
}
