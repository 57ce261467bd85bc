//! The patterns by which Glue's and Athena's lists choose tables: regular expressions, as in Hive, in which `*` alone is
//! any text. The whole of a name must match, in any case.

use fancy_regex::Regex;

/// A pattern of names.
#[derive(Debug)]
pub(crate) struct NamePattern(Regex);

impl NamePattern {
    /// Reads a pattern; the error says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<NamePattern, String> {
        let regex = text.replace(".*", "*").replace('*', ".*");
        let regex = Regex::new(&format!(r"(?i)\A(?:{regex})\z"));
        regex.map(NamePattern).map_err(|why| format!("The expression '{text}' cannot be read: {why}"))
    }

    /// Whether the name matches. One that costs too much to match does not.
    pub(crate) fn matches(&self, name: &str) -> bool {
        self.0.is_match(name).unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::NamePattern;

    #[test]
    fn a_star_is_any_text() {
        for (pattern, names) in [
            ("cloud*", "cloud cloudtrail"),
            ("*trail", "cloudtrail"),
            ("CLOUD.*", "cloud cloudtrail"),
            ("cloud|vpc", "cloud vpc"),
            ("[a-c]loud", "cloud"),
            ("clou", ""),
            ("*", "cloud cloudtrail vpc"),
        ] {
            let read = NamePattern::parse(pattern).expect(pattern);
            let found = ["cloud", "cloudtrail", "vpc"].into_iter().filter(|name| read.matches(name));
            assert_eq!(found.collect::<Vec<_>>().join(" "), names, "{pattern}");
        }
        assert!(NamePattern::parse("(").expect_err("no pattern").contains("'('"));
        let costly = NamePattern::parse(r"(a|a)*\1b").expect("a pattern");
        assert!(!costly.matches(&"a".repeat(200)));
    }
}
