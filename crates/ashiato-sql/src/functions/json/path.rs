//! The paths of `json_extract` and its sisters: `$.a.b[0]["c d"]`.
//!
//! Trino's own grammar, which is neither JSONPath nor SQL/JSON's: a name after a dot runs over letters, digits,
//! `_`, `-` and `:`; brackets hold a number, a bare name or a quoted one; there are no wildcards. As extensions,
//! single quotes delimit names too, and a name after a dot takes `/`, `@`, `#` and `$`.

use super::scan;
use crate::functions::overload::invalid_argument;
use datafusion::error::{DataFusionError, Result};
use memchr::memmem::Finder;

/// A path, read once and then followed in many values.
#[derive(Debug)]
pub(crate) struct Path {
    steps: Vec<Step>,
    /// Finds the longest name: text that lacks it, and has no escapes that might spell it, lacks the value.
    longest_name: Option<Finder<'static>>,
    /// Finds the only escapes that can stand for a character of that name.
    unicode_escape: Finder<'static>,
}

/// From a value to one inside it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// The member of an object.
    pub(crate) name: String,
    /// The element of an array, from 0, where the name is a number.
    pub(crate) index: Option<usize>,
}

impl Path {
    /// Reads a path.
    ///
    /// # Errors
    /// `INVALID_FUNCTION_ARGUMENT` that shows the path.
    pub(crate) fn parse(text: &str) -> Result<Path> {
        let steps = steps(text).ok_or_else(|| invalid(text))?;
        let names = steps.iter().filter(|step| step.index.is_none() && is_written_plainly(&step.name));
        let longest_name = names.max_by_key(|step| step.name.len()).map(|step| Finder::new(&step.name).into_owned());
        Ok(Path { steps, longest_name, unicode_escape: Finder::new("\\u") })
    }

    /// The text of the value that the path leads to in `json`, as it stands there; `None` where there is none, or
    /// where the text breaks off or is damaged on the way to it.
    #[inline]
    pub(crate) fn find<'a>(&self, json: &'a str) -> Option<&'a str> {
        if let Some(name) = &self.longest_name {
            let bytes = json.as_bytes();
            if name.find(bytes).is_none() && self.unicode_escape.find(bytes).is_none() {
                return None;
            }
        }
        let mut at = scan::skip_space(json, 0);
        for step in &self.steps {
            at = match json.as_bytes().get(at)? {
                b'{' => scan::member(json, at, &step.name)?,
                b'[' => scan::element(json, at, step.index?)?,
                _ => return None,
            };
        }
        json.get(at..scan::value_end(json, at)?)
    }
}

/// Reads paths row after row: again only where a row's path is another than the row's before.
#[derive(Debug, Default)]
pub(crate) struct PathReader {
    last: Option<(String, Path)>,
}

impl PathReader {
    /// The path that the text says.
    pub(crate) fn read(&mut self, text: &str) -> Result<&Path> {
        let is_last = self.last.as_ref().is_some_and(|(last, _)| last == text);
        if !is_last {
            self.last = None;
        }
        match &mut self.last {
            Some((_, path)) => Ok(path),
            last => Ok(&last.insert((text.to_string(), Path::parse(text)?)).1),
        }
    }
}

/// Whether JSON text can hold the name only as it is, `\u` escapes aside: the others stand for quotes, strokes and
/// control characters.
fn is_written_plainly(name: &str) -> bool {
    !name.is_empty() && !name.bytes().any(|byte| byte < 0x20 || matches!(byte, b'"' | b'\\' | b'/'))
}

fn invalid(path: &str) -> DataFusionError {
    invalid_argument(format!("Invalid JSON path: '{path}'"))
}

fn steps(path: &str) -> Option<Vec<Step>> {
    let mut rest = path.strip_prefix('$')?;
    let mut steps = Vec::new();
    while !rest.is_empty() {
        let (name, after) = if let Some(dotted) = rest.strip_prefix('.') {
            let (name, after) = bare_name(dotted, is_dotted_name_char)?;
            (name.to_string(), after)
        } else {
            bracketed(rest.strip_prefix('[')?)?
        };
        let index = name.parse().ok();
        steps.push(Step { name, index });
        rest = after;
    }
    Some(steps)
}

fn bracketed(text: &str) -> Option<(String, &str)> {
    let (name, after) = match text.chars().next()? {
        quote @ ('"' | '\'') => quoted_name(&text[1..], quote)?,
        _ => {
            let (name, after) = bare_name(text, is_bracketed_name_char)?;
            (name.to_string(), after)
        }
    };
    Some((name, after.strip_prefix(']')?))
}

/// The longest run of such characters, which must not be empty, and what follows it.
fn bare_name(text: &str, is_part: fn(char) -> bool) -> Option<(&str, &str)> {
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

fn is_bracketed_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

fn is_dotted_name_char(c: char) -> bool {
    is_bracketed_name_char(c) || matches!(c, ':' | '/' | '@' | '#' | '$')
}

/// A quoted name, in which a backslash stands before a quote or a backslash, and what follows its closing quote.
fn quoted_name(text: &str, quote: char) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c == quote {
            return Some((name, &text[at + 1..]));
        }
        if c != '\\' {
            name.push(c);
            continue;
        }
        match chars.next()?.1 {
            escaped if escaped == quote || escaped == '\\' => name.push(escaped),
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Path, Step};

    #[track_caller]
    fn check(path: &str, expected: &[(&str, Option<usize>)]) {
        let path = Path::parse(path).expect("a valid path");
        let expected: Vec<_> =
            expected.iter().map(|(name, index)| Step { name: name.to_string(), index: *index }).collect();
        assert_eq!(path.steps, expected);
    }

    #[test]
    fn paths_read_as_users_write_them() {
        check("$", &[]);
        check("$.a", &[("a", None)]);
        check("$.a.b", &[("a", None), ("b", None)]);
        check("$.x.items[0].k", &[("x", None), ("items", None), ("0", Some(0)), ("k", None)]);
        check("$.x-amz-copy-source", &[("x-amz-copy-source", None)]);
        check("$[\"a b\"]", &[("a b", None)]);
        check("$['a']", &[("a", None)]);
        check("$[book].title", &[("book", None), ("title", None)]);
        check(r#"$["a\"b\\c"]"#, &[(r#"a"b\c"#, None)]);
        check(
            "$.configuration.AWS:ComplianceItem.Content",
            &[("configuration", None), ("AWS:ComplianceItem", None), ("Content", None)],
        );
        check("$.2", &[("2", Some(2))]);
    }

    #[test]
    fn anything_else_is_refused_and_shown() {
        for path in ["", "a", "$.", "$..a", "$a", "$[", "$[]", "$['a", "$['a'", "$[\"a\\n\"]", "$.a b", "$.*", "$[*]"] {
            let error = Path::parse(path).expect_err(path).to_string();
            assert!(error.contains(&format!("Invalid JSON path: '{path}'")), "{error}");
        }
    }

    #[test]
    fn values_are_found_where_they_stand() {
        let json = r#" { "a" : {"b": [1, {"c": "x"}], "d": 1.0 }, "a": 2, "\u0065": null, "q": "{\"z\": 1}" } "#;
        for (path, expected) in [
            ("$.a.b", Some(r#"[1, {"c": "x"}]"#)),
            ("$.a.b[1].c", Some(r#""x""#)),
            ("$.a.b[2]", None),
            ("$.a.d", Some("1.0")),
            ("$.e", Some("null")),
            ("$.z", None),
            ("$.a.b.c", None),
            ("$.a.d.e", None),
        ] {
            assert_eq!(Path::parse(path).expect("a valid path").find(json), expected, "{path}");
        }
    }
}
