//! Hive's patterns in `SHOW TABLES 'pattern'`: a regular expression in which `*` alone is any text and `|` a choice,
//! in any case (Athena's user guide, "SHOW TABLES").

use crate::hive::refusal::invalid;
use ashiato_sql::Error;

/// The names that the whole of a pattern matches; all of them where there is none.
pub(super) fn matching(names: &[String], pattern: Option<&str>) -> Result<Vec<String>, Error> {
    let Some(pattern) = pattern else { return Ok(names.to_vec()) };
    // `.*` written out means the same as `*`, and SQL's `%` is taken for it too.
    let text = pattern.trim().replace(".*", "*").replace('%', "*").replace('*', ".*");
    let wrong = |error: fancy_regex::Error| {
        invalid("INVALID_FUNCTION_ARGUMENT", format!("The pattern '{pattern}' cannot be read: {error}"))
    };
    let regex = fancy_regex::Regex::new(&format!("(?i)^(?:{text})$")).map_err(wrong)?;
    let mut found = Vec::new();
    for name in names {
        if regex.is_match(name).map_err(wrong)? {
            found.push(name.clone());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_matched_whole() {
        let names = ["cloudtrail_logs", "cloudtrail_pp", "vpc"].map(str::to_string);
        let cases: &[(&str, &[&str])] = &[
            ("cloud*", &["cloudtrail_logs", "cloudtrail_pp"]),
            ("cloud.*", &["cloudtrail_logs", "cloudtrail_pp"]),
            ("CLOUD%", &["cloudtrail_logs", "cloudtrail_pp"]),
            ("*logs|vpc", &["cloudtrail_logs", "vpc"]),
            ("[a-c]loudtrail_(logs|x)", &["cloudtrail_logs"]),
            ("cloud", &[]),
            ("*", &["cloudtrail_logs", "cloudtrail_pp", "vpc"]),
        ];
        for (pattern, expected) in cases {
            assert_eq!(matching(&names, Some(pattern)).expect(pattern), *expected, "{pattern}");
        }
        let error = matching(&names, Some("(")).expect_err("no pattern");
        assert!(error.to_string().contains("'('"), "{error}");
    }
}
