//! Grok: expressions made of named patterns, `%{IP:client} %{WORD:verb}`, as Glue's `GrokSerDe` takes them.
//!
//! A pattern gives its text to the column it is named for; without a name, to a column of its own name in lower case
//! (Athena's user guide, "Grok SerDe": `%{SYSLOGBASE}` fills the column `syslogbase`).

mod patterns;

use super::format::GrokText;
use super::refusal::invalid;
use ashiato_sql::Error;
use std::collections::HashMap;

/// How deep patterns may stand within patterns.
const DEPTH_MAX: usize = 32;

/// The longest expression that patterns may grow to.
const LENGTH_MAX: usize = 256 * 1024;

/// Finds the columns' texts in lines.
#[derive(Debug)]
pub(crate) struct Grok {
    regex: fancy_regex::Regex,
    /// For each column the groups that may hold its text.
    groups: Vec<Vec<usize>>,
}

impl Grok {
    /// An expression whose patterns are named for some of the columns.
    ///
    /// # Errors
    /// `INVALID_TABLE_PROPERTY` for a pattern that does not exist, stands within itself, or is no expression.
    pub(crate) fn new(text: &GrokText, columns: &[String]) -> Result<Grok, Error> {
        let custom = custom_patterns(&text.custom_patterns)?;
        let mut expansion = Expansion { custom, columns, out: String::new(), names: Vec::new() };
        expansion.expand(&text.format, 0)?;
        let wrong = |error: fancy_regex::Error| wrong(format!("'input.format' makes no expression: {error}"));
        let regex = fancy_regex::Regex::new(&expansion.out).map_err(wrong)?;
        let mut groups = vec![Vec::new(); columns.len()];
        for (group, name) in regex.capture_names().enumerate() {
            let Some(name) = name else { continue };
            let by_us = name.strip_prefix(OURS).and_then(|rest| rest.split('_').next()?.parse::<usize>().ok());
            // A group may also be named in the expression itself: (?<column>…).
            let column = by_us.or_else(|| columns.iter().position(|column| column.eq_ignore_ascii_case(name)));
            if let Some(groups) = column.and_then(|column| groups.get_mut(column)) {
                groups.push(group);
            }
        }
        Ok(Grok { regex, groups })
    }

    /// The columns' texts in a line; none at all where the expression is not in it.
    ///
    /// # Errors
    /// The expression took too long.
    pub(crate) fn values(&self, line: &str) -> Result<Vec<Option<String>>, String> {
        let captures = self.regex.captures(line).map_err(|error| error.to_string())?;
        let Some(captures) = captures else { return Ok(Vec::new()) };
        let text = |groups: &Vec<usize>| groups.iter().find_map(|group| captures.get(*group));
        Ok(self.groups.iter().map(|groups| text(groups).map(|found| found.as_str().to_string())).collect())
    }
}

/// What the names of our groups begin with: the column's position follows, then a number of the group's own.
const OURS: &str = "ashiato";

struct Expansion<'a> {
    custom: HashMap<String, String>,
    columns: &'a [String],
    out: String,
    names: Vec<usize>,
}

impl Expansion<'_> {
    fn expand(&mut self, text: &str, depth: usize) -> Result<(), Error> {
        if depth > DEPTH_MAX {
            return Err(wrong(format!("patterns stand deeper than {DEPTH_MAX} within one another")));
        }
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("%{") {
            let Some((reference, after)) = after.split_once('}') else {
                return Err(wrong(format!("'%{{' without '}}': {text}")));
            };
            self.out.push_str(before);
            self.reference(reference, depth)?;
            rest = after;
        }
        self.out.push_str(rest);
        if self.out.len() > LENGTH_MAX {
            return Err(wrong(format!("'input.format' grows beyond {LENGTH_MAX} characters")));
        }
        Ok(())
    }

    /// `NAME`, `NAME:column` or `NAME:column:type`; the type is the column's own business.
    fn reference(&mut self, reference: &str, depth: usize) -> Result<(), Error> {
        let mut parts = reference.split(':');
        let name = parts.next().unwrap_or_default();
        let column = parts.next().unwrap_or(name);
        let custom = self.custom.get(name).cloned();
        let pattern = match custom.as_deref().or_else(|| patterns::find(name)) {
            Some(pattern) => pattern.to_string(),
            None => return Err(wrong(format!("the pattern '{name}' does not exist"))),
        };
        match self.columns.iter().position(|known| known.eq_ignore_ascii_case(column)) {
            Some(position) => {
                let number = self.names.len();
                self.names.push(position);
                self.out.push_str(&format!("(?<{OURS}{position}_{number}>"));
            }
            None => self.out.push_str("(?:"),
        }
        self.expand(&pattern, depth + 1)?;
        self.out.push(')');
        Ok(())
    }
}

/// A name and an expression on each line; `#` begins a comment.
fn custom_patterns(text: &str) -> Result<HashMap<String, String>, Error> {
    let mut custom = HashMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some((name, pattern)) = line.split_once(char::is_whitespace) else {
            return Err(wrong(format!("the custom pattern '{line}' has a name and no expression")));
        };
        custom.insert(name.to_string(), pattern.trim_start().to_string());
    }
    Ok(custom)
}

fn wrong(why: String) -> Error {
    invalid("INVALID_TABLE_PROPERTY", format!("GrokSerDe: {why}"))
}

#[cfg(test)]
mod tests;
