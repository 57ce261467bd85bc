//! Functions of doubles: roots, powers, logarithms, trigonometry, and what is no number.

use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{ArrayRef, BooleanArray, Float64Array};
use arrow::compute::{binary, unary};
use arrow::datatypes::{DataType, Float64Type};
use datafusion::common::Result;
use std::sync::Arc;

pub(super) fn definitions() -> Vec<Definition> {
    let of_one = |name, run| Definition::new(name, 1..=1, of_numbers, run);
    let of_two = |name, run| Definition::new(name, 2..=2, of_numbers, run);
    let constant = |name, run| Definition::new(name, 0..=0, |_| Ok(DataType::Float64), run);
    let test = |name, run| Definition::new(name, 1..=1, |types| of_numbers(types).map(|_| DataType::Boolean), run);
    vec![
        of_one("acos", |args| one(args, f64::acos)),
        of_one("asin", |args| one(args, f64::asin)),
        of_one("atan", |args| one(args, f64::atan)),
        of_one("cbrt", |args| one(args, f64::cbrt)),
        of_one("cos", |args| one(args, f64::cos)),
        of_one("cosh", |args| one(args, f64::cosh)),
        of_one("degrees", |args| one(args, f64::to_degrees)),
        of_one("exp", |args| one(args, f64::exp)),
        of_one("ln", |args| one(args, f64::ln)),
        of_one("log10", |args| one(args, f64::log10)),
        of_one("log2", |args| one(args, f64::log2)),
        of_one("radians", |args| one(args, f64::to_radians)),
        of_one("sin", |args| one(args, f64::sin)),
        of_one("sinh", |args| one(args, f64::sinh)),
        of_one("sqrt", |args| one(args, f64::sqrt)),
        of_one("tan", |args| one(args, f64::tan)),
        of_one("tanh", |args| one(args, f64::tanh)),
        of_two("atan2", |args| two(args, f64::atan2)),
        // A ratio of natural logarithms is not whole where the base's power is; these two bases have their own.
        of_two("log", |args| {
            two(args, |base, x| match base {
                2.0 => x.log2(),
                10.0 => x.log10(),
                base => x.ln() / base.ln(),
            })
        }),
        of_two("power", |args| two(args, f64::powf)).with_aliases(&["pow"]),
        constant("e", |args| every_row(args, std::f64::consts::E)),
        constant("infinity", |args| every_row(args, f64::INFINITY)),
        constant("nan", |args| every_row(args, f64::NAN)),
        constant("pi", |args| every_row(args, std::f64::consts::PI)),
        test("is_finite", |args| is(args, f64::is_finite)),
        test("is_infinite", |args| is(args, f64::is_infinite)),
        test("is_nan", |args| is(args, f64::is_nan)),
    ]
}

fn of_numbers(types: &Types) -> Result<DataType> {
    let is_right = (0..types.len()).all(|index| types.of(index).is_numeric());
    if is_right { Ok(DataType::Float64) } else { Err(types.unexpected()) }
}

fn one(args: &Arguments, function: fn(f64) -> f64) -> Result<ArrayRef> {
    Ok(Arc::new(unary::<_, _, Float64Type>(&args.double(0)?, function)))
}

fn two(args: &Arguments, function: fn(f64, f64) -> f64) -> Result<ArrayRef> {
    Ok(Arc::new(binary::<_, _, _, Float64Type>(&args.double(0)?, &args.double(1)?, function)?))
}

fn every_row(args: &Arguments, value: f64) -> Result<ArrayRef> {
    Ok(Arc::new(Float64Array::from(vec![value; args.rows])))
}

fn is(args: &Arguments, test: fn(f64) -> bool) -> Result<ArrayRef> {
    Ok(Arc::new(args.double(0)?.iter().map(|value| value.map(test)).collect::<BooleanArray>()))
}
