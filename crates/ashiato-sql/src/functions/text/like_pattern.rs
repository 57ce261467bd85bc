//! `"$like_pattern"(pattern[, escape])`: a LIKE pattern of Trino's as one for Arrow's LIKE.
//!
//! Trino has no escape character unless ESCAPE names one; Arrow's is always the backslash. So `x LIKE p` means
//! `x LIKE "$like_pattern"(p)`, and `x LIKE p ESCAPE e` means `x LIKE "$like_pattern"(p, e)`. On literals the
//! optimizer leaves a plain literal, which scans see through.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar], varchar, without_escape),
        exactly(&[Kind::Varchar, Kind::Varchar], varchar, with_escape),
    ];
    scalar("$like_pattern", overloads)
}

fn without_escape(args: &Arguments) -> Result<ArrayRef> {
    let patterns = args.varchar(0)?;
    args.each::<StringViewArray, _>(|row| patterns.get(row).map(|pattern| pattern.replace('\\', "\\\\")))
}

fn with_escape(args: &Arguments) -> Result<ArrayRef> {
    let (patterns, escapes) = (args.varchar(0)?, args.varchar(1)?);
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(pattern), Some(escape)) = (patterns.get(row), escapes.get(row)) else { return Ok(None) };
        let mut characters = escape.chars();
        let (Some(escape), None) = (characters.next(), characters.next()) else {
            return Err(invalid_argument("Escape string must be a single character"));
        };
        let translated = arrow_pattern(pattern, escape);
        Ok(Some(translated.ok_or_else(|| {
            invalid_argument("Escape character must be followed by '%', '_' or the escape character itself")
        })?))
    })
}

/// `None` where the escape character stands before anything but `%`, `_` and itself.
fn arrow_pattern(pattern: &str, escape: char) -> Option<String> {
    let mut translated = String::with_capacity(pattern.len());
    let mut characters = pattern.chars();
    while let Some(c) = characters.next() {
        let (c, is_literal) = if c == escape {
            let escaped = characters.next().filter(|c| ['%', '_', escape].contains(c))?;
            (escaped, true)
        } else {
            (c, c == '\\')
        };
        if is_literal && ['%', '_', '\\'].contains(&c) {
            translated.push('\\');
        }
        translated.push(c);
    }
    Some(translated)
}

#[cfg(test)]
mod tests {
    use super::arrow_pattern;

    #[test]
    fn patterns_mean_the_same_with_arrows_escape() {
        for (pattern, escape, expected) in [
            ("a#_b%", '#', Some("a\\_b%")),
            ("a##b", '#', Some("a#b")),
            ("a\\b", '#', Some("a\\\\b")),
            ("a\\_b", '\\', Some("a\\_b")),
            ("a\\\\b", '\\', Some("a\\\\b")),
            ("a%%b", '%', Some("a\\%b")),
            ("a#", '#', None),
            ("#a", '#', None),
        ] {
            assert_eq!(arrow_pattern(pattern, escape).as_deref(), expected, "{pattern}");
        }
    }
}
