//! The part of a value that can be searched for.

/// The longest part of a value whose characters JSON writes either as they are or as `\u00XX`: printable ASCII but
/// for the quote, the backslash and the slash, which have shorter escapes. Nothing where there is none.
pub(super) fn searchable_part(value: &str) -> Option<&str> {
    let is_plain = |char: char| matches!(char, ' '..='\u{7f}') && !matches!(char, '"' | '\\' | '/');
    let parts = value.split(|char| !is_plain(char));
    parts.filter(|part| !part.is_empty()).max_by_key(|part| part.len())
}

#[cfg(test)]
mod tests {
    use super::searchable_part;

    #[test]
    fn the_longest_part_without_short_escapes() {
        let cases = [
            ("AKIAIOSFODNN7EXAMPLE", Some("AKIAIOSFODNN7EXAMPLE")),
            ("arn:aws:iam::123456789012:role/Admin", Some("arn:aws:iam::123456789012:role")),
            ("say \"hello\"", Some("hello")),
            ("日本語", None),
            ("日本 tokyo", Some(" tokyo")),
            ("\n\t", None),
            ("", None),
        ];
        for (value, expected) in cases {
            assert_eq!(searchable_part(value), expected, "{value}");
        }
    }
}
