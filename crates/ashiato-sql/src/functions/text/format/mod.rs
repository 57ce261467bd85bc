//! `format(pattern, x, …)`: Java's format strings: `%s %d %,d %05d %.2f %e %x %o %b %c %%`, `%2$s`, and `%tY` and
//! its sisters for dates.

mod number;
mod spec;
mod value;

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, Overload, Parameters, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use spec::{Piece, Spec};
use std::sync::Arc;
use value::{Value, Values};

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Variadic(&[Kind::Varchar, Kind::Any], Kind::Any);
    scalar("format", vec![Overload { parameters, returns: varchar, kernel: format }])
}

fn format(args: &Arguments) -> Result<ArrayRef> {
    let patterns = args.varchar(0)?;
    let columns = (1..args.len()).map(|at| Values::new(args, at)).collect::<Result<Vec<_>>>()?;
    let mut read: Option<(&str, Vec<Piece>)> = None;
    args.try_each::<StringViewArray, _>(|row| {
        let Some(pattern) = patterns.get(row) else { return Ok(None) };
        let invalid = |reason: String| invalid_argument(format!("Invalid format string: {pattern} ({reason})"));
        if read.as_ref().is_none_or(|(last, _)| *last != pattern) {
            read = Some((pattern, spec::read(pattern).map_err(invalid)?));
        }
        let pieces = read.as_ref().map_or(&[][..], |(_, pieces)| pieces);
        let mut text = String::new();
        for piece in pieces {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Value(spec) => {
                    let column = columns.get(spec.argument);
                    let column = column.ok_or_else(|| invalid(format!("no argument for '{}'", spec.text)))?;
                    text.push_str(&formatted(spec, column.get(row)?).map_err(invalid)?);
                }
            }
        }
        Ok(Some(text))
    })
}

/// One value by one specifier; the reason where they do not fit.
fn formatted(spec: &Spec, value: Value) -> Result<String, String> {
    let misfit = |value: &Value| format!("'{}' cannot print {}", spec.text, value.type_name());
    let text = match (spec.conversion, value) {
        ('s' | 'S', value) => cut(value.text(), spec.precision),
        ('b' | 'B', Value::Boolean(value)) => cut(value.to_string(), spec.precision),
        ('b' | 'B', value) => cut((!matches!(value, Value::Null)).to_string(), spec.precision),
        (_, Value::Null) => "null".to_string(),
        ('d', Value::Integer(value)) => number::integer(value, spec),
        ('x' | 'X', Value::Integer(value)) => number::radix(format!("{:x}", value as i64), "0x", spec),
        ('o', Value::Integer(value)) => number::radix(format!("{:o}", value as i64), "0", spec),
        ('f', Value::Double(value)) => number::fixed_double(value, spec),
        ('f', Value::Decimal(digits)) => number::fixed(&digits, spec),
        ('e' | 'E', Value::Double(value)) => number::scientific(value, spec),
        ('c' | 'C', Value::Text(text)) if text.chars().count() == 1 => text,
        ('c' | 'C', Value::Integer(code)) => {
            let character = u32::try_from(code).ok().and_then(char::from_u32);
            character.ok_or_else(|| format!("Code point = {code:#x}"))?.to_string()
        }
        ('t' | 'T', Value::Time(time)) => value::time_part(time, spec.time_part).ok_or_else(|| spec.unknown())?,
        (_, value) => return Err(misfit(&value)),
    };
    let text = if spec.conversion.is_ascii_uppercase() { text.to_uppercase() } else { text };
    Ok(number::pad(text, spec))
}

fn cut(text: String, precision: Option<usize>) -> String {
    match precision {
        Some(characters) => text.chars().take(characters).collect(),
        None => text,
    }
}
