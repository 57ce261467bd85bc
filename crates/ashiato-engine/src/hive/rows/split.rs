//! One line into values.

use crate::hive::format::{DelimitedText, QuotedText};

/// Separated values, some within quotes. A doubled quote within quotes stands for one, an escape for the character
/// behind it. Hive's `OpenCSVSerde` knows no NULL: a value that is missing at the line's end is none.
pub(crate) fn quoted(line: &str, text: &QuotedText) -> Vec<Option<String>> {
    let is = |char: char, byte: u8| char == char::from(byte);
    let mut values = Vec::new();
    let mut value = String::new();
    let mut within = false;
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        if is(char, text.quote) {
            if within && chars.next_if(|next| is(*next, text.quote)).is_some() {
                value.push(char);
            } else {
                within = !within;
            }
        } else if is(char, text.escape) {
            value.extend(chars.next());
        } else if is(char, text.separator) && !within {
            values.push(Some(std::mem::take(&mut value)));
        } else {
            value.push(char);
        }
    }
    values.push(Some(value));
    values
}

/// Separated values without quotes.
pub(crate) fn delimited(line: &str, text: &DelimitedText) -> Vec<Option<String>> {
    let null_or = |value: String| if value == text.null { None } else { Some(value) };
    let Some(escape) = text.escape else {
        return line.split(text.separator.as_str()).map(|value| null_or(value.to_string())).collect();
    };
    let mut values = Vec::new();
    let mut value = String::new();
    // NULL is told by the text as it stands in the file, before escapes are read.
    let mut start = 0;
    let mut at = 0;
    while let Some(char) = line[at..].chars().next() {
        if line[at..].starts_with(text.separator.as_str()) {
            let is_null = line[start..at] == text.null;
            values.push(Some(std::mem::take(&mut value)).filter(|_| !is_null));
            at += text.separator.len();
            start = at;
        } else if char == escape {
            let escaped = line[at + char.len_utf8()..].chars().next();
            value.extend(escaped);
            at += char.len_utf8() + escaped.map_or(0, char::len_utf8);
        } else {
            value.push(char);
            at += char.len_utf8();
        }
    }
    let is_null = line[start..] == text.null;
    values.push(Some(value).filter(|_| !is_null));
    values
}

/// The groups of an expression that matches the whole line; none where it does not match.
///
/// # Errors
/// The expression took too long.
pub(crate) fn matched(line: &str, regex: &fancy_regex::Regex) -> Result<Vec<Option<String>>, String> {
    let captures = regex.captures(line).map_err(|error| error.to_string())?;
    let Some(captures) = captures else { return Ok(Vec::new()) };
    Ok(captures.iter().skip(1).map(|group| group.map(|group| group.as_str().to_string())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(values: &[&str]) -> Vec<Option<String>> {
        values.iter().map(|value| Some(value.to_string())).collect()
    }

    #[test]
    fn quoted_values() {
        let text = QuotedText { separator: b',', quote: b'"', escape: b'\\', header_lines: 0 };
        let cases: &[(&str, &[&str])] = &[
            ("a,b", &["a", "b"]),
            (r#""a,b",c"#, &["a,b", "c"]),
            (r#""say ""x""",y"#, &[r#"say "x""#, "y"]),
            (r"a\,b,c", &["a,b", "c"]),
            ("", &[""]),
            (",", &["", ""]),
            ("日本,語", &["日本", "語"]),
        ];
        for (line, expected) in cases {
            assert_eq!(quoted(line, &text), some(expected), "{line}");
        }
    }

    #[test]
    fn delimited_values() {
        let mut text = DelimitedText {
            separator: "\t".to_string(),
            escape: None,
            items: '\u{2}',
            keys: '\u{3}',
            null: "\\N".to_string(),
            header_lines: 0,
        };
        assert_eq!(delimited("a\t\\N\t", &text), vec![Some("a".to_string()), None, Some(String::new())]);
        text.escape = Some('\\');
        text.separator = "|".to_string();
        assert_eq!(delimited(r"a\|b|c\\|\N", &text), vec![Some("a|b".to_string()), Some(r"c\".to_string()), None]);
    }
}
