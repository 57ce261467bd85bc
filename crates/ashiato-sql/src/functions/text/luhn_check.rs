//! `luhn_check(digits)`: whether the last digit is the Luhn check digit of the others.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, boolean, exactly, invalid_argument, scalar};
use arrow::array::{ArrayRef, BooleanArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("luhn_check", vec![exactly(&[Kind::Varchar], boolean, luhn_check)])
}

fn luhn_check(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.try_each::<BooleanArray, _>(|row| texts.get(row).map(is_valid).transpose())
}

fn is_valid(text: &str) -> Result<bool> {
    let mut sum = 0;
    for (place, c) in text.chars().rev().enumerate() {
        let digit =
            c.to_digit(10).ok_or_else(|| invalid_argument(format!("Invalid character in luhn_check: '{c}'")))?;
        let weighted = if place % 2 == 1 { digit * 2 } else { digit };
        sum += weighted / 10 + weighted % 10;
    }
    Ok(!text.is_empty() && sum % 10 == 0)
}
