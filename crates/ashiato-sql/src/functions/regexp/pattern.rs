//! A compiled pattern and its matches, found as Java finds them.
//!
//! Matching takes time linear in the text, unless the pattern has what only backtracking can do.

use super::java;
use crate::functions::overload::invalid_argument;
use datafusion::error::{DataFusionError, Result};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Start and end of a match or a group, in bytes.
pub(crate) type Span = (usize, usize);

/// How many patterns a thread keeps compiled. Beyond that all are dropped: a query has few, unless its patterns come
/// from a column.
const KEPT_MAX: usize = 64;

/// Steps of backtracking for one search, after which it is given up.
const BACKTRACKING_STEPS_MAX: usize = 10_000_000;

#[derive(Debug)]
pub(crate) struct Pattern {
    text: String,
    engine: Engine,
}

#[derive(Debug)]
enum Engine {
    Linear(regex::Regex),
    Backtracking(Box<fancy_regex::Regex>),
}

/// Compiles patterns row after row: only where a row's pattern is another than the row's before, and at most once a
/// thread while it is kept.
#[derive(Debug, Default)]
pub(crate) struct PatternReader {
    last: Option<Rc<Pattern>>,
}

impl PatternReader {
    /// The compiled pattern.
    ///
    /// # Errors
    /// `INVALID_FUNCTION_ARGUMENT` that shows the pattern and what is wrong with it.
    pub(crate) fn read(&mut self, text: &str) -> Result<&Pattern> {
        if self.last.as_ref().is_none_or(|last| last.text != text) {
            self.last = None;
        }
        match &mut self.last {
            Some(pattern) => Ok(pattern),
            last => Ok(last.insert(kept(text)?)),
        }
    }
}

fn kept(text: &str) -> Result<Rc<Pattern>> {
    thread_local! {
        static KEPT: RefCell<HashMap<String, Rc<Pattern>>> = RefCell::new(HashMap::new());
    }
    KEPT.with_borrow_mut(|kept| {
        if let Some(pattern) = kept.get(text) {
            return Ok(Rc::clone(pattern));
        }
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        let pattern = Rc::new(Pattern::compile(text)?);
        kept.insert(text.to_string(), Rc::clone(&pattern));
        Ok(pattern)
    })
}

impl Pattern {
    fn compile(text: &str) -> Result<Pattern> {
        let translated = java::translate(text);
        let engine = if translated.needs_backtracking {
            let built =
                fancy_regex::RegexBuilder::new(&translated.pattern).backtrack_limit(BACKTRACKING_STEPS_MAX).build();
            Engine::Backtracking(Box::new(built.map_err(|error| invalid(text, &error.to_string()))?))
        } else {
            Engine::Linear(regex::Regex::new(&translated.pattern).map_err(|error| invalid(text, &error.to_string()))?)
        };
        Ok(Pattern { text: text.to_string(), engine })
    }

    /// How many groups the pattern has, the whole match not counted.
    pub(super) fn group_count(&self) -> usize {
        match &self.engine {
            Engine::Linear(regex) => regex.captures_len() - 1,
            Engine::Backtracking(regex) => regex.captures_len() - 1,
        }
    }

    /// The number of the group of that name.
    pub(super) fn group_number(&self, name: &str) -> Option<usize> {
        match &self.engine {
            Engine::Linear(regex) => regex.capture_names().position(|of| of == Some(name)),
            Engine::Backtracking(regex) => regex.capture_names().position(|of| of == Some(name)),
        }
    }

    pub(super) fn is_match(&self, text: &str) -> Result<bool> {
        match &self.engine {
            Engine::Linear(regex) => Ok(regex.is_match(text)),
            Engine::Backtracking(regex) => regex.is_match(text).map_err(|error| self.failed(&error)),
        }
    }

    /// The first match that starts at `from` or later.
    pub(super) fn find(&self, text: &str, from: usize) -> Result<Option<Span>> {
        match &self.engine {
            Engine::Linear(regex) => Ok(regex.find_at(text, from).map(|found| (found.start(), found.end()))),
            Engine::Backtracking(regex) => {
                let found = regex.find_from_pos(text, from).map_err(|error| self.failed(&error))?;
                Ok(found.map(|found| (found.start(), found.end())))
            }
        }
    }

    /// The same with its groups, the whole match first; `None` for a group that took no part.
    pub(super) fn groups(&self, text: &str, from: usize) -> Result<Option<Vec<Option<Span>>>> {
        match &self.engine {
            Engine::Linear(regex) => Ok(regex
                .captures_at(text, from)
                .map(|groups| groups.iter().map(|group| group.map(|group| (group.start(), group.end()))).collect())),
            Engine::Backtracking(regex) => {
                let found = regex.captures_from_pos(text, from).map_err(|error| self.failed(&error))?;
                Ok(found
                    .map(|groups| groups.iter().map(|group| group.map(|group| (group.start(), group.end()))).collect()))
            }
        }
    }

    /// Calls `each` with every match from the first on.
    pub(super) fn for_each_match(&self, text: &str, mut each: impl FnMut(Span)) -> Result<()> {
        let mut from = Some(0);
        while let Some(start) = from
            && let Some(span) = self.find(text, start)?
        {
            each(span);
            from = next_start(text, span);
        }
        Ok(())
    }

    /// Calls `each` with the groups of every match from the first on.
    pub(crate) fn for_each_groups(&self, text: &str, mut each: impl FnMut(Span, &[Option<Span>])) -> Result<()> {
        let mut from = Some(0);
        while let Some(start) = from
            && let Some(groups) = self.groups(text, start)?
        {
            let span = groups[0].expect("a match has the whole for its first group");
            each(span, &groups);
            from = next_start(text, span);
        }
        Ok(())
    }

    /// Refuses a group that the pattern lacks, and makes an index of the number.
    pub(super) fn group_index(&self, group: i64) -> Result<usize> {
        let count = self.group_count();
        if group < 0 {
            return Err(invalid_argument("Group cannot be negative"));
        }
        usize::try_from(group).ok().filter(|group| *group <= count).ok_or_else(|| {
            invalid_argument(format!("Pattern has {count} groups. Cannot access group {group}: '{}'", self.text))
        })
    }

    fn failed(&self, error: &fancy_regex::Error) -> DataFusionError {
        invalid_argument(format!("Regular expression '{}' cannot be matched: {error}", self.text))
    }
}

/// Where to search on after a match, as in Java: at its end, or a character further where it is empty; `None` past
/// the end of the text. (The `regex` crate's own iterator skips an empty match right after another.)
pub(super) fn next_start(text: &str, (start, end): Span) -> Option<usize> {
    if start < end {
        return Some(end);
    }
    text[end..].chars().next().map(|c| end + c.len_utf8())
}

/// The last line of a compiler's report says what is wrong; those before draw the pattern.
fn invalid(pattern: &str, report: &str) -> DataFusionError {
    let reason = report.lines().last().unwrap_or_default().trim().trim_start_matches("error: ");
    invalid_argument(format!("Invalid regular expression '{pattern}': {reason}"))
}

#[cfg(test)]
mod tests {
    use super::{Pattern, PatternReader};
    use proptest::prelude::*;

    fn spans(pattern: &str, text: &str) -> Vec<(usize, usize)> {
        let mut spans = Vec::new();
        let pattern = Pattern::compile(pattern).expect("a valid pattern");
        pattern.for_each_match(text, |span| spans.push(span)).expect("a match without backtracking");
        spans
    }

    #[test]
    fn empty_matches_stand_where_java_finds_them() {
        assert_eq!(spans("a*", "baaac"), [(0, 0), (1, 4), (4, 4), (5, 5)]);
        assert_eq!(spans("", "é"), [(0, 0), (2, 2)]);
        assert_eq!(spans("(?<=b)x*", "abx"), [(2, 3)]);
    }

    #[test]
    fn runaway_backtracking_is_given_up() {
        let mut reader = PatternReader::default();
        let pattern = reader.read(r"^((?!x)a+)+$").expect("a valid pattern");
        let text = format!("{}c", "a".repeat(64));
        let error = pattern.is_match(&text).expect_err("too many steps").to_string();
        assert!(error.contains(r"'^((?!x)a+)+$' cannot be matched"), "{error}");
    }

    proptest! {
        #[test]
        fn quoted_text_matches_itself_alone(text in "[ -~é]{1,12}") {
            prop_assume!(!text.contains("\\E"));
            let quoted = Pattern::compile(&format!("^\\Q{text}\\E$")).expect("a quoted pattern is valid");
            prop_assert!(quoted.is_match(&text).expect("no backtracking"));
            prop_assert!(!quoted.is_match(&(text + ".")).expect("no backtracking"));
        }

        #[test]
        fn no_pattern_panics(pattern in "[\\[\\](){}?*+|^$.\\\\&~a-c0-9<>:=!,-]{0,12}") {
            let _ = Pattern::compile(&pattern);
        }
    }
}
