//! `lpad(text, size, padding)` and `rpad`: filled up to, or cut down to, that many characters.

use super::substr::byte_of_char;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// Trino allows up to 2³¹−1 characters a value; a text of that size a row would exhaust memory, so less is allowed.
const CHARACTERS_MAX: i64 = 1 << 24;

const KINDS: &[Kind] = &[Kind::Varchar, Kind::Bigint, Kind::Varchar];

pub(super) fn lpad() -> Arc<ScalarUDF> {
    scalar("lpad", vec![exactly(KINDS, varchar, |args| padded(args, |text, padding| format!("{padding}{text}")))])
}

pub(super) fn rpad() -> Arc<ScalarUDF> {
    scalar("rpad", vec![exactly(KINDS, varchar, |args| padded(args, |text, padding| format!("{text}{padding}")))])
}

fn padded(args: &Arguments, join: fn(&str, &str) -> String) -> Result<ArrayRef> {
    let (texts, sizes, paddings) = (args.varchar(0)?, args.bigint(1)?, args.varchar(2)?);
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(text), Some(size), Some(padding)) = (texts.get(row), sizes.get(row), paddings.get(row)) else {
            return Ok(None);
        };
        if !(0..=CHARACTERS_MAX).contains(&size) {
            return Err(invalid_argument(format!("Target length must be in the range [0..{CHARACTERS_MAX}]")));
        }
        if padding.is_empty() {
            return Err(invalid_argument("Padding string must not be empty"));
        }
        let size = size as usize;
        let missing = size.saturating_sub(text.chars().count());
        if missing == 0 {
            return Ok(Some(text[..byte_of_char(text, size)].to_string()));
        }
        let filling: String = padding.chars().cycle().take(missing).collect();
        Ok(Some(join(text, &filling)))
    })
}
