//! `regexp_replace(text, pattern[, replacement])`: every match replaced, or removed. In the replacement `$1` and
//! `${name}` stand for groups, and a backslash before a character for the character.

use super::pattern::{Pattern, PatternReader};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::borrow::Cow;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::Varchar], varchar, remove),
        exactly(&[Kind::Varchar, Kind::Varchar, Kind::Varchar], varchar, replace),
    ];
    scalar("regexp_replace", overloads)
}

fn remove(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns) = (args.varchar(0)?, args.varchar(1)?);
    let mut reader = PatternReader::default();
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(text), Some(pattern)) = (texts.get(row), patterns.get(row)) else { return Ok(None) };
        replaced(text, reader.read(pattern)?, "").map(Some)
    })
}

fn replace(args: &Arguments) -> Result<ArrayRef> {
    let (texts, patterns, replacements) = (args.varchar(0)?, args.varchar(1)?, args.varchar(2)?);
    let mut reader = PatternReader::default();
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(text), Some(pattern), Some(by)) = (texts.get(row), patterns.get(row), replacements.get(row)) else {
            return Ok(None);
        };
        replaced(text, reader.read(pattern)?, by).map(Some)
    })
}

fn replaced<'a>(text: &'a str, pattern: &Pattern, replacement: &str) -> Result<Cow<'a, str>> {
    if pattern.find(text, 0)?.is_none() {
        return Ok(Cow::Borrowed(text));
    }
    let parts = parts(replacement, pattern)?;
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    pattern.for_each_groups(text, |(start, end), groups| {
        out.push_str(&text[kept..start]);
        kept = end;
        for part in &parts {
            match part {
                Part::Character(c) => out.push(*c),
                Part::Group(group) => out.push_str(groups[*group].map_or("", |(start, end)| &text[start..end])),
            }
        }
    })?;
    out.push_str(&text[kept..]);
    Ok(Cow::Owned(out))
}

enum Part {
    Character(char),
    Group(usize),
}

fn parts(replacement: &str, pattern: &Pattern) -> Result<Vec<Part>> {
    let illegal = || invalid_argument(format!("Illegal replacement sequence: {replacement}"));
    let mut parts = Vec::new();
    let mut rest = replacement;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => {
                let escaped = rest.chars().next().ok_or_else(illegal)?;
                rest = &rest[escaped.len_utf8()..];
                parts.push(Part::Character(escaped));
            }
            '$' => {
                let (group, after) = match rest.strip_prefix('{') {
                    Some(named) => {
                        let (name, after) = named.split_once('}').ok_or_else(illegal)?;
                        let no_group =
                            || invalid_argument(format!("Illegal replacement sequence: unknown group {{{name}}}"));
                        (pattern.group_number(name).ok_or_else(no_group)?, after)
                    }
                    None => numbered(rest, pattern)?.ok_or_else(illegal)?,
                };
                parts.push(Part::Group(group));
                rest = after;
            }
            _ => parts.push(Part::Character(c)),
        }
    }
    Ok(parts)
}

/// The group of the digits that `rest` starts with: as many of them as still number a group, the first in any case.
fn numbered<'a>(rest: &'a str, pattern: &Pattern) -> Result<Option<(usize, &'a str)>> {
    let digit = |text: &str| text.chars().next().and_then(|c| c.to_digit(10));
    let Some(first) = digit(rest) else { return Ok(None) };
    let mut group = pattern.group_index(i64::from(first))?;
    let mut after = &rest[1..];
    while let Some(next) = digit(after) {
        let longer = group * 10 + next as usize;
        if longer > pattern.group_count() {
            break;
        }
        group = longer;
        after = &after[1..];
    }
    Ok(Some((group, after)))
}
