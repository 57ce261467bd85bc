//! `euclidean_distance(x, y)`, `dot_product(x, y)` and `cosine_similarity(x, y)`: two arrays of numbers as vectors.

use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{Array, ArrayRef, AsArray, Float64Array};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Float64Type};
use datafusion::common::Result;
use datafusion::error::DataFusionError;
use std::sync::Arc;

pub(super) fn definitions() -> Vec<Definition> {
    vec![
        Definition::new("euclidean_distance", 2..=2, returns, |args| each_pair(args, euclidean_distance)),
        Definition::new("dot_product", 2..=2, returns, |args| each_pair(args, |x, y| Ok(dot_product(x, y)))),
        Definition::new("cosine_similarity", 2..=2, returns, |args| each_pair(args, cosine_similarity)),
    ]
}

fn returns(types: &Types) -> Result<DataType> {
    let is_vector = |of: &DataType| match of {
        DataType::List(item) => item.data_type().is_numeric() || item.data_type().is_null(),
        _ => false,
    };
    if is_vector(types.of(0)) && is_vector(types.of(1)) { Ok(DataType::Float64) } else { Err(types.unexpected()) }
}

/// NULL where a vector is NULL or has a NULL within; an error where the lengths differ.
fn each_pair(args: &Arguments, of: fn(&[f64], &[f64]) -> Result<f64>) -> Result<ArrayRef> {
    let (left, right) = (args.array(0).as_list::<i32>(), args.array(1).as_list::<i32>());
    let mut values = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if left.is_null(row) || right.is_null(row) {
            values.push(None);
            continue;
        }
        let (x, y) = (cast(&left.value(row), &DataType::Float64)?, cast(&right.value(row), &DataType::Float64)?);
        let (x, y) = (x.as_primitive::<Float64Type>(), y.as_primitive::<Float64Type>());
        if x.len() != y.len() {
            return Err(invalid("The arguments must have the same length"));
        }
        let has_null = x.null_count() > 0 || y.null_count() > 0;
        values.push(if has_null { None } else { Some(of(x.values(), y.values())?) });
    }
    Ok(Arc::new(Float64Array::from(values)))
}

fn euclidean_distance(x: &[f64], y: &[f64]) -> Result<f64> {
    let squares = x.iter().zip(y).map(|(x, y)| (x - y) * (x - y));
    Ok(squares.fold(0.0, |sum, square| sum + square).sqrt())
}

/// Summed from zero, and not by `sum`, whose empty sum is -0.0.
fn dot_product(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).fold(0.0, |sum, (x, y)| sum + x * y)
}

fn cosine_similarity(x: &[f64], y: &[f64]) -> Result<f64> {
    let (x_squared, y_squared) = (dot_product(x, x), dot_product(y, y));
    if x_squared == 0.0 || y_squared == 0.0 {
        return Err(invalid("Vector magnitude cannot be zero"));
    }
    Ok(dot_product(x, y) / (x_squared.sqrt() * y_squared.sqrt()))
}

fn invalid(message: &str) -> DataFusionError {
    failure("INVALID_FUNCTION_ARGUMENT", message)
}
