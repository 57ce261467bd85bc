//! What a statement's leading words say it is, before it is parsed.

/// A statement by its leading words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leading {
    /// `SELECT`, `WITH`, `VALUES`, `TABLE` or a parenthesis.
    Query,
    /// `EXPLAIN`.
    Explain,
    /// `CREATE TABLE` and `CREATE EXTERNAL TABLE`: what follows tells which.
    CreateTable,
    /// `CREATE [OR REPLACE] VIEW`.
    CreateView,
    /// `CREATE DATABASE | SCHEMA`.
    CreateDatabase,
    /// `ALTER DATABASE | SCHEMA`.
    AlterDatabase,
    /// `DROP …`.
    Drop,
    /// `ALTER TABLE`.
    AlterTable,
    /// `MSCK`.
    Msck,
    /// `SHOW`.
    Show,
    /// `DESCRIBE` and `DESC`.
    Describe,
    /// `INSERT`.
    Insert,
    /// `UNLOAD`.
    Unload,
    /// `PREPARE`.
    Prepare,
    /// `EXECUTE`.
    Execute,
    /// `DEALLOCATE`.
    Deallocate,
    /// A statement of SQL that is not built, by its name.
    Unsupported(&'static str),
    /// No statement at all.
    Unknown,
}

/// Statements that Athena or Trino know and that are not built.
const UNSUPPORTED: [&str; 24] = [
    "ANALYZE", "CALL", "COMMENT", "COMMIT", "DELETE", "DENY", "FETCH", "GRANT", "KILL", "LOAD", "MERGE", "OPTIMIZE",
    "REFRESH", "RESET", "REVOKE", "ROLLBACK", "SET", "START", "TRUNCATE", "UPDATE", "USE", "USING", "VACUUM", "IMPORT",
];

/// Tells a statement by its words in upper case, the first of the text first.
pub(crate) fn tell(words: &[&str]) -> Leading {
    match words {
        ["SELECT" | "WITH" | "VALUES" | "TABLE" | "(", ..] => Leading::Query,
        ["EXPLAIN", ..] => Leading::Explain,
        ["CREATE", "TABLE", ..] | ["CREATE", "EXTERNAL", "TABLE", ..] => Leading::CreateTable,
        ["CREATE", "VIEW", ..] | ["CREATE", "OR", "REPLACE", "VIEW", ..] => Leading::CreateView,
        ["CREATE", "OR", "REPLACE", "TABLE", ..] => Leading::Unsupported("CREATE OR REPLACE TABLE"),
        ["CREATE", "DATABASE" | "SCHEMA", ..] => Leading::CreateDatabase,
        ["CREATE", "FUNCTION", ..] => Leading::Unsupported("CREATE FUNCTION"),
        ["CREATE", "ROLE", ..] => Leading::Unsupported("CREATE ROLE"),
        ["CREATE", "MATERIALIZED", ..] | ["CREATE", "OR", "REPLACE", "MATERIALIZED"] => {
            Leading::Unsupported("CREATE MATERIALIZED VIEW")
        }
        ["DROP", ..] => Leading::Drop,
        ["ALTER", "TABLE", ..] => Leading::AlterTable,
        ["ALTER", "DATABASE" | "SCHEMA", ..] => Leading::AlterDatabase,
        ["ALTER", "VIEW", ..] => Leading::Unsupported("ALTER VIEW"),
        ["MSCK", ..] => Leading::Msck,
        ["SHOW", ..] => Leading::Show,
        ["DESCRIBE" | "DESC", ..] => Leading::Describe,
        ["INSERT", ..] => Leading::Insert,
        ["UNLOAD", ..] => Leading::Unload,
        ["PREPARE", ..] => Leading::Prepare,
        ["EXECUTE", ..] => Leading::Execute,
        ["DEALLOCATE", ..] => Leading::Deallocate,
        [first, ..] => match UNSUPPORTED.iter().find(|name| *name == first) {
            Some(name) => Leading::Unsupported(name),
            None => Leading::Unknown,
        },
        [] => Leading::Unknown,
    }
}

/// Whether a text starts a statement of Hive's, in whose strings a backslash escapes what follows.
/// A statement of Trino's that starts with the same words (CREATE TABLE AS) is told by the word that only it has.
pub(crate) fn is_hive_ddl(text: &str) -> bool {
    let without_comments = text.lines().map(|line| line.split("--").next().unwrap_or_default());
    let upper = without_comments.collect::<Vec<_>>().join(" ").to_uppercase();
    let mut words = upper.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    match (words.next(), words.next()) {
        (Some("CREATE"), Some("EXTERNAL" | "DATABASE" | "SCHEMA"))
        | (Some("ALTER" | "MSCK" | "DESCRIBE" | "DESC"), _) => true,
        (Some("CREATE"), Some("TABLE")) => !words.any(|word| word == "SELECT" || word == "WITH"),
        (Some("SHOW"), _) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_the_statement() {
        let cases: [(&[&str], Leading); 8] = [
            (&["SELECT", "1"], Leading::Query),
            (&["(", "SELECT"], Leading::Query),
            (&["CREATE", "EXTERNAL", "TABLE"], Leading::CreateTable),
            (&["CREATE", "OR", "REPLACE", "VIEW"], Leading::CreateView),
            (&["DESC", "T"], Leading::Describe),
            (&["MERGE", "INTO"], Leading::Unsupported("MERGE")),
            (&["CREATE", "FUNCTION"], Leading::Unsupported("CREATE FUNCTION")),
            (&["SELCT"], Leading::Unknown),
        ];
        for (words, expected) in cases {
            assert_eq!(tell(words), expected, "{words:?}");
        }
    }

    #[test]
    fn backslashes_escape_in_hive_ddl_only() {
        assert!(is_hive_ddl("create external table t (a string) ROW FORMAT DELIMITED FIELDS TERMINATED BY "));
        assert!(!is_hive_ddl("CREATE TABLE t WITH (field_delimiter = "));
        assert!(!is_hive_ddl("SELECT "));
    }
}
