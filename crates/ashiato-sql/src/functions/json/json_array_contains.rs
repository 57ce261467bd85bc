//! `json_array_contains(json, value)`: whether an array holds a text, number or boolean; NULL where it is no array.

use super::scalar::scalar_text;
use super::scan::{self, Kind as JsonKind};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, boolean, exactly, scalar};
use arrow::array::{ArrayRef, BooleanArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::JsonText, Kind::Varchar], boolean, contains_text),
        exactly(&[Kind::JsonText, Kind::Boolean], boolean, contains_boolean),
        exactly(&[Kind::JsonText, Kind::Bigint], boolean, contains_integer),
        exactly(&[Kind::JsonText, Kind::Double], boolean, contains_double),
    ];
    scalar("json_array_contains", overloads)
}

/// Whether any element is accepted. The whole array is read, so that a damaged one answers NULL.
fn any_element(array: &str, accepts: impl Fn(JsonKind, &str) -> bool) -> Option<bool> {
    let mut found = false;
    for element in scan::elements(array)? {
        let element = element?;
        found |= accepts(scan::kind(element)?, element);
    }
    Some(found)
}

fn contains_text(args: &Arguments) -> Result<ArrayRef> {
    let (arrays, wanted) = (args.json_text(0)?, args.varchar(1)?);
    args.each::<BooleanArray, _>(|row| {
        let (array, wanted) = (arrays.get(row)?, wanted.get(row)?);
        any_element(array, |kind, element| {
            kind == JsonKind::String && scalar_text(element).is_some_and(|text| text == wanted)
        })
    })
}

fn contains_boolean(args: &Arguments) -> Result<ArrayRef> {
    let (arrays, wanted) = (args.json_text(0)?, args.boolean(1)?);
    args.each::<BooleanArray, _>(|row| {
        let (array, wanted) = (arrays.get(row)?, if wanted.get(row)? { "true" } else { "false" });
        any_element(array, |_, element| element == wanted)
    })
}

fn contains_integer(args: &Arguments) -> Result<ArrayRef> {
    let (arrays, wanted) = (args.json_text(0)?, args.bigint(1)?);
    args.each::<BooleanArray, _>(|row| {
        let (array, wanted) = (arrays.get(row)?, wanted.get(row)?);
        any_element(array, |kind, element| kind == JsonKind::Number && element.parse() == Ok(wanted))
    })
}

/// Only numbers written with a fraction or an exponent are doubles: `1` is not `1.0`, as in Trino.
fn contains_double(args: &Arguments) -> Result<ArrayRef> {
    let (arrays, wanted) = (args.json_text(0)?, args.double(1)?);
    args.each::<BooleanArray, _>(|row| {
        let (array, wanted) = (arrays.get(row)?, wanted.get(row)?);
        any_element(array, |kind, element| {
            kind == JsonKind::Number && element.contains(['.', 'e', 'E']) && element.parse() == Ok(wanted)
        })
    })
}
