//! The models' regular expressions are Java's; this writes them for Rust.
//!
//! Differences that occur: `\uXXXX`; surrogate pairs for what lies beyond U+FFFF; `\w`, `\d` and `\s` of ASCII alone;
//! a bare `[` or `&&` within a class.

use anyhow::{Context, Result};
use fancy_regex::Regex;

/// The same expression for the whole of a text.
pub(super) fn translate(java: &str) -> Result<String> {
    // Both are how models write U+10000 to U+10FFFF.
    let java = java
        .replace(r"\uD800\uDC00-\uDBFF\uDFFF", r"\x{10000}-\x{10FFFF}")
        .replace(r"\ud800\udc00-\udbff\udfff", r"\x{10000}-\x{10FFFF}")
        .replace(r"\u10000-\u10FFFF", r"\x{10000}-\x{10FFFF}");
    let mut rust = String::from(r"\A(?:");
    let mut is_in_class = false;
    let mut characters = java.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next().context("a pattern ends in a backslash")? {
                'u' => {
                    let digits: String = characters.by_ref().take(4).collect();
                    rust.push_str(&format!(r"\x{{{digits}}}"));
                }
                'w' if is_in_class => rust.push_str("A-Za-z0-9_"),
                'w' => rust.push_str("[A-Za-z0-9_]"),
                'd' if is_in_class => rust.push_str("0-9"),
                'd' => rust.push_str("[0-9]"),
                's' if is_in_class => rust.push_str(r" \t\n\x0B\f\r"),
                's' => rust.push_str(r"[ \t\n\x0B\f\r]"),
                'S' if !is_in_class => rust.push_str(r"[^ \t\n\x0B\f\r]"),
                other => rust.extend(['\\', other]),
            },
            '[' if is_in_class => rust.push_str(r"\["),
            '&' if is_in_class => rust.push_str(r"\&"),
            '[' => {
                is_in_class = true;
                rust.push('[');
            }
            ']' => {
                is_in_class = false;
                rust.push(']');
            }
            other => rust.push(other),
        }
    }
    rust.push_str(r")\z");
    Regex::new(&rust).with_context(|| format!("the pattern {java} as {rust}"))?;
    Ok(rust)
}

#[cfg(test)]
mod tests {
    use super::translate;

    #[test]
    fn patterns_keep_their_meaning() {
        let check = |java: &str, text: &str, expected: bool| {
            let rust = translate(java).expect("it translates");
            let regex = fancy_regex::Regex::new(&rust).expect("it compiles");
            assert_eq!(regex.is_match(text).expect("it is cheap"), expected, "{java} on {text}");
        };
        check("[a-zA-Z0-9._-]{1,128}", "primary", true);
        check("[a-zA-Z0-9._-]{1,128}", "pri mary", false);
        check("a|b", "ab", false);
        check(r"[\w+=,.@-]*", "alice@example", true);
        check(r"[\w+=,.@-]*", "ä", false);
        check(r"\d{12}", "١١١١١١١١١١١١", false);
        check(r"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*", "足跡🐾", true);
        check(r"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*", "\0", false);
        check(r"(?!.*[/:\\])[a-z]+", "abc", true);
        check("[a[b]", "[", true);
    }
}
