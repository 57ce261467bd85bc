//! `LIKE`: in Trino no character escapes unless ESCAPE names it; Arrow's kernel always takes the backslash.

use super::build::string;
use crate::error::{Error, ErrorKind};
use sqlparser::ast::{Expr, Value};

/// Rewrites a literal pattern so that the backslash escapes in it, and nothing else does.
pub(crate) fn rewrite(expr: &mut Expr) -> Result<(), Error> {
    let Expr::Like { pattern, escape_char, .. } = expr else { return Ok(()) };
    let Expr::Value(value) = pattern.as_ref() else { return Ok(()) };
    let Value::SingleQuotedString(text) = &value.value else { return Ok(()) };
    let escape = match escape_char.as_ref().map(|escape| &escape.value) {
        Some(Value::SingleQuotedString(escape)) => {
            let mut characters = escape.chars();
            match (characters.next(), characters.next()) {
                (Some(only), None) => Some(only),
                _ => return Err(invalid("Escape string must be a single character")),
            }
        }
        Some(_) => return Ok(()),
        None => None,
    };
    if escape.is_some() || text.contains('\\') {
        **pattern = string(with_backslashes(text, escape)?);
        *escape_char = None;
    }
    Ok(())
}

fn with_backslashes(pattern: &str, escape: Option<char>) -> Result<String, Error> {
    let mut text = String::with_capacity(pattern.len() + 2);
    let mut rest = pattern.chars();
    while let Some(next) = rest.next() {
        if Some(next) == escape {
            let Some(escaped) = rest.next().filter(|c| *c == '%' || *c == '_' || Some(*c) == escape) else {
                return Err(invalid("Escape character must be followed by '%', '_' or the escape character itself"));
            };
            if escaped == '%' || escaped == '_' || escaped == '\\' {
                text.push('\\');
            }
            text.push(escaped);
        } else if next == '\\' {
            text.push_str("\\\\");
        } else {
            text.push(next);
        }
    }
    Ok(text)
}

fn invalid(message: &str) -> Error {
    Error { kind: ErrorKind::Invalid, code: "INVALID_FUNCTION_ARGUMENT", at: None, message: message.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        let cases = [
            ("a%", None, "a%"),
            (r"a\%", None, r"a\\%"),
            ("a#%b", Some('#'), r"a\%b"),
            (r"a\_b", Some('\\'), r"a\_b"),
            ("a##b", Some('#'), "a#b"),
        ];
        for (pattern, escape, expected) in cases {
            assert_eq!(with_backslashes(pattern, escape).expect(pattern), expected, "{pattern}");
        }
        assert!(with_backslashes("a#b", Some('#')).is_err());
    }
}
