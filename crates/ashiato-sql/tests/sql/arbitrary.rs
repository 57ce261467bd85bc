//! Laws that hold for any text: the parsers answer, whatever they are given, and a query's rewritten text is one again.

use ashiato_sql::parse::{parse_one, parse_script};
use ashiato_sql::statement::{Dialect, Statement};
use proptest::prelude::*;

/// Words that the grammars know, so that arbitrary text comes near to statements.
const WORDS: [&str; 60] = [
    "SELECT",
    "FROM",
    "WHERE",
    "GROUP BY",
    "ORDER BY",
    "LIMIT",
    "WITH",
    "AS",
    "VALUES",
    "CROSS JOIN",
    "LEFT JOIN",
    "UNNEST",
    "ON TRUE",
    "CASE",
    "WHEN",
    "THEN",
    "END",
    "CAST",
    "TRY",
    "ARRAY",
    "MAP",
    "ROW",
    "INTERVAL",
    "DATE",
    "TIMESTAMP",
    "CREATE EXTERNAL TABLE",
    "PARTITIONED BY",
    "ROW FORMAT SERDE",
    "STRUCT<",
    "ARRAY<",
    ">",
    ">>",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    ":",
    "->",
    "*",
    "-",
    "'a'",
    "\"b\"",
    "`c`",
    "’d′",
    "x",
    "t",
    "1",
    "2.5",
    "24ee0015-90f8-4a9b-9293-ac6cd3d774eb",
    ";",
    "--",
    "/*",
    "?",
    "ALTER TABLE",
    "SHOW",
    "UNION",
    "日本",
    "\\",
];

fn statements() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..24).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,80}") {
        let _ = parse_script(&text);
    }

    #[test]
    fn any_words_are_answered(text in statements()) {
        let _ = parse_script(&text);
    }

    #[test]
    fn a_rewritten_query_reads_back(text in statements()) {
        if let Ok(parsed) = parse_one(&format!("SELECT {text}"))
            && let Statement::Query(query) = parsed.statement
            && !query.to_string().contains("UNPIVOT")
        {
            let printed = query.to_string();
            prop_assert!(parse_one(&printed).is_ok(), "{printed}");
        }
    }

    #[test]
    fn a_script_is_its_statements(count in 1_usize..5, name in "[a-z]{1,8}") {
        let script = vec![format!("SELECT '{name};' AS \"{name}\" -- ;\n"); count].join(";");
        let parsed = parse_script(&script).expect("a script of selects");
        prop_assert_eq!(parsed.len(), count);
    }
}

#[test]
fn hostile_nesting_is_an_error_and_no_overflow() {
    let deep = |open: &str, close: &str, depth: usize| format!("SELECT {}1{}", open.repeat(depth), close.repeat(depth));
    let hostile = [
        deep("(", ")", 10_000),
        deep("ARRAY[", "]", 10_000),
        deep("f(", ")", 10_000),
        deep("CASE WHEN true THEN ", " END", 10_000),
        deep("(SELECT ", ")", 5_000),
        format!("SELECT {}1", "- ".repeat(10_000)),
        format!("SELECT {}true", "NOT ".repeat(10_000)),
        format!("SELECT 1{}", " + 1".repeat(60_000)),
        format!("SELECT 1 WHERE true{}", " OR true".repeat(20_000)),
        format!("SELECT 1 WHERE true{} )", " OR true".repeat(2_000)),
        format!("SELECT 1 WHERE true{} )", " AND NOT true OR true".repeat(990)),
        format!("SELECT 1{}", " UNION SELECT 1".repeat(10_000)),
        format!("SELECT {}1", "x -> ".repeat(10_000)),
        format!("SELECT CAST(1 AS {}INT{})", "ARRAY(".repeat(10_000), ")".repeat(10_000)),
        format!("CREATE EXTERNAL TABLE t (a {}INT{})", "ARRAY<".repeat(10_000), ">".repeat(10_000)),
        format!("SELECT '{}'", "x".repeat(300_000)),
    ];
    for sql in hostile {
        let error = parse_script(&sql).expect_err(&sql[..40]);
        assert_eq!(error.code, "SYNTAX_ERROR", "{}: {error}", &sql[..40]);
    }
}

#[test]
fn long_lists_are_no_nesting() {
    let numbers = (0..20_000).map(|number| number.to_string()).collect::<Vec<_>>().join(", ");
    parse_one(&format!("SELECT 1 WHERE 1 IN ({numbers})")).expect("a long list");
    let terms = vec!["a = 'x'"; 900].join(" OR ");
    parse_one(&format!("SELECT 1 FROM t WHERE {terms}")).expect("a long condition");
}

/// What the parser lets through must not overflow what comes behind it either.
#[tokio::test]
async fn what_is_within_the_limits_is_planned() {
    let within = [
        format!("SELECT count(*) FROM logs WHERE {}", vec!["user = 'x'"; 2_000].join(" OR ")),
        format!("SELECT 1{}", " + 1".repeat(190)),
        format!("SELECT {}1{}", "(".repeat(90), ")".repeat(90)),
        format!("SELECT {}1{}", "abs(".repeat(80), ")".repeat(80)),
        format!("SELECT 1{}", " UNION ALL SELECT 1".repeat(200)),
    ];
    for sql in within {
        let Statement::Query(query) = parse_one(&sql).expect("within the limits").statement else { panic!("a query") };
        let session = super::Session::new();
        let plan = ashiato_sql::session::plan(&session.0.state(), &query, Dialect::Athena).await.expect("a plan").plan;
        let run = async { session.0.execute_logical_plan(plan).await?.collect().await };
        ashiato_sql::deep_stack::DeepStack::new(run).await.expect("rows");
    }
}
