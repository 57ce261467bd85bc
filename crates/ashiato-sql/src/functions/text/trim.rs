//! `trim`, `ltrim`, `rtrim`: white space, or the characters given, off either end.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, Overload, exactly, scalar, scalar_with_aliases, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// Also under the name that `TRIM(BOTH … FROM …)` is planned with.
pub(super) fn trim() -> Arc<ScalarUDF> {
    scalar_with_aliases("trim", &["btrim"], overloads(|args| trimmed(args, both_ends)))
}

pub(super) fn ltrim() -> Arc<ScalarUDF> {
    scalar("ltrim", overloads(|args| trimmed(args, left)))
}

pub(super) fn rtrim() -> Arc<ScalarUDF> {
    scalar("rtrim", overloads(|args| trimmed(args, right)))
}

/// The spaces that fill up a CHAR(n).
pub(crate) fn spaces() -> Arc<ScalarUDF> {
    scalar(
        "$trim_spaces",
        vec![exactly(&[Kind::Varchar], varchar, |args| {
            let texts = args.varchar(0)?;
            args.each::<StringViewArray, _>(|row| Some(texts.get(row)?.trim_end_matches(' ')))
        })],
    )
}

fn overloads(kernel: fn(&Arguments) -> Result<ArrayRef>) -> Vec<Overload> {
    vec![exactly(&[Kind::Varchar], varchar, kernel), exactly(&[Kind::Varchar, Kind::Varchar], varchar, kernel)]
}

type Trim = for<'a> fn(&'a str, &dyn Fn(char) -> bool) -> &'a str;

fn both_ends<'a>(text: &'a str, off: &dyn Fn(char) -> bool) -> &'a str {
    right(left(text, off), off)
}

fn left<'a>(text: &'a str, off: &dyn Fn(char) -> bool) -> &'a str {
    text.trim_start_matches(off)
}

fn right<'a>(text: &'a str, off: &dyn Fn(char) -> bool) -> &'a str {
    text.trim_end_matches(off)
}

fn trimmed(args: &Arguments, trim: Trim) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    if args.len() == 1 {
        return args.each::<StringViewArray, _>(|row| Some(trim(texts.get(row)?, &is_white_space)));
    }
    let characters = args.varchar(1)?;
    args.each::<StringViewArray, _>(|row| {
        let off = characters.get(row)?;
        Some(trim(texts.get(row)?, &|c| off.contains(c)))
    })
}

/// What Java calls white space: not the spaces that forbid a line break.
fn is_white_space(c: char) -> bool {
    match c {
        '\u{1c}'..='\u{1f}' => true,
        '\u{85}' | '\u{a0}' | '\u{2007}' | '\u{202f}' => false,
        _ => c.is_whitespace(),
    }
}
